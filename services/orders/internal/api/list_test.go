package api

import (
	"fmt"
	"net/url"
	"testing"
)

func TestPagesFollowEachOtherToTheEnd(t *testing.T) {
	s := start(t, nil)
	for range 5 {
		s.do("POST", "/api/v1/orders", validOrder)
	}
	seen := map[string]bool{}
	sizes, cursor := []int{}, ""
	for {
		got := unmarshal[page](t, s.do("GET", "/api/v1/orders?limit=2&cursor="+url.QueryEscape(cursor), ""))
		sizes = append(sizes, len(got.Orders))
		for _, o := range got.Orders {
			seen[o.ID] = true
		}
		if cursor = got.Next; cursor == "" {
			break
		}
	}
	if fmt.Sprint(sizes) != "[2 2 1]" || len(seen) != 5 {
		t.Errorf("got pages of %v with %d orders", sizes, len(seen))
	}
}

func TestAnEmptyListIsAListAndHasADefaultSize(t *testing.T) {
	s := start(t, nil)
	if r := s.do("GET", "/api/v1/orders", ""); r.Body.String() != `{"orders":[]}` {
		t.Errorf("got %s", r.Body)
	}
	for range defaultPage + 1 {
		s.do("POST", "/api/v1/orders", validOrder)
	}
	if got := unmarshal[page](t, s.do("GET", "/api/v1/orders", "")); len(got.Orders) != defaultPage || got.Next == "" {
		t.Errorf("got %d orders", len(got.Orders))
	}
}

func TestRefusedQueries(t *testing.T) {
	for query, detail := range map[string]string{
		"limit=0": "limit: expected a whole number from 1 to 200", "limit=201": "limit", "limit=-1": "limit", "limit=x": "limit", "limit=": "limit",
		"cursor=gone": "cursor: expected the `next` of a recent page",
	} {
		assertProblem(t, start(t, nil).do("GET", "/api/v1/orders?"+query, ""), 400, detail)
	}
}

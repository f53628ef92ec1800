package api

import (
	"strings"
	"testing"

	"slipway.dev/services/orders/internal/order"
)

func TestAnOrderIsCreatedAndCanBeFetchedWhereLocationSays(t *testing.T) {
	s := start(t, nil)
	r := s.do("POST", "/api/v1/orders", validOrder, "Content-Type", "application/json; charset=utf-8")
	if r.Code != 201 {
		t.Fatalf("got %d %s", r.Code, r.Body)
	}
	location := r.Header().Get("Location")
	created := unmarshal[order.Order](t, r)
	if created.Total != 300 || location != "/api/v1/orders/"+created.ID {
		t.Errorf("got %+v at %q", created, location)
	}
	if fetched := unmarshal[order.Order](t, s.do("GET", location, "")); fetched.ID != created.ID || !fetched.CreatedAt.Equal(created.CreatedAt) {
		t.Errorf("want %+v, got %+v", created, fetched)
	}
}

func TestRefusedBodies(t *testing.T) {
	for name, test := range map[string]struct {
		body   string
		status int
		detail string
	}{
		"nothing":             {" ", 400, "expected one JSON object"},
		"half an object":      {`{"customer":`, 400, "expected one JSON object"},
		"a list":              {`[]`, 400, "body: a JSON array does not belong here"},
		"a wrong type":        {`{"items":[{"quantity":"two"}]}`, 400, "items.quantity: a JSON string does not belong here"},
		"a fraction of money": {`{"items":[{"unitPrice":1.5}]}`, 400, "items.unitPrice: a JSON number 1.5 does not belong here"},
		"an overflow":         {`{"items":[{"quantity":9223372036854775808}]}`, 400, "does not belong here"},
		"an unknown field":    {`{"custmer":"x"}`, 400, `unknown field "custmer"`},
		"its own id":          {`{"id":"x"}`, 400, `unknown field "id"`},
		"two objects":         {validOrder + validOrder, 400, "nothing after it"},
		"trailing garbage":    {validOrder + "x", 400, "invalid character"},
		"too much":            {`{"customer":"` + strings.Repeat("x", 600), 413, "at most 512 bytes"},
		"too much afterwards": {validOrder + strings.Repeat(" ", 600), 413, "at most 512 bytes"},
		"null":                {`null`, 422, "the order is not valid"},
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, nil)
			assertProblem(t, s.do("POST", "/api/v1/orders", test.body), test.status, test.detail)
			if got := unmarshal[page](t, s.do("GET", "/api/v1/orders", "")); len(got.Orders) > 0 {
				t.Errorf("stored %v", got)
			}
		})
	}
}

func TestOnlyJSONIsRead(t *testing.T) {
	for _, media := range []string{"", "text/plain", "application/x-www-form-urlencoded", "application/jsonx", ";"} {
		assertProblem(t, start(t, nil).do("POST", "/api/v1/orders", validOrder, "Content-Type", media), 415, "application/json")
	}
}

func TestAnInvalidOrderNamesEveryField(t *testing.T) {
	p := assertProblem(t, start(t, nil).do("POST", "/api/v1/orders", `{"currency":"EUR","items":[{"sku":"a","quantity":0,"unitPrice":1}]}`), 422, "")
	if len(p.Errors) != 2 || p.Errors[0].Pointer != "#/customer" || p.Errors[1].Pointer != "#/items/0/quantity" {
		t.Errorf("got %+v", p.Errors)
	}
}

func FuzzCreateNeverFailsItself(f *testing.F) {
	for _, seed := range []string{validOrder, "", "{}", "[[[[", `{"items":[null]}`, `{"customer":"\ud800"}`, "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, body string) {
		r := start(t, nil).do("POST", "/api/v1/orders", body, "Content-Type", "application/json")
		switch r.Code {
		case 201, 400, 413, 422:
		default:
			t.Errorf("%q: got %d %s", body, r.Code, r.Body)
		}
	})
}

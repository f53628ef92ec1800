package api

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"slipway.dev/services/orders/internal/order"
)

func aged(t *testing.T, ages ...time.Duration) *service {
	return start(t, func(d *Dependencies) {
		d.Retention = time.Hour
		for i, age := range ages {
			_ = d.Store.Add(context.Background(), order.Order{ID: fmt.Sprint(i), CreatedAt: time.Now().Add(-age)})
		}
	})
}

func TestCleanUpDropsWhatIsPastTheRetentionAndKeepsTheRest(t *testing.T) {
	s := aged(t, 3*time.Hour, 2*time.Hour, time.Minute)
	if r := s.do("POST", "/internal/v1/cleanup", `{"fence":1}`); r.Code != 200 || r.Body.String() != `{"dropped":2,"more":false}` {
		t.Errorf("got %d %s", r.Code, r.Body)
	}
	for id, want := range map[string]int{"0": 404, "1": 404, "2": 200} {
		if r := s.do("GET", "/api/v1/orders/"+id, ""); r.Code != want {
			t.Errorf("%s: want %d, got %d", id, want, r.Code)
		}
	}
	if !strings.Contains(s.logs.String(), `"msg":"orders dropped"`) {
		t.Errorf("got %s", s.logs)
	}
}

func TestACleanUpThatWasOvertakenIsRefusedAndDropsNothing(t *testing.T) {
	s := aged(t)
	for i, step := range []struct{ fence, want int }{{4, 200}, {4, 200}, {3, 409}, {5, 200}, {4, 409}} {
		if r := s.do("POST", "/internal/v1/cleanup", fmt.Sprintf(`{"fence":%d}`, step.fence)); r.Code != step.want {
			t.Errorf("step %d: want %d, got %d %s", i, step.want, r.Code, r.Body)
		}
	}
}

func TestACleanUpWithoutAFenceIsRefused(t *testing.T) {
	s := aged(t, 2*time.Hour)
	for _, body := range []string{"", "{}", `{"fence":0}`, `{"fence":-1}`, `{"fence":"1"}`, `{"fence":1,"retention":"1s"}`} {
		if r := s.do("POST", "/internal/v1/cleanup", body); r.Code != 400 {
			t.Errorf("%s: got %d", body, r.Code)
		}
	}
	if r := s.do("GET", "/api/v1/orders/0", ""); r.Code != 200 {
		t.Errorf("got %d", r.Code)
	}
}

package admin

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"slipway.dev/services/orders/internal/fault"
)

func do(h http.Handler, method, path, body string) *httptest.ResponseRecorder {
	response := httptest.NewRecorder()
	h.ServeHTTP(response, httptest.NewRequest(method, path, strings.NewReader(body)))
	return response
}

func TestProfilesAreServed(t *testing.T) {
	for _, path := range []string{"/debug/pprof/", "/debug/pprof/heap", "/debug/pprof/goroutine", "/debug/pprof/cmdline", "/debug/pprof/trace?seconds=0.01"} {
		if r := do(Handler(nil), "GET", path, ""); r.Code != 200 || r.Body.Len() == 0 {
			t.Errorf("%s: got %d", path, r.Code)
		}
	}
}

func TestFaultsCanBeChangedOnlyWhereTheyAreEnabled(t *testing.T) {
	if r := do(Handler(nil), "PUT", "/faults", `{"errorRate":1}`); r.Code != 404 {
		t.Errorf("got %d", r.Code)
	}
	i := fault.New(fault.Settings{})
	r := do(Handler(i), "PUT", "/faults", `{"errorRate":0.5,"latency":"250ms"}`)
	want := fault.Settings{ErrorRate: .5, Latency: 250 * time.Millisecond}
	if r.Code != 200 || i.Settings() != want || r.Body.String() != do(Handler(i), "GET", "/faults", "").Body.String() {
		t.Errorf("got %d %s and %+v", r.Code, r.Body, i.Settings())
	}
}

func TestAWrongFaultChangesNothing(t *testing.T) {
	before := fault.Settings{ErrorRate: .1}
	for _, body := range []string{"", "x", `{"errorRate":2}`, `{"errorRate":-1}`, `{"latency":"-1s"}`, `{"latency":"soon"}`, `{"rate":1}`} {
		i := fault.New(before)
		if r := do(Handler(i), "PUT", "/faults", body); r.Code != 400 || i.Settings() != before {
			t.Errorf("%q: got %d and %+v", body, r.Code, i.Settings())
		}
	}
}

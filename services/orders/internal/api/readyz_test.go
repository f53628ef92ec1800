package api

import (
	"context"
	"errors"
	"strings"
	"testing"

	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/health"
)

func TestReadinessEndsAsSoonAsDrainingBegins(t *testing.T) {
	s := start(t, nil)
	if r := s.do("GET", "/readyz", ""); r.Code != 200 || r.Header().Get("Connection") != "" {
		t.Errorf("got %d %v", r.Code, r.Header())
	}
	s.health.Drain()
	if r := s.do("GET", "/readyz", ""); r.Code != 503 || r.Body.String() != `{"status":"draining"}` {
		t.Errorf("got %d %s", r.Code, r.Body)
	}
	if r := s.do("GET", "/api/v1/orders", ""); r.Code != 200 || r.Header().Get("Connection") != "close" {
		t.Errorf("a draining service still serves, and asks for the next request to go elsewhere: got %d %v", r.Code, r.Header())
	}
}

func TestReadinessFailsWithARequiredCheck(t *testing.T) {
	gone := health.Check{Name: "db", Probe: func(context.Context) error { return errors.New("gone") }}
	s := start(t, func(d *Dependencies) { d.Health = health.New(build.Info{}, gone) })
	if r := s.do("GET", "/readyz", ""); r.Code != 503 {
		t.Errorf("got %d", r.Code)
	}
}

func TestProbesLeaveNoTrace(t *testing.T) {
	s := start(t, nil)
	s.do("GET", "/readyz", "")
	s.do("GET", "/livez", "")
	if s.logs.Len() > 0 || len(s.spans.Ended()) > 0 || strings.Contains(s.scrape(), "http_request_duration_seconds_count") {
		t.Errorf("got log %q and %d spans", s.logs, len(s.spans.Ended()))
	}
}

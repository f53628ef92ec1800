package api

import (
	"context"
	"errors"
	"testing"

	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/health"
)

func TestThePageForPeopleSaysWhatIsWrongAndStillServes(t *testing.T) {
	lost := health.Check{Name: "traces", Optional: true, Probe: func(context.Context) error { return errors.New("export failed") }}
	s := start(t, func(d *Dependencies) { d.Health = health.New(build.Info{Version: "1.2.3"}, lost) })
	r := s.do("GET", "/health", "")
	report := unmarshal[health.Report](t, r)
	if r.Code != 200 || report.Status != health.Degraded || report.Version != "1.2.3" || report.Checks[0].Error != "export failed" {
		t.Errorf("got %d %+v", r.Code, report)
	}
}

func TestThePageIsUnavailableWhileDraining(t *testing.T) {
	s := start(t, nil)
	s.health.Drain()
	if r := s.do("GET", "/health", ""); r.Code != 503 || unmarshal[health.Report](t, r).Status != health.Draining {
		t.Errorf("got %d", r.Code)
	}
}

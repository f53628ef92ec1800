package health

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"slipway.dev/services/orders/internal/build"
)

func check(name string, optional bool, err error) Check {
	return Check{Name: name, Optional: optional, Probe: func(context.Context) error { return err }}
}

func TestStatusIsTheWorstOfWhatMatters(t *testing.T) {
	broken := errors.New("broken")
	for name, test := range map[string]struct {
		checks []Check
		want   Status
		ready  bool
	}{
		"nothing to check":        {nil, OK, true},
		"all well":                {[]Check{check("a", false, nil), check("b", true, nil)}, OK, true},
		"an optional one failed":  {[]Check{check("a", false, nil), check("b", true, broken)}, Degraded, true},
		"a required one failed":   {[]Check{check("a", false, broken), check("b", false, nil)}, Failing, false},
		"the order does not help": {[]Check{check("a", false, broken), check("b", true, broken)}, Failing, false},
		"nor the other order":     {[]Check{check("a", true, broken), check("b", false, broken)}, Failing, false},
	} {
		t.Run(name, func(t *testing.T) {
			h := New(build.Info{}, test.checks...)
			if r := h.Report(context.Background()); r.Status != test.want || r.Ready() != test.ready || len(r.Checks) != len(test.checks) {
				t.Errorf("want %s, got %+v", test.want, r)
			}
			h.Drain()
			if r := h.Report(context.Background()); r.Status != Draining || r.Ready() {
				t.Errorf("draining wins over everything, got %+v", r)
			}
		})
	}
}

func TestAHangingCheckEndsWithinTheKubeletsPatience(t *testing.T) {
	hang := Check{Name: "slow", Probe: func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }}
	start := time.Now()
	r := New(build.Info{}, hang, hang).Report(context.Background())
	if r.Status != Failing || time.Since(start) >= time.Second {
		t.Errorf("got %s after %s", r.Status, time.Since(start))
	}
}

func TestTheReportSaysWhatRunsAndWhatFailed(t *testing.T) {
	h := New(build.Info{Version: "1.2.3", Commit: "abc", Time: "now"}, check("db", false, errors.New("gone")), check("cache", true, nil))
	h.started = time.Now().Add(-90 * time.Second)
	body, err := json.Marshal(h.Report(context.Background()))
	want := `{"status":"failing","version":"1.2.3","commit":"abc","buildTime":"now","uptimeSeconds":90,` +
		`"checks":[{"name":"db","status":"failing","error":"gone"},{"name":"cache","status":"ok"}]}`
	if err != nil || string(body) != want {
		t.Errorf("want %s\ngot  %s %v", want, body, err)
	}
	if body, _ := json.Marshal(New(build.Info{}).Report(context.Background())); !strings.Contains(string(body), `"checks":[]`) {
		t.Errorf("want a list even when empty, got %s", body)
	}
}

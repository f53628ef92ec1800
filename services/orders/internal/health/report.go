package health

import (
	"context"
	"time"

	"slipway.dev/services/orders/internal/build"
)

// Report is the whole picture, as /health shows it.
type Report struct {
	Status Status `json:"status"`
	build.Info
	UptimeSeconds int64    `json:"uptimeSeconds"`
	Checks        []Result `json:"checks"`
}

// Result is the outcome of one check.
type Result struct {
	Name   string `json:"name"`
	Status Status `json:"status"`
	Error  string `json:"error,omitempty"`
}

// Ready reports whether new traffic should come.
func (r Report) Ready() bool {
	return r.Status == OK || r.Status == Degraded
}

// Report runs every check, all together within the kubelet's patience.
func (h *Health) Report(ctx context.Context) Report {
	ctx, cancel := context.WithTimeout(ctx, checkTimeout)
	defer cancel()
	report := Report{Status: OK, Info: h.info, UptimeSeconds: int64(time.Since(h.started).Seconds()), Checks: []Result{}}
	for _, c := range h.checks {
		result := Result{Name: c.Name, Status: OK}
		if err := c.Probe(ctx); err != nil {
			result.Status, result.Error = Failing, err.Error()
		}
		report.Checks = append(report.Checks, result)
		report.Status = worse(report.Status, result.Status, c.Optional)
	}
	if h.IsDraining() {
		report.Status = Draining
	}
	return report
}

func worse(sum, check Status, optional bool) Status {
	switch {
	case check == OK:
		return sum
	case !optional:
		return Failing
	case sum == OK:
		return Degraded
	}
	return sum
}

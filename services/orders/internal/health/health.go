// Package health knows whether the service should get traffic, and tells people why.
package health

import (
	"context"
	"sync/atomic"
	"time"

	"slipway.dev/services/orders/internal/build"
)

// checkTimeout keeps the probes below the kubelet's own timeout (1 s by default) when a dependency hangs.
const checkTimeout = 800 * time.Millisecond

// Status is one word for people; readiness follows from it.
type Status string

const (
	// OK means that every check passed.
	OK Status = "ok"
	// Degraded means that a check failed that requests can do without.
	Degraded Status = "degraded"
	// Failing means that a check failed that requests need.
	Failing Status = "failing"
	// Draining means that the service is shutting down.
	Draining Status = "draining"
)

// Check is one dependency.
type Check struct {
	Name string
	// Optional checks degrade the service, but do not take it out of rotation.
	Optional bool
	Probe    func(context.Context) error
}

// Health is the state behind the probes.
type Health struct {
	info     build.Info
	started  time.Time
	checks   []Check
	draining atomic.Bool
}

// New returns the health of a service that has just started and may get traffic.
func New(info build.Info, checks ...Check) *Health {
	return &Health{info: info, started: time.Now(), checks: checks}
}

// Drain makes the service not ready, for good.
func (h *Health) Drain() { h.draining.Store(true) }

// IsDraining reports whether Drain was called.
func (h *Health) IsDraining() bool { return h.draining.Load() }

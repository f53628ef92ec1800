// Package fault makes the service fail on purpose, for canary and chaos experiments.
package fault

import (
	"context"
	"math/rand/v2"
	"sync/atomic"
	"time"
)

// Settings say how much of what goes wrong.
type Settings struct {
	// ErrorRate is the share of requests that fail, from 0 to 1.
	ErrorRate float64
	// Latency is added to every request.
	Latency time.Duration
}

// Injector decides the fate of each request. It exists only where configuration enabled it.
type Injector struct {
	settings atomic.Pointer[Settings]
}

// New returns an injector.
func New(s Settings) *Injector {
	i := &Injector{}
	i.Set(s)
	return i
}

// Settings returns what is injected now.
func (i *Injector) Settings() Settings { return *i.settings.Load() }

// Set changes what is injected from the next request on.
func (i *Injector) Set(s Settings) { i.settings.Store(&s) }

// Delay waits for the added latency, or until the client gives up.
func (i *Injector) Delay(ctx context.Context) (delayed bool) {
	latency := i.Settings().Latency
	if latency <= 0 {
		return false
	}
	timer := time.NewTimer(latency)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
	return true
}

// Fail draws whether this request fails.
func (i *Injector) Fail() bool {
	return rand.Float64() < i.Settings().ErrorRate
}

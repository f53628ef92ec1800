// Package lease makes sure that one process at a time does a piece of work, by a Lease object of Kubernetes' coordination API, and keeps
// a little state beside it.
//
// What holds, and what does not:
//   - A holder renews its lease every third of its duration, and gives up (its context ends) when it could not for two thirds.
//   - A contender takes over when it saw no sign of life for the whole duration, by its own clock: the times in the object are never
//     compared with it, so that skewed clocks do no harm. Clocks must only run about equally fast.
//   - Every write names the version of the object that it changes, so of two contenders one wins.
//   - A process that is stopped between a look at its context and a write elsewhere may still write after it lost the lease. No lock can
//     prevent that: hand [Held.Fence] to whatever is written to, which refuses a number lower than one that it has seen.
package lease

import (
	"context"
	"errors"
	"time"
)

// Config is who wants the lease and how long it lasts.
type Config struct {
	// Identity must be unique to this process: a pod's name and something random.
	Identity string
	// Duration is how long the death of a holder goes unnoticed; whole seconds.
	Duration time.Duration
}

// sighting is the last sign of life of a holder, and when this process saw it, by its own clock.
type sighting struct {
	holder      string
	renewed     time.Time
	transitions int64
	at          time.Time
}

func (s *sighting) update(o object) {
	if s.at.IsZero() || s.holder != o.holder() || s.transitions != o.transitions() || !s.renewed.Equal(o.renewed()) {
		*s = sighting{o.holder(), o.renewed(), o.transitions(), time.Now()}
	}
}

// Acquire waits until the lease is free, or its holder dead, and takes it. It fails when ctx ends or the API server refuses for good.
func (c *Client) Acquire(ctx context.Context, config Config) (*Held, error) {
	var seen sighting
	var asked time.Time
	for {
		o, err := c.get(ctx)
		if err == nil {
			seen.update(o)
			switch {
			case o.holder() == config.Identity:
				// The answer to our own patch was lost on its way.
				return hold(ctx, c, config, o, asked), nil
			case o.holder() == "" || time.Since(seen.at) >= o.promise():
				asked = time.Now()
				if o, err = c.patch(ctx, claim(o, config)); err == nil {
					return hold(ctx, c, config, o, asked), nil
				}
			}
		}
		if permanent(err) {
			return nil, err
		}
		wait := config.Duration / 8
		if errors.Is(err, errConflict) {
			wait = 0
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(context.Cause(ctx), err)
		case <-time.After(wait):
		}
	}
}

// claim makes the holder of o this process.
func claim(o object, c Config) object {
	now := microTime{time.Now()}
	seconds, transitions := int(c.Duration/time.Second), o.transitions()+1
	return object{
		Metadata: metadata{ResourceVersion: o.Metadata.ResourceVersion},
		Spec:     spec{&c.Identity, &seconds, &now, &now, &transitions},
	}
}

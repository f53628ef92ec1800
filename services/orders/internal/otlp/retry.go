package otlp

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

// transient is an error that another attempt may cure, no sooner than after wait.
type transient struct {
	err  error
	wait time.Duration
}

func (t transient) Error() string { return t.err.Error() }

// retry calls attempt until it succeeds, fails for good, or ctx has no time left for another one.
func retry(ctx context.Context, backoff time.Duration, attempt func() error) error {
	for n := 0; ; n++ {
		err := attempt()
		var again transient
		if !errors.As(err, &again) {
			return err
		}
		wait := max(again.wait, jitter(backoff<<min(n, 4)))
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) <= wait {
			return err
		}
		select {
		case <-ctx.Done():
			return err
		case <-time.After(wait):
		}
	}
}

// jitter spreads d over [d/2, 3d/2), so that pods that lost their collector together do not return together.
func jitter(d time.Duration) time.Duration {
	return d/2 + rand.N(max(d, 1))
}

// retryable lists the only statuses that OTLP/HTTP allows to be retried.
// https://opentelemetry.io/docs/specs/otlp/#retryable-response-codes
func retryable(status int) bool {
	switch status {
	case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return true
	}
	return false
}

// retryAfter reads both forms of the header (RFC 9110, section 10.2.3): seconds or a date.
func retryAfter(header string, now time.Time) time.Duration {
	if seconds, err := strconv.ParseInt(header, 10, 32); err == nil {
		return max(0, time.Duration(seconds)*time.Second)
	}
	if date, err := http.ParseTime(header); err == nil {
		return max(0, date.Sub(now))
	}
	return 0
}

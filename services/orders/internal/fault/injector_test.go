package fault

import (
	"context"
	"math"
	"testing"
	"time"
)

func TestTheErrorRateIsTheShareOfRequestsThatFail(t *testing.T) {
	const n = 20_000
	for _, rate := range []float64{0, .05, .5, 1} {
		i := New(Settings{ErrorRate: rate})
		failed := 0.0
		for range n {
			if i.Fail() {
				failed++
			}
		}
		// Five standard deviations: wrong once in millions of runs; at 0 and 1 exact.
		if tolerance := 5 * math.Sqrt(n*rate*(1-rate)); math.Abs(failed-n*rate) > tolerance {
			t.Errorf("rate %v: %v of %d failed", rate, failed, n)
		}
	}
}

func TestLatencyIsAddedAndEndsWithTheRequest(t *testing.T) {
	start := time.Now()
	if !New(Settings{Latency: 30 * time.Millisecond}).Delay(context.Background()) || time.Since(start) < 30*time.Millisecond {
		t.Errorf("want 30 ms, got %s", time.Since(start))
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	start = time.Now()
	New(Settings{Latency: time.Minute}).Delay(gone)
	if time.Since(start) > 10*time.Second {
		t.Error("outlived its request")
	}
	if New(Settings{}).Delay(context.Background()) {
		t.Error("no latency is no delay")
	}
}

func TestSettingsChangeForTheNextRequest(t *testing.T) {
	i := New(Settings{})
	i.Set(Settings{ErrorRate: 1})
	if !i.Fail() || i.Settings().ErrorRate != 1 {
		t.Error("want the new settings")
	}
}

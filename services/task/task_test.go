package task

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"slipway.dev/services/task/internal/kube"
	"slipway.dev/services/task/lease"
)

var night = time.Date(2026, 11, 21, 2, 0, 0, 0, time.UTC)

func contender(server http.RoundTripper, identity string, slot time.Time) Task {
	return Task{
		Client: &lease.Client{
			URL:   "http://api/apis/coordination.k8s.io/v1/namespaces/shop/leases/cleanup",
			HTTP:  &http.Client{Transport: server},
			Token: func() (string, error) { return "token", nil },
		},
		Lease: lease.Config{Identity: identity, Duration: 15 * time.Second},
		Slot:  slot,
		Log:   slog.New(slog.NewTextHandler(io.Discard, nil)),
	}
}

func TestTwoRunsOfOneSlotExecuteOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		var executed atomic.Int32
		outcomes := make(chan Outcome, 2)
		for i := range 2 {
			go func() {
				outcome, err := contender(server, strconv.Itoa(i), night).Run(context.Background(), func(context.Context, *Run) error {
					executed.Add(1)
					time.Sleep(time.Minute)
					return nil
				})
				if err != nil {
					t.Error(err)
				}
				outcomes <- outcome
			}()
		}
		got := []Outcome{<-outcomes, <-outcomes}
		slices.Sort(got)
		if executed.Load() != 1 || !slices.Equal(got, []Outcome{AlreadyDone, Executed}) {
			t.Errorf("executed %d times: %v", executed.Load(), got)
		}
	})
}

func TestTheNextRunKnowsWhereTheLastOneEndedThoughSlotsWereMissed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		run := func(slot time.Time, want Run, cursor string) Outcome {
			outcome, err := contender(server, "a", slot).Run(context.Background(), func(_ context.Context, got *Run) error {
				if !got.Slot.Equal(want.Slot) || !got.Since.Equal(want.Since) || got.Cursor != want.Cursor || got.Fence != want.Fence {
					t.Errorf("want %+v, got %+v", want, got)
				}
				return got.Save(cursor)
			})
			if err != nil {
				t.Error(err)
			}
			return outcome
		}
		later := night.Add(72 * time.Hour)
		run(night, Run{Slot: night, Fence: 1}, "100")
		run(later, Run{Slot: later, Since: night, Cursor: "100", Fence: 2}, "150")
		for _, done := range []time.Time{night, night.Add(24 * time.Hour), later} {
			if outcome := run(done, Run{}, "never"); outcome != AlreadyDone {
				t.Errorf("%v: %s", done, outcome)
			}
		}
		if got := server.Annotations(); got[lastSlot] != "2026-11-24T02:00:00Z" || got[lastCursor] != "150" {
			t.Errorf("got %v", got)
		}
	})
}

func TestARunByHandExecutesAndLeavesTheSlotsAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		for range 2 {
			outcome, err := contender(server, "a", time.Time{}).Run(context.Background(), func(context.Context, *Run) error { return nil })
			if err != nil || outcome != Executed || server.Annotations()[lastSlot] != nil {
				t.Errorf("%s %v %v", outcome, err, server.Annotations())
			}
		}
	})
}

func TestWorkThatFailsIsDoneAgainFromItsCursor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, broken := &kube.Server{}, errors.New("orders is away")
		_, err := contender(server, "a", night).Run(context.Background(), func(_ context.Context, run *Run) error {
			return errors.Join(run.Save("half"), broken)
		})
		if !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
		outcome, err := contender(server, "b", night).Run(context.Background(), func(_ context.Context, run *Run) error {
			if run.Cursor != "half" || !run.Since.IsZero() {
				t.Errorf("got %+v", run)
			}
			return nil
		})
		if outcome != Executed || err != nil {
			t.Errorf("got %s %v", outcome, err)
		}
	})
}

// The first holder is cut off in the middle of its work, and goes on for a while, as a process on a node without network would.
func TestAHolderThatIsCutOffIsTakenOverAndTellsItsWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		var cut atomic.Bool
		severed := roundTripper(func(r *http.Request) (*http.Response, error) {
			if cut.Load() {
				return nil, errors.New("no route to host")
			}
			return server.RoundTrip(r)
		})
		stopped := make(chan error)
		go func() {
			_, err := contender(severed, "a", night).Run(context.Background(), func(ctx context.Context, run *Run) error {
				_ = run.Save("half")
				cut.Store(true)
				<-ctx.Done()
				return ctx.Err()
			})
			stopped <- err
		}()
		synctest.Wait()
		outcome, err := contender(server, "b", night).Run(context.Background(), func(_ context.Context, run *Run) error {
			if run.Fence != 2 || run.Cursor != "half" {
				t.Errorf("got %+v", run)
			}
			return nil
		})
		if outcome != Executed || err != nil {
			t.Errorf("got %s %v", outcome, err)
		}
		if err := <-stopped; !errors.Is(err, lease.ErrLost) {
			t.Errorf("got %v", err)
		}
	})
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestAnAPIServerThatIsAwayForAMomentDisturbsNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		server := &kube.Server{Fault: func(string) kube.Fault {
			if phase := time.Since(began) % (20 * time.Second); phase > 16*time.Second {
				return kube.Overloaded
			}
			return kube.None
		}}
		outcome, err := contender(server, "a", night).Run(context.Background(), func(ctx context.Context, _ *Run) error {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(5 * time.Minute):
				return nil
			}
		})
		if outcome != Executed || err != nil {
			t.Errorf("got %s %v", outcome, err)
		}
	})
}

func TestARecordThatMakesNoSenseStopsTheTask(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		server.Edit(map[string]any{"metadata": map[string]any{"annotations": map[string]any{lastSlot: "yesterday"}}})
		_, err := contender(server, "a", night).Run(context.Background(), func(context.Context, *Run) error {
			t.Error("executed")
			return nil
		})
		if err == nil || !strings.Contains(err.Error(), `found "yesterday"`) {
			t.Errorf("got %v", err)
		}
	})
}

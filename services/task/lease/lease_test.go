package lease

import (
	"context"
	"errors"
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"slipway.dev/services/task/internal/kube"
)

const duration = 15 * time.Second

func client(server http.RoundTripper) *Client {
	return &Client{
		URL:   "http://api/apis/coordination.k8s.io/v1/namespaces/shop/leases/cleanup",
		HTTP:  &http.Client{Transport: server},
		Token: func() (string, error) { return "token", nil },
	}
}

func acquire(t *testing.T, server http.RoundTripper, identity string) *Held {
	t.Helper()
	h, err := client(server).Acquire(context.Background(), Config{identity, duration})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func release(t *testing.T, h *Held) {
	t.Helper()
	if err := h.Release(nil); err != nil {
		t.Error(err)
	}
}

func TestAFreeLeaseIsHadAtOnceAndEveryHolderHasAHigherFence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, began := &kube.Server{}, time.Now()
		for want := int64(1); want <= 3; want++ {
			h := acquire(t, server, "a")
			if h.Fence() != want {
				t.Errorf("want fence %d, got %d", want, h.Fence())
			}
			release(t, h)
		}
		if waited := time.Since(began); waited > 0 {
			t.Errorf("waited %v", waited)
		}
	})
}

func TestAContenderWaitsAsLongAsTheHolderLives(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		first := acquire(t, server, "a")
		var second atomic.Pointer[Held]
		go func() { second.Store(acquire(t, server, "b")) }()
		time.Sleep(20 * duration)
		if second.Load() != nil || first.Context().Err() != nil {
			t.Fatal("the contender did not wait")
		}
		release(t, first)
		time.Sleep(duration / 4)
		if h := second.Load(); h == nil || h.Fence() != 2 {
			t.Fatal("the contender did not come next")
		} else {
			release(t, h)
		}
	})
}

// The clocks of the two differ by a day: only durations, each by one clock, decide.
func TestADeadHolderIsSucceededAfterItsOwnPromiseWhateverTheClocksSay(t *testing.T) {
	for _, skew := range []time.Duration{-24 * time.Hour, 0, 24 * time.Hour} {
		synctest.Test(t, func(t *testing.T) {
			server, began := &kube.Server{}, time.Now()
			renewed := microTime{began.Add(skew)}.UTC().Format("2006-01-02T15:04:05.000000Z")
			server.Edit(map[string]any{"spec": map[string]any{
				"holderIdentity": "dead", "leaseDurationSeconds": 40, "renewTime": renewed, "leaseTransitions": 7,
			}})
			h := acquire(t, server, "b")
			if waited := time.Since(began); waited < 40*time.Second || waited > 43*time.Second {
				t.Errorf("waited %v", waited)
			}
			if h.Fence() != 8 {
				t.Errorf("got fence %d", h.Fence())
			}
			release(t, h)
		})
	}
}

func TestAHolderThatCannotRenewGivesUpBeforeAnybodyTakesOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		cut := &cable{server: server}
		h := acquire(t, cut, "a")
		cut.broken.Store(true)
		lostAt := make(chan time.Time, 1)
		context.AfterFunc(h.Context(), func() { lostAt <- time.Now() })
		next := acquire(t, server, "b")
		if !errors.Is(context.Cause(h.Context()), ErrLost) {
			t.Fatalf("still at work: %v", context.Cause(h.Context()))
		}
		if margin := time.Since(<-lostAt); margin < duration/4 {
			t.Errorf("taken over %v after it was given up", margin)
		}
		cut.broken.Store(false)
		if err := h.Annotate(map[string]string{"x": "y"}); !errors.Is(err, ErrLost) || len(server.Annotations()) > 0 {
			t.Errorf("wrote after the loss: %v %v", err, server.Annotations())
		}
		if err := h.Release(nil); !errors.Is(err, ErrLost) {
			t.Errorf("got %v", err)
		}
		release(t, next)
	})
}

// cable is a connection that can be cut for one of two clients.
type cable struct {
	server http.RoundTripper
	broken atomic.Bool
}

func (c *cable) RoundTrip(r *http.Request) (*http.Response, error) {
	if c.broken.Load() {
		return nil, errors.New("no route to host")
	}
	return c.server.RoundTrip(r)
}

func TestATakeoverIsNoticedAtTheNextWrite(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		h := acquire(t, server, "a")
		server.Edit(map[string]any{"spec": map[string]any{"holderIdentity": "b", "leaseTransitions": 2}})
		if err := h.Annotate(map[string]string{"x": "y"}); !errors.Is(err, ErrLost) {
			t.Errorf("got %v", err)
		}
		synctest.Wait()
		if !errors.Is(context.Cause(h.Context()), ErrLost) {
			t.Error("the work goes on")
		}
		_ = h.Release(nil)
	})
}

func TestSomebodyElsesAnnotationIsNoTakeoverAndSurvives(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		h := acquire(t, server, "a")
		server.Edit(map[string]any{"metadata": map[string]any{"annotations": map[string]any{"theirs": "1"}}})
		if err := h.Annotate(map[string]string{"ours": "2"}); err != nil {
			t.Fatal(err)
		}
		if got := server.Annotations(); got["theirs"] != "1" || got["ours"] != "2" || h.Annotations()["theirs"] != "1" {
			t.Errorf("got %v", got)
		}
		release(t, h)
	})
}

func TestAPatchWhoseAnswerWasLostCountsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, lost := &kube.Server{}, 0
		server.Fault = func(method string) kube.Fault {
			if method == http.MethodPatch && lost < 1 {
				lost++
				return kube.AnswerLost
			}
			return kube.None
		}
		h := acquire(t, server, "a")
		if h.Fence() != 1 {
			t.Errorf("acquired twice: fence %d", h.Fence())
		}
		lost = 0
		if err := h.Annotate(map[string]string{"x": "y"}); err != nil {
			t.Error(err)
		}
		lost = 0
		release(t, h)
	})
}

func TestARefusalIsReportedAtOnceWithWhatToDo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, began := &kube.Server{Fault: func(string) kube.Fault { return kube.Forbidden }}, time.Now()
		_, err := client(server).Acquire(context.Background(), Config{"a", duration})
		if err == nil || err.Error() != "the service account may not use the Lease: leases is forbidden" || time.Since(began) > 0 {
			t.Errorf("got %v", err)
		}
		server.Fault = nil
		server.Delete()
		_, err = client(server).Acquire(context.Background(), Config{"a", duration})
		if err == nil || err.Error() != "the Lease is gone: deploy the stack again, which makes it: not found" {
			t.Errorf("got %v", err)
		}
	})
}

func TestWaitingEndsWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		h := acquire(t, server, "a")
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if _, err := client(server).Acquire(ctx, Config{"b", duration}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		release(t, h)
	})
}

func TestAProcessThatIsToldToStopStillGivesTheLeaseBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := &kube.Server{}
		ctx, stop := context.WithCancel(context.Background())
		h, err := client(server).Acquire(ctx, Config{"a", duration})
		if err != nil {
			t.Fatal(err)
		}
		stop()
		<-h.Context().Done()
		release(t, h)
		began := time.Now()
		release(t, acquire(t, server, "b"))
		if waited := time.Since(began); waited > 0 {
			t.Errorf("the next waited %v", waited)
		}
	})
}

// For any pattern of faults, with holders that die at any time: never are two inside at once, fences only grow, and all come through.
func TestNeverTwoAtOnceWhateverFails(t *testing.T) {
	for seed := range uint64(60) {
		synctest.Test(t, func(t *testing.T) {
			dice := rand.New(rand.NewPCG(seed, 0))
			server := &kube.Server{Fault: func(string) kube.Fault {
				return []kube.Fault{kube.None, kube.None, kube.None, kube.Unreachable, kube.AnswerLost, kube.Overloaded}[dice.IntN(6)]
			}}
			type plan struct {
				arrives, works time.Duration
				dies           bool
			}
			plans := make([]plan, 5)
			for i := range plans {
				plans[i] = plan{time.Duration(dice.IntN(60)) * time.Second, time.Duration(dice.IntN(40)) * time.Second, dice.IntN(2) == 0}
			}
			var inside atomic.Int32
			var highest atomic.Int64
			done := make(chan bool)
			for i, p := range plans {
				go func() {
					defer func() { done <- true }()
					time.Sleep(p.arrives)
					cut := &cable{server: server}
					h, err := client(cut).Acquire(context.Background(), Config{strconv.Itoa(i), duration})
					if err != nil {
						t.Errorf("seed %d: %v", seed, err)
						return
					}
					if n := inside.Add(1); n > 1 || h.Fence() <= highest.Load() {
						t.Errorf("seed %d: %d inside, fence %d after %d", seed, n, h.Fence(), highest.Load())
					}
					highest.Store(h.Fence())
					select {
					case <-time.After(p.works):
					case <-h.Context().Done():
					}
					inside.Add(-1)
					// The dead neither renew nor release.
					cut.broken.Store(p.dies)
					_ = h.Release(nil)
				}()
			}
			for range plans {
				<-done
			}
		})
	}
}

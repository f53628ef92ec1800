package lease

import (
	"context"
	"errors"
	"maps"
	"sync"
	"time"
)

// Held is a lease that this process holds until it is released or lost.
type Held struct {
	client *Client
	config Config
	fence  int64

	// work ends with the caller's context or with the lease; alive only with the lease, so that a process that is told to stop can
	// still give the lease back.
	work, alive context.Context
	lose        context.CancelCauseFunc
	// expiry loses the lease when no renewal came through for two thirds of its duration; a contender waits for the whole.
	expiry *time.Timer
	stop   chan struct{}
	done   sync.WaitGroup

	// mu orders the writes of this process; current is the object as of the last.
	mu      sync.Mutex
	current object
}

// hold starts to renew o, which was asked for at that time.
func hold(ctx context.Context, c *Client, config Config, o object, asked time.Time) *Held {
	h := &Held{client: c, config: config, fence: o.transitions(), current: o, stop: make(chan struct{})}
	h.alive, h.lose = context.WithCancelCause(context.WithoutCancel(ctx))
	work, end := context.WithCancelCause(ctx)
	context.AfterFunc(h.alive, func() { end(context.Cause(h.alive)) })
	h.work = work
	h.expiry = time.AfterFunc(time.Until(asked.Add(h.patience())), func() { h.lose(ErrLost) })
	h.done.Go(h.renew)
	return h
}

func (h *Held) patience() time.Duration { return h.config.Duration * 2 / 3 }

// Context is for the work: it ends when the lease is lost, with [ErrLost] as its cause, and with the context given to Acquire.
func (h *Held) Context() context.Context { return h.work }

// Fence is a number that grows with every change of holder.
func (h *Held) Fence() int64 { return h.fence }

// Annotations are those of the object, of other writers too.
func (h *Held) Annotations() map[string]string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return maps.Clone(h.current.Metadata.Annotations)
}

// Annotate writes annotations beside those that are there, if the lease is still held.
func (h *Held) Annotate(annotations map[string]string) error {
	return h.insist(object{Metadata: metadata{Annotations: annotations}})
}

// Release gives the lease back, writing annotations in the same step. Renewal ends in any case, and so does [Held.Context].
func (h *Held) Release(annotations map[string]string) error {
	close(h.stop)
	h.done.Wait()
	nobody := ""
	err := h.insist(object{Metadata: metadata{Annotations: annotations}, Spec: spec{Holder: &nobody}})
	h.expiry.Stop()
	h.lose(context.Canceled)
	return err
}

func (h *Held) renew() {
	ticker := time.NewTicker(h.config.Duration / 3)
	defer ticker.Stop()
	for {
		select {
		case <-h.stop:
			return
		case <-h.alive.Done():
			return
		case <-ticker.C:
			_ = h.insist(object{})
		}
	}
}

// insist writes until it succeeds, is refused for good or the lease is lost.
func (h *Held) insist(change object) error {
	for {
		err := h.write(change)
		if err == nil || permanent(err) || errors.Is(err, ErrLost) {
			return err
		}
		select {
		case <-h.alive.Done():
			return errors.Join(context.Cause(h.alive), err)
		case <-time.After(h.config.Duration / 20):
		}
	}
}

// write changes the object as its holder, which renews the lease as well.
func (h *Held) write(change object) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.alive.Err() != nil {
		return context.Cause(h.alive)
	}
	asked := time.Now()
	change.Spec.Renewed = &microTime{asked}
	change.Metadata.ResourceVersion = h.current.Metadata.ResourceVersion
	o, err := h.client.patch(h.alive, change)
	if errors.Is(err, errConflict) {
		return h.reread(err, change.Spec.Holder != nil)
	}
	if err != nil {
		return err
	}
	h.current = o
	h.expiry.Reset(time.Until(asked.Add(h.patience())))
	return nil
}

// reread finds out who changed the object: somebody who annotated it, a new holder, or this process itself, whose answer was lost.
func (h *Held) reread(conflict error, releasing bool) error {
	o, err := h.client.get(h.alive)
	switch {
	case err != nil:
		return err
	case releasing && o.holder() == "" && o.transitions() == h.fence:
		return nil
	case o.holder() != h.config.Identity || o.transitions() != h.fence:
		h.lose(ErrLost)
		return ErrLost
	}
	h.current = o
	return conflict
}

// Package task runs a scheduled job once for each of its slots, though Kubernetes may start it twice or not at all.
//
// A CronJob promises neither: two Jobs may overlap in spite of concurrencyPolicy Forbid, a Job's pod may be replaced while the first
// still runs on a node that cannot be reached, and slots are dropped while the controller is away (the CronJob documentation:
// "jobs should be idempotent"). So each run takes a lease, and the lease remembers how far the task has come:
//
//   - Two runs are never inside at the same time; the one that comes second waits.
//   - A slot that is recorded as done is never executed again, nor is one before it.
//   - A slot that was missed is caught up by the next: [Run.Since] says where the last recorded one ended.
//   - Work that fails, or whose process dies, is done again, from the last cursor that it saved.
//
// The one gap is a process that dies after its last effect and before the record: then the work is repeated. Close it, where it
// matters, by sending [Run.Fence] and [Run.Slot] with each effect, for the receiver to refuse what it has seen.
package task

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"slipway.dev/services/task/lease"
)

// State of a task, in annotations of its Lease.
const (
	lastSlot   = "slipway.dev/last-slot"
	lastCursor = "slipway.dev/cursor"
)

// Task is one process of a scheduled job.
type Task struct {
	Client *lease.Client
	Lease  lease.Config
	// Slot is the time that this run was scheduled for; zero for a run that was started by hand.
	Slot time.Time
	Log  *slog.Logger
}

// Outcome is how a run ended that did not fail.
type Outcome string

// The slot was executed now, or another run had done it before.
const (
	Executed    Outcome = "executed"
	AlreadyDone Outcome = "already done"
)

// Work does what the task is for. It must return soon after ctx ends: the lease is lost then, or the process is told to stop.
type Work func(ctx context.Context, run *Run) error

// Run does the work, unless the slot is done, and records it. A run that was started by hand always does the work and leaves the
// record of the slots alone: its clock is not the schedule's.
func (t Task) Run(ctx context.Context, work Work) (Outcome, error) {
	held, err := t.Client.Acquire(ctx, t.Lease)
	if err != nil {
		return "", fmt.Errorf("the lease could not be had: %w", err)
	}
	run, err := t.begin(held)
	if err != nil {
		return "", errors.Join(err, held.Release(nil))
	}
	if !t.Slot.IsZero() && !t.Slot.After(run.Since) {
		return AlreadyDone, held.Release(nil)
	}
	t.Log.Info("executing", "slot", stamp(run.Slot), "since", stamp(run.Since), "fence", run.Fence, "cursor", run.Cursor)
	if err := work(held.Context(), run); err != nil {
		if lost := context.Cause(held.Context()); lost != nil {
			err = fmt.Errorf("%w (%w)", err, lost)
		}
		return "", errors.Join(err, held.Release(nil))
	}
	if err := held.Release(t.done()); err != nil {
		return "", fmt.Errorf("the work is done but not recorded, and will be repeated: %w", err)
	}
	return Executed, nil
}

func (t Task) begin(held *lease.Held) (*Run, error) {
	state := held.Annotations()
	run := &Run{Slot: t.Slot, Fence: held.Fence(), Cursor: state[lastCursor], held: held}
	if text := state[lastSlot]; text != "" {
		since, err := time.Parse(time.RFC3339, text)
		if err != nil {
			return nil, fmt.Errorf("annotation %s of the Lease: expected a time such as 2026-01-02T03:04:00Z, found %q", lastSlot, text)
		}
		run.Since = since
	}
	return run, nil
}

// done is what a finished run records: its slot, and that no work is left half done.
func (t Task) done() map[string]string {
	if t.Slot.IsZero() {
		return nil
	}
	return map[string]string{lastSlot: stamp(t.Slot)}
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

package task

import (
	"time"

	"slipway.dev/services/task/lease"
)

// Run is what the work may know.
type Run struct {
	// Slot is the time that this run was scheduled for; zero for one that was started by hand.
	Slot time.Time
	// Since is the last slot that was done; zero at first. Everything after it and up to Slot is this run's to do.
	Since time.Time
	// Fence grows with every run: a receiver of effects refuses a number lower than one that it has seen.
	Fence int64
	// Cursor is what the last [Run.Save] left, be it in this run, one that died or one that finished.
	Cursor string

	held *lease.Held
}

// Save keeps a small text, at most a few kilobytes, for the run that continues this one or comes next. It fails when the lease is lost.
func (r *Run) Save(cursor string) error {
	if err := r.held.Annotate(map[string]string{lastCursor: cursor}); err != nil {
		return err
	}
	r.Cursor = cursor
	return nil
}

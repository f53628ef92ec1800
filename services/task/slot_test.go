package task

import (
	"strconv"
	"testing"
	"time"
)

func TestTheSlotOfAScheduledJobIsInItsName(t *testing.T) {
	at := time.Date(2026, 11, 21, 2, 30, 0, 0, time.UTC)
	if got := slotOf("orders-cleanup-"+strconv.FormatInt(at.Unix()/60, 10), "orders-cleanup"); !got.Equal(at) {
		t.Errorf("want %v, got %v", at, got)
	}
}

func TestARunByHandHasNoSlot(t *testing.T) {
	for _, job := range []string{
		"", "cleanup", "cleanup-", "by-hand", "cleanup-by-hand", "cleanup-1", "cleanup-2938281x", "cleanup--29382810", "cleanup-2938281012345",
		"other-29382810", "cleanup-by-hand-29382810",
	} {
		if got := slotOf(job, "cleanup"); !got.IsZero() {
			t.Errorf("%q: got %v", job, got)
		}
	}
}

func FuzzSlot(f *testing.F) {
	f.Add("cleanup-29382810")
	f.Add("cleanup-by-hand")
	f.Fuzz(func(t *testing.T, job string) {
		slot := slotOf(job, "cleanup")
		if !slot.IsZero() && job != "cleanup-"+strconv.FormatInt(slot.Unix()/60, 10) {
			t.Errorf("%q: got %v", job, slot)
		}
	})
}

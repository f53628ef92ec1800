package store

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"slipway.dev/services/orders/internal/order"
)

var ctx = context.Background()

func filled(t *testing.T, capacity, orders int) *Memory {
	t.Helper()
	m := NewMemory(capacity)
	for i := range orders {
		if err := m.Add(ctx, order.Order{ID: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

func TestAFullStoreForgetsItsOldestOrder(t *testing.T) {
	m := filled(t, 3, 5)
	for id, want := range map[string]error{"0": order.ErrNotFound, "1": order.ErrNotFound, "2": nil, "4": nil, "": order.ErrNotFound} {
		if o, err := m.Get(ctx, id); !errors.Is(err, want) || err == nil && o.ID != id {
			t.Errorf("%q: want %v, got %v %v", id, want, o, err)
		}
	}
	if m.Len() != 3 {
		t.Errorf("want 3 orders, got %d", m.Len())
	}
}

// For any capacity, number of orders and page size, the pages together are exactly what is stored, newest first.
func TestPagesAreTheWholeStoreOnceNewestFirst(t *testing.T) {
	for range 300 {
		capacity, orders, limit := 1+rand.IntN(8), rand.IntN(20), 1+rand.IntN(6)
		m := filled(t, capacity, orders)
		next, after := orders-1, ""
		for pages := 0; ; pages++ {
			page, more, err := m.List(ctx, after, limit)
			if err != nil || len(page) > limit || pages > orders+1 {
				t.Fatalf("capacity %d, %d orders, limit %d: %v %v", capacity, orders, limit, page, err)
			}
			for _, o := range page {
				if o.ID != fmt.Sprint(next) {
					t.Fatalf("capacity %d, %d orders, limit %d: want order %d, got %s", capacity, orders, limit, next, o.ID)
				}
				after, next = o.ID, next-1
			}
			if !more {
				break
			}
		}
		if stored := min(capacity, orders); orders-1-next != stored {
			t.Fatalf("capacity %d, %d orders, limit %d: want %d orders listed, got %d", capacity, orders, limit, stored, orders-1-next)
		}
	}
}

func TestOrdersThatArriveBetweenTwoPagesNeitherRepeatNorHideOthers(t *testing.T) {
	m := filled(t, 10, 4)
	first, _, _ := m.List(ctx, "", 2)
	_ = m.Add(ctx, order.Order{ID: "new"})
	second, more, err := m.List(ctx, first[1].ID, 2)
	if err != nil || more || second[0].ID != "1" || second[1].ID != "0" {
		t.Errorf("got %v, %v, %v", second, more, err)
	}
}

func TestACursorThatIsGoneIsAnError(t *testing.T) {
	if _, _, err := filled(t, 2, 3).List(ctx, "0", 1); !errors.Is(err, order.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}

// Meaningful under -race.
func TestConcurrentUseIsSafe(t *testing.T) {
	m := NewMemory(16)
	var wg sync.WaitGroup
	for w := range 8 {
		wg.Go(func() {
			for i := range 200 {
				id := fmt.Sprint(w, "-", i)
				_ = m.Add(ctx, order.Order{ID: id})
				_, _ = m.Get(ctx, id)
				_, _, _ = m.List(ctx, "", 5)
			}
		})
	}
	wg.Wait()
	if m.Len() != 16 || len(m.byID) != 16 {
		t.Errorf("want 16 orders, got %d and %d ids", m.Len(), len(m.byID))
	}
}

// For any history of orders that age and are dropped, what is left is exactly the orders that are young enough, and fits the capacity.
func TestDroppingForgetsTheOldAndNothingElse(t *testing.T) {
	birth := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for range 300 {
		capacity := 1 + rand.IntN(8)
		m, want := NewMemory(capacity), []string{}
		first, added := 0, 0
		for range 30 {
			if rand.IntN(3) > 0 {
				id := fmt.Sprint(added)
				_ = m.Add(ctx, order.Order{ID: id, CreatedAt: birth.Add(time.Duration(added) * time.Hour)})
				added++
				first = max(first, added-capacity)
			} else {
				cutoff, limit := rand.IntN(added+1), 1+rand.IntN(4)
				expected := min(limit, max(0, cutoff-first))
				dropped, more, err := m.DropBefore(ctx, birth.Add(time.Duration(cutoff)*time.Hour), limit)
				first += dropped
				if err != nil || dropped != expected || more != (first < cutoff) {
					t.Fatalf("capacity %d, before %d of %d, limit %d: want %d, got %d, more %v", capacity, cutoff, added, limit, expected, dropped, more)
				}
			}
			want = want[:0]
			for n := added - 1; n >= first; n-- {
				want = append(want, fmt.Sprint(n))
			}
			page, _, _ := m.List(ctx, "", capacity)
			got := []string{}
			for _, o := range page {
				got = append(got, o.ID)
			}
			if !slices.Equal(got, want) || m.Len() != len(want) || len(m.byID) != len(want) {
				t.Fatalf("capacity %d: want %v, got %v with %d ids", capacity, want, got, len(m.byID))
			}
		}
	}
}

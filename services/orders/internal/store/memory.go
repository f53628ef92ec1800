// Package store keeps orders.
package store

import (
	"context"
	"sync"
	"time"

	"slipway.dev/services/orders/internal/order"
)

// Memory keeps the newest orders, up to its capacity, in the memory of this process: replicas do not share them and a restart forgets
// them. It is what a sample needs; a database would stand behind the same methods.
type Memory struct {
	mu sync.RWMutex
	// ring holds the order with sequence number n at n % capacity; it grows to capacity and then overwrites the oldest.
	ring     []order.Order
	capacity int
	// oldest is the sequence number of the oldest order, next that of the next one.
	oldest, next int
	byID         map[string]int
}

// NewMemory returns an empty store for up to capacity orders.
func NewMemory(capacity int) *Memory {
	return &Memory{capacity: capacity, byID: map[string]int{}}
}

// Add stores o, forgetting the oldest order when the store is full.
func (m *Memory) Add(_ context.Context, o order.Order) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.next-m.oldest == m.capacity {
		m.forgetOldest()
	}
	if slot := m.next % m.capacity; slot < len(m.ring) {
		m.ring[slot] = o
	} else {
		m.ring = append(m.ring, o)
	}
	m.byID[o.ID] = m.next
	m.next++
	return nil
}

// Get returns the order with that id, or order.ErrNotFound.
func (m *Memory) Get(_ context.Context, id string) (order.Order, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n, found := m.byID[id]
	if !found {
		return order.Order{}, order.ErrNotFound
	}
	return m.ring[n%m.capacity], nil
}

// List returns up to limit orders, newest first, that are older than the order with the id after ("" starts with the newest), and
// whether there are more. It returns order.ErrNotFound when after is gone.
func (m *Memory) List(_ context.Context, after string, limit int) (page []order.Order, more bool, err error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	newest := m.next - 1
	if after != "" {
		n, found := m.byID[after]
		if !found {
			return nil, false, order.ErrNotFound
		}
		newest = n - 1
	}
	page = make([]order.Order, 0, max(0, min(limit, newest-m.oldest+1)))
	for n := newest; n >= m.oldest && len(page) < limit; n-- {
		page = append(page, m.ring[n%m.capacity])
	}
	return page, newest-len(page) >= m.oldest, nil
}

// DropBefore forgets up to limit orders that were created before that time, oldest first, and tells whether there are more.
func (m *Memory) DropBefore(_ context.Context, created time.Time, limit int) (dropped int, more bool, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	expired := func() bool {
		return m.oldest < m.next && m.ring[m.oldest%m.capacity].CreatedAt.Before(created)
	}
	for dropped < limit && expired() {
		m.forgetOldest()
		dropped++
	}
	return dropped, expired(), nil
}

func (m *Memory) forgetOldest() {
	o := &m.ring[m.oldest%m.capacity]
	delete(m.byID, o.ID)
	*o = order.Order{}
	m.oldest++
}

// Len returns the number of orders in the store.
func (m *Memory) Len() int {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.next - m.oldest
}

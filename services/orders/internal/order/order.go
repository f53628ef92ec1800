// Package order is the domain: what an order is and which drafts may become one.
package order

import (
	"crypto/rand"
	"errors"
	"time"
)

// ErrNotFound means that no order has that id, or has it any longer.
var ErrNotFound = errors.New("no such order")

// Draft is what a customer sends.
type Draft struct {
	Customer string `json:"customer"`
	Currency string `json:"currency"`
	Items    []Item `json:"items"`
}

// Item is one line of an order.
type Item struct {
	SKU      string `json:"sku"`
	Quantity int64  `json:"quantity"`
	// UnitPrice is in the currency's minor unit (cents): money is never a float.
	UnitPrice int64 `json:"unitPrice"`
}

// Order is an accepted draft.
type Order struct {
	ID string `json:"id"`
	Draft
	// Total is in the currency's minor unit; the limits of Validate keep it far from overflow.
	Total     int64     `json:"total"`
	CreatedAt time.Time `json:"createdAt"`
}

// Accept turns a valid draft into an order. Its id has 130 random bits, so that knowing one order says nothing about the others.
func Accept(d Draft, now time.Time) Order {
	o := Order{ID: rand.Text(), Draft: d, CreatedAt: now.UTC().Truncate(time.Millisecond)}
	for _, item := range d.Items {
		o.Total += item.Quantity * item.UnitPrice
	}
	return o
}

package order

import (
	"math/rand/v2"
	"regexp"
	"testing"
	"time"
)

func TestIdsCannotBeGuessedAndFitAURL(t *testing.T) {
	safe := regexp.MustCompile(`^[A-Z2-7]{26}$`)
	seen := map[string]bool{}
	for range 1000 {
		id := Accept(valid(), time.Now()).ID
		if seen[id] || !safe.MatchString(id) {
			t.Fatalf("got %q", id)
		}
		seen[id] = true
	}
}

func TestTotalsAreExactForWhateverValidateAccepts(t *testing.T) {
	for range 200 {
		d := Draft{Customer: "c", Currency: "EUR"}
		want := 0.0
		for range 1 + rand.IntN(maxItems) {
			item := Item{"a", 1 + rand.Int64N(maxQuantity), rand.Int64N(maxUnitPrice + 1)}
			want += float64(item.Quantity) * float64(item.UnitPrice)
			d.Items = append(d.Items, item)
		}
		if found := d.Validate(); len(found) > 0 {
			t.Fatal(found)
		}
		// Below 2⁵³ a float64 is exact, and the largest total is below 10¹⁵.
		if got := Accept(d, time.Now()).Total; float64(got) != want {
			t.Fatalf("want %.0f, got %d", want, got)
		}
	}
}

func TestTimesAreUTCInMilliseconds(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 6_007_008, time.FixedZone("", 7200))
	if got := Accept(valid(), at).CreatedAt.Format(time.RFC3339Nano); got != "2026-01-02T01:04:05.006Z" {
		t.Errorf("got %s", got)
	}
}

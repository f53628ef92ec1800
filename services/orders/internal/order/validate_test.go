package order

import (
	"slices"
	"strings"
	"testing"
)

func valid() Draft {
	return Draft{Customer: "c1", Currency: "EUR", Items: []Item{{SKU: "a", Quantity: 2, UnitPrice: 150}}}
}

func TestADraftAtEveryLimitIsValid(t *testing.T) {
	most := Item{SKU: strings.Repeat("~", maxText), Quantity: maxQuantity, UnitPrice: maxUnitPrice}
	for _, d := range []Draft{valid(), {strings.Repeat(" ", maxText), "USD", slices.Repeat([]Item{most}, maxItems)}, {"c", "XXX", []Item{{"a", 1, 0}}}} {
		if found := d.Validate(); len(found) > 0 {
			t.Errorf("%v", found)
		}
	}
}

func TestEachMistakeIsNamedByItsPointer(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Draft)
		want   []string
	}{
		"nothing at all":     {func(d *Draft) { *d = Draft{} }, []string{"#/customer", "#/currency", "#/items"}},
		"a long customer":    {func(d *Draft) { d.Customer = strings.Repeat("x", maxText+1) }, []string{"#/customer"}},
		"a control byte":     {func(d *Draft) { d.Customer = "a\nb" }, []string{"#/customer"}},
		"not ASCII":          {func(d *Draft) { d.Items[0].SKU = "ä" }, []string{"#/items/0/sku"}},
		"a small currency":   {func(d *Draft) { d.Currency = "eur" }, []string{"#/currency"}},
		"too many items":     {func(d *Draft) { d.Items = slices.Repeat(d.Items, maxItems+1) }, []string{"#/items"}},
		"nothing ordered":    {func(d *Draft) { d.Items[0].Quantity = 0 }, []string{"#/items/0/quantity"}},
		"too much ordered":   {func(d *Draft) { d.Items[0].Quantity = maxQuantity + 1 }, []string{"#/items/0/quantity"}},
		"a negative price":   {func(d *Draft) { d.Items[0].UnitPrice = -1 }, []string{"#/items/0/unitPrice"}},
		"an exorbitant one":  {func(d *Draft) { d.Items[0].UnitPrice = maxUnitPrice + 1 }, []string{"#/items/0/unitPrice"}},
		"one of two items":   {func(d *Draft) { d.Items = append(d.Items, Item{}) }, []string{"#/items/1/sku", "#/items/1/quantity"}},
		"everything is told": {func(d *Draft) { d.Customer, d.Items[0].SKU = "", "" }, []string{"#/customer", "#/items/0/sku"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := valid()
			test.change(&d)
			var got []string
			for _, v := range d.Validate() {
				got = append(got, v.Pointer)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("want %v, got %v", test.want, got)
			}
		})
	}
}

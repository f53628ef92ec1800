package order

import (
	"fmt"
	"regexp"
)

// Limits of a draft. Together they keep a total below 10¹⁵, far from overflow.
const (
	maxText      = 64
	maxItems     = 100
	maxQuantity  = 10_000
	maxUnitPrice = 1_000_000_000
)

// Violation is one reason to refuse a draft.
type Violation struct {
	// Pointer is a JSON Pointer as a URI fragment (RFC 6901), such as "#/items/0/quantity".
	Pointer string `json:"pointer"`
	Detail  string `json:"detail"`
}

var (
	printable = regexp.MustCompile(`^[ -~]*$`)
	currency  = regexp.MustCompile(`^[A-Z]{3}$`)
)

// Validate returns everything that is wrong with d, or nothing. It is written out because the validator that comes with Gin looks
// methods up by name, after which the linker must keep every method of every type: 6.5 MB.
func (d Draft) Validate() []Violation {
	var found violations
	found.text("#/customer", d.Customer)
	found.check("#/currency", currency.MatchString(d.Currency), "must be a currency code of three capital letters, such as EUR")
	found.between("#/items", "items", int64(len(d.Items)), 1, maxItems)
	for i, item := range d.Items[:min(len(d.Items), maxItems)] {
		at := fmt.Sprintf("#/items/%d/", i)
		found.text(at+"sku", item.SKU)
		found.between(at+"quantity", "", item.Quantity, 1, maxQuantity)
		found.between(at+"unitPrice", "", item.UnitPrice, 0, maxUnitPrice)
	}
	return found
}

type violations []Violation

func (v *violations) check(pointer string, ok bool, detail string) {
	if !ok {
		*v = append(*v, Violation{pointer, detail})
	}
}

func (v *violations) text(pointer, s string) {
	v.check(pointer, s != "", "is required")
	v.check(pointer, len(s) <= maxText, fmt.Sprintf("must be at most %d characters", maxText))
	v.check(pointer, printable.MatchString(s), "must consist of printable ASCII characters")
}

func (v *violations) between(pointer, unit string, n, least, most int64) {
	if unit != "" {
		unit = " " + unit
	}
	v.check(pointer, n >= least && n <= most, fmt.Sprintf("must be from %d to %d%s", least, most, unit))
}

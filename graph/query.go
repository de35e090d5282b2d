package graph

import (
	"fmt"
	"math"
	"slices"
)

// A Query asks for one page of the things that match a filter.
type Query[F any] struct {
	Filter F
	Order  Order
	Page   Page
	// Count asks for Slice.Total.
	Count bool
}

// An Order sorts a list. The zero value is ascending Rank.
type Order struct {
	By         OrderBy
	Descending bool
}

// OrderBy is what a list is sorted by.
type OrderBy string

const (
	ByRank           OrderBy = ""               // the type's natural order
	ByProvisions     OrderBy = "PROVISIONS"     // how many provisions involve, cite or are about it
	ByReaffirmations OrderBy = "REAFFIRMATIONS" // how many later provisions carry it on, ECHOES excepted
	ByDocuments      OrderBy = "DOCUMENTS"      // how many documents a thread spans
	ByStrength       OrderBy = "STRENGTH"
	ByScore          OrderBy = "SCORE" // in millionths, rounded: see Millionths
)

// A Key is a place in an ordered list: the value that the order sorts by (0 under ByRank), and the
// item's Rank. Keys of one version and order stay valid whatever the filter.
type Key struct {
	Value int64
	Rank  int
}

// A Page is a stretch of a list: of the items that stand after After and before Before, the First
// or the Last. The zero value is the whole list. A key need not be that of an item: it is a place, and
// what Compare puts behind it or ahead of it is meant. Where After does not come before Before, the
// page is empty and stands at After.
type Page struct {
	First  *int // not negative
	After  *Key // exclusive
	Last   *int // not negative; not together with First
	Before *Key // exclusive
}

// Check returns ErrInvalid, with what is wrong, where no list has such a page.
func (p Page) Check() error {
	switch {
	case p.First != nil && p.Last != nil:
		return fmt.Errorf("%w: a page is asked from one end: give first or last, not both", ErrInvalid)
	case p.First != nil && *p.First < 0:
		return fmt.Errorf("%w: first is %d; it must not be negative", ErrInvalid, *p.First)
	case p.Last != nil && *p.Last < 0:
		return fmt.Errorf("%w: last is %d; it must not be negative", ErrInvalid, *p.Last)
	}
	return nil
}

// A Slice is one page of a list.
type Slice[T any] struct {
	Items []T
	Keys  []Key // one for each item
	// Total is how many items match the filter, on all pages; -1 where the query did not ask.
	Total int
	// HasPrevious and HasNext say whether items that match the filter stand ahead of the page and
	// behind it, from whichever end it was asked and even where it is empty.
	HasPrevious bool
	HasNext     bool
}

// Check returns ErrInvalid where o is not one of the orders allowed.
func (o Order) Check(allowed ...OrderBy) error {
	if o.By == ByRank || slices.Contains(allowed, o.By) {
		return nil
	}
	return fmt.Errorf("%w: order %q does not apply here", ErrInvalid, o.By)
}

// Millionths is the Key.Value of a score under ByScore.
func Millionths(score float64) int64 { return int64(math.Round(score * 1e6)) }

// Compare orders keys as o does: negative where a comes before b.
func (o Order) Compare(a, b Key) int {
	c := 0
	switch {
	case a.Value < b.Value:
		c = -1
	case a.Value > b.Value:
		c = 1
	}
	if o.Descending {
		c = -c
	}
	if c != 0 {
		return c
	}
	if o.By == ByRank && o.Descending {
		return b.Rank - a.Rank
	}
	return a.Rank - b.Rank
}

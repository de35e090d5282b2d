package object_test

import (
	"errors"
	"math"
	"testing"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

func lists() []object.List {
	return []object.List{
		{Name: "provisions"},
		{Name: "provisions", Order: graph.Order{Descending: true}},
		{Name: "provisions", Order: graph.Order{By: graph.ByReaffirmations}},
		{Name: "provisions", Order: graph.Order{By: graph.ByReaffirmations, Descending: true}},
		{Name: "bodies"},
	}
}

// TestCursors holds that a list reads its own cursors and no other's.
func TestCursors(t *testing.T) {
	keys := []graph.Key{{}, {Rank: 7}, {Value: 950000, Rank: 3}, {Value: math.MinInt64, Rank: math.MaxInt32}, {Value: math.MaxInt64}}
	for _, l := range lists() {
		for _, k := range keys {
			cursor := l.Cursor(k)
			for _, other := range lists() {
				got, err := other.Key(cursor)
				if other == l && (err != nil || *got != k) {
					t.Errorf("%v reads its cursor of %v as %v, %v", l, k, got, err)
				}
				if other != l && !errors.Is(err, graph.ErrInvalid) {
					t.Errorf("%v reads a cursor of %v: %v, %v", other, l, got, err)
				}
			}
		}
	}
}

func FuzzKey(f *testing.F) {
	l := object.List{Name: "provisions"}
	f.Add(l.Cursor(graph.Key{Value: 1, Rank: 2}))
	f.Add("")
	f.Add("%%%")
	f.Fuzz(func(t *testing.T, cursor string) {
		k, err := l.Key(cursor)
		if err == nil && l.Cursor(*k) != cursor {
			t.Errorf("%q is read as %v, whose cursor is %q", cursor, *k, l.Cursor(*k))
		}
		if err != nil && !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%q: %v", cursor, err)
		}
	})
}

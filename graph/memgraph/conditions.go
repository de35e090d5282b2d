package memgraph

import (
	"slices"

	"reaffirm/graph"
)

// where is the set of rows that pass a test.
func (t *table[T]) where(test func(*T) bool) set {
	var list []int32
	for rank, x := range t.items {
		if test(x) {
			list = append(list, int32(rank))
		}
	}
	return newSet(list)
}

// andIDs asks for rows with any of the ids, if there are any.
func andIDs[T any](w *where[T], at places, ids []string) {
	if len(ids) == 0 {
		return
	}
	list := make([]int32, 0, len(ids))
	for _, id := range ids {
		if rank, ok := at[id]; ok {
			list = append(list, rank)
		}
	}
	w.and(set{list: sorted(list)})
}

// sorted sorts list in place and leaves out what is repeated.
func sorted(list []int32) []int32 {
	slices.Sort(list)
	return slices.Compact(list)
}

// andBoth asks for rows with any of the as together with any of the bs, where there are any of each.
func andBoth[T any, A, B comparable](w *where[T], a postings[A], b postings[B], both postings[pair[A, B]], as []A, bs []B) {
	switch {
	case len(as) == 0:
		andAny(w, b, bs)
	case len(bs) == 0:
		andAny(w, a, as)
	default:
		w.and(anyPair(both, as, bs))
	}
}

// andYears asks for rows with a year in the range, if there is one.
func andYears[T any](w *where[T], x postings[int], years *graph.Years) {
	if years == nil {
		return
	}
	var sets []set
	for year, s := range x {
		if years.Contains(year) {
			sets = append(sets, s)
		}
	}
	w.and(union(sets))
}

// andRange asks for rows with a positive number from least to most, where these are positive.
func andRange[T any](w *where[T], x postings[int], least, most int) {
	if least <= 0 && most <= 0 {
		return
	}
	var sets []set
	for number, s := range x {
		if number > 0 && number >= least && (most <= 0 || number <= most) {
			sets = append(sets, s)
		}
	}
	w.and(union(sets))
}

// andIs asks for rows of which want is so, if it is given.
func andIs[T any](w *where[T], x postings[bool], want *bool) {
	if want != nil {
		w.and(x[*want])
	}
}

// project maps rows to their owners; both are in the same order.
func project(rows set, owner []int32) set {
	var list []int32
	for _, rank := range rows.ranks() {
		if at := owner[rank]; len(list) == 0 || list[len(list)-1] != at {
			list = append(list, at)
		}
	}
	return set{list: list}
}

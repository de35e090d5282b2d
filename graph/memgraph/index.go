package memgraph

// An index lists, for each value of a property, the rows that have it.
type index[V comparable] map[V]set

// An indexer collects an index, row by row in order of rank.
type indexer[V comparable] map[V][]int32

// add notes that the row has the value; twice is once.
func (x indexer[V]) add(value V, rank int) {
	list := x[value]
	if n := len(list); n > 0 && list[n-1] == int32(rank) {
		return
	}
	x[value] = append(list, int32(rank))
}

func (x indexer[V]) index() index[V] {
	ix := make(index[V], len(x))
	for value, list := range x {
		ix[value] = newSet(list)
	}
	return ix
}

// anyOf is the set of rows that have any of the values.
func (x index[V]) anyOf(values []V) set {
	if len(values) == 1 {
		return x[values[0]]
	}
	sets := make([]set, 0, len(values))
	for _, v := range values {
		if s, ok := x[v]; ok {
			sets = append(sets, s)
		}
	}
	return union(sets)
}

// A pair is the value of a property made of two.
type pair[A, B comparable] struct {
	a A
	b B
}

// anyPair is the set of rows that have any of the as together with any of the bs.
func anyPair[A, B comparable](x index[pair[A, B]], as []A, bs []B) set {
	values := make([]pair[A, B], 0, len(as)*len(bs))
	for _, a := range as {
		for _, b := range bs {
			values = append(values, pair[A, B]{a, b})
		}
	}
	return x.anyOf(values)
}

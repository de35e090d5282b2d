package memgraph

// Postings list, for each value of a property, the rows that have it.
type postings[V comparable] map[V]set

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

func (x indexer[V]) postings() postings[V] {
	ix := make(postings[V], len(x))
	for value, list := range x {
		ix[value] = newSet(list)
	}
	return ix
}

// anyOf is the set of rows that have any of the values.
func (x postings[V]) anyOf(values []V) set {
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
func anyPair[A, B comparable](x postings[pair[A, B]], as []A, bs []B) set {
	values := make([]pair[A, B], 0, len(as)*len(bs))
	for _, a := range as {
		for _, b := range bs {
			values = append(values, pair[A, B]{a, b})
		}
	}
	return x.anyOf(values)
}

// indexed makes an index of lists that are in no order and may repeat rows.
func indexed[V comparable](lists map[V][]int32) postings[V] {
	ix := make(postings[V], len(lists))
	for value, list := range lists {
		ix[value] = newSet(sorted(list))
	}
	return ix
}

// indexTables indexes everything but the texts; each step rests on those before it.
func (m *Graph) indexTables() {
	m.indexDocuments()
	m.indexSections()
	m.indexProvisions()
	m.indexBodies()
	m.indexInstruments()
	m.indexThemes()
	m.indexAbouts()
	m.indexThemeDocuments()
	m.indexCommitments()
	m.indexInvolvements()
	m.indexClauses()
	m.indexCitations()
	m.indexFindings()
	m.indexReaffirmations()
	m.indexLinked()
	m.indexRepetitions()
	m.indexThreads()
}

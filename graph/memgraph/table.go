package memgraph

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"

	"reaffirm/graph"
)

// A table holds everything of one type, in order of rank.
type table[T any] struct {
	ranks  []int32 // of all rows
	items  []*T
	keys   []graph.Key // under ByRank
	orders map[graph.OrderBy]*ordering
}

// An ordering is a table's order by some value, both ways.
type ordering struct {
	values   []int64 // by rank
	up, down permutation
}

// A permutation says which row stands at each place, and at which place each row stands.
type permutation struct {
	rank  []int32
	place []int32
}

func newTable[T any](rows []T) table[T] {
	t := table[T]{ranks: make([]int32, len(rows)), items: make([]*T, len(rows)), keys: make([]graph.Key, len(rows))}
	for i := range rows {
		t.ranks[i] = int32(i)
		t.items[i] = &rows[i]
		t.keys[i].Rank = i
	}
	return t
}

// orderBy adds an order to t.
func (t *table[T]) orderBy(by graph.OrderBy, value func(*T) int64) {
	o := &ordering{values: make([]int64, len(t.items))}
	for i, x := range t.items {
		o.values[i] = value(x)
	}
	o.up = o.permute(graph.Order{By: by})
	o.down = o.permute(graph.Order{By: by, Descending: true})
	if t.orders == nil {
		t.orders = map[graph.OrderBy]*ordering{}
	}
	t.orders[by] = o
}

func (o *ordering) key(rank int32) graph.Key {
	return graph.Key{Value: o.values[rank], Rank: int(rank)}
}

func (o *ordering) permute(by graph.Order) permutation {
	p := permutation{rank: make([]int32, len(o.values)), place: make([]int32, len(o.values))}
	for i := range p.rank {
		p.rank[i] = int32(i)
	}
	slices.SortFunc(p.rank, func(a, b int32) int { return by.Compare(o.key(a), o.key(b)) })
	for place, rank := range p.rank {
		p.place[rank] = int32(place)
	}
	return p
}

// allowed lists the orders that t accepts.
func (t *table[T]) allowed() []graph.OrderBy {
	list := make([]graph.OrderBy, 0, len(t.orders))
	for by := range t.orders {
		list = append(list, by)
	}
	return list
}

// A groups lists, for each of some owners, the rows of a table that belong to it, in order of rank:
// those of owner i are rows bounds[i] to bounds[i+1].
type groups[T any] struct {
	ranks  []int32
	items  []*T
	keys   []graph.Key
	bounds []int32
	bits   map[int32]*roaring.Bitmap // of the owners with long lists
}

// column is some number of each row, such as the rank of what it belongs to.
func column[T any](t *table[T], of func(*T) int32) []int32 {
	c := make([]int32, len(t.items))
	for rank, x := range t.items {
		c[rank] = of(x)
	}
	return c
}

// groupBy groups the rows of t by owner, where each belongs to one of n or, if negative, to none.
func groupBy[T any](t *table[T], n int, owner []int32) *groups[T] {
	return newGroups(t, n, func(rank int) []int32 { return owner[rank : rank+1] })
}

// newGroups groups the rows of t. A row may belong to several of n owners; those that owners
// repeats, or that are negative, do not count.
func newGroups[T any](t *table[T], n int, owners func(rank int) []int32) *groups[T] {
	lists := make([][]int32, n)
	total := 0
	for rank := range t.items {
		for _, owner := range owners(rank) {
			if owner < 0 {
				continue
			}
			if k := len(lists[owner]); k == 0 || lists[owner][k-1] != int32(rank) {
				lists[owner] = append(lists[owner], int32(rank))
				total++
			}
		}
	}
	g := &groups[T]{
		ranks:  make([]int32, 0, total),
		items:  make([]*T, 0, total),
		keys:   make([]graph.Key, 0, total),
		bounds: make([]int32, 1, n+1),
		bits:   map[int32]*roaring.Bitmap{},
	}
	for owner, list := range lists {
		if len(list) >= longSet {
			g.bits[int32(owner)] = bitmap(list)
		}
		for _, rank := range list {
			g.ranks = append(g.ranks, rank)
			g.items = append(g.items, t.items[rank])
			g.keys = append(g.keys, t.keys[rank])
		}
		g.bounds = append(g.bounds, int32(len(g.ranks)))
	}
	return g
}

// of is the group of one owner.
func (g *groups[T]) of(owner int32) set {
	a, b := g.bounds[owner], g.bounds[owner+1]
	s := set{list: g.ranks[a:b:b]}
	if b-a >= longSet {
		s.bits = g.bits[owner]
	}
	return s
}

// anyOf is the set of rows of any of the owners named.
func (g *groups[T]) anyOf(at map[string]int32, names []string) set {
	sets := make([]set, 0, len(names))
	for _, name := range names {
		if owner, ok := at[name]; ok {
			sets = append(sets, g.of(owner))
		}
	}
	return union(sets)
}

package memgraph

import (
	"cmp"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// maxSets bounds how many sets one filter asks for; no filter has as many fields.
const maxSets = 24

// A where gathers the conditions of a filter on a table: sets that a row must be in, sets that it must
// not be in, and tests that it must pass.
type where[T any] struct {
	in   [maxSets]set
	n    int
	out  []set
	test []func(*T) bool
	// group and owner are where the only set comes from, if it is one laid out beforehand.
	group *groups[T]
	owner int32
}

// clear makes w ask for nothing.
func (w *where[T]) clear() {
	clear(w.in[:w.n])
	w.n, w.out, w.test, w.group = 0, nil, nil, nil
}

// and adds a set that a row must be in.
func (w *where[T]) and(s set) {
	w.in[w.n] = s
	w.n++
}

// not adds a set that a row must not be in.
func (w *where[T]) not(s set) { w.out = append(w.out, s) }

// pass adds a test that a row must pass.
func (w *where[T]) pass(test func(*T) bool) { w.test = append(w.test, test) }

// andAny asks for any of values, if there are any.
func andAny[T any, V comparable](w *where[T], x postings[V], values []V) {
	if len(values) > 0 {
		w.and(x.anyOf(values))
	}
}

// andOwned asks for rows of any of the owners named, if there are any.
func (w *where[T]) andOwned(g *groups[T], at map[string]int32, names []string) {
	switch len(names) {
	case 0:
	case 1:
		owner, ok := at[names[0]]
		if !ok {
			w.and(set{})
			return
		}
		w.group, w.owner = g, owner
		w.and(g.of(owner))
	default:
		w.and(g.anyOf(at, names))
	}
}

// all says whether nothing is asked.
func (w *where[T]) all() bool { return w.n == 0 && len(w.out) == 0 && len(w.test) == 0 }

// laidOut says whether what is asked is one group laid out beforehand.
func (w *where[T]) laidOut() bool {
	return w.n == 1 && w.group != nil && len(w.out) == 0 && len(w.test) == 0
}

// rows is the set of rows of t that meet all conditions.
func (w *where[T]) rows(t *table[T]) set {
	s := w.cut(t)
	if len(w.test) == 0 {
		return s
	}
	var list []int32
	for _, rank := range s.ranks() {
		if passes(w.test, t.items[rank]) {
			list = append(list, rank)
		}
	}
	return set{list: list}
}

func (w *where[T]) cut(t *table[T]) set {
	if w.n == 0 {
		all := roaring.New()
		all.AddRange(0, uint64(len(t.items)))
		for _, o := range w.out {
			all.AndNot(o.bitmap())
		}
		return set{bits: all}
	}
	in := w.in[:w.n]
	slices.SortStableFunc(in, func(a, b set) int { return cmp.Compare(a.len(), b.len()) })
	least, rest := in[0], in[1:]
	if len(rest) == 0 && len(w.out) == 0 {
		return least
	}
	if least.bits == nil || least.len() < longSet {
		return w.sift(least.ranks(), rest)
	}
	bits := least.bits
	own := false
	change := func(f func(*roaring.Bitmap)) {
		if !own {
			bits, own = bits.Clone(), true
		}
		f(bits)
	}
	for _, s := range rest {
		change(func(b *roaring.Bitmap) { b.And(s.bitmap()) })
	}
	for _, s := range w.out {
		change(func(b *roaring.Bitmap) { b.AndNot(s.bitmap()) })
	}
	return set{bits: bits}
}

// sift keeps those of list that are in all of the sets and in none of w.out.
func (w *where[T]) sift(list []int32, sets []set) set {
	kept := make([]int32, 0, len(list))
next:
	for _, rank := range list {
		for i := range sets {
			if !sets[i].contains(rank) {
				continue next
			}
		}
		for i := range w.out {
			if w.out[i].contains(rank) {
				continue next
			}
		}
		kept = append(kept, rank)
	}
	return set{list: kept}
}

func passes[T any](tests []func(*T) bool, x *T) bool {
	for _, test := range tests {
		if !test(x) {
			return false
		}
	}
	return true
}

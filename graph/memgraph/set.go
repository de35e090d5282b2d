package memgraph

import (
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
)

// A set is a set of rows of one table, by rank. It is never changed. A short one is a list, a long
// one a bitmap (and perhaps a list too).
type set struct {
	list []int32 // ascending; nil where only bits hold it
	bits *roaring.Bitmap
}

// longSet is the length from which a set that is kept has a bitmap.
const longSet = 64

func newSet(list []int32) set {
	s := set{list: list}
	if len(list) >= longSet {
		s.bits = bitmap(list)
	}
	return s
}

func bitmap(list []int32) *roaring.Bitmap {
	b := roaring.New()
	b.AddMany(unsigned(list))
	return b
}

func unsigned(list []int32) []uint32 {
	u := make([]uint32, len(list))
	for i, x := range list {
		u[i] = uint32(x)
	}
	return u
}

func (s set) len() int {
	if s.list == nil && s.bits != nil {
		return int(s.bits.GetCardinality())
	}
	return len(s.list)
}

func (s set) contains(rank int32) bool {
	if s.bits != nil {
		return s.bits.ContainsInt(int(rank))
	}
	_, ok := slices.BinarySearch(s.list, rank)
	return ok
}

// below counts the rows whose rank is less than rank.
func (s set) below(rank int) int {
	if s.list == nil && s.bits != nil {
		if rank <= 0 {
			return 0
		}
		return int(s.bits.Rank(uint32(min(rank-1, 1<<31-1))))
	}
	if rank > 1<<31-1 {
		return len(s.list)
	}
	at, _ := slices.BinarySearch(s.list, int32(max(rank, 0)))
	return at
}

// window lists the rows from place i to place j, j excluded, counted by rank.
func (s set) window(i, j int) []int32 {
	if i >= j {
		return nil
	}
	if s.list != nil || s.bits == nil {
		return s.list[i:j]
	}
	list := make([]int32, 0, j-i)
	first, err := s.bits.Select(uint32(i))
	if err != nil {
		return nil
	}
	rows := s.bits.Iterator()
	rows.AdvanceIfNeeded(first)
	for len(list) < j-i && rows.HasNext() {
		list = append(list, int32(rows.Next()))
	}
	return list
}

// ranks lists all rows.
func (s set) ranks() []int32 { return s.window(0, s.len()) }

// bitmap is s as a bitmap, which must not be changed.
func (s set) bitmap() *roaring.Bitmap {
	if s.bits != nil {
		return s.bits
	}
	return bitmap(s.list)
}

// union is the set of rows that are in any of sets.
func union(sets []set) set {
	total := 0
	for _, s := range sets {
		total += s.len()
	}
	switch {
	case total == 0:
		return set{}
	case len(sets) == 1:
		return sets[0]
	case total < 1024:
		list := make([]int32, 0, total)
		for _, s := range sets {
			list = append(list, s.ranks()...)
		}
		slices.Sort(list)
		return set{list: slices.Compact(list)}
	}
	all := roaring.New()
	for _, s := range sets {
		if s.bits != nil {
			all.Or(s.bits)
		} else {
			all.AddMany(unsigned(s.list))
		}
	}
	return set{bits: all}
}

// intersects says whether a and b have a row in common.
func intersects(a, b set) bool {
	if a.bits != nil && b.bits != nil {
		return a.bits.Intersects(b.bits)
	}
	if b.bits == nil && (a.bits != nil || len(b.list) < len(a.list)) {
		a, b = b, a
	}
	return slices.ContainsFunc(a.list, b.contains)
}

// shared counts the rows that a and b have in common.
func shared(a, b set) int {
	if a.bits != nil && b.bits != nil {
		return int(a.bits.AndCardinality(b.bits))
	}
	if b.bits == nil && (a.bits != nil || len(b.list) < len(a.list)) {
		a, b = b, a
	}
	n := 0
	for _, r := range a.list {
		if b.contains(r) {
			n++
		}
	}
	return n
}

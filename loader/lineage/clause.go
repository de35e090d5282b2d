package lineage

import (
	"math"
	"slices"
)

// A bag is a set of stems or shingles with weights, in their order.
type bag []weighted[uint32]

// A weighted is a stem, a shingle or the hash of one with its weight.
type weighted[K uint32 | uint64] struct {
	key    K
	weight float32
}

// A clause is one statement or undertaking of a text: its stems, those of its tail at a share of
// their weight.
type clause struct {
	bag  bag
	mass float64
}

// bagOf collects the stems of words, each with its greatest weight; share says how much of a word's
// weight counts.
func bagOf(words []word, share func(*word) float32) bag {
	b := make(bag, 0, len(words))
	for i := range words {
		if w := words[i].weight * share(&words[i]); w > 0 {
			b = append(b, weighted[uint32]{words[i].stem, w})
		}
	}
	return sorted(b)
}

// sorted orders b by key and gives, in memory of their own, the greatest weights of each.
func sorted[K uint32 | uint64](b []weighted[K]) []weighted[K] {
	slices.SortFunc(b, func(x, y weighted[K]) int {
		switch {
		case x.key != y.key && x.key < y.key, x.key == y.key && x.weight > y.weight:
			return -1
		case x == y:
			return 0
		}
		return 1
	})
	return slices.Clone(slices.CompactFunc(b, func(x, y weighted[K]) bool { return x.key == y.key }))
}

func (b bag) mass() float64 {
	sum := 0.0
	for _, x := range b {
		sum += float64(x.weight)
	}
	return sum
}

// shared adds up, over the keys that a and b both have, the weights as met combines them.
func shared(a, b bag, met func(x, y float32) float32) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key < b[j].key:
			i++
		case a[i].key > b[j].key:
			j++
		default:
			sum += float64(met(a[i].weight, b[j].weight))
			i, j = i+1, j+1
		}
	}
	return sum
}

func least(x, y float32) float32 { return min(x, y) }

func geometric(x, y float32) float32 { return float32(math.Sqrt(float64(x * y))) }

func whole(*word) float32 { return 1 }

// clausesOf gives the clauses of a text that weigh anything; words of their tails count at tailShare.
func clausesOf(words []word, tailShare float64) []clause {
	headFirst := func(w *word) float32 {
		if w.is(tail) {
			return float32(tailShare)
		}
		return 1
	}
	var out []clause
	for i := 0; i < len(words); {
		j := i + 1
		for j < len(words) && words[j].clause == words[i].clause {
			j++
		}
		if b := bagOf(words[i:j], headFirst); len(b) > 0 {
			out = append(out, clause{b, b.mass()})
		}
		i = j
	}
	return out
}

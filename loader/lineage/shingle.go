package lineage

import "math"

// shinglesOf gives the shingles of a text, by their hashes: pairs of telling words that stand next to each other or
// next but one in a clause, whatever their order, function words and formulas left out. So
// "laundering of money" and "money-laundering" share one, and a word put between two takes none
// away. A shingle weighs the geometric mean of its words.
func (v *vocabulary) shinglesOf(words []word) []weighted[uint64] {
	const reach = 2
	var before [reach]*word // the telling words before, nearest first
	found := make([]weighted[uint64], 0, 2*len(words)/3)
	for i := range words {
		w := &words[i]
		if !w.tells() {
			continue
		}
		for _, u := range before {
			if u != nil && u.clause == w.clause && u.stem != w.stem {
				found = append(found, weighted[uint64]{pair(v.hashes[min(u.stem, w.stem)], v.hashes[max(u.stem, w.stem)]),
					float32(math.Sqrt(float64(u.weight * w.weight)))})
			}
		}
		before[1], before[0] = before[0], w
	}
	return sorted(found)
}

// tells says whether w can be part of a shingle.
func (w *word) tells() bool {
	return w.weight > 0.02 && w.role != formulaic && w.role != verbal
}

package lineage

import "math"

// shinglesOf gives the shingles of a text: pairs of telling words that stand next to each other or
// next but one in a clause, whatever their order, function words and formulas left out. So
// "laundering of money" and "money-laundering" share one, and a word put between two takes none
// away. A shingle weighs the geometric mean of its words.
func shinglesOf(words []word) bag {
	const reach = 2
	var before [reach]*word // the telling words before, nearest first
	b := make(bag, 0, 2*len(words)/3)
	for i := range words {
		w := &words[i]
		if !w.tells() {
			continue
		}
		for _, v := range before {
			if v != nil && v.clause == w.clause && v.stem != w.stem {
				b = append(b, weighted{pair(min(v.stem, w.stem), max(v.stem, w.stem)),
					float32(math.Sqrt(float64(v.weight * w.weight)))})
			}
		}
		before[1], before[0] = before[0], w
	}
	return b.sorted()
}

// tells says whether w can be part of a shingle.
func (w *word) tells() bool {
	return w.weight > 0.02 && w.role != formulaic && w.role != verbal
}

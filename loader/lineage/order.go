package lineage

import (
	"cmp"
	"slices"
)

// A tell is a telling word as local alignments see it.
type tell struct {
	stem         uint32
	weight, skip float32 // skip is what it costs to pass over the word
}

// A sequence is the telling words of a text in order.
type sequence struct {
	tells  []tell
	skips  []float32 // by place: the cost of passing over all words before it
	byStem []placed  // the words in the order of their stems, then of the text
}

// A placed is a stem at its place in a sequence.
type placed struct {
	stem uint32
	at   int32
}

// sequenceOf gives the telling words of a text; skip is the cost of passing over one of them.
func sequenceOf(words []word, skip float64) *sequence {
	tells := make([]tell, 0, len(words))
	for i := range words {
		if w := words[i].weight; w > 0.01 {
			tells = append(tells, tell{words[i].stem, w, float32(skip) * min(1, w/0.4)})
		}
	}
	return newSequence(slices.Clone(tells))
}

func newSequence(tells []tell) *sequence {
	s := &sequence{tells, make([]float32, len(tells)+1), make([]placed, len(tells))}
	for i, t := range tells {
		s.skips[i+1] = s.skips[i] + t.skip
		s.byStem[i] = placed{t.stem, int32(i)}
	}
	slices.SortFunc(s.byStem, func(a, b placed) int { return cmp.Or(cmp.Compare(a.stem, b.stem), cmp.Compare(a.at, b.at)) })
	return s
}

// A met is a pair of places at which two sequences have the same word, and its weight.
type met struct {
	a, b   int32
	weight float32
}

// meetings gives all pairs of places at which a and b have the same word, in the order of a, then b.
func meetings(a, b *sequence, out []met) []met {
	var space [128]int32
	var at []int32 // by place in a: where its word's places in b start in b.byStem, plus one; 0 where there are none
	if len(a.tells) <= len(space) {
		at = space[:len(a.tells)]
	} else {
		at = make([]int32, len(a.tells))
	}
	for i, j := 0, 0; i < len(a.byStem) && j < len(b.byStem); {
		switch x, y := &a.byStem[i], &b.byStem[j]; {
		case x.stem < y.stem:
			i++
		case x.stem > y.stem:
			j++
		default:
			at[x.at] = int32(j) + 1
			i++
		}
	}
	for p, start := range at {
		if start == 0 {
			continue
		}
		for _, q := range b.byStem[start-1:] {
			if q.stem != a.tells[p].stem {
				break
			}
			out = append(out, met{int32(p), q.at, min(a.tells[p].weight, b.tells[q.at].weight)})
		}
	}
	return out
}

// inOrder is the weight of the best run of words that two sequences have in the same order, less the
// cost of the words between them (a local alignment after Smith and Waterman, without mismatches).
func inOrder(a, b *sequence) float64 {
	var space [64]met
	ms := meetings(a, b, space[:0])
	if len(ms)*len(ms) > 4*len(a.tells)*len(b.tells) {
		return inOrderByTable(a, b)
	}
	best := float32(0)
	var runSpace [64]scored
	runs := runSpace[:0]
	for k := range ms {
		runs = append(runs, extended(a, b, ms, runs, 1))
		best = max(best, runs[k].score)
	}
	return float64(best)
}

// A scored is the best run of meetings that ends at one of them.
type scored struct {
	score  float32
	most   float32 // the best score of this run and those that end before
	before int     // the meeting before this one in the run, -1 for none
}

// extended gives the best run that ends at the meeting after runs; of equally good ones that whose meeting before comes
// first. Passing over words costs skip times what it costs elsewhere.
func extended(a, b *sequence, ms []met, runs []scored, skip float32) scored {
	const rounding = 0.01
	m := ms[len(runs)]
	r := scored{score: m.weight, before: -1}
	for p := len(runs) - 1; p >= 0; p-- {
		q := ms[p]
		passed := a.skips[m.a] - a.skips[q.a+1]
		if runs[p].most+m.weight-passed*skip+rounding < r.score {
			break // what comes before is further away and no better
		}
		if q.a < m.a && q.b < m.b {
			passed = passed + b.skips[m.b] - b.skips[q.b+1]
			if score := runs[p].score + m.weight - passed*skip; score > m.weight && score >= r.score {
				r.score, r.before = score, p
			}
		}
	}
	r.most = r.score
	if len(runs) > 0 {
		r.most = max(r.most, runs[len(runs)-1].most)
	}
	return r
}

// inOrderByTable is inOrder for sequences that meet at many places.
func inOrderByTable(a, b *sequence) float64 {
	best, row := float32(0), make([]float32, len(b.tells)+1)
	for _, x := range a.tells {
		diagonal := float32(0)
		for j, y := range b.tells {
			met := float32(0)
			if x.stem == y.stem {
				met = diagonal + min(x.weight, y.weight)
			}
			diagonal = row[j+1]
			row[j+1] = max(0, met, row[j+1]-x.skip, row[j]-y.skip)
			best = max(best, row[j+1])
		}
	}
	return float64(best)
}

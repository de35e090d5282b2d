package lineage

import (
	"cmp"
	"slices"
)

// A run is a stretch of words that two texts share in the same order without a gap.
type run struct {
	earlier, later, length int
	telling                float32 // weight of its words
}

// runs gives the runs of an alignment in the order of the later text.
func (a *alignment) runs() []run {
	var out []run
	for l := 0; l < len(a.later); l++ {
		if a.from[l] < 0 {
			continue
		}
		r := run{earlier: int(a.from[l]), later: l}
		for l < len(a.later) && a.from[l] == int32(r.earlier+r.length) {
			r.telling += a.later[l].weight
			r.length++
			l++
		}
		l--
		out = append(out, r)
	}
	return out
}

// dropStrays takes back pairs that only look like something shared: lone words, and function words
// without a telling one, that stand apart from the runs around them.
func (a *alignment) dropStrays() {
	runs := a.runs()
	kept := runs[:0]
	for i, r := range runs {
		if r.length >= 3 && r.telling > 0 || r.telling >= strayWeight && r.length > 1 ||
			i > 0 && len(kept) > 0 && close(kept[len(kept)-1], r) ||
			i+1 < len(runs) && runs[i+1].telling >= strayWeight && close(r, runs[i+1]) {
			kept = append(kept, r)
			continue
		}
		for k := range r.length {
			a.to[r.earlier+k], a.from[r.later+k] = -1, -1
		}
	}
}

// close says whether few words stand between two runs in either text. A run of function words only
// must be closer.
func close(before, after run) bool {
	reach := strayReach
	if min(before.telling, after.telling) == 0 {
		reach = 1
	}
	return after.earlier-before.earlier-before.length <= reach && after.later-before.later-before.length <= reach
}

// pairMoves pairs phrases that stand in both texts at different places, the longest first.
func (a *alignment) pairMoves() {
	inEarlier := phrases(a.earlier, a.to, a.space.phrases[0][:0])
	inLater := phrases(a.later, a.from, a.space.phrases[1][:0])
	a.space.phrases = [2][]phrase{inEarlier, inLater}
	if len(inEarlier) == 0 || len(inLater) == 0 {
		return
	}
	slices.SortFunc(inEarlier, func(x, y phrase) int { return cmp.Or(cmp.Compare(x.hash, y.hash), cmp.Compare(x.at, y.at)) })
	for {
		best := run{}
		for _, l := range inLater {
			k, _ := slices.BinarySearchFunc(inEarlier, l.hash, func(e phrase, hash uint64) int { return cmp.Compare(e.hash, hash) })
			for ; k < len(inEarlier) && inEarlier[k].hash == l.hash; k++ {
				if r := a.free(inEarlier[k].at, l.at); r.length > best.length {
					best = r
				}
			}
		}
		if best.length < 3 {
			return
		}
		for k := range best.length {
			a.pair(best.earlier+k, best.later+k)
			a.moved[best.earlier+k] = true
		}
	}
}

// A phrase is three words of a text in a row, from the one at a place on.
type phrase struct {
	hash uint64
	at   int
}

// phrases appends the phrases of words without a partner, in the order of the text.
func phrases(words []word, partner []int32, out []phrase) []phrase {
	for i := 0; i+2 < len(words); i++ {
		if partner[i] < 0 && partner[i+1] < 0 && partner[i+2] < 0 {
			out = append(out, phrase{runHash(words[i : i+3]), i})
		}
	}
	return out
}

// free is the run of unpaired equal words from earlier word e and later word l on, if it tells
// enough to be called moved.
func (a *alignment) free(e, l int) run {
	r := run{earlier: e, later: l}
	for e < len(a.earlier) && l < len(a.later) && a.to[e] < 0 && a.from[l] < 0 && a.earlier[e].form == a.later[l].form {
		r.telling += a.later[l].weight
		r.length++
		e, l = e+1, l+1
	}
	if r.telling < moveWeight {
		return run{}
	}
	return r
}

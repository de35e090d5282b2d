package lineage

import (
	"slices"

	"reaffirm/graph"
)

// An alignment pairs words of an earlier and a later text, in the order of both.
type alignment struct {
	later, earlier []word
	// to and from give each word's partner in the other text, -1 without one.
	to   []int32 // by word of the earlier text: word of the later
	from []int32 // by word of the later text: word of the earlier
	// moved marks words that are paired out of order.
	moved []bool // by word of the earlier text
	space *scratch

	// What is shown of it, once it has been asked for. Links of the same texts share it.
	spans []graph.AlignedSpan
	parts []graph.DiffPart
}

// align pairs the words of two texts so that what they share is told in the longest and most telling
// runs. Words pair if they have the same form or the same stem.
func align(later, earlier []word, space *scratch) *alignment {
	a := &alignment{later: later, earlier: earlier, to: nowhere(len(earlier)), from: nowhere(len(later)),
		moved: make([]bool, len(earlier)), space: space}
	a.stretch(0, len(earlier), 0, len(later))
	a.dropStrays()
	a.pairMoves()
	return a
}

func nowhere(n int) []int32 {
	out := make([]int32, n)
	for i := range out {
		out[i] = -1
	}
	return out
}

// stretch aligns earlier[e0:e1] with later[l0:l1]: equal ends first, then the middle.
func (a *alignment) stretch(e0, e1, l0, l1 int) {
	for e0 < e1 && l0 < l1 && a.earlier[e0].form == a.later[l0].form {
		a.pair(e0, l0)
		e0, l0 = e0+1, l0+1
	}
	for e0 < e1 && l0 < l1 && a.earlier[e1-1].form == a.later[l1-1].form {
		e1, l1 = e1-1, l1-1
		a.pair(e1, l1)
	}
	switch {
	case e0 == e1 || l0 == l1:
	case (e1-e0)*(l1-l0) <= alignCells:
		a.table(e0, e1, l0, l1)
	default:
		a.anchor(e0, e1, l0, l1)
	}
}

func (a *alignment) pair(e, l int) { a.to[e], a.from[l] = int32(l), int32(e) }

// A scratch is working space for one goroutine's alignments.
type scratch struct {
	known   map[textPair]*evidence // of the provisions in hand, which repeat each other
	cells   []byte
	rows    []float32
	phrases [2][]phrase // of the earlier text and of the later
	stems   []uint32
	// stemmed are the stems of written words, without regard to synonyms.
	stemmed map[string]string
}

// What a cell of a table holds: the best way to it, and whether the pair of its words extends the pair
// before it.
const (
	toEarlier byte = iota // pass over a word of the earlier text
	toLater               // pass over a word of the later text
	toPair
	way    byte = 3
	joined byte = 4
)

// table finds the best alignment of two stretches by dynamic programming. A pair that follows
// another pair directly counts more, so that runs stay whole. A word of the earlier text that has no
// counterpart leaves the row above as it is, and so do the words of the later text but for those from a pair
// on that is worth more.
func (a *alignment) table(e0, e1, l0, l1 int) {
	n, m := e1-e0, l1-l0
	width := m + 1
	cells, rows := a.space.take((n+1)*width, 4*width)
	best, bestAbove := rows[:width], rows[width:2*width]                // by column
	paired, pairedAbove := rows[2*width:3*width], rows[3*width:4*width] // the same where the cell's words are paired, else 0
	stems := a.space.stemsOf(a.later[l0:l1])
	for i := 1; i <= n; i++ {
		x, row := &a.earlier[e0+i-1], cells[i*width:(i+1)*width]
		clear(paired)
		first := slices.Index(stems, x.stem)
		if first < 0 {
			paired, pairedAbove = pairedAbove, paired
			continue
		}
		copy(best, bestAbove)
		better := false // than above, in the column before
		for j := first + 1; j <= m; j++ {
			worth := float32(0)
			if stems[j-1] == x.stem {
				worth = worthOf(x, &a.later[l0+j-1])
			} else if !better {
				continue
			}
			value, cell := bestAbove[j], toEarlier
			if best[j-1] > value {
				value, cell = best[j-1], toLater
			}
			if worth > 0 {
				pair := bestAbove[j-1] + worth
				before := pairedAbove[j-1]
				extends := before > 0 && before+worth+runBonus >= pair
				if extends {
					pair = before + worth + runBonus
				}
				if pair >= value {
					value, cell = pair, toPair
				}
				if extends {
					cell |= joined
				}
				paired[j] = pair
			}
			better = value > bestAbove[j]
			best[j], row[j] = value, cell
		}
		best, bestAbove, paired, pairedAbove = bestAbove, best, pairedAbove, paired
	}
	for i, j, run := n, m, false; i > 0 && j > 0; {
		cell := cells[i*width+j]
		switch {
		case run || cell&way == toPair:
			a.pair(e0+i-1, l0+j-1)
			run = cell&joined != 0
			i, j = i-1, j-1
		case cell&way == toEarlier:
			i--
		default:
			j--
		}
	}
}

// take gives cells and rows, all zero.
func (s *scratch) take(cells, rows int) ([]byte, []float32) {
	if len(s.cells) < cells {
		s.cells = make([]byte, cells+cells/2)
	}
	if len(s.rows) < rows {
		s.rows = make([]float32, rows+rows/2)
	}
	clear(s.cells[:cells])
	clear(s.rows[:rows])
	return s.cells[:cells], s.rows[:rows]
}

// stem gives the stem of a written word, without regard to synonyms.
func (s *scratch) stem(written string) string {
	stem, known := s.stemmed[written]
	if !known {
		if s.stemmed == nil {
			s.stemmed = map[string]string{}
		}
		stem = stemOf(fold(written))
		s.stemmed[written] = stem
	}
	return stem
}

// stemsOf gives the stems of words side by side, until the next call.
func (s *scratch) stemsOf(words []word) []uint32 {
	s.stems = s.stems[:0]
	for i := range words {
		s.stems = append(s.stems, words[i].stem)
	}
	return s.stems
}

// worthOf is what pairing two words is worth, 0 if they do not pair.
func worthOf(x, y *word) float32 {
	switch {
	case x.form == y.form && x.role == function:
		return functionWorth
	case x.form == y.form:
		return wordWorth + min(x.weight, y.weight)
	case x.stem == y.stem && x.role != function:
		return wordWorth/2 + min(x.weight, y.weight)/2
	}
	return 0
}

// anchor splits stretches that are too long for a table at the runs of words that stand once in
// each, and aligns what is between them.
func (a *alignment) anchor(e0, e1, l0, l1 int) {
	const length = 4
	once := func(words []word, from, to int) map[uint64]int {
		at := map[uint64]int{}
		for i := from; i+length <= to; i++ {
			h := runHash(words[i : i+length])
			if _, seen := at[h]; seen {
				at[h] = -1
			} else {
				at[h] = i
			}
		}
		return at
	}
	inLater := once(a.later, l0, l1)
	var anchors [][2]int
	inEarlier := once(a.earlier, e0, e1)
	for i := e0; i+length <= e1; i++ {
		h := runHash(a.earlier[i : i+length])
		if l, ok := inLater[h]; ok && l >= 0 && inEarlier[h] == i {
			anchors = append(anchors, [2]int{i, l})
		}
	}
	e, l := e0, l0
	for _, at := range rising(anchors) {
		if at[0] < e || at[1] < l {
			continue // inside the run of the anchor before
		}
		a.between(e, at[0], l, at[1])
		for k := range length {
			a.pair(at[0]+k, at[1]+k)
		}
		e, l = at[0]+length, at[1]+length
	}
	a.between(e, e1, l, l1)
}

// between aligns what stands between two anchors where a table can hold it.
func (a *alignment) between(e0, e1, l0, l1 int) {
	if (e1-e0)*(l1-l0) <= alignCells {
		a.stretch(e0, e1, l0, l1)
	}
}

func runHash(words []word) uint64 {
	h := uint64(fnvOffset)
	for i := range words {
		h = pair(h, words[i].form)
	}
	return h
}

// rising gives a longest subsequence of pairs, sorted by their first numbers, whose second numbers
// rise.
func rising(pairs [][2]int) [][2]int {
	var tails []int // by length-1: the pair that ends the best subsequence of that length
	before := make([]int, len(pairs))
	for i, p := range pairs {
		lo, hi := 0, len(tails)
		for lo < hi {
			if mid := (lo + hi) / 2; pairs[tails[mid]][1] < p[1] {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		before[i] = -1
		if lo > 0 {
			before[i] = tails[lo-1]
		}
		if lo == len(tails) {
			tails = append(tails, i)
		} else {
			tails[lo] = i
		}
	}
	out := make([][2]int, len(tails))
	if len(tails) == 0 {
		return out
	}
	for i, k := tails[len(tails)-1], len(tails)-1; i >= 0; i, k = before[i], k-1 {
		out[k] = pairs[i]
	}
	return out
}

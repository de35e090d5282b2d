package lineage

import (
	"strings"

	"reaffirm/graph"
)

// An alignment pairs words of a later text with equal words of an earlier one, in the order of both:
// a longest common subsequence of stems.
type alignment struct {
	later, earlier []word
	pairs          [][2]int // indices of words, ascending on both sides
}

// align takes time and memory in proportion to the product of the numbers of words.
func align(later, earlier []word) alignment {
	n, k := len(later), len(earlier)
	width := k + 1
	length := make([]int32, (n+1)*width)
	for i := n - 1; i >= 0; i-- {
		for j := k - 1; j >= 0; j-- {
			if later[i].stem == earlier[j].stem {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	a := alignment{later: later, earlier: earlier}
	for i, j := 0, 0; i < n && j < k; {
		switch {
		case later[i].stem == earlier[j].stem:
			a.pairs = append(a.pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return a
}

func (a alignment) shareOfShorter() float64 {
	return float64(len(a.pairs)) / float64(max(min(len(a.later), len(a.earlier)), 1))
}

func (a alignment) shareOfLonger() float64 {
	return float64(len(a.pairs)) / float64(max(len(a.later), len(a.earlier), 1))
}

// leastRun is the fewest words in a row that are shown as aligned.
const leastRun = 3

// spans lists the runs of words that stand in both texts without a word between.
func (a alignment) spans(later, earlier string) []graph.AlignedSpan {
	cutLater, cutEarlier := newCutter(later), newCutter(earlier)
	var list []graph.AlignedSpan
	for from := 0; from < len(a.pairs); {
		to := from + 1
		for to < len(a.pairs) && a.pairs[to][0] == a.pairs[to-1][0]+1 && a.pairs[to][1] == a.pairs[to-1][1]+1 {
			to++
		}
		if to-from >= leastRun {
			first, last := a.pairs[from], a.pairs[to-1]
			list = append(list, graph.AlignedSpan{
				Later:   cutLater.span(a.later[first[0]].start, a.later[last[0]].end),
				Earlier: cutEarlier.span(a.earlier[first[1]].start, a.earlier[last[1]].end),
			})
		}
		from = to
	}
	return list
}

// diff turns the earlier text into the later one, word by word. White space and punctuation go with
// the word before them.
func (a alignment) diff(later, earlier string) []graph.DiffPart {
	var parts []graph.DiffPart
	add := func(op graph.DiffOp, s string) {
		if s == "" {
			return
		}
		if n := len(parts); n > 0 && parts[n-1].Op == op {
			parts[n-1].Text += s
			return
		}
		parts = append(parts, graph.DiffPart{Op: op, Text: s})
	}
	l, e := pieces(later, a.later), pieces(earlier, a.earlier)
	i, j := 0, 0
	flush := func(toI, toJ int) {
		add(graph.Delete, strings.Join(e[j:toJ], ""))
		add(graph.Insert, strings.Join(l[i:toI], ""))
		i, j = toI, toJ
	}
	for _, p := range a.pairs {
		flush(p[0], p[1])
		if a.later[p[0]].form == a.earlier[p[1]].form {
			add(graph.Equal, l[p[0]])
			i, j = p[0]+1, p[1]+1
		} else {
			flush(p[0]+1, p[1]+1)
		}
	}
	flush(len(l), len(e))
	return parts
}

// pieces cuts a text into its words, each with what follows it up to the next; what stands before the
// first word goes with it.
func pieces(text string, ws []word) []string {
	c := newCutter(text)
	list := make([]string, len(ws))
	for i := range ws {
		from, to := ws[i].start, c.length()
		if i == 0 {
			from = 0
		}
		if i+1 < len(ws) {
			to = ws[i+1].start
		}
		list[i] = c.span(from, to).Quote
	}
	return list
}

// A cutter cuts a text by code points.
type cutter struct{ runes []rune }

func newCutter(text string) cutter { return cutter{[]rune(text)} }

func (c cutter) length() int { return len(c.runes) }

func (c cutter) span(start, end int) graph.Span {
	return graph.Span{Start: start, End: end, Quote: string(c.runes[start:end])}
}

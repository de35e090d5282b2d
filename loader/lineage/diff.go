package lineage

import (
	"slices"

	"reaffirm/graph"
)

// aligned gives the stretches that carry the same words, in the order of the later text.
func (a *alignment) aligned(later, earlier *source) []graph.AlignedSpan {
	if a.spans != nil {
		return a.spans
	}
	runs := slices.DeleteFunc(a.runs(), func(r run) bool { return r.telling == 0 })
	a.spans = make([]graph.AlignedSpan, 0, len(runs))
	for _, r := range runs {
		a.spans = append(a.spans, graph.AlignedSpan{
			Later:   later.span(r.later, r.later+r.length),
			Earlier: earlier.span(r.earlier, r.earlier+r.length),
		})
	}
	return a.spans
}

// diff turns the earlier text into the later one, word by word. Inflections count as changes.
func (a *alignment) diff(later, earlier *source) []graph.DiffPart {
	if a.parts != nil {
		return a.parts
	}
	d := differ{later: later, earlier: earlier}
	e := 0
	for l := 0; l <= len(a.later); l++ {
		if l < len(a.later) && !a.equal(l) {
			continue
		}
		// Everything between the equal word before and this one: first what went, then what came.
		end := len(a.earlier)
		if l < len(a.later) {
			end = int(a.from[l])
		}
		for ; e < end; e++ {
			if a.moved[e] {
				d.add(graph.MovedFrom, earlier, e)
			} else {
				d.add(graph.Delete, earlier, e)
			}
		}
		for ; d.next < l; d.next++ {
			if from := a.from[d.next]; from >= 0 && a.moved[from] {
				d.add(graph.MovedTo, later, d.next)
			} else {
				d.add(graph.Insert, later, d.next)
			}
		}
		if l < len(a.later) {
			d.add(graph.Equal, later, l)
			d.next, e = l+1, end+1
		}
	}
	d.flush()
	a.parts = slices.Clone(d.parts)
	return a.parts
}

// equal says whether later word l stands in the earlier text in the same form and order.
func (a *alignment) equal(l int) bool {
	e := a.from[l]
	return e >= 0 && !a.moved[e] && a.earlier[e].form == a.later[l].form
}

// A differ collects words into parts.
type differ struct {
	later, earlier *source
	parts          []graph.DiffPart
	next           int // first word of the later text that is in no part yet

	op          graph.DiffOp
	of          *source
	first, last int
}

// add adds word i of a text to the part under way, or starts one.
func (d *differ) add(op graph.DiffOp, of *source, i int) {
	if d.of != nil && d.op == op && d.last == i {
		d.last++
		return
	}
	d.flush()
	d.op, d.of, d.first, d.last = op, of, i, i+1
}

// flush ends the part under way. Its text reaches to the next word, so that punctuation stays with
// the word before it; marks before the first word of a text go with that word.
func (d *differ) flush() {
	if d.of == nil {
		return
	}
	start, end := int(d.of.words[d.first].start), d.of.size
	if d.first == 0 {
		start = 0
	}
	if d.last < len(d.of.words) {
		end = int(d.of.words[d.last].start)
	}
	d.parts = append(d.parts, graph.DiffPart{Op: d.op, Text: d.of.slice(start, end)})
	d.of = nil
}

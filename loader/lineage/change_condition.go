package lineage

import (
	"reaffirm/graph"
)

// lightHedge is the formula that limits nothing: "inter alia".
const lightHedge = "inter-alia"

// qualifiers sees hedges that came ("as appropriate" put in) or went. One that took the place of
// another of the same name ("where appropriate") is none.
func (c *changer) qualifiers() {
	later, earlier := c.m.texts[c.evidence.later].hedges, c.m.texts[c.evidence.earlier].hedges
	had := map[string]int{}
	for _, h := range earlier {
		if c.earlierCarried[h.words.first] {
			had[h.name]++
		}
	}
	for _, h := range later {
		if !c.laterCarried[h.words.first] || h.name == lightHedge {
			continue
		}
		if had[h.name]--; had[h.name] < 0 {
			c.add(graph.Qualified, "qualifier-added", h.words, stretch{})
		}
	}
	for k := len(earlier) - 1; k >= 0; k-- {
		h := earlier[k]
		if c.earlierCarried[h.words.first] && had[h.name] > 0 && h.name != lightHedge {
			had[h.name]--
			c.add(graph.Strengthened, "qualifier-dropped", stretch{}, h.words)
		}
	}
}

// deadlines compares the target years of commitments that carry each other on.
func (c *changer) deadlines() {
	for _, later := range c.m.facts.commitments[c.evidence.later] {
		earlier := c.counterpart(later)
		if earlier == nil {
			continue
		}
		for i := range max(len(later.Deadlines), len(earlier.Deadlines)) {
			switch {
			case i >= len(earlier.Deadlines):
				if l := covering(c.alignment.later, &later.Deadlines[i].Span); c.fresh(l) {
					c.add(graph.Strengthened, "deadline-added", l, stretch{})
				}
			case i >= len(later.Deadlines):
				if e := covering(c.alignment.earlier, &earlier.Deadlines[i].Span); c.gone(e) {
					c.add(graph.Weakened, "deadline-dropped", stretch{}, e)
				}
			case later.Deadlines[i].Year != earlier.Deadlines[i].Year:
				c.add(graph.Updated, "deadline-moved", covering(c.alignment.later, &later.Deadlines[i].Span),
					covering(c.alignment.earlier, &earlier.Deadlines[i].Span))
			}
		}
	}
}

// number sees a number or year that took another's place.
func (c *changer) number(g gapBetween) {
	l, e := numberIn(c.alignment.later, g.later, c.laterCarried, c.laterNamed), numberIn(c.alignment.earlier, g.earlier, c.earlierCarried, c.earlierNamed)
	if !l.empty() && !e.empty() {
		c.add(graph.Updated, "number", l, e)
	}
}

func numberIn(words []word, in stretch, carried, named []bool) stretch {
	for i := in.first; i < in.last; i++ {
		if words[i].is(digits) && carried[i] && !named[i] {
			return stretch{i, i + 1}
		}
	}
	return stretch{}
}

// restriction sees a word such as "only" that came or went.
func (c *changer) restriction(g gapBetween) {
	for i := g.later.first; i < g.later.last; i++ {
		if c.m.lexicon.restrictive[c.alignment.later[i].form] && c.laterCarried[i] && c.from[i] < 0 {
			c.add(graph.Narrowed, "restriction-added", stretch{i, i + 1}, stretch{})
		}
	}
	for i := g.earlier.first; i < g.earlier.last; i++ {
		if c.m.lexicon.restrictive[c.alignment.earlier[i].form] && c.earlierCarried[i] && c.to[i] < 0 {
			c.add(graph.Expanded, "restriction-dropped", stretch{}, stretch{i, i + 1})
		}
	}
}

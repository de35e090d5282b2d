package lineage

import (
	"slices"

	"reaffirm/graph"
)

// bodies sees bodies that came, went, or stand in a new role. To be named only is no role.
func (c *changer) bodies() {
	later, earlier := c.m.facts.involvements[c.evidence.later], c.m.facts.involvements[c.evidence.earlier]
	for _, v := range later {
		l := covering(c.alignment.later, v.Span)
		if l.empty() || !c.laterCarried[l.first] {
			continue
		}
		same := rolesOf(earlier, v.Body)
		switch {
		case len(same) == 0 && c.fresh(l):
			c.add(graph.Expanded, "body-added", l, stretch{})
		case len(same) > 0 && !roleInCommon(rolesOf(later, v.Body), same):
			if e := covering(c.alignment.earlier, same[0].Span); !e.empty() && c.earlierCarried[e.first] && !c.laterNamed[l.first] {
				c.add(graph.Updated, "body-role", l, e)
			}
		}
	}
	for _, v := range earlier {
		if e := covering(c.alignment.earlier, v.Span); len(rolesOf(later, v.Body)) == 0 && c.gone(e) {
			c.add(graph.Narrowed, "body-dropped", stretch{}, e)
		}
	}
}

// rolesOf gives the involvements of a body.
func rolesOf(list []*graph.Involvement, body string) []*graph.Involvement {
	var out []*graph.Involvement
	for _, v := range list {
		if v.Body == body {
			out = append(out, v)
		}
	}
	return out
}

// roleInCommon says whether a body has a role in both texts, or is named only in one.
func roleInCommon(later, earlier []*graph.Involvement) bool {
	return slices.ContainsFunc(later, func(l *graph.Involvement) bool {
		return slices.ContainsFunc(earlier, func(e *graph.Involvement) bool {
			return l.Role == e.Role || l.Role == graph.Mention || e.Role == graph.Mention
		})
	})
}

// instruments sees instruments that came or went.
func (c *changer) instruments() {
	later, earlier := c.m.facts.citations[c.evidence.later], c.m.facts.citations[c.evidence.earlier]
	cites := func(list []*graph.Citation, instrument string) bool {
		return slices.ContainsFunc(list, func(o *graph.Citation) bool { return o.Instrument == instrument })
	}
	for _, x := range later {
		if l := covering(c.alignment.later, x.Span); !cites(earlier, x.Instrument) && c.fresh(l) {
			c.add(graph.Expanded, "instrument-added", l, stretch{})
		}
	}
	for _, x := range earlier {
		if e := covering(c.alignment.earlier, x.Span); !cites(later, x.Instrument) && c.gone(e) {
			c.add(graph.Narrowed, "instrument-dropped", stretch{}, e)
		}
	}
}

// name sees a proper name that took another's place.
func (c *changer) name(g gapBetween) {
	l, e := nameIn(c.alignment.later, g.later), nameIn(c.alignment.earlier, g.earlier)
	if c.fresh(l) && c.gone(e) {
		c.add(graph.Updated, "name", l, e)
	}
}

// nameIn gives the first proper name of a stretch.
func nameIn(words []word, in stretch) stretch {
	for i := in.first; i < in.last; i++ {
		if words[i].role == named && words[i].weight > 0 {
			end := i + 1
			for k := end; k < in.last && (words[k].role == named || words[k].role == function) && words[k].gap == noGap; k++ {
				if words[k].role == named {
					end = k + 1
				}
			}
			return stretch{i, end}
		}
	}
	return stretch{}
}

// items sees what was put into a list or taken out of it: a stretch that a comma, "and", "or" or
// "including" joins to shared words, with nothing in its place on the other side.
func (c *changer) items(g gapBetween) {
	l, e := c.alignment.later, c.alignment.earlier
	switch {
	case weightIn(e, g.earlier) < strayWeight && weightIn(l, g.later) >= itemWeight && c.joined(l, g.later) && c.fresh(g.later):
		c.add(graph.Expanded, "item-added", g.later, stretch{})
	case weightIn(l, g.later) < strayWeight && weightIn(e, g.earlier) >= itemWeight && c.joined(e, g.earlier) && c.gone(g.earlier):
		c.add(graph.Narrowed, "item-dropped", stretch{}, g.earlier)
	}
}

func weightIn(words []word, in stretch) float32 {
	sum := float32(0)
	for i := in.first; i < in.last; i++ {
		sum += words[i].weight
	}
	return sum
}

// joined says whether a stretch is joined to what stands before or behind it as items of a list are.
func (c *changer) joined(words []word, s stretch) bool {
	joins := func(i int) bool { return words[i].gap == comma || c.m.lexicon.joining[words[i].form] }
	return !s.empty() && s.first > 0 && s.last-s.first <= itemWords && words[s.first].clause == words[s.last-1].clause &&
		(joins(s.first) || joins(s.last-1) || s.last < len(words) && joins(s.last))
}

// clauses sees whole clauses that came or went, where the rest of the text is largely shared.
func (c *changer) clauses() {
	if weightOf(c.alignment.later, c.from).share() >= comparableShare {
		for _, s := range strangers(c.alignment.later, c.from) {
			c.add(graph.Expanded, "clause-added", s, stretch{})
		}
	}
	if weightOf(c.alignment.earlier, c.to).share() >= comparableShare {
		for _, s := range strangers(c.alignment.earlier, c.to) {
			c.add(graph.Narrowed, "clause-dropped", stretch{}, s)
		}
	}
}

// strangers gives the clauses that share no telling words with the other text.
func strangers(words []word, partner []int32) []stretch {
	var out []stretch
	for i := 0; i < len(words); {
		shared := float32(0)
		j := i
		for ; j < len(words) && words[j].clause == words[i].clause; j++ {
			if partner[j] >= 0 {
				shared += words[j].weight
			}
		}
		if s := (stretch{i, j}); shared < strayWeight && weightIn(words, s) >= clauseWeight {
			out = append(out, s)
		}
		i = j
	}
	return out
}

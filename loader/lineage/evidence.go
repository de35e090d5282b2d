package lineage

import (
	"reaffirm/graph"
)

// Names of the rules that find a link, in graph.Evidence.
const (
	ruleWording = "shared-wording" // odds by the figures of both texts
	ruleSame    = "same-words"     // the texts differ in case and punctuation at most
	ruleItem    = "list-item"      // an item that says nothing without its lead-in
	ruleLeadIn  = "list-lead-in"   // a lead-in of which several items are carried
	ruleEcho    = "shared-subject" // see echoer
	ruleCompare = "compared"       // asked for, not found
)

// reaffirmation gives a link with its evidence.
func (m *Model) reaffirmation(later int32, c candidate, space *scratch) graph.Reaffirmation {
	x := m.evidence(later, c.earlier, space)
	if c.echo {
		return x.echo(m, c)
	}
	r := x.reaffirmation(m)
	r.Score = round(min(1, c.share))
	r.Evidence = graph.Evidence{Method: graph.Alignment, Rule: ruleWording, Confidence: confidence(c.odds)}
	switch {
	case c.list != nil:
		r.Relation, r.Score = graph.Adapts, round(c.list.score())
		r.Evidence.Rule, r.Evidence.Confidence = ruleItem, listConfidence
		if m.lists.lead[c.earlier] < 0 {
			r.Evidence.Rule = ruleLeadIn
		}
	case m.texts[later].group == m.texts[c.earlier].group:
		r.Relation, r.Evidence.Rule = graph.Restates, ruleSame
	case x.restates():
		r.Relation = graph.Restates
	default:
		r.Relation = graph.Adapts
	}
	return r
}

// confidence is the chance that a link is right, by its odds, kept short of certainty.
func confidence(odds float64) float64 { return min(0.99, max(0.01, round(chance(odds)))) }

// round keeps two decimals: figures that go on are no more exact.
func round(x float64) float64 { return float64(int(x*100+0.5)) / 100 }

// evidence is what shows how two provisions compare.
type evidence struct {
	m              *Model
	later, earlier int32
	laterText      *source
	earlierText    *source
	*alignment
}

// A textPair is a pair of texts, of any provisions that carry them.
type textPair struct{ later, earlier *text }

func (m *Model) evidence(later, earlier int32, space *scratch) *evidence {
	texts := textPair{m.texts[later], m.texts[earlier]}
	if known, ok := space.known[texts]; ok {
		x := *known
		x.later, x.earlier = later, earlier
		return &x
	}
	x := &evidence{m: m, later: later, earlier: earlier, laterText: newSource(m.texts[later]), earlierText: newSource(m.texts[earlier])}
	x.alignment = align(x.laterText.words, x.earlierText.words, space)
	if space.known != nil {
		space.known[texts] = x
	}
	return x
}

// reaffirmation gives the link but for what its candidate knows.
func (x *evidence) reaffirmation(m *Model) graph.Reaffirmation {
	l, e := m.provision(x.later), m.provision(x.earlier)
	return graph.Reaffirmation{
		ID:        graph.ReaffirmationID(l.ID, e.ID),
		Later:     l.ID,
		Earlier:   e.ID,
		Changes:   x.changes(),
		Aligned:   x.aligned(x.laterText, x.earlierText),
		Diff:      x.diff(x.laterText, x.earlierText),
		Announced: m.facts.announced(l, e),
	}
}

// echo gives a link in other words. It has neither a diff nor changes: between other words they say
// nothing.
func (x *evidence) echo(m *Model, c candidate) graph.Reaffirmation {
	l, e := m.provision(x.later), m.provision(x.earlier)
	return graph.Reaffirmation{
		ID:        graph.ReaffirmationID(l.ID, e.ID),
		Later:     l.ID,
		Earlier:   e.ID,
		Relation:  graph.Echoes,
		Score:     round(c.share),
		Aligned:   x.aligned(x.laterText, x.earlierText),
		Announced: m.facts.announced(l, e),
		Evidence:  graph.Evidence{Method: graph.Alignment, Rule: ruleEcho, Confidence: min(echoSure, confidence(c.odds))},
	}
}

// restates says whether nearly all of one text stands in the other in the same words.
func (x *evidence) restates() bool {
	share, shorter := x.same()
	return shorter >= x.m.RestatedMass && share >= x.m.RestatedShare
}

// same gives the share of a text that stands in the other in the same words, the greater one of the
// two, and the weight of the shorter text.
func (x *evidence) same() (share, shorter float64) {
	later, earlier := weightOf(x.alignment.later, x.from), weightOf(x.alignment.earlier, x.to)
	return max(later.share(), earlier.share()), min(later.all, earlier.all)
}

// A part says how much of a text is paired, by weight.
type part struct{ paired, all float64 }

func (p part) share() float64 { return p.paired / max(p.all, leastMass) }

// weightOf adds up the weight of words; grammar counts a little, since wording is compared.
func weightOf(words []word, partner []int32) part {
	const grammar = 0.05
	var p part
	for i := range words {
		w := float64(words[i].weight)
		if words[i].role == function {
			w = grammar
		}
		p.all += w
		if partner[i] >= 0 {
			p.paired += w
		}
	}
	return p
}

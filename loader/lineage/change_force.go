package lineage

import (
	"strings"

	"reaffirm/graph"
)

// verbs compares the drafting verbs of commitments that carry each other on. The order of verbs is the
// lexicon's (graph.Commitment.Strength). Verbs that come from a chapeau are not compared: the words
// that show them are not in the provision.
func (c *changer) verbs() {
	for _, later := range c.m.facts.commitments[c.evidence.later] {
		earlier := c.counterpart(later)
		if earlier == nil || later.Inherited || earlier.Inherited || later.Negated != earlier.Negated {
			continue
		}
		step := later.Strength - earlier.Strength
		if later.Strength == 0 || earlier.Strength == 0 || later.Kind == earlier.Kind && abs(step) < leastStep(later.Kind) || step == 0 {
			continue
		}
		kind := graph.Strengthened
		if step < 0 {
			kind = graph.Weakened
		}
		l := c.strongest(later, c.laterText)
		e := c.strongest(earlier, c.earlierText)
		// One verb in both texts shows nothing: its force comes from what stands before it, see modal.
		if !l.empty() && !e.empty() && c.space.stem(c.laterText.word(l.first)) != c.space.stem(c.earlierText.word(e.first)) {
			c.add(kind, "drafting-verb", l, e)
		}
	}
}

// leastStep is how far apart two verbs of a kind must stand in the order of the lexicon for a change
// from one to the other to count: neighbours among the affirming verbs ("stress", "emphasize") do not
// differ in force.
func leastStep(kind graph.CommitmentKind) int {
	if kind == graph.Affirmation || kind == graph.Appraisal {
		return affirmingStep
	}
	return directingStep
}

func abs(x int) int { return max(x, -x) }

// counterpart finds the earlier commitment that a later one carries on: that with which it shares most
// words, if no other later one shares more with it, and if the two share enough of the shorter.
func (c *changer) counterpart(later *graph.Commitment) *graph.Commitment {
	commitments := c.m.facts.commitments
	var best *graph.Commitment
	most := float32(strayWeight)
	for _, earlier := range commitments[c.evidence.earlier] {
		if weight := c.common(later, earlier); weight > most {
			best, most = earlier, weight
		}
	}
	if best == nil {
		return nil
	}
	for _, other := range commitments[c.evidence.later] {
		if c.common(other, best) > most {
			return nil
		}
	}
	shorter := min(weightIn(c.alignment.later, covering(c.alignment.later, &later.Span)),
		weightIn(c.alignment.earlier, covering(c.alignment.earlier, &best.Span)))
	if most < counterpartShare*shorter {
		return nil
	}
	return best
}

// common is the weight of the words that a later and an earlier commitment share.
func (c *changer) common(later, earlier *graph.Commitment) float32 {
	l, e := covering(c.alignment.later, &later.Span), covering(c.alignment.earlier, &earlier.Span)
	weight := float32(0)
	for i := l.first; i < l.last; i++ {
		if p := int(c.from[i]); p >= e.first && p < e.last {
			weight += c.alignment.later[i].weight
		}
	}
	return weight
}

// strongest gives the words of a commitment's strongest verb, none if they are not found.
func (c *changer) strongest(of *graph.Commitment, text *source) stretch {
	for _, verb := range of.Verbs {
		if len(of.Verbs) > 1 && c.m.facts.strength[verb] != of.Strength {
			continue
		}
		first, _, _ := strings.Cut(verb, " ")
		stem := c.space.stem(first)
		within := covering(text.words, &of.Span)
		for i := within.first; i < within.last; i++ {
			if c.space.stem(text.word(i)) == stem {
				return stretch{i, i + 1}
			}
		}
	}
	return stretch{}
}

// modal compares "may", "should", "shall" and their like where one took another's place, and sees a
// "may" that came or went.
func (c *changer) modal(g gapBetween) {
	l, e := c.modalIn(c.alignment.later, g.later, c.laterCarried), c.modalIn(c.alignment.earlier, g.earlier, c.earlierCarried)
	force := c.m.lexicon.modals
	switch {
	case !l.empty() && !e.empty():
		switch a, b := force[c.alignment.later[l.first].form], force[c.alignment.earlier[e.first].form]; {
		case a > b:
			c.add(graph.Strengthened, "modal", l, e)
		case a < b:
			c.add(graph.Weakened, "modal", l, e)
		}
	case !l.empty() && force[c.alignment.later[l.first].form] == 1:
		c.add(graph.Weakened, "modal-added", l, stretch{})
	case !e.empty() && force[c.alignment.earlier[e.first].form] == 1:
		c.add(graph.Strengthened, "modal-dropped", stretch{}, e)
	}
}

func (c *changer) modalIn(words []word, in stretch, carried []bool) stretch {
	for i := in.first; i < in.last; i++ {
		if c.m.lexicon.modals[words[i].form] > 0 && carried[i] {
			return stretch{i, i + 1}
		}
	}
	return stretch{}
}

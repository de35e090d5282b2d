package lineage

import (
	"fmt"

	"reaffirm/graph"
)

// A Comparison is what is known of one pair of provisions, linked or not.
type Comparison struct {
	Later, Earlier string
	// Linked says whether Link links the two, its bound on the links of one provision aside.
	Linked bool
	Figures
	leastWording float64
	// Echo is what is measured of a pair that is not linked by its wording.
	Echo *EchoFigures
	// Reaffirmation is the link with all its evidence, as it would be if the two were linked.
	Reaffirmation graph.Reaffirmation
}

// Compare gives the figures for any pair, linked or not. The error wraps graph.ErrInvalid where a
// provision is unknown or the first is not of a later document than the second.
func (m *Model) Compare(laterID, earlierID string) (Comparison, error) {
	later, ok := m.place[laterID]
	if !ok {
		return Comparison{}, fmt.Errorf("%w: there is no provision %q", graph.ErrInvalid, laterID)
	}
	earlier, ok := m.place[earlierID]
	if !ok {
		return Comparison{}, fmt.Errorf("%w: there is no provision %q", graph.ErrInvalid, earlierID)
	}
	if !m.earlier(earlier, later) {
		return Comparison{}, fmt.Errorf("%w: the document of %s was not adopted after that of %s", graph.ErrInvalid, laterID, earlierID)
	}
	c := Comparison{Later: laterID, Earlier: earlierID, Figures: compare(m.groupOf(later), m.groupOf(earlier)),
		leastWording: float64(m.index.least(m.texts[later].group, m.texts[earlier].group))}
	for _, x := range m.candidates(later, m.pairsOf(later, earlier)) {
		if x.earlier == earlier {
			c.Linked = true
			c.Reaffirmation = m.reaffirmation(later, x, new(scratch))
		}
	}
	if !c.Linked {
		f := m.echoer.compare(later, earlier)
		c.Echo = &f
		if f.Odds >= echoOdds && min(c.Figures.Later, c.Figures.Earlier) >= plainMass {
			c.Linked = true
			c.Reaffirmation = m.reaffirmation(later, m.echoer.candidate(later, earlier), new(scratch))
		}
	}
	if !c.Linked {
		c.Reaffirmation = m.reaffirmation(later, candidate{earlier: earlier, odds: c.Odds, share: max(c.LaterShare, c.EarlierShare)}, new(scratch))
		c.Reaffirmation.Evidence.Rule = ruleCompare
	}
	return c, nil
}

// pairsOf gives the pairings that can link two provisions: of their groups and, where the earlier is
// of a list, of the whole list.
func (m *Model) pairsOf(later, earlier int32) *pairings {
	g, h := m.texts[later].group, m.texts[earlier].group
	p := &pairings{of: make([][]partner, len(m.groups)), items: make([][]listed, len(m.groups))}
	if g != h {
		if f, ok := m.paired(g, h); ok {
			p.of[g] = []partner{partnerOf(h, &f)}
		}
	}
	lead := earlier
	if at := m.lists.lead[earlier]; at >= 0 {
		lead = at
	}
	p.items[g] = m.itemsOf(m.texts[lead].group, g)
	return p
}

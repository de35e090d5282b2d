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
	// Rivals are the provisions of the earlier one's document with which the later one has a better run of
	// words in order, and that it may carry on.
	Rivals []string
	// Echo is what is measured of a pair that is not linked by its wording.
	Echo *EchoFigures
	// Reaffirmation is the link with all its evidence, as it would be if the two were linked.
	Reaffirmation graph.Reaffirmation

	t            *Thresholds
	leastWording float64
	list         *itemMatch // set for a link by list
	item         bool       // the earlier says nothing without its lead-in
	same         float64    // share of a text that stands in the other in the same words
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
	c := Comparison{Later: laterID, Earlier: earlierID, Figures: m.compare(m.groupOf(later), m.groupOf(earlier)), t: m.Thresholds,
		leastWording: float64(m.index.least(m.texts[later].group, m.texts[earlier].group)),
		item:         m.lists.lead[earlier] >= 0}
	c.same, _ = m.evidence(later, earlier, new(scratch)).same()
	p := m.pairsOf(later, earlier)
	if rivals := m.rivals(m.worded(later, p), earlier, float64(float32(c.Order))); len(rivals) > 0 {
		_, c.Own = m.own(m.texts[later].group, m.texts[earlier].group, rivals)
		c.Odds = m.odds(&c.Figures)
		for _, r := range rivals {
			c.Rivals = append(c.Rivals, m.provision(r).ID)
		}
	}
	for _, x := range m.candidates(later, p) {
		if x.earlier == earlier {
			c.Linked, c.list = true, x.list
			c.Reaffirmation = m.reaffirmation(later, x, new(scratch))
		}
	}
	if !c.Linked {
		f := m.echoer.compare(later, earlier, shared(m.groupOf(later).bag, m.groupOf(earlier).bag, geometric))
		c.Echo = &f
		if f.Odds >= echoOdds && min(c.Figures.Later, c.Figures.Earlier) >= m.PlainMass {
			c.Linked = true
			c.Reaffirmation = m.reaffirmation(later, m.echoer.candidate(earlier, f), new(scratch))
		}
	}
	if !c.Linked {
		c.Reaffirmation = m.reaffirmation(later, candidate{earlier: earlier, odds: c.Odds, share: max(c.LaterShare, c.EarlierShare)}, new(scratch))
		c.Reaffirmation.Evidence.Rule = ruleCompare
	}
	return c, nil
}

// pairsOf gives the pairings that decide whether two provisions are linked: of the later one with the
// document of the earlier and, where that is of a list, with the whole list.
func (m *Model) pairsOf(later, earlier int32) *pairings {
	g := m.texts[later].group
	p := &pairings{of: make([][]partner, len(m.groups)), items: make([][]listed, len(m.groups))}
	var own spread
	own.lay(m.groups[g].bag, len(m.dictionary.hashes))
	done := map[int32]bool{g: true}
	for i := range m.texts {
		h := m.texts[i].group
		if done[h] || m.provision(int32(i)).Document != m.provision(earlier).Document {
			continue
		}
		done[h] = true
		if f, ok := m.paired(g, h, &own); ok {
			p.of[g] = append(p.of[g], m.partnerOf(h, &f))
		}
	}
	lead := earlier
	if at := m.lists.lead[earlier]; at >= 0 {
		lead = at
	}
	p.items[g] = m.itemsOf(m.texts[lead].group, g)
	return p
}

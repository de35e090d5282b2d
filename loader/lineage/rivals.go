package lineage

import (
	"cmp"
	"slices"
)

// contest looks at the candidates of a later text that are of one document as rivals: words that it
// has in common with one of them tell less for another with which it has less in common in order. So
// of ten paragraphs on one subject the one that is carried on is linked, not all. It drops the
// candidates whose odds are then too low.
func (m *Model) contest(later int32, list []candidate) []candidate {
	kept := slices.Clone(list)
	for i := range kept {
		c := &kept[i]
		if rivals := m.rivals(list, c.earlier, c.order); len(rivals) > 0 {
			mass, own := m.own(later, m.texts[c.earlier].group, rivals)
			c.odds -= m.OddsOwn * (grown(mass) - grown(own))
		}
	}
	return slices.DeleteFunc(kept, func(c candidate) bool { return c.odds < m.OddsLinked })
}

// rivals gives the candidates that are of the document of an earlier provision, of another text, and
// have more than order in common with the later text.
func (m *Model) rivals(list []candidate, earlier int32, order float64) []int32 {
	var out []int32
	for _, c := range list {
		if c.order > order && m.texts[c.earlier].group != m.texts[earlier].group && m.provision(c.earlier).Document == m.provision(earlier).Document {
			out = append(out, c.earlier)
		}
	}
	return out
}

// own adds up the weights of the stems that two groups have in common, and of those among them that
// none of the rivals, provisions, has.
func (m *Model) own(later, earlier int32, rivals []int32) (mass, own float64) {
	a, b := m.groups[later].bag, m.groups[earlier].bag
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].key < b[j].key:
			i++
		case a[i].key > b[j].key:
			j++
		default:
			w := float64(min(a[i].weight, b[j].weight))
			mass += w
			if !slices.ContainsFunc(rivals, func(r int32) bool { return m.groupOf(r).bag.has(a[i].key) }) {
				own += w
			}
			i, j = i+1, j+1
		}
	}
	return mass, own
}

// has says whether b holds a key.
func (b bag) has(key uint32) bool {
	_, ok := slices.BinarySearchFunc(b, key, func(w weighted[uint32], key uint32) int { return cmp.Compare(w.key, key) })
	return ok
}

// A Contender is an earlier provision that a later one might carry on, with the figures of the two.
type Contender struct {
	Earlier string
	Figures
}

// Contenders gives the earlier provisions that a later one can be linked with for their wording,
// whatever their odds, in order. Their rivals are those that Link would look at: contenders with odds
// of OddsLinked or more before rivals are looked at. It is what the odds are fitted to.
func (m *Model) Contenders(laterID string) []Contender {
	later, ok := m.place[laterID]
	if !ok {
		return nil
	}
	g := m.texts[later].group
	var out []Contender
	var linkable []candidate
	for e := range int32(len(m.texts)) {
		h := m.texts[e].group
		if !m.earlier(e, later) || min(m.groups[g].mass, m.groups[h].mass) < m.PlainMass || g != h && m.lists.lead[e] >= 0 {
			continue
		}
		f := m.compare(&m.groups[g], &m.groups[h])
		if float32(f.Wording) < m.index.least(g, h) {
			continue
		}
		out = append(out, Contender{m.provision(e).ID, f})
		if f.Odds >= m.OddsLinked {
			linkable = append(linkable, candidate{earlier: e, order: f.Order})
		}
	}
	for i := range out {
		c := &out[i]
		e := m.place[c.Earlier]
		_, c.Own = m.own(g, m.texts[e].group, m.rivals(linkable, e, c.Order))
		c.Odds = m.odds(&c.Figures)
	}
	return out
}

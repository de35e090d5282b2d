package lineage

import (
	"slices"
	"strings"
)

// lists knows the lead-ins of the corpus ("Such strategies include, inter alia:") and those of their
// items that are no clauses of their own ("Eradication;"). Such an item says nothing without its
// lead-in, so the two are judged together.
type lists struct {
	lead  []int32   // by provision: its lead-in if it is such an item, else -1
	items [][]int32 // by provision: its items of that sort
	// joined gives the words of such an item behind those of its lead-in. Items of the same words share it.
	joined map[int32]*sequence
}

func (m *Model) findLists() lists {
	l := lists{lead: nowhere(len(m.texts)), items: make([][]int32, len(m.texts)), joined: map[int32]*sequence{}}
	type pair struct{ lead, item int32 } // groups
	known := map[pair]*sequence{}
	for i := range m.in.Provisions {
		parent, ok := m.place[m.in.Provisions[i].Parent]
		if !ok || !strings.HasSuffix(strings.TrimSpace(m.texts[parent].raw), ":") || m.groupOf(parent).mass < m.LeadMass {
			continue
		}
		if g := m.groupOf(int32(i)); g.mass <= m.ItemMass && !m.lexicon.opensWithVerb(m.texts[i].words) {
			l.lead[i] = parent
			l.items[parent] = append(l.items[parent], int32(i))
			groups := pair{m.texts[parent].group, m.texts[i].group}
			if known[groups] == nil {
				known[groups] = joinedSequence(m.groupOf(parent).telling, g.telling)
			}
			l.joined[int32(i)] = known[groups]
		}
	}
	return l
}

func (m *Model) groupOf(provision int32) *group { return &m.groups[m.texts[provision].group] }

// opensWithVerb says whether a text starts with a verb that makes it a clause: "Promote", "Promoting".
func (l *lexicon) opensWithVerb(words []word) bool {
	return len(words) > 0 && (l.operative[words[0].form] || words[0].is(gerund) && (len(words) < 2 || !words[1].is(hyphened)))
}

// An itemMatch says how far a text carries a list item and the lead-in before it, in order.
type itemMatch struct {
	lead, item         float64 // weight of the words carried
	leadMass, itemMass float64 // weight of all words
}

func (i *itemMatch) carried(t *Thresholds) bool {
	return i.lead >= t.leadNeeded(i.leadMass) && i.item >= t.ItemShare*i.itemMass && i.item > 0 && i.lead+i.item >= t.ListCarried
}

// leadNeeded is the weight of a lead-in of a given weight that must be carried.
func (t *Thresholds) leadNeeded(mass float64) float64 { return min(t.LeadCarried, t.LeadShare*mass) }

// score is the share of the wording that is carried.
func (i *itemMatch) score() float64 {
	return min(1, (i.lead+i.item)/max(i.leadMass+i.itemMass, leastMass))
}

// mayCarry says whether the words of a text that stand anywhere in another weigh enough for the other to carry them.
func mayCarry(in, of *sequence, enough float64) bool {
	sum := 0.0
	for i, j := 0, 0; i < len(in.byStem) && j < len(of.byStem); {
		switch x, y := in.byStem[i].stem, of.byStem[j]; {
		case x < y.stem:
			i++
		case x > y.stem:
			j++
		default:
			sum += float64(of.tells[y.at].weight)
			j++
		}
	}
	const rounding = 1e-9
	return sum+rounding >= enough
}

// carriesItem looks for a list, so many words of a lead-in followed by one of its items, in a text, as the best run of words in
// order; passing over other words costs skip times what it costs elsewhere. The weights of all words are left out.
func carriesItem(in, list *sequence, lead int, skip float64) itemMatch {
	var m itemMatch
	var space [64]met
	var runSpace [64]scored
	ms, runs := meetings(in, list, space[:0]), runSpace[:0]
	best := -1
	for k := range ms {
		// Other items of the list may stand between.
		runs = append(runs, extended(in, list, ms, runs, float32(skip)))
		if best < 0 || runs[k].score > runs[best].score {
			best = k
		}
	}
	for k := best; k >= 0; k = runs[k].before {
		if int(ms[k].b) < lead {
			m.lead += float64(ms[k].weight)
		} else {
			m.item += float64(ms[k].weight)
		}
	}
	return m
}

func (s *sequence) mass() float64 {
	sum := 0.0
	for _, t := range s.tells {
		sum += float64(t.weight)
	}
	return sum
}

// joinedSequence puts one sequence behind another.
func joinedSequence(a, b *sequence) *sequence {
	return newSequence(slices.Concat(a.tells, b.tells))
}

package lineage

import (
	"cmp"
	"slices"
	"sync"

	"reaffirm/graph"
)

// Link finds the links of the whole input.
//
// A text that many documents repeat is linked with its nearest earlier carriers only, and a provision
// with a bounded number of earlier ones, so that the links grow no faster than the corpus; the bounds
// stand in thresholds.go and do not bind in a corpus of a few documents.
func (m *Model) Link() Output {
	tell := m.progress()
	p := m.pairs(tell, m.index.before)
	var out Output
	out.Reaffirmations = m.reaffirmations(tell, p)
	out.Repetitions = m.repetitions(p)
	return out
}

// pairings are the pairs of groups that may be linked.
type pairings struct {
	of    [][]partner // by group
	items [][]listed  // by group of the text that carries an item: the items
}

// A partner is another group and the odds that the group in hand carries it on and is carried on by it.
type partner struct {
	group         int32
	odds, turned  float32 // before rivals are looked at
	order         float32 // see Figures
	share, common float32 // of the shorter text and of the longer, how much both have
}

func (m *Model) partnerOf(h int32, f *Figures) partner {
	turned := m.turned(*f)
	return partner{h, float32(f.Odds), float32(turned.Odds), float32(f.Order),
		float32(max(f.LaterShare, f.EarlierShare)), float32(min(f.LaterShare, f.EarlierShare))}
}

// A listed is a list item (a provision) that a group's text carries together with its lead-in.
type listed struct {
	item  int32
	match itemMatch
}

// pairs compares every group with those that before finds for it.
func (m *Model) pairs(tell func(int), before func(g int32, shingles bag, s *search) []int32) *pairings {
	p := &pairings{of: make([][]partner, len(m.groups)), items: make([][]listed, len(m.groups))}
	reverse := make([][]listed, len(m.groups)) // by the group of a lead-in: its items that others carry
	texts := make([][]int32, len(m.groups))    // beside it: the groups that carry them
	searches := make([]search, m.workers)
	each(len(m.groups), m.workers, func(w, i int) {
		s := searches[w].of(len(m.groups))
		g := int32(i)
		s.own.lay(m.groups[g].bag, len(m.dictionary.hashes))
		for _, h := range before(g, m.groups[g].shingles, s) {
			if f, ok := m.paired(g, h, &s.own); ok {
				p.of[g] = append(p.of[g], m.partnerOf(h, &f))
			}
			p.items[g] = append(p.items[g], m.itemsOf(h, g)...)
			for _, l := range m.itemsOf(g, h) {
				reverse[g] = append(reverse[g], l)
				texts[g] = append(texts[g], h)
			}
		}
		tell(len(m.groups[g].carriers))
	})
	for g := range m.groups {
		for _, x := range p.of[g] {
			if x.group < int32(g) {
				p.of[x.group] = append(p.of[x.group], partner{int32(g), x.turned, x.odds, x.order, x.share, x.common})
			}
		}
		for k, l := range reverse[g] {
			p.items[texts[g][k]] = append(p.items[texts[g][k]], l)
		}
	}
	return p
}

// paired measures two groups and says whether either can carry the other on. The bag of the first is laid out.
func (m *Model) paired(g, h int32, own *spread) (Figures, bool) {
	a, b := &m.groups[g], &m.groups[h]
	if min(a.mass, b.mass) < m.PlainMass {
		return Figures{}, false
	}
	wording := shared(a.shingles, b.shingles, least)
	if float32(wording) < m.index.least(g, h) {
		return Figures{}, false
	}
	return m.compareUnless(a, b, wording, own.shared(b.bag, least), m.OddsLinked)
}

// itemsOf gives the items of the lists that a group leads in, as far as a text carries them.
func (m *Model) itemsOf(lead, in int32) []listed {
	if !m.index.leads[lead] {
		return nil
	}
	text, leadIn := m.groups[in].telling, m.groups[lead].telling
	leadMass := leadIn.mass()
	if !mayCarry(text, leadIn, m.leadNeeded(leadMass)) {
		return nil
	}
	var out []listed
	judged := map[int32]itemMatch{} // by group of the item: documents repeat whole lists
	for _, c := range m.groups[lead].carriers {
		for _, item := range m.lists.items[c] {
			g := m.texts[item].group
			match, known := judged[g]
			if !known {
				match = carriesItem(text, m.lists.joined[item], len(leadIn.tells), m.ListSkip)
				match.leadMass, match.itemMass = leadMass, m.groups[g].telling.mass()
				judged[g] = match
			}
			if match.carried(m.Thresholds) {
				out = append(out, listed{item, match})
			}
		}
	}
	return out
}

// A candidate is a link before its evidence.
type candidate struct {
	earlier int32
	odds    float64
	order   float64    // see Figures
	share   float64    // of the shorter text, how much both have
	echo    bool       // says the same in other words
	list    *itemMatch // set for an item or a lead-in that is linked as part of its list
}

// candidates gives the links of one later provision, in the order of the earlier provisions.
func (m *Model) candidates(later int32, p *pairings) []candidate {
	if m.date[later] < 0 {
		return nil
	}
	out := m.contest(m.texts[later].group, m.worded(later, p))
	out = append(out, m.listCandidates(later, p.items[m.texts[later].group], out)...)
	out = m.bounded(out)
	slices.SortFunc(out, func(a, b candidate) int { return cmp.Compare(a.earlier, b.earlier) })
	return out
}

// worded gives the candidates of one later provision by their wording, before they are compared with
// each other. An item that says nothing without its lead-in is none, unless the later text is the same.
func (m *Model) worded(later int32, p *pairings) []candidate {
	g := m.texts[later].group
	var out []candidate
	for _, x := range p.of[g] {
		if float64(x.odds) < m.OddsLinked {
			continue
		}
		for _, c := range m.carriersBefore(x.group, later) {
			if m.lists.lead[c] < 0 {
				out = append(out, candidate{earlier: c, odds: float64(x.odds), order: float64(x.order), share: float64(x.share)})
			}
		}
	}
	if own := &m.groups[g]; own.mass >= m.PlainMass {
		if same := m.carriersBefore(g, later); len(same) > 0 {
			f := m.compare(own, own)
			for _, c := range same {
				out = append(out, candidate{earlier: c, odds: f.Odds, order: f.Order, share: 1})
			}
		}
	}
	return out
}

// bounded leaves of one provision's candidates those that the bounds for large corpora allow.
func (m *Model) bounded(list []candidate) []candidate {
	if len(list) <= documentsPerProvision {
		return list
	}
	sure := func(c candidate) float64 {
		if c.list != nil {
			return 0
		}
		return min(c.odds, sureOdds)
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(sure(b), sure(a)), cmp.Compare(m.date[b.earlier], m.date[a.earlier]))
	})
	documents := map[string]bool{}
	kept := list[:0]
	for _, c := range list {
		d := m.provision(c.earlier).Document
		if !documents[d] && len(documents) == documentsPerProvision {
			continue
		}
		documents[d] = true
		if kept = append(kept, c); len(kept) == linksPerProvision {
			break
		}
	}
	return kept
}

// carriersBefore gives the provisions of a group that a later provision can carry on: those of the
// nearest earlier documents.
func (m *Model) carriersBefore(g, later int32) []int32 {
	carriers := m.groups[g].carriers
	if !m.earlier(carriers[0], later) {
		return nil
	}
	end, _ := slices.BinarySearchFunc(carriers, m.date[later], func(c, date int32) int {
		if d := m.date[c]; d >= 0 && d < date {
			return -1
		}
		return 1
	})
	documents := 0
	for k := end - 1; k >= 0; k-- {
		if k == end-1 || m.provision(carriers[k]).Document != m.provision(carriers[k+1]).Document {
			if documents++; documents > carriersPerText {
				return carriers[k+1 : end]
			}
		}
	}
	return carriers[:end]
}

// listCandidates links a later provision with the list items that it carries, and with a lead-in of
// which it carries several items, unless they are linked already.
func (m *Model) listCandidates(later int32, items []listed, linked []candidate) []candidate {
	var out []candidate
	has := func(earlier int32) bool {
		same := func(c candidate) bool { return c.earlier == earlier }
		return slices.ContainsFunc(linked, same) || slices.ContainsFunc(out, same)
	}
	carried := map[int32][]listed{} // by lead-in
	for k := range items {
		l := &items[k]
		if m.earlier(l.item, later) {
			lead := m.lists.lead[l.item]
			carried[lead] = append(carried[lead], *l)
			if !has(l.item) {
				out = append(out, candidate{earlier: l.item, list: &l.match})
			}
		}
	}
	for _, lead := range sortedKeys(carried) {
		if of := carried[lead]; float64(len(of)) >= m.ListItems && !has(lead) {
			whole := of[0].match
			for _, l := range of[1:] {
				whole.item += l.match.item
				whole.itemMass += l.match.itemMass
			}
			out = append(out, candidate{earlier: lead, list: &whole})
		}
	}
	return out
}

// reaffirmations builds the links of all later provisions.
func (m *Model) reaffirmations(tell func(int), p *pairings) []graph.Reaffirmation {
	links := make([][]graph.Reaffirmation, len(m.texts))
	space := make([]scratch, m.workers)
	searches := make([]search, m.workers)
	each(len(m.groups), m.workers, func(w, g int) {
		s := searches[w].of(len(m.groups))
		s.own.lay(m.groups[g].bag, len(m.dictionary.hashes))
		near := m.echoer.near(int32(g), s)
		space[w].known = map[textPair]*evidence{}
		for _, later := range m.groups[g].carriers {
			list := m.candidates(later, p)
			list = append(list, m.echoer.echoes(later, list, near, &s.own)...)
			slices.SortFunc(list, func(a, b candidate) int { return cmp.Compare(a.earlier, b.earlier) })
			links[later] = make([]graph.Reaffirmation, len(list))
			for i, c := range list {
				links[later][i] = m.reaffirmation(later, c, &space[w])
			}
		}
		tell(len(m.groups[g].carriers))
	})
	n := 0
	for _, list := range links {
		n += len(list)
	}
	out := make([]graph.Reaffirmation, 0, n)
	for i, list := range links {
		out, links[i] = append(out, list...), nil
	}
	m.markParts(out)
	for i := range out {
		out[i].Rank = i
	}
	return out
}

// progress gives a function that is told of every provision twice: when its text has been compared and when its links have
// been made.
func (m *Model) progress() func(provisions int) {
	if m.in.Progress == nil {
		return func(int) {}
	}
	const step = 256
	var lock sync.Mutex
	done, told, total := 0, 0, len(m.texts)
	return func(provisions int) {
		lock.Lock()
		defer lock.Unlock()
		if done += provisions; done == 2*total || done >= told+2*step {
			told = done
			m.in.Progress(done/2, total)
		}
	}
}

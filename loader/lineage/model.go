package lineage

import (
	"cmp"
	"runtime"
	"slices"

	"reaffirm/graph"
)

// A Model is an Input prepared for comparison. It may be used by several goroutines.
type Model struct {
	*Thresholds
	in         Input
	workers    int
	lexicon    *lexicon
	dictionary *dictionary
	vocabulary *vocabulary

	place  map[string]int32 // id of a provision to its place in in.Provisions
	date   []int32          // by provision: its date's place among the dates of adoption, -1 without one
	texts  []*text          // by provision
	groups []group
	index  *index
	lists  lists
	facts  facts
	echoer *echoer
}

// A group is a text that one or more provisions carry in the same words, whatever their case and
// punctuation. Groups are in the order of their first carriers.
type group struct {
	carriers []int32 // provisions, the earliest first, those without a date last
	words    []word  // of the first carrier
	bag      bag
	mass     float64 // of bag
	clauses  []clause
	shingles bag
	telling  *sequence
}

// NewModel prepares in for Link and Compare.
func NewModel(in Input) *Model {
	m := Read(in)
	m.Learn(in)
	return m
}

// Read prepares the texts of in: its documents and provisions. Before it is used the model must Learn the rest.
func Read(in Input) *Model {
	m := &Model{Thresholds: in.thresholds(), in: in, workers: cmp.Or(max(in.Workers, 0), runtime.GOMAXPROCS(0)), lexicon: theLexicon()}
	m.place = make(map[string]int32, len(in.Provisions))
	for i := range in.Provisions {
		m.place[in.Provisions[i].ID] = int32(i)
	}
	m.dates()
	distinct := m.read()
	m.collapse(distinct)
	m.weigh(distinct)
	m.lists = m.findLists()
	m.index.leads = make([]bool, len(m.groups))
	for i := range m.lists.items {
		if len(m.lists.items[i]) > 0 {
			m.index.leads[m.texts[i].group] = true
		}
	}
	return m
}

// Learn takes what was found in the provisions from in, whose documents and provisions are those that were read.
func (m *Model) Learn(in Input) {
	m.in = in
	m.facts = newFacts(in, m.place)
	m.echoer = newEchoer(m)
}

// dates finds the place of each provision's document in the order of adoption.
func (m *Model) dates() {
	var dates []string
	adopted := map[string]string{}
	for _, d := range m.in.Documents {
		adopted[d.ID] = d.Adopted
		if d.Adopted != "" {
			dates = append(dates, d.Adopted)
		}
	}
	slices.Sort(dates)
	dates = slices.Compact(dates)
	m.date = make([]int32, len(m.in.Provisions))
	for i := range m.in.Provisions {
		m.date[i] = -1
		if day := adopted[m.in.Provisions[i].Document]; day != "" {
			at, _ := slices.BinarySearch(dates, day)
			m.date[i] = int32(at)
		}
	}
}

// read divides every text into words and gives the texts that differ, in order.
func (m *Model) read() []*text {
	m.texts = make([]*text, len(m.in.Provisions))
	var distinct []*text
	known := map[string]*text{}
	for i := range m.in.Provisions {
		raw := m.in.Provisions[i].Text
		t := known[raw]
		if t == nil {
			t = &text{raw: raw}
			known[raw] = t
			distinct = append(distinct, t)
		}
		m.texts[i] = t
	}
	m.dictionary = newDictionary(distinct, m.lexicon, m.workers)
	spellers := make([]*speller, m.workers)
	each(len(distinct), m.workers, func(w, i int) {
		if spellers[w] == nil {
			spellers[w] = newSpeller(m.lexicon, m.dictionary)
		}
		*distinct[i] = *spellers[w].read(distinct[i].raw)
	})
	return distinct
}

// collapse puts provisions whose texts have the same words into groups.
func (m *Model) collapse(distinct []*text) {
	byWords := map[uint64]int32{}
	for _, t := range distinct {
		h := uint64(fnvOffset)
		for i := range t.words {
			h = pair(h, t.words[i].form)
		}
		g, ok := byWords[h]
		if !ok {
			g = int32(len(byWords))
			byWords[h] = g
		}
		t.group = g
	}
	m.groups = make([]group, len(byWords))
	for i, t := range m.texts {
		g := &m.groups[t.group]
		g.carriers = append(g.carriers, int32(i))
	}
	for i := range m.groups {
		slices.SortFunc(m.groups[i].carriers, m.byDate)
	}
	order := make([]int32, len(m.groups)) // new place to old
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return m.byDate(m.groups[a].carriers[0], m.groups[b].carriers[0]) })
	sorted, place := make([]group, len(order)), make([]int32, len(order))
	for i, old := range order {
		sorted[i], place[old] = m.groups[old], int32(i)
	}
	m.groups = sorted
	for _, t := range distinct {
		t.group = place[t.group]
	}
	for i := range m.groups {
		m.groups[i].words = m.texts[m.groups[i].carriers[0]].words
	}
}

// byDate orders provisions by date of adoption, those without a date last, then by place.
func (m *Model) byDate(a, b int32) int {
	if da, db := m.date[a], m.date[b]; da != db {
		if da < 0 || db >= 0 && db < da {
			return 1
		}
		return -1
	}
	return cmp.Compare(a, b)
}

// weigh weighs every word by the corpus, fills the groups and indexes them.
func (m *Model) weigh(distinct []*text) {
	firsts := make([]*text, len(m.groups))
	for i := range m.groups {
		firsts[i] = m.texts[m.groups[i].carriers[0]]
	}
	m.vocabulary = newVocabulary(firsts, m.dictionary.hashes, m.Thresholds)
	each(len(distinct), m.workers, func(_, i int) {
		m.vocabulary.markCommon(distinct[i].words)
		m.vocabulary.weigh(distinct[i].words)
	})
	shingles := make([][]weighted[uint64], len(m.groups))
	each(len(m.groups), m.workers, func(_, i int) {
		g := &m.groups[i]
		g.bag = bagOf(g.words, whole)
		g.mass = g.bag.mass()
		g.clauses = clausesOf(g.words, m.TailShare)
		g.telling = sequenceOf(g.words, m.OrderSkip)
		shingles[i] = m.vocabulary.shinglesOf(g.words)
	})
	m.index = newIndex(m.groups, shingles, m.vocabulary, m.workers)
}

// earlier says whether provision a can be carried on by provision b.
func (m *Model) earlier(a, b int32) bool { return m.date[a] >= 0 && m.date[a] < m.date[b] }

// provision gives the provision at a place.
func (m *Model) provision(at int32) *graph.Provision { return &m.in.Provisions[at] }

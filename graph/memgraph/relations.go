package memgraph

import (
	"context"
	"slices"

	"reaffirm/graph"
)

type involvements struct {
	table[graph.Involvement]
	of         []int32 // the provision of each
	bodyOf     []int32
	roleOf     []int32 // by its place in graph.Roles
	provision  *groups[graph.Involvement]
	commitment *groups[graph.Involvement]
	body       *groups[graph.Involvement]
	document   *groups[graph.Involvement]
	role       postings[graph.Role]
	theme      postings[string]
	implied    postings[bool]
}

func (m *Graph) indexInvolvements() {
	v := &m.involvements
	v.table = newTable(m.graph.Involvements)
	v.of = column(&v.table, func(x *graph.Involvement) int32 { return m.provisions.at.of(x.Provision) })
	v.bodyOf = column(&v.table, func(x *graph.Involvement) int32 { return m.bodies.at.of(x.Body) })
	v.roleOf = column(&v.table, func(x *graph.Involvement) int32 { return int32(slices.Index(graph.Roles(), x.Role)) })
	v.provision = groupBy(&v.table, len(m.provisions.items), v.of)
	v.commitment = groupBy(&v.table, len(m.commitments.items), column(&v.table, func(x *graph.Involvement) int32 { return m.commitments.at.of(x.Commitment) }))
	v.body = groupBy(&v.table, len(m.bodies.items), v.bodyOf)
	v.document = groupBy(&v.table, len(m.documents.items), m.documentsOf(v.of))
	role, theme, implied := indexer[graph.Role]{}, indexer[string]{}, indexer[bool]{}
	for rank, x := range v.items {
		role.add(x.Role, rank)
		implied.add(x.Implied, rank)
		m.eachTheme(v.of[rank], func(id string) { theme.add(id, rank) })
	}
	v.role, v.theme, v.implied = role.postings(), theme.postings(), implied.postings()
}

// Involvements implements graph.Reader.
func (m *Graph) Involvements(ctx context.Context, qs []graph.Query[graph.InvolvementFilter]) ([]graph.Slice[*graph.Involvement], error) {
	return answer(ctx, &m.involvements.table, qs, m.filterInvolvements)
}

func (m *Graph) filterInvolvements(f *graph.InvolvementFilter, w *where[graph.Involvement]) error {
	v := &m.involvements
	w.andOwned(v.provision, m.provisions.at, f.Provisions)
	w.andOwned(v.commitment, m.commitments.at, f.Commitments)
	w.andOwned(v.body, m.bodies.at, f.Bodies)
	andAny(w, v.role, f.Roles)
	w.andOwned(v.document, m.documents.at, f.Documents)
	andAny(w, v.theme, f.Themes)
	andIs(w, v.implied, f.Implied)
	if least := f.MinConfidence; least > 0 {
		w.pass(func(x *graph.Involvement) bool { return x.Evidence.Confidence >= least })
	}
	return nil
}

type citations struct {
	table[graph.Citation]
	of         []int32 // the provision of each
	provision  *groups[graph.Citation]
	instrument *groups[graph.Citation]
	narrower   *groups[graph.Citation] // of an instrument or of one below it
	document   *groups[graph.Citation]
	stance     postings[graph.Stance]
	theme      postings[string]
	collective postings[bool]
}

func (m *Graph) indexCitations() {
	c := &m.citations
	c.table = newTable(m.graph.Citations)
	c.of = column(&c.table, func(x *graph.Citation) int32 { return m.provisions.at.of(x.Provision) })
	instrument := column(&c.table, func(x *graph.Citation) int32 { return m.instruments.at.of(x.Instrument) })
	c.provision = groupBy(&c.table, len(m.provisions.items), c.of)
	c.instrument = groupBy(&c.table, len(m.instruments.items), instrument)
	c.narrower = newGroups(&c.table, len(m.instruments.items), func(rank int) []int32 { return m.instruments.chains[instrument[rank]] })
	c.document = groupBy(&c.table, len(m.documents.items), m.documentsOf(c.of))
	stance, theme, collective := indexer[graph.Stance]{}, indexer[string]{}, indexer[bool]{}
	for rank, x := range c.items {
		stance.add(x.Stance, rank)
		collective.add(x.Collective, rank)
		m.eachTheme(c.of[rank], func(id string) { theme.add(id, rank) })
	}
	c.stance, c.theme, c.collective = stance.postings(), theme.postings(), collective.postings()
}

// Citations implements graph.Reader.
func (m *Graph) Citations(ctx context.Context, qs []graph.Query[graph.CitationFilter]) ([]graph.Slice[*graph.Citation], error) {
	c := &m.citations
	return answer(ctx, &c.table, qs, func(f *graph.CitationFilter, w *where[graph.Citation]) error {
		w.andOwned(c.provision, m.provisions.at, f.Provisions)
		if f.Narrower {
			w.andOwned(c.narrower, m.instruments.at, f.Instruments)
		} else {
			w.andOwned(c.instrument, m.instruments.at, f.Instruments)
		}
		andAny(w, c.stance, f.Stances)
		w.andOwned(c.document, m.documents.at, f.Documents)
		andAny(w, c.theme, f.Themes)
		andIs(w, c.collective, f.Collective)
		if least := f.MinConfidence; least > 0 {
			w.pass(func(x *graph.Citation) bool { return x.Evidence.Confidence >= least })
		}
		return nil
	})
}

type abouts struct {
	table[graph.About]
	of        []int32 // the provision of each
	provision *groups[graph.About]
	theme     *groups[graph.About]
	document  *groups[graph.About]
	// themes lists, for each provision by rank, its themes and those above them, each once, by rank.
	themes [][]int32
}

func (m *Graph) indexAbouts() {
	a := &m.abouts
	a.table = newTable(m.graph.Abouts)
	a.of = column(&a.table, func(x *graph.About) int32 { return m.provisions.at.of(x.Provision) })
	theme := column(&a.table, func(x *graph.About) int32 { return m.themes.at.of(x.Theme) })
	a.provision = groupBy(&a.table, len(m.provisions.items), a.of)
	a.theme = groupBy(&a.table, len(m.themes.items), theme)
	a.document = groupBy(&a.table, len(m.documents.items), m.documentsOf(a.of))
	a.themes = make([][]int32, len(m.provisions.items))
	for rank, at := range a.of {
		a.themes[at] = append(a.themes[at], m.themes.chains[theme[rank]]...)
	}
	for at, list := range a.themes {
		a.themes[at] = sorted(list)
	}
}

// Abouts implements graph.Reader.
func (m *Graph) Abouts(ctx context.Context, qs []graph.Query[graph.AboutFilter]) ([]graph.Slice[*graph.About], error) {
	a := &m.abouts
	return answer(ctx, &a.table, qs, func(f *graph.AboutFilter, w *where[graph.About]) error {
		w.andOwned(a.provision, m.provisions.at, f.Provisions)
		w.andOwned(a.theme, m.themes.at, f.Themes)
		w.andOwned(a.document, m.documents.at, f.Documents)
		return nil
	})
}

// documentsOf is the column of the provisions' documents.
func (m *Graph) documentsOf(provisions []int32) []int32 {
	list := make([]int32, len(provisions))
	for i, at := range provisions {
		list[i] = m.provisions.documentOf[at]
	}
	return list
}

// eachTheme calls f with the ids of a provision's themes and of those above them.
func (m *Graph) eachTheme(provision int32, f func(id string)) {
	for _, theme := range m.abouts.themes[provision] {
		f(m.themes.items[theme].ID)
	}
}

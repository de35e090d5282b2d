package memgraph

import (
	"context"

	"reaffirm/graph"
)

type bodies struct {
	table[graph.Body]
	ids      []string
	at       places
	kind     postings[graph.BodyKind]
	memberOf *groups[graph.Body]
}

func (m *Graph) indexBodies() {
	b := &m.bodies
	b.table = newTable(m.graph.Bodies)
	b.orderBy(graph.ByProvisions, func(x *graph.Body) int64 { return int64(x.Provisions) })
	b.ids = ids(m.graph.Bodies)
	b.at = newPlaces(b.ids)
	b.memberOf = groupBy(&b.table, len(b.items), column(&b.table, func(x *graph.Body) int32 { return b.at.of(x.MemberOf) }))
	kind := indexer[graph.BodyKind]{}
	for rank, x := range b.items {
		kind.add(x.Kind, rank)
	}
	b.kind = kind.postings()
}

// Bodies implements graph.Reader.
func (m *Graph) Bodies(ctx context.Context, qs []graph.Query[graph.BodyFilter]) ([]graph.Slice[*graph.Body], error) {
	b, v := &m.bodies, &m.involvements
	return answer(ctx, &b.table, qs, func(f *graph.BodyFilter, w *where[graph.Body]) error {
		andIDs(w, b.at, f.IDs)
		andAny(w, b.kind, f.Kinds)
		w.andOwned(b.memberOf, b.at, f.MemberOf)
		var same where[graph.Involvement]
		same.andOwned(v.document, m.documents.at, f.Documents)
		andAny(&same, v.role, f.Roles)
		andAny(&same, v.theme, f.Themes)
		if !same.all() {
			w.and(owners(same.rows(&v.table), v.body))
		}
		return nil
	})
}

type instruments struct {
	table[graph.Instrument]
	at         places
	chains     [][]int32 // of each instrument, itself and those above it
	kind       postings[graph.InstrumentKind]
	broader    *groups[graph.Instrument]
	recognized postings[bool]
}

func (m *Graph) indexInstruments() {
	s := &m.instruments
	s.table = newTable(m.graph.Instruments)
	s.orderBy(graph.ByProvisions, func(x *graph.Instrument) int64 { return int64(x.Provisions) })
	s.at = newPlaces(ids(m.graph.Instruments))
	above := column(&s.table, func(x *graph.Instrument) int32 { return s.at.of(x.Broader) })
	s.chains = closure(above)
	s.broader = groupBy(&s.table, len(s.items), above)
	kind, recognized := indexer[graph.InstrumentKind]{}, indexer[bool]{}
	for rank, x := range s.items {
		kind.add(x.Kind, rank)
		recognized.add(x.Recognized, rank)
	}
	s.kind, s.recognized = kind.postings(), recognized.postings()
}

// Instruments implements graph.Reader.
func (m *Graph) Instruments(ctx context.Context, qs []graph.Query[graph.InstrumentFilter]) ([]graph.Slice[*graph.Instrument], error) {
	s, c := &m.instruments, &m.citations
	return answer(ctx, &s.table, qs, func(f *graph.InstrumentFilter, w *where[graph.Instrument]) error {
		andIDs(w, s.at, f.IDs)
		andAny(w, s.kind, f.Kinds)
		w.andOwned(s.broader, s.at, f.Broader)
		andIs(w, s.recognized, f.Recognized)
		var same where[graph.Citation]
		same.andOwned(c.document, m.documents.at, f.Documents)
		andAny(&same, c.stance, f.Stances)
		andAny(&same, c.theme, f.Themes)
		if !same.all() {
			w.and(owners(same.rows(&c.table), c.instrument))
		}
		return nil
	})
}

type themes struct {
	table[graph.Theme]
	ids       []string
	at        places
	chains    [][]int32 // of each theme, itself and those above it
	broader   *groups[graph.Theme]
	outermost set
	document  postings[string] // with a provision about it or about one below it
}

func (m *Graph) indexThemes() {
	t := &m.themes
	t.table = newTable(m.graph.Themes)
	t.orderBy(graph.ByProvisions, func(x *graph.Theme) int64 { return int64(x.Provisions) })
	t.ids = ids(m.graph.Themes)
	t.at = newPlaces(t.ids)
	above := column(&t.table, func(x *graph.Theme) int32 { return t.at.of(x.Broader) })
	t.chains = closure(above)
	t.broader = groupBy(&t.table, len(t.items), above)
	t.outermost = t.where(func(x *graph.Theme) bool { return x.Broader == "" })
}

// indexThemeDocuments indexes themes by the documents that they appear in.
func (m *Graph) indexThemeDocuments() {
	lists := map[string][]int32{}
	for rank, x := range m.abouts.items {
		document := m.provisions.items[m.abouts.of[rank]].Document
		lists[document] = append(lists[document], m.themes.chains[m.themes.at[x.Theme]]...)
	}
	m.themes.document = indexed(lists)
}

// Themes implements graph.Reader.
func (m *Graph) Themes(ctx context.Context, qs []graph.Query[graph.ThemeFilter]) ([]graph.Slice[*graph.Theme], error) {
	t := &m.themes
	return answer(ctx, &t.table, qs, func(f *graph.ThemeFilter, w *where[graph.Theme]) error {
		andIDs(w, t.at, f.IDs)
		w.andOwned(t.broader, t.at, f.Broader)
		if f.Outermost {
			w.and(t.outermost)
		}
		andAny(w, t.document, f.Documents)
		return nil
	})
}

// owners is the set of owners with at least one of the rows.
func owners[T any](rows set, g *groups[T]) set {
	list := []int32{}
	for owner := range int32(len(g.bounds) - 1) {
		if intersects(g.of(owner), rows) {
			list = append(list, owner)
		}
	}
	return set{list: list}
}

package memgraph

import (
	"context"

	"reaffirm/graph"
)

type documents struct {
	table[graph.Document]
	ids  []string
	at   places
	body postings[string]
	year postings[int]
}

func (m *Graph) indexDocuments() {
	d := &m.documents
	d.table = newTable(m.graph.Documents)
	d.ids = ids(m.graph.Documents)
	d.at = newPlaces(d.ids)
	body, year := indexer[string]{}, indexer[int]{}
	for rank, x := range d.items {
		if x.Body != "" {
			body.add(x.Body, rank)
		}
		if y := graph.YearOf(x.Adopted); y != 0 {
			year.add(y, rank)
		}
	}
	d.body, d.year = body.postings(), year.postings()
}

// Documents implements graph.Reader.
func (m *Graph) Documents(ctx context.Context, qs []graph.Query[graph.DocumentFilter]) ([]graph.Slice[*graph.Document], error) {
	return answer(ctx, &m.documents.table, qs, func(f *graph.DocumentFilter, w *where[graph.Document]) error {
		andIDs(w, m.documents.at, f.IDs)
		andAny(w, m.documents.body, f.Bodies)
		andYears(w, m.documents.year, f.Adopted)
		return nil
	})
}

type sections struct {
	table[graph.Section]
	at        places
	chains    [][]int32 // of each section, itself and those around it
	document  *groups[graph.Section]
	parent    *groups[graph.Section]
	outermost set
}

func (m *Graph) indexSections() {
	s := &m.sections
	s.table = newTable(m.graph.Sections)
	s.at = newPlaces(ids(m.graph.Sections))
	above := column(&s.table, func(x *graph.Section) int32 { return s.at.of(x.Parent) })
	s.chains = closure(above)
	s.document = groupBy(&s.table, len(m.documents.items), column(&s.table, func(x *graph.Section) int32 { return m.documents.at.of(x.Document) }))
	s.parent = groupBy(&s.table, len(s.items), above)
	s.outermost = s.where(func(x *graph.Section) bool { return x.Level == 1 })
}

// Sections implements graph.Reader.
func (m *Graph) Sections(ctx context.Context, qs []graph.Query[graph.SectionFilter]) ([]graph.Slice[*graph.Section], error) {
	s := &m.sections
	return answer(ctx, &s.table, qs, func(f *graph.SectionFilter, w *where[graph.Section]) error {
		w.andOwned(s.document, m.documents.at, f.Documents)
		w.andOwned(s.parent, s.at, f.Parents)
		if f.Outermost {
			w.and(s.outermost)
		}
		return nil
	})
}

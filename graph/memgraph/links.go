package memgraph

import (
	"context"
	"slices"

	"reaffirm/graph"
)

type reaffirmations struct {
	table[graph.Reaffirmation]
	laterOf, earlierOf []int32 // the provisions of each
	later, earlier     *groups[graph.Reaffirmation]
	// defaultLater and defaultEarlier hold the links of graph.DefaultRelations only.
	defaultLater, defaultEarlier   *groups[graph.Reaffirmation]
	laterDocument, earlierDocument *groups[graph.Reaffirmation]
	relation                       postings[graph.Relation]
	change                         postings[graph.ChangeKind]
	theme                          postings[string]
	body                           postings[string]
}

func (m *Graph) indexReaffirmations() {
	r, p := &m.reaffirmations, &m.provisions
	r.table = newTable(m.graph.Reaffirmations)
	r.orderBy(graph.ByScore, func(x *graph.Reaffirmation) int64 { return graph.Millionths(x.Score) })
	r.laterOf = column(&r.table, func(x *graph.Reaffirmation) int32 { return p.at.of(x.Later) })
	r.earlierOf = column(&r.table, func(x *graph.Reaffirmation) int32 { return p.at.of(x.Earlier) })
	r.later = groupBy(&r.table, len(p.items), r.laterOf)
	r.earlier = groupBy(&r.table, len(p.items), r.earlierOf)
	r.defaultLater = groupBy(&r.table, len(p.items), r.byDefault(r.laterOf))
	r.defaultEarlier = groupBy(&r.table, len(p.items), r.byDefault(r.earlierOf))
	r.laterDocument = groupBy(&r.table, len(m.documents.items), m.documentsOf(r.laterOf))
	r.earlierDocument = groupBy(&r.table, len(m.documents.items), m.documentsOf(r.earlierOf))

	relation, change := indexer[graph.Relation]{}, indexer[graph.ChangeKind]{}
	theme, body := indexer[string]{}, indexer[string]{}
	for rank, x := range r.items {
		relation.add(x.Relation, rank)
		for _, c := range x.Changes {
			change.add(c.Kind, rank)
		}
		for _, end := range []int32{r.laterOf[rank], r.earlierOf[rank]} {
			m.eachTheme(end, func(id string) { theme.add(id, rank) })
			for _, v := range m.involvements.provision.of(end).list {
				body.add(m.involvements.items[v].Body, rank)
			}
		}
	}
	r.relation, r.change, r.theme, r.body = relation.postings(), change.postings(), theme.postings(), body.postings()
}

// byDefault is a column with only the links of graph.DefaultRelations in it.
func (r *reaffirmations) byDefault(end []int32) []int32 {
	return column(&r.table, func(x *graph.Reaffirmation) int32 {
		if !slices.Contains(graph.DefaultRelations(), x.Relation) {
			return -1
		}
		return end[x.Rank]
	})
}

// Reaffirmations implements graph.Reader.
func (m *Graph) Reaffirmations(ctx context.Context, qs []graph.Query[graph.ReaffirmationFilter]) ([]graph.Slice[*graph.Reaffirmation], error) {
	r := &m.reaffirmations
	return answer(ctx, &r.table, qs, func(f *graph.ReaffirmationFilter, w *where[graph.Reaffirmation]) error {
		later, earlier := r.later, r.earlier
		if len(f.Relations) == 0 && len(f.Later)+len(f.Earlier) > 0 {
			later, earlier = r.defaultLater, r.defaultEarlier
		} else {
			andAny(w, r.relation, relationsOf(f.Relations))
		}
		w.andOwned(later, m.provisions.at, f.Later)
		w.andOwned(earlier, m.provisions.at, f.Earlier)
		w.andOwned(r.laterDocument, m.documents.at, f.LaterDocuments)
		w.andOwned(r.earlierDocument, m.documents.at, f.EarlierDocuments)
		andAny(w, r.change, f.Changes)
		andAny(w, r.theme, f.Themes)
		andAny(w, r.body, f.Bodies)
		if least := f.MinScore; least > 0 {
			w.pass(func(x *graph.Reaffirmation) bool { return x.Score >= least })
		}
		return nil
	})
}

type repetitions struct {
	table[graph.Repetition]
	provision *groups[graph.Repetition]
	document  *groups[graph.Repetition]
}

func (m *Graph) indexRepetitions() {
	r, p := &m.repetitions, &m.provisions
	r.table = newTable(m.graph.Repetitions)
	first := column(&r.table, func(x *graph.Repetition) int32 { return p.at.of(x.First) })
	second := column(&r.table, func(x *graph.Repetition) int32 { return p.at.of(x.Second) })
	r.provision = newGroups(&r.table, len(p.items), func(rank int) []int32 { return []int32{first[rank], second[rank]} })
	r.document = groupBy(&r.table, len(m.documents.items), m.documentsOf(first))
}

// Repetitions implements graph.Reader.
func (m *Graph) Repetitions(ctx context.Context, qs []graph.Query[graph.RepetitionFilter]) ([]graph.Slice[*graph.Repetition], error) {
	r := &m.repetitions
	return answer(ctx, &r.table, qs, func(f *graph.RepetitionFilter, w *where[graph.Repetition]) error {
		w.andOwned(r.provision, m.provisions.at, f.Provisions)
		w.andOwned(r.document, m.documents.at, f.Documents)
		return nil
	})
}

type threads struct {
	table[graph.Thread]
	provision *groups[graph.Thread]
	document  postings[string]
	first     postings[string]
	last      postings[string]
	theme     postings[string]
	body      postings[string]
	span      postings[int] // how many documents
}

func (m *Graph) indexThreads() {
	t, p := &m.threads, &m.provisions
	t.table = newTable(m.graph.Threads)
	t.orderBy(graph.ByProvisions, func(x *graph.Thread) int64 { return int64(len(x.Provisions)) })
	t.orderBy(graph.ByDocuments, func(x *graph.Thread) int64 { return int64(len(x.Documents)) })
	t.provision = newGroups(&t.table, len(p.items), func(rank int) []int32 { return p.at.all(t.items[rank].Provisions) })
	document, first, last := indexer[string]{}, indexer[string]{}, indexer[string]{}
	theme, body, span := indexer[string]{}, indexer[string]{}, indexer[int]{}
	for rank, x := range t.items {
		span.add(len(x.Documents), rank)
		for _, d := range x.Documents {
			document.add(d, rank)
		}
		first.add(p.items[p.at[x.Root]].Document, rank)
		if n := len(x.Documents); n > 0 {
			last.add(x.Documents[n-1], rank)
		}
		for _, id := range x.Provisions {
			m.eachTheme(p.at[id], func(about string) { theme.add(about, rank) })
			for _, v := range m.involvements.provision.of(p.at[id]).list {
				body.add(m.involvements.items[v].Body, rank)
			}
		}
	}
	t.document, t.first, t.last, t.span = document.postings(), first.postings(), last.postings(), span.postings()
	t.theme, t.body = theme.postings(), body.postings()
}

// Threads implements graph.Reader.
func (m *Graph) Threads(ctx context.Context, qs []graph.Query[graph.ThreadFilter]) ([]graph.Slice[*graph.Thread], error) {
	t := &m.threads
	return answer(ctx, &t.table, qs, func(f *graph.ThreadFilter, w *where[graph.Thread]) error {
		w.andOwned(t.provision, m.provisions.at, f.Provisions)
		if len(f.Documents) > 0 {
			w.and(t.allOf(f.Documents))
		}
		andAny(w, t.first, f.First)
		andAny(w, t.last, f.Last)
		andRange(w, t.span, f.MinDocuments, f.MaxDocuments)
		andAny(w, t.theme, f.Themes)
		andAny(w, t.body, f.Bodies)
		return nil
	})
}

// allOf is the set of threads with a provision in every one of the documents.
func (t *threads) allOf(documents []string) set {
	var w where[graph.Thread]
	for _, d := range sortedStrings(documents) {
		if w.n == maxSets {
			w.in[0], w.n = w.cut(&t.table), 1
		}
		w.and(t.document[d])
	}
	return w.cut(&t.table)
}

func sortedStrings(list []string) []string {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

package memgraph

import (
	"context"

	"reaffirm/graph"
)

type commitments struct {
	table[graph.Commitment]
	at        places
	of        []int32 // the provision of each
	provision *groups[graph.Commitment]
	document  *groups[graph.Commitment]
	kind      postings[graph.CommitmentKind]
	verb      postings[string]
	strength  postings[int]
	year      postings[int]
	qualifier postings[string]
	theme     postings[string]

	body     postings[string]
	role     postings[graph.Role]
	bodyRole postings[pair[string, graph.Role]]
}

func (m *Graph) indexCommitments() {
	c := &m.commitments
	c.table = newTable(m.graph.Commitments)
	c.orderBy(graph.ByStrength, func(x *graph.Commitment) int64 { return int64(x.Strength) })
	c.at = newPlaces(ids(m.graph.Commitments))
	c.of = column(&c.table, func(x *graph.Commitment) int32 { return m.provisions.at.of(x.Provision) })
	c.provision = groupBy(&c.table, len(m.provisions.items), c.of)
	c.document = groupBy(&c.table, len(m.documents.items), m.documentsOf(c.of))

	kind, verb, qualifier := indexer[graph.CommitmentKind]{}, indexer[string]{}, indexer[string]{}
	strength, year := indexer[int]{}, indexer[int]{}
	theme := indexer[string]{}
	for rank, x := range c.items {
		kind.add(x.Kind, rank)
		strength.add(x.Strength, rank)
		for _, v := range x.Verbs {
			verb.add(v, rank)
		}
		for _, d := range x.Deadlines {
			year.add(d.Year, rank)
		}
		for _, q := range x.Qualifiers {
			qualifier.add(q.Name, rank)
		}
		m.eachTheme(c.of[rank], func(id string) { theme.add(id, rank) })
	}
	c.kind, c.verb, c.qualifier = kind.postings(), verb.postings(), qualifier.postings()
	c.strength, c.year, c.theme = strength.postings(), year.postings(), theme.postings()
}

// indexClauses indexes commitments by the bodies in their clauses.
func (m *Graph) indexClauses() {
	c := &m.commitments
	body, role, both := map[string][]int32{}, map[graph.Role][]int32{}, map[pair[string, graph.Role]][]int32{}
	for _, x := range m.involvements.items {
		at, ok := c.at[x.Commitment]
		if !ok {
			continue
		}
		body[x.Body] = append(body[x.Body], at)
		role[x.Role] = append(role[x.Role], at)
		key := pair[string, graph.Role]{x.Body, x.Role}
		both[key] = append(both[key], at)
	}
	c.body, c.role, c.bodyRole = indexed(body), indexed(role), indexed(both)
}

// Commitments implements graph.Reader.
func (m *Graph) Commitments(ctx context.Context, qs []graph.Query[graph.CommitmentFilter]) ([]graph.Slice[*graph.Commitment], error) {
	c := &m.commitments
	return answer(ctx, &c.table, qs, func(f *graph.CommitmentFilter, w *where[graph.Commitment]) error {
		w.andOwned(c.provision, m.provisions.at, f.Provisions)
		w.andOwned(c.document, m.documents.at, f.Documents)
		andAny(w, c.kind, f.Kinds)
		andAny(w, c.verb, f.Verbs)
		andRange(w, c.strength, f.MinStrength, f.MaxStrength)
		andYears(w, c.year, f.Deadline)
		andAny(w, c.qualifier, f.Qualifiers)
		andBoth(w, c.body, c.role, c.bodyRole, f.Bodies, f.Roles)
		andAny(w, c.theme, f.Themes)
		return nil
	})
}

package memgraph_test

import (
	"context"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
	"reaffirm/graph/memgraph"
)

// corpusSize is how many provisions the four documents have.
const corpusSize = 593

func BenchmarkNew(b *testing.B) {
	g := graphtest.Large(corpusSize)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := memgraph.New(g); err != nil {
			b.Fatal(err)
		}
	}
}

func indexed(b *testing.B, g *graph.Graph) *memgraph.Graph {
	b.Helper()
	m, err := memgraph.New(g)
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// BenchmarkSiblings asks what a page of 20 provisions is asked for, one batch for each field.
func BenchmarkSiblings(b *testing.B) {
	g := graphtest.Large(corpusSize)
	m := indexed(b, g)
	ctx := context.Background()
	var ids []string
	for i := range 20 {
		ids = append(ids, g.Provisions[200+i*7].ID)
	}
	first := 10
	page := graph.Page{First: &first}
	bench(b, "nodes", func() error { _, err := m.Nodes(ctx, ids); return err })
	bench(b, "children", ask(m.Provisions, ids, page, func(id string) graph.ProvisionFilter { return graph.ProvisionFilter{Parents: []string{id}} }))
	bench(b, "commitments", ask(m.Commitments, ids, page, func(id string) graph.CommitmentFilter { return graph.CommitmentFilter{Provisions: []string{id}} }))
	bench(b, "involvements", ask(m.Involvements, ids, page, func(id string) graph.InvolvementFilter { return graph.InvolvementFilter{Provisions: []string{id}} }))
	bench(b, "citations", ask(m.Citations, ids, page, func(id string) graph.CitationFilter { return graph.CitationFilter{Provisions: []string{id}} }))
	bench(b, "reaffirms", ask(m.Reaffirmations, ids, page, func(id string) graph.ReaffirmationFilter { return graph.ReaffirmationFilter{Later: []string{id}} }))
	bench(b, "reaffirmedBy", ask(m.Reaffirmations, ids, page, func(id string) graph.ReaffirmationFilter { return graph.ReaffirmationFilter{Earlier: []string{id}} }))
	bench(b, "pledges", ask(m.Commitments, ids, page, func(id string) graph.CommitmentFilter {
		return graph.CommitmentFilter{Provisions: []string{id}, Kinds: []graph.CommitmentKind{graph.Pledge}}
	}))
	bench(b, "restates", ask(m.Reaffirmations, ids, page, func(id string) graph.ReaffirmationFilter {
		return graph.ReaffirmationFilter{Later: []string{id}, Relations: []graph.Relation{graph.Restates}}
	}))
}

// ask makes a call that asks one query for each id.
func ask[T, F any](method func(context.Context, []graph.Query[F]) ([]graph.Slice[*T], error), ids []string, page graph.Page, filter func(string) F) func() error {
	qs := make([]graph.Query[F], len(ids))
	for i, id := range ids {
		qs[i] = graph.Query[F]{Filter: filter(id), Page: page, Count: true}
	}
	return func() error {
		_, err := method(context.Background(), qs)
		return err
	}
}

func bench(b *testing.B, name string, call func() error) {
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := call(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkQueries asks what a page of results is made of.
func BenchmarkQueries(b *testing.B) {
	for _, size := range []struct {
		name string
		n    int
	}{{"corpus", corpusSize}, {"large", 20000}} {
		g := graphtest.Large(size.n)
		m := indexed(b, g)
		ctx := context.Background()
		first := 20
		page := graph.Page{First: &first}
		filter := graph.ProvisionFilter{Bodies: []string{"body/1", "body/2"}, Roles: []graph.Role{graph.Responsible}, Themes: []string{"theme/0", "theme/6"}}
		b.Run(size.name, func(b *testing.B) {
			bench(b, "page", ask(m.Provisions, []string{""}, page, func(string) graph.ProvisionFilter { return graph.ProvisionFilter{} }))
			bench(b, "filtered", ask(m.Provisions, []string{""}, page, func(string) graph.ProvisionFilter { return filter }))
			bench(b, "clauses", ask(m.Provisions, []string{""}, page, func(string) graph.ProvisionFilter {
				return graph.ProvisionFilter{CommitmentKinds: []graph.CommitmentKind{graph.Pledge}, MinStrength: 5}
			}))
			byScore := []graph.Query[graph.ReaffirmationFilter]{{Order: graph.Order{By: graph.ByScore, Descending: true}, Page: page, Count: true}}
			bench(b, "links by score", func() error { _, err := m.Reaffirmations(ctx, byScore); return err })
			bench(b, "facets", func() error { _, err := m.Facets(ctx, []graph.ProvisionFilter{filter}); return err })
			bench(b, "facets of all", func() error { _, err := m.Facets(ctx, make([]graph.ProvisionFilter, 1)); return err })
			tally := []graph.TallyQuery{{Rows: graph.BodyAxis, Columns: graph.ThemeAxis}}
			bench(b, "tally of all", func() error { _, err := m.Tally(ctx, tally); return err })
			word, phrase := g.Provisions[3].Text[:8], `"`+g.Provisions[3].Text+`"`
			bench(b, "search word", func() error { _, err := m.Search(ctx, graph.SearchQuery{Text: word, First: 20}); return err })
			bench(b, "search phrase", func() error { _, err := m.Search(ctx, graph.SearchQuery{Text: phrase, First: 20}); return err })
			bench(b, "edges", func() error { _, err := m.Edges(ctx, []string{g.Provisions[3].ID, "body/1"}, nil, 300); return err })
		})
	}
}

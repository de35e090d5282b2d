package graphtest

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"reaffirm/graph"
)

// testRandom compares answers about a few random graphs with those of the reference.
func testRandom(t *testing.T, newStore func(t *testing.T) Store) {
	for seed := range 3 {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			g := rapid.Custom(Random).Example(seed)
			r, want, v := open(t, newStore, g), Reference(g), newValues(g)
			testNodes(t, r, g)
			testEdges(t, r, want, g)
			testSearchSets(t, r, want, v)
			for _, l := range listTests() {
				l.fields(t, r, want, v)
				l.paging(t, r, want)
			}
			Compare(t, r, g)
		})
	}
}

// Compare asks r, a reader of g, random questions and compares its answers with those of the
// reference.
func Compare(t *testing.T, r graph.Reader, g *graph.Graph) {
	want, v := Reference(g), newValues(g)
	for _, l := range listTests() {
		t.Run(l.title(), func(t *testing.T) { l.random(t, r, want, v) })
	}
	t.Run("Facets", func(t *testing.T) { randomFacets(t, r, want, v) })
	t.Run("Tally", func(t *testing.T) { randomTally(t, r, want, v) })
}

func randomFacets(t *testing.T, r, want graph.Reader, v *values) {
	rapid.Check(t, func(rt *rapid.T) {
		filters := []graph.ProvisionFilter{drawFilter[graph.ProvisionFilter](rt, v), drawFilter[graph.ProvisionFilter](rt, v)}
		got, err := r.Facets(context.Background(), filters)
		if err != nil {
			rt.Fatal(err)
		}
		expected, err := want.Facets(context.Background(), filters)
		if err != nil {
			rt.Fatal(err)
		}
		if d := difference(got, expected); d != "" {
			rt.Fatalf("Facets(%+v)%s", filters, d)
		}
	})
}

func randomTally(t *testing.T, r, want graph.Reader, v *values) {
	rapid.Check(t, func(rt *rapid.T) {
		q := graph.TallyQuery{Filter: drawFilter[graph.InvolvementFilter](rt, v)}
		axes := rapid.Permutation(graph.Axes()).Draw(rt, "axes")
		q.Rows, q.Columns = axes[0], axes[1]
		got, err := r.Tally(context.Background(), []graph.TallyQuery{q})
		if err != nil {
			rt.Fatal(err)
		}
		expected, err := want.Tally(context.Background(), []graph.TallyQuery{q})
		if err != nil {
			rt.Fatal(err)
		}
		if d := difference(got, expected); d != "" {
			rt.Fatalf("Tally(%+v)%s", q, d)
		}
	})
}

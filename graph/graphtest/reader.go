package graphtest

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"reaffirm/graph"
)

// testReader tests a reader of g with everything that does not depend on what g holds.
func testReader(t *testing.T, r graph.Reader, g *graph.Graph) {
	want, v := Reference(g), newValues(g)
	t.Run("Version", func(t *testing.T) { wantSame(t, "Version", r.Version(), g.Version) })
	t.Run("Summary", func(t *testing.T) {
		got, err := r.Summary(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		wantSame(t, "Summary", got, g.Summary())
	})
	t.Run("Nodes", func(t *testing.T) { testNodes(t, r, g) })
	for _, l := range listTests() {
		t.Run(l.title(), func(t *testing.T) {
			t.Run("fields", func(t *testing.T) { l.fields(t, r, want, v) })
			t.Run("paging", func(t *testing.T) { l.paging(t, r, want) })
			t.Run("errors", func(t *testing.T) { l.errors(t, r) })
			t.Run("batches", func(t *testing.T) { l.batches(t, r, want, v) })
		})
	}
	t.Run("Facets", func(t *testing.T) { testFacets(t, r, want, v) })
	t.Run("Tally", func(t *testing.T) { testTally(t, r, want, v) })
	t.Run("Edges", func(t *testing.T) { testEdges(t, r, want, g) })
	t.Run("Search", func(t *testing.T) { testSearch(t, r, want, g, v) })
	t.Run("context", func(t *testing.T) { testContext(t, r) })
	t.Run("concurrent", func(t *testing.T) { testConcurrent(t, r, want, v) })
}

// testNodes asks for every node, and for some that are not there.
func testNodes(t *testing.T, r graph.Reader, g *graph.Graph) {
	all := allNodes(g)
	var ids []string
	var want []graph.Node
	for _, n := range all {
		ids = append(ids, n.NodeID())
		want = append(want, n)
	}
	for _, absent := range []string{"", "no-such", "no-such/1", "no-such#1", "no-such/1:1", "body/no-such", "instrument/no-such", "theme/no-such", "a/1~b/2", "MD-2019", "a\x00b"} {
		ids, want = append(ids, absent), append(want, nil)
	}
	if len(all) > 1 {
		ids, want = append(ids, ids[1], ids[0], ids[0]), append(want, all[1], all[0], all[0])
	}
	got, err := r.Nodes(context.Background(), ids)
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Nodes", got, want)
	for _, empty := range [][]string{nil, {}} {
		if got, err := r.Nodes(context.Background(), empty); err != nil || len(got) != 0 {
			t.Errorf("Nodes of no ids: %v, %v", got, err)
		}
	}
}

func testFacets(t *testing.T, r, want graph.Reader, v *values) {
	filters := singles[graph.ProvisionFilter](v)
	got, err := r.Facets(context.Background(), filters)
	if err != nil {
		t.Fatal(err)
	}
	expected, err := want.Facets(context.Background(), filters)
	if err != nil {
		t.Fatal(err)
	}
	for i := range filters {
		wantSame(t, fmt.Sprintf("Facets(%+v)", filters[i]), got[i], expected[i])
	}
	if got, err := r.Facets(context.Background(), nil); err != nil || len(got) != 0 {
		t.Errorf("Facets of no filters: %v, %v", got, err)
	}
	_, err = r.Facets(context.Background(), []graph.ProvisionFilter{{}, {Text: tooLong()}})
	wantInvalid(t, "Facets of a text that is too long", err)
}

func testTally(t *testing.T, r, want graph.Reader, v *values) {
	var qs []graph.TallyQuery
	for _, rows := range graph.Axes() {
		for _, columns := range graph.Axes() {
			if rows == columns {
				continue
			}
			for _, f := range singles[graph.InvolvementFilter](v) {
				qs = append(qs, graph.TallyQuery{Filter: f, Rows: rows, Columns: columns})
			}
		}
	}
	got, err := r.Tally(context.Background(), qs)
	if err != nil {
		t.Fatal(err)
	}
	expected, err := want.Tally(context.Background(), qs)
	if err != nil {
		t.Fatal(err)
	}
	for i := range qs {
		wantSame(t, fmt.Sprintf("Tally(%+v)", qs[i]), got[i], expected[i])
	}
	if got, err := r.Tally(context.Background(), nil); err != nil || len(got) != 0 {
		t.Errorf("Tally of no queries: %v, %v", got, err)
	}
	for _, q := range []graph.TallyQuery{{}, {Rows: graph.BodyAxis}, {Columns: graph.BodyAxis}, {Rows: graph.ThemeAxis, Columns: graph.ThemeAxis}, {Rows: graph.BodyAxis, Columns: "NO_AXIS"}} {
		_, err := r.Tally(context.Background(), []graph.TallyQuery{{Rows: graph.BodyAxis, Columns: graph.ThemeAxis}, q})
		wantInvalid(t, fmt.Sprintf("Tally(%+v)", q), err)
	}
}

func testEdges(t *testing.T, r, want graph.Reader, g *graph.Graph) {
	ctx := context.Background()
	ids := []string{"no-such", "", "body/no-such"}
	for _, n := range allNodes(g) {
		ids = append(ids, n.NodeID())
	}
	ids = append(ids, ids[len(ids)-1])
	kinds := [][]graph.EdgeKind{nil, {}, graph.EdgeKinds(), {"NO_KIND"}, {graph.AboutEdge, graph.ContainsEdge, graph.AboutEdge}}
	for _, k := range graph.EdgeKinds() {
		kinds = append(kinds, []graph.EdgeKind{k})
	}
	for _, k := range kinds {
		for _, limit := range []int{0, 1, 3, 1000} {
			got, err := r.Edges(ctx, ids, k, limit)
			if err != nil {
				t.Fatal(err)
			}
			expected, err := want.Edges(ctx, ids, k, limit)
			if err != nil {
				t.Fatal(err)
			}
			for i := range ids {
				wantSame(t, fmt.Sprintf("Edges(%q, %v, %d)", ids[i], k, limit), got[i], expected[i])
			}
		}
	}
	_, err := r.Edges(ctx, ids, nil, -1)
	wantInvalid(t, "Edges with a negative limit", err)
	if got, err := r.Edges(ctx, nil, nil, 10); err != nil || len(got) != 0 {
		t.Errorf("Edges of no ids: %v, %v", got, err)
	}
}

// testContext asks with contexts that have ended.
func testContext(t *testing.T, r graph.Reader) {
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	late, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel()
	for _, c := range []struct {
		ctx  context.Context
		want error
	}{{cancelled, context.Canceled}, {late, context.DeadlineExceeded}} {
		for _, l := range listTests() {
			l.ended(t, r, c.ctx, c.want)
		}
		_, err := r.Nodes(c.ctx, []string{"md-2019"})
		wantError(t, "Nodes", err, c.want)
		_, err = r.Facets(c.ctx, make([]graph.ProvisionFilter, 1))
		wantError(t, "Facets", err, c.want)
		_, err = r.Tally(c.ctx, []graph.TallyQuery{{Rows: graph.BodyAxis, Columns: graph.ThemeAxis}})
		wantError(t, "Tally", err, c.want)
		_, err = r.Search(c.ctx, graph.SearchQuery{Text: "treatment", First: 1})
		wantError(t, "Search", err, c.want)
		_, err = r.Edges(c.ctx, []string{"md-2019"}, nil, 1)
		wantError(t, "Edges", err, c.want)
		_, err = r.Summary(c.ctx)
		wantError(t, "Summary", err, c.want)
	}
}

// testConcurrent asks much at once.
func testConcurrent(t *testing.T, r, want graph.Reader, v *values) {
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for _, l := range listTests() {
				l.batches(t, r, want, v)
			}
			if _, err := r.Search(context.Background(), graph.SearchQuery{Text: "treatment", First: 5}); err != nil {
				t.Errorf("Search: %v", err)
			}
		})
	}
	group.Wait()
}

package graph_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
	"reaffirm/graph/memgraph"
)

// A counter is a Reader that counts how often it is asked.
type counter struct {
	graph.Reader
	calls map[string]int
	total int
}

func newCounter(r graph.Reader) *counter { return &counter{Reader: r, calls: map[string]int{}} }

func (c *counter) count(method string) {
	c.calls[method]++
	c.total++
}

func (c *counter) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	c.count("Nodes")
	return c.Reader.Nodes(ctx, ids)
}

func (c *counter) Reaffirmations(ctx context.Context, qs []graph.Query[graph.ReaffirmationFilter]) ([]graph.Slice[*graph.Reaffirmation], error) {
	c.count("Reaffirmations")
	return c.Reader.Reaffirmations(ctx, qs)
}

func (c *counter) Facets(ctx context.Context, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	c.count("Facets")
	return c.Reader.Facets(ctx, filters)
}

func (c *counter) Edges(ctx context.Context, ids []string, kinds []graph.EdgeKind, limit int) ([][]graph.Edge, error) {
	c.count("Edges")
	return c.Reader.Edges(ctx, ids, kinds, limit)
}

func reader(t *testing.T, g *graph.Graph) graph.Reader {
	t.Helper()
	m, err := memgraph.New(g)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// members writes a lineage as "id depth", and "…" where it is cut short.
func members(l *graph.Lineage) string {
	var list []string
	for _, m := range l.Members {
		list = append(list, fmt.Sprintf("%s %d", m.Provision.ID, m.Depth))
	}
	if l.Truncated {
		list = append(list, "…")
	}
	return strings.Join(list, ", ")
}

func TestTrace(t *testing.T) {
	r := reader(t, graphtest.Small())
	for _, c := range []struct {
		what    string
		query   graph.LineageQuery
		members string
		links   []string
	}{
		{"both ways from the middle", graph.LineageQuery{Provision: "ungass-2016/1/b", Direction: graph.Both, Depth: 3},
			"pd-2009/3 -1, ungass-2016/1/b 0, md-2019/p2 1", []string{"ungass-2016/1/b~pd-2009/3", "md-2019/p2~ungass-2016/1/b"}},
		{"antecedents", graph.LineageQuery{Provision: "ungass-2016/1/b", Direction: graph.ToEarlier, Depth: 3},
			"pd-2009/3 -1, ungass-2016/1/b 0", []string{"ungass-2016/1/b~pd-2009/3"}},
		{"successors", graph.LineageQuery{Provision: "ungass-2016/1/b", Direction: graph.ToLater, Depth: 3},
			"ungass-2016/1/b 0, md-2019/p2 1", []string{"md-2019/p2~ungass-2016/1/b"}},
		{"the fewest links count as depth, and links beside them are there", graph.LineageQuery{Provision: "pd-2009/1", Direction: graph.Both, Depth: 3},
			"pd-2009/1 0, ungass-2016/2 1, md-2019/p1 1", []string{"ungass-2016/2~pd-2009/1", "md-2019/p1~pd-2009/1", "md-2019/p1~ungass-2016/2"}},
		{"a link past the start", graph.LineageQuery{Provision: "ungass-2016/2", Direction: graph.Both, Depth: 3},
			"pd-2009/1 -1, ungass-2016/2 0, md-2019/p1 1", []string{"ungass-2016/2~pd-2009/1", "md-2019/p1~pd-2009/1", "md-2019/p1~ungass-2016/2"}},
		{"cut short by depth", graph.LineageQuery{Provision: "pd-2009/3", Direction: graph.Both, Depth: 1},
			"pd-2009/3 0, ungass-2016/1/b 1, …", []string{"ungass-2016/1/b~pd-2009/3"}},
		{"just deep enough", graph.LineageQuery{Provision: "pd-2009/3", Direction: graph.Both, Depth: 2},
			"pd-2009/3 0, ungass-2016/1/b 1, md-2019/p2 2", []string{"ungass-2016/1/b~pd-2009/3", "md-2019/p2~ungass-2016/1/b"}},
		{"two antecedents", graph.LineageQuery{Provision: "md-2019/p2", Direction: graph.ToEarlier, Depth: 9},
			"pd-2009/3 -2, ungass-2016/1/a -1, ungass-2016/1/b -1, md-2019/p2 0", []string{"ungass-2016/1/b~pd-2009/3", "md-2019/p2~ungass-2016/1/a", "md-2019/p2~ungass-2016/1/b"}},
		{"echoes where asked for", graph.LineageQuery{Provision: "md-2019/p2", Direction: graph.ToEarlier, Depth: 9, Relations: graph.Relations()},
			"pd-2009/2/a -2, pd-2009/3 -2, ungass-2016/1/a -1, ungass-2016/1/b -1, md-2019/p2 0",
			[]string{"ungass-2016/1/a~pd-2009/2/a", "ungass-2016/1/b~pd-2009/3", "md-2019/p2~ungass-2016/1/a", "md-2019/p2~ungass-2016/1/b"}},
		{"a provision without links", graph.LineageQuery{Provision: "note/p2", Direction: graph.Both, Depth: 4}, "note/p2 0", nil},
		{"a provision that does not exist", graph.LineageQuery{Provision: "note/p9", Direction: graph.Both, Depth: 4}, "", nil},
	} {
		lineages, err := graph.Trace(context.Background(), r, []graph.LineageQuery{c.query})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		l := lineages[0]
		var links []string
		for _, x := range l.Links {
			links = append(links, x.ID)
		}
		if l.Start != c.query.Provision || members(l) != c.members || !slices.Equal(links, c.links) {
			t.Errorf("%s: got %s by %q, want %s by %q", c.what, members(l), links, c.members, c.links)
		}
	}
}

func TestTraceBounds(t *testing.T) {
	r := reader(t, graphtest.Small())
	for _, depth := range []int{-1, 0, graph.MaxLineageDepth + 1} {
		_, err := graph.Trace(context.Background(), r, []graph.LineageQuery{{Provision: "pd-2009/1", Depth: 1}, {Provision: "pd-2009/1", Depth: depth}})
		if !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("depth %d: %v", depth, err)
		}
	}
	if l, err := graph.Trace(context.Background(), r, nil); err != nil || len(l) != 0 {
		t.Errorf("no queries: %v, %v", l, err)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := graph.Trace(ended, r, []graph.LineageQuery{{Provision: "pd-2009/1", Depth: 1}}); !errors.Is(err, context.Canceled) {
		t.Errorf("context ended: %v", err)
	}
}

// TestTraceAsksFewTimes traces many provisions at once.
func TestTraceAsksFewTimes(t *testing.T) {
	g := graphtest.Large(400)
	for _, depth := range []int{1, 3, graph.MaxLineageDepth} {
		var qs []graph.LineageQuery
		for i := range 50 {
			qs = append(qs, graph.LineageQuery{Provision: g.Provisions[i*8].ID, Direction: graph.Directions()[i%3], Depth: depth})
		}
		c := newCounter(reader(t, g))
		if _, err := graph.Trace(context.Background(), c, qs); err != nil {
			t.Fatal(err)
		}
		if c.total > depth+3 || c.calls["Nodes"] != 1 {
			t.Errorf("depth %d: %d calls, %v", depth, c.total, c.calls)
		}
	}
}

// TestTraceIsBounded traces a provision that more than a thousand carry on.
func TestTraceIsBounded(t *testing.T) {
	g := &graph.Graph{Documents: []graph.Document{{ID: "a", Adopted: "2001"}, {ID: "b", Adopted: "2002"}}}
	add := func(document, id string) {
		g.Provisions = append(g.Provisions, graph.Provision{ID: id, Document: document, Kind: graph.Statement})
	}
	add("a", "a/1")
	for i := range 1200 {
		id := fmt.Sprintf("b/%d", i)
		add("b", id)
		g.Reaffirmations = append(g.Reaffirmations, graph.Reaffirmation{Later: id, Earlier: "a/1", Relation: graph.Restates, Score: 1, Evidence: graph.Evidence{Method: graph.Curated}})
	}
	if err := graph.Seal(g); err != nil {
		t.Fatal(err)
	}
	l, err := graph.Trace(context.Background(), reader(t, g), []graph.LineageQuery{{Provision: "a/1", Direction: graph.Both, Depth: 2}})
	if err != nil {
		t.Fatal(err)
	}
	if len(l[0].Members) != 1000 || !l[0].Truncated {
		t.Errorf("%d members, truncated %t", len(l[0].Members), l[0].Truncated)
	}
}

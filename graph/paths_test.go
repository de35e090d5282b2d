package graph_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
)

// route writes a path with its edges, each in its own direction.
func route(p graph.Path) string {
	var b strings.Builder
	b.WriteString(p.Nodes[0].NodeID())
	for i, e := range p.Edges {
		arrow := " -%s-> %s"
		if e.To == p.Nodes[i].NodeID() {
			arrow = " <-%s- %s"
		}
		fmt.Fprintf(&b, arrow, strings.TrimSuffix(string(e.Kind)+":"+e.Label, ":"), p.Nodes[i+1].NodeID())
	}
	return b.String()
}

func TestPaths(t *testing.T) {
	r := reader(t, graphtest.Small())
	for _, c := range []struct {
		what  string
		query graph.PathQuery
		want  []string
	}{
		{"one edge", graph.PathQuery{From: "md-2019/p1", To: "body/unodc", MaxLength: 6, First: 10},
			[]string{"md-2019/p1 -INVOLVES:CHANNEL-> body/unodc"}},
		{"one edge, the other way", graph.PathQuery{From: "body/unodc", To: "md-2019/p1", MaxLength: 6, First: 10},
			[]string{"body/unodc <-INVOLVES:CHANNEL- md-2019/p1"}},
		{"all of the shortest, by ids", graph.PathQuery{From: "body/cnd", To: "theme/money-laundering", MaxLength: 6, First: 10},
			[]string{"body/cnd <-INVOLVES:MENTION- pd-2009/3 -ABOUT-> theme/money-laundering", "body/cnd <-INVOLVES:RESPONSIBLE- pd-2009/3 -ABOUT-> theme/money-laundering"}},
		{"the first of them", graph.PathQuery{From: "body/cnd", To: "theme/money-laundering", MaxLength: 6, First: 1},
			[]string{"body/cnd <-INVOLVES:MENTION- pd-2009/3 -ABOUT-> theme/money-laundering"}},
		{"by some edges only", graph.PathQuery{From: "pd-2009/3", To: "md-2019/p2", MaxLength: 6, First: 10, Kinds: []graph.EdgeKind{graph.ReaffirmsEdge}},
			[]string{"pd-2009/3 <-REAFFIRMS:ADAPTS- ungass-2016/1/b <-REAFFIRMS:RESTATES- md-2019/p2"}},
		{"too far", graph.PathQuery{From: "pd-2009/3", To: "md-2019/p2", MaxLength: 1, First: 10, Kinds: []graph.EdgeKind{graph.ReaffirmsEdge}}, nil},
		{"no way", graph.PathQuery{From: "theme/unused", To: "md-2019/p2", MaxLength: 6, First: 10}, nil},
		{"a node that does not exist", graph.PathQuery{From: "body/none", To: "md-2019/p2", MaxLength: 6, First: 10}, nil},
		{"from a node to itself", graph.PathQuery{From: "body/cnd", To: "body/cnd", MaxLength: 6, First: 10}, []string{"body/cnd"}},
	} {
		paths, complete, err := graph.Paths(context.Background(), r, c.query)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		var got []string
		for _, p := range paths {
			got = append(got, route(p))
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") || !complete {
			t.Errorf("%s: complete %t, got\n%s\nwant\n%s", c.what, complete, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func TestPathsErrors(t *testing.T) {
	r := reader(t, graphtest.Small())
	for _, q := range []graph.PathQuery{
		{From: "body/cnd", To: "body/who", First: 1},
		{From: "body/cnd", To: "body/who", First: 1, MaxLength: graph.MaxPathLength + 1},
		{From: "body/cnd", To: "body/who", MaxLength: 1},
		{From: "body/cnd", To: "body/who", MaxLength: 1, First: graph.MaxPaths + 1},
	} {
		if _, _, err := graph.Paths(context.Background(), r, q); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%+v: %v", q, err)
		}
	}
}

// TestPathsAskOncePerStep checks that a search asks for edges once for each step, and for nodes twice.
func TestPathsAskOncePerStep(t *testing.T) {
	c := newCounter(reader(t, graphtest.Large(600)))
	paths, _, err := graph.Paths(context.Background(), c, graph.PathQuery{From: "theme/1", To: "instrument/7", MaxLength: graph.MaxPathLength, First: 5})
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d paths, %v", len(paths), err)
	}
	if c.calls["Edges"] != len(paths[0].Edges) || c.calls["Nodes"] != 2 {
		t.Errorf("%d edges long by %v", len(paths[0].Edges), c.calls)
	}
}

// TestPathsThroughHubs counts a node with more than 300 edges as one through which paths may have
// been missed, and one with just 300 not.
func TestPathsThroughHubs(t *testing.T) {
	for _, c := range []struct {
		provisions int
		complete   bool
	}{{299, true}, {300, false}} {
		g := &graph.Graph{
			Documents: []graph.Document{{ID: "d"}},
			Bodies:    []graph.Body{{ID: "body/hub", Kind: graph.NamedBody, MemberOf: "body/other"}, {ID: "body/other", Kind: graph.NamedBody}, {ID: "body/alone", Kind: graph.NamedBody}},
		}
		for i := range c.provisions {
			id := fmt.Sprintf("d/%d", i)
			g.Provisions = append(g.Provisions, graph.Provision{ID: id, Document: "d", Kind: graph.Statement})
			g.Involvements = append(g.Involvements, graph.Involvement{Provision: id, Body: "body/hub", Role: graph.Mention, Implied: true, Evidence: graph.Evidence{Method: graph.Rule}})
		}
		if err := graph.Seal(g); err != nil {
			t.Fatal(err)
		}
		kinds := []graph.EdgeKind{graph.InvolvesEdge, graph.MemberOfEdge}
		_, complete, err := graph.Paths(context.Background(), reader(t, g), graph.PathQuery{From: "body/hub", To: "body/alone", MaxLength: 3, First: 1, Kinds: kinds})
		if err != nil || complete != c.complete {
			t.Errorf("%d edges: complete %t, %v", c.provisions+1, complete, err)
		}
	}
}

package neograph_test

import (
	"context"
	"reflect"
	"testing"
	"time"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
)

// TestKept: what has been read is not asked for again, what one version has is not given as that of another, and nothing is
// given once the store is closed.
func TestKept(t *testing.T) {
	ctx := context.Background()
	first, second := sample(t, 40, 1), sample(t, 80, 2)
	replace(t, emptyStore(t, neograph.Config{}), first)
	asked := 0
	observe := func(statement string, _ time.Duration, _ error) {
		if statement == "around" {
			asked++
		}
	}
	some := []string{"doc-0", "doc-0#1", "doc-0/1", "doc-0/1:1", "body/b0", "instrument/i1", "theme/t2", "body/b0"}
	var many []string
	for i := range first.Provisions {
		many = append(many, first.Provisions[i].ID)
	}
	for _, c := range []struct {
		name string
		keep int64
		ids  []string
		want int
	}{
		{"nodes", 0, some, 1},
		{"what is not there", 0, []string{"body/none"}, 2},
		{"more than may be kept", 20 << 10, many, 2},
		{"nothing may be kept", -1, some, 2},
	} {
		asked = 0
		s := storeOf(t, server.Access(t), neograph.Config{Keep: c.keep, Observe: observe})
		for range 2 {
			wantNodes(t, s, first, c.ids)
		}
		if asked != c.want {
			t.Errorf("%s: asked %d times, want %d", c.name, asked, c.want)
		}
	}
	s := storeOf(t, server.Access(t), neograph.Config{Refresh: -1})
	wantNodes(t, s, first, some)
	replace(t, s, second)
	wantNodes(t, s, second, some)
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(ctx); err != nil {
		t.Fatal(err)
	}
	_, err = r.Nodes(ctx, some)
	wantError(t, "a closed store", err, graph.ErrUnavailable)
}

// wantNodes checks that s gives the nodes of g, as far as bodies tell them from those of another.
func wantNodes(t *testing.T, s *neograph.Store, g *graph.Graph, ids []string) {
	t.Helper()
	r, err := s.Open(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	nodes, err := r.Nodes(context.Background(), ids)
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range nodes {
		if n == nil {
			if ids[i] != "body/none" {
				t.Errorf("no %s", ids[i])
			}
			continue
		}
		if n.NodeID() != ids[i] {
			t.Errorf("%s for %s", n.NodeID(), ids[i])
		}
		if b, ok := n.(*graph.Body); ok && b.Provisions != bodyOf(g, b.ID).Provisions {
			t.Errorf("%s has %d provisions, want %d", b.ID, b.Provisions, bodyOf(g, b.ID).Provisions)
		}
	}
}

func bodyOf(g *graph.Graph, id string) *graph.Body {
	for i := range g.Bodies {
		if g.Bodies[i].ID == id {
			return &g.Bodies[i]
		}
	}
	return nil
}

// TestKeptAnswers: what provisions have, the relations at nodes and whatever else is asked is asked of the database once, and
// answered the same the second time; of several only what has not been asked before.
func TestKeptAnswers(t *testing.T) {
	ctx := context.Background()
	g := sample(t, 40, 1)
	replace(t, emptyStore(t, neograph.Config{}), g)
	asked := 0
	s := storeOf(t, server.Access(t), neograph.Config{Observe: func(statement string, _ time.Duration, _ error) {
		if statement != "active_version" && statement != "indexes" {
			asked++
		}
	}})
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	one, two := []string{"doc-0/1"}, []string{"doc-0/1", "doc-1/2"}
	for name, ask := range map[string]func(ids []string) (any, error){
		"commitments": func(ids []string) (any, error) {
			return r.Commitments(ctx, []graph.Query[graph.CommitmentFilter]{{Filter: graph.CommitmentFilter{Provisions: ids}}})
		},
		"involvements": func(ids []string) (any, error) {
			return r.Involvements(ctx, []graph.Query[graph.InvolvementFilter]{{Filter: graph.InvolvementFilter{Provisions: ids}}})
		},
		"links": func(ids []string) (any, error) {
			return r.Reaffirmations(ctx, []graph.Query[graph.ReaffirmationFilter]{{
				Filter: graph.ReaffirmationFilter{Later: ids, Relations: graph.Relations()[1:], MinScore: .2},
				Order:  graph.Order{By: graph.ByScore, Descending: true}, Page: graph.Page{First: new(int(3))}, Count: true,
			}})
		},
		"edges": func(ids []string) (any, error) { return r.Edges(ctx, ids, nil, 50) },
		"bodies": func(ids []string) (any, error) {
			var qs []graph.Query[graph.BodyFilter]
			for _, id := range ids {
				qs = append(qs, graph.Query[graph.BodyFilter]{Filter: graph.BodyFilter{Documents: []string{graph.DocumentOfID(id)}}, Count: true})
			}
			return r.Bodies(ctx, qs)
		},
		"facets": func(ids []string) (any, error) {
			var filters []graph.ProvisionFilter
			for _, id := range ids {
				filters = append(filters, graph.ProvisionFilter{Documents: []string{graph.DocumentOfID(id)}})
			}
			return r.Facets(ctx, filters)
		},
		"tally": func(ids []string) (any, error) {
			var qs []graph.TallyQuery
			for _, id := range ids {
				qs = append(qs, graph.TallyQuery{Rows: graph.BodyAxis, Columns: graph.ThemeAxis, Filter: graph.InvolvementFilter{Provisions: []string{id}}})
			}
			return r.Tally(ctx, qs)
		},
		"search": func(ids []string) (any, error) {
			return r.Search(ctx, graph.SearchQuery{Text: "drug", First: len(ids)})
		},
	} {
		asked = 0
		for _, step := range []struct {
			ids  []string
			want int // statements so far
		}{{one, 1}, {one, 1}, {two, 2}, {two, 2}, {one, 2}} {
			got, err := ask(step.ids)
			if err != nil {
				t.Fatal(err)
			}
			fresh, err := anotherStore(t).Open(ctx)
			if err != nil {
				t.Fatal(err)
			}
			kept := r
			r = fresh
			want, err := ask(step.ids)
			r = kept
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s of %v: %v, want %v", name, step.ids, got, want)
			}
			if asked != step.want {
				t.Errorf("%s of %v: asked %d times, want %d", name, step.ids, asked, step.want)
			}
		}
	}
}

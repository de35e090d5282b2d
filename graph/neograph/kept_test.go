package neograph_test

import (
	"context"
	"testing"
	"time"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
)

// TestKept: nodes of which there are few are asked for once and others each time, those of one version are not given as
// those of another, and nothing is given once the store is closed.
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
	small := []string{"doc-0", "doc-0#1", "body/b0", "instrument/i1", "theme/t2", "body/b0"}
	for _, c := range []struct {
		name string
		keep int
		ids  []string
		want int
	}{
		{"small nodes", 0, small, 1},
		{"small nodes and another", 0, append(small, "doc-0/1"), 2},
		{"a commitment", 0, []string{"doc-0/1:1"}, 2},
		{"what is not there", 0, []string{"body/none"}, 2},
		{"more than may be kept", 2, small, 2},
		{"nothing may be kept", -1, small, 2},
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
	wantNodes(t, s, first, small)
	replace(t, s, second)
	wantNodes(t, s, second, small)
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(ctx); err != nil {
		t.Fatal(err)
	}
	_, err = r.Nodes(ctx, small)
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

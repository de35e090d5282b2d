package graphtest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"reaffirm/graph"
)

// testStore tests loading and opening.
func testStore(t *testing.T, newStore func(t *testing.T) Store) {
	ctx := context.Background()
	first, second := Small(), edited(Small())
	s := newStore(t)
	closed := false
	t.Cleanup(func() {
		if !closed {
			_ = s.Close(ctx)
		}
	})

	t.Run("no graph", func(t *testing.T) {
		r, err := s.Open(ctx)
		wantError(t, "Open of an empty store", err, graph.ErrNoGraph)
		if r != nil {
			t.Errorf("Open of an empty store: a reader beside the error")
		}
	})
	t.Run("not sealed", func(t *testing.T) {
		wantInvalid(t, "Replace by no graph", s.Replace(ctx, nil))
		wantInvalid(t, "Replace by a graph that is not sealed", s.Replace(ctx, &graph.Graph{}))
		_, err := s.Open(ctx)
		wantError(t, "Open after failed loads", err, graph.ErrNoGraph)
	})
	t.Run("context ended", func(t *testing.T) {
		ended, cancel := context.WithCancel(ctx)
		cancel()
		wantError(t, "Replace", s.Replace(ended, first), context.Canceled)
		_, err := s.Open(ctx)
		wantError(t, "Open after a cancelled load", err, graph.ErrNoGraph)
	})
	t.Run("replace", func(t *testing.T) { testReplace(t, s, first, second) })
	t.Run("conflict", func(t *testing.T) { testConflict(t, s, first, second) })
	t.Run("closed", func(t *testing.T) {
		if err := s.Close(ctx); err != nil {
			t.Fatalf("Close: %v", err)
		}
		closed = true
		_, err := s.Open(ctx)
		wantError(t, "Open of a closed store", err, graph.ErrUnavailable)
		wantError(t, "Replace in a closed store", s.Replace(ctx, first), graph.ErrUnavailable)
	})
}

// edited is g with one text changed.
func edited(g *graph.Graph) *graph.Graph {
	for i := range g.Provisions {
		if p := &g.Provisions[i]; p.ID == "note/p2" {
			p.Text, p.Markdown = "Annex of changes", "Annex of changes"
		}
	}
	if err := graph.Seal(g); err != nil {
		panic("graphtest: " + err.Error())
	}
	return g
}

// testReplace replaces graphs under readers, which keep to the version that they opened.
func testReplace(t *testing.T, s Store, first, second *graph.Graph) {
	ctx := context.Background()
	reader := func(g *graph.Graph) graph.Reader {
		t.Helper()
		if err := s.Replace(ctx, g); err != nil {
			t.Fatalf("Replace: %v", err)
		}
		r, err := s.Open(ctx)
		if err != nil {
			t.Fatalf("Open: %v", err)
		}
		return r
	}
	answers := func(what string, r graph.Reader, g *graph.Graph) {
		t.Helper()
		wantSame(t, what+": Version", r.Version(), g.Version)
		nodes, err := r.Nodes(ctx, []string{"note/p2"})
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		want, _ := Reference(g).Nodes(ctx, []string{"note/p2"})
		wantSame(t, what+": Nodes", nodes, want)
		found, err := r.Search(ctx, graph.SearchQuery{Text: "changes", First: 10, Types: []graph.NodeType{graph.ProvisionNode}})
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if (found.Total == 1) != (g == second) {
			t.Errorf("%s: Search finds %d", what, found.Total)
		}
		summary, err := r.Summary(ctx)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		wantSame(t, what+": Summary", summary, g.Summary())
	}
	a := reader(first)
	answers("first", a, first)
	b := reader(second)
	answers("second", b, second)
	answers("first after the second was loaded", a, first)
	c := reader(second)
	answers("second loaded twice", c, second)
	answers("second after it was loaded twice", b, second)
	d := reader(first)
	answers("first loaded again", d, first)
	answers("second after the first was loaded again", b, second)
	wantInvalid(t, "Replace by a graph that is not sealed", s.Replace(ctx, &graph.Graph{}))
	e, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	answers("after a failed load", e, first)
}

// testConflict loads two graphs at once, many times, while others read: each load wins or says that
// another is under way, and each reader sees one version whole.
func testConflict(t *testing.T, s Store, first, second *graph.Graph) {
	ctx := context.Background()
	texts := map[string]string{first.Version: "Annex", second.Version: "Annex of changes"}
	var loaders, readers sync.WaitGroup
	stop := make(chan struct{})
	for range 2 {
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				r, err := s.Open(ctx)
				if err != nil {
					t.Errorf("Open: %v", err)
					return
				}
				nodes, err := r.Nodes(ctx, []string{"note/p2"})
				if err != nil {
					t.Errorf("Nodes: %v", err)
					return
				}
				if p, ok := nodes[0].(*graph.Provision); !ok || p.Text != texts[r.Version()] {
					t.Errorf("version %s: got %+v", r.Version(), nodes[0])
				}
			}
		})
	}
	for _, g := range []*graph.Graph{first, second} {
		loaders.Go(func() {
			for range 3 {
				if err := s.Replace(ctx, g); err != nil && !errors.Is(err, graph.ErrConflict) {
					t.Errorf("Replace: %v", err)
				}
			}
		})
	}
	loaders.Wait()
	close(stop)
	readers.Wait()
	if err := s.Replace(ctx, first); err != nil {
		t.Fatalf("Replace after conflicts: %v", err)
	}
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Version", r.Version(), first.Version)
}

// testEmptyGraph asks a graph of nothing.
func testEmptyGraph(t *testing.T, newStore func(t *testing.T) Store) {
	g := &graph.Graph{}
	if err := graph.Seal(g); err != nil {
		t.Fatal(err)
	}
	testReader(t, open(t, newStore, g), g)
}

package graphtest

import (
	"context"
	"testing"

	"reaffirm/graph"
)

// A Store is what is tested.
type Store interface {
	graph.Store
	graph.Writer
}

// Run tests the stores that newStore makes, each of which must be empty. newStore arranges with
// t.Cleanup for what it starts to end; Run closes the stores that it is given.
func Run(t *testing.T, newStore func(t *testing.T) Store) {
	t.Run("store", func(t *testing.T) { testStore(t, newStore) })
	t.Run("small", func(t *testing.T) {
		g := Small()
		r := open(t, newStore, g)
		testReader(t, r, g)
		t.Run("decisions", func(t *testing.T) { testDecisions(t, r) })
	})
	t.Run("empty", func(t *testing.T) { testEmptyGraph(t, newStore) })
	t.Run("random", func(t *testing.T) { testRandom(t, newStore) })
}

// open loads g into a store of its own and opens it. The store is closed when t ends.
func open(t *testing.T, newStore func(t *testing.T) Store, g *graph.Graph) graph.Reader {
	t.Helper()
	ctx := context.Background()
	s := newStore(t)
	t.Cleanup(func() {
		if err := s.Close(ctx); err != nil {
			t.Errorf("Close: %v", err)
		}
	})
	if err := s.Replace(ctx, g); err != nil {
		t.Fatalf("Replace: %v", err)
	}
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	return r
}

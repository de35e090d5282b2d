package memgraph_test

import (
	"context"
	"errors"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
	"reaffirm/graph/memgraph"
)

// TestMain checks that no test leaves a goroutine behind: a graph, once made, has none.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// TestStore passes the store through the conformance suite.
func TestStore(t *testing.T) {
	graphtest.Run(t, func(*testing.T) graphtest.Store { return memgraph.NewStore() })
}

// TestLongLists compares answers with the reference where lists are long enough to be kept as bitmaps.
func TestLongLists(t *testing.T) {
	g := graphtest.Large(320)
	m, err := memgraph.New(g)
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Compare(t, m, g)
}

func TestNewWantsSealedGraph(t *testing.T) {
	for what, g := range map[string]*graph.Graph{"none": nil, "not sealed": {}} {
		if m, err := memgraph.New(g); !errors.Is(err, graph.ErrInvalid) || m != nil {
			t.Errorf("%s: %v, %v", what, m, err)
		}
	}
}

// TestSiblingsAllocateLittle checks that answers about single provisions are not copied: one list for
// the batch and one for its conditions, however many queries.
func TestSiblingsAllocateLittle(t *testing.T) {
	g := graphtest.Large(320)
	m, err := memgraph.New(g)
	if err != nil {
		t.Fatal(err)
	}
	first := 10
	page := graph.Page{First: &first}
	ids := make([]string, 20)
	for i := range ids {
		ids[i] = g.Provisions[i*9].ID
	}
	for name, call := range map[string]func() error{
		"children":    ask(m.Provisions, ids, page, func(id string) graph.ProvisionFilter { return graph.ProvisionFilter{Parents: []string{id}} }),
		"commitments": ask(m.Commitments, ids, page, func(id string) graph.CommitmentFilter { return graph.CommitmentFilter{Provisions: []string{id}} }),
		"reaffirms":   ask(m.Reaffirmations, ids, page, func(id string) graph.ReaffirmationFilter { return graph.ReaffirmationFilter{Later: []string{id}} }),
		"reaffirmedBy": ask(m.Reaffirmations, ids, page, func(id string) graph.ReaffirmationFilter {
			return graph.ReaffirmationFilter{Earlier: []string{id}}
		}),
	} {
		allocations := testing.AllocsPerRun(10, func() {
			if err := call(); err != nil {
				t.Error(err)
			}
		})
		if allocations > 4 {
			t.Errorf("%s: %v allocations for a batch of %d", name, allocations, len(ids))
		}
	}
}

// TestReplaceConflict holds that of many loads at once some win and the others say so.
func TestReplaceConflict(t *testing.T) {
	ctx := context.Background()
	s := memgraph.NewStore()
	graphs := []*graph.Graph{graphtest.Large(300), graphtest.Large(301)}
	start := make(chan struct{})
	var group sync.WaitGroup
	var mu sync.Mutex
	won, lost := 0, 0
	for i := range 16 {
		group.Go(func() {
			<-start
			err := s.Replace(ctx, graphs[i%2])
			mu.Lock()
			defer mu.Unlock()
			switch {
			case err == nil:
				won++
			case errors.Is(err, graph.ErrConflict):
				lost++
			default:
				t.Error(err)
			}
		})
	}
	close(start)
	group.Wait()
	if won == 0 || lost == 0 || won+lost != 16 {
		t.Errorf("%d won, %d lost", won, lost)
	}
	if _, err := s.Open(ctx); err != nil {
		t.Error(err)
	}
}

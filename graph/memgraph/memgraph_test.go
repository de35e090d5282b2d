package memgraph_test

import (
	"testing"

	"reaffirm/graph/graphtest"
	"reaffirm/graph/memgraph"
)

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

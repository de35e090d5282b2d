package graph_test

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
)

func TestThreads(t *testing.T) {
	want := []graph.Thread{
		{Root: "pd-2009/1", Provisions: []string{"pd-2009/1", "ungass-2016/2", "md-2019/p1"}, Documents: []string{"pd-2009", "ungass-2016", "md-2019"}, Rank: 0},
		{Root: "pd-2009/3", Provisions: []string{"pd-2009/3", "ungass-2016/1/b", "md-2019/p2"}, Documents: []string{"pd-2009", "ungass-2016", "md-2019"}, Rank: 1},
		// An echo does not count, so that this thread begins where it does.
		{Root: "ungass-2016/1/a", Provisions: []string{"ungass-2016/1/a", "md-2019/p2"}, Documents: []string{"ungass-2016", "md-2019"}, Rank: 2},
	}
	if got := graphtest.Small().Threads; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

// TestThreadsAreBounded follows one provision into more documents than a thread holds: every second one carries it on
// itself, the others carry on the one before.
func TestThreadsAreBounded(t *testing.T) {
	g := &graph.Graph{}
	evidence := graph.Evidence{Method: graph.Alignment, Rule: "test", Confidence: 1}
	id := func(i int) string { return fmt.Sprintf("d-%03d/1", i) }
	for i := range 2 * graph.MaxThreadMembers {
		document := graph.DocumentOfID(id(i))
		g.Documents = append(g.Documents, graph.Document{ID: document, Adopted: fmt.Sprint(1000 + i)})
		g.Provisions = append(g.Provisions, graph.Provision{ID: id(i), Document: document, Kind: graph.Statement})
		if i > 0 {
			earlier := id(0)
			if i%2 == 0 {
				earlier = id(i - 1)
			}
			g.Reaffirmations = append(g.Reaffirmations, graph.Reaffirmation{Later: id(i), Earlier: earlier, Relation: graph.Adapts, Evidence: evidence})
		}
	}
	if err := graph.Seal(g); err != nil {
		t.Fatal(err)
	}
	if len(g.Threads) != 1 || len(g.Threads[0].Provisions) != graph.MaxThreadMembers || len(g.Threads[0].Documents) != graph.MaxThreadMembers {
		t.Fatalf("got %d threads, the first with %d provisions", len(g.Threads), len(g.Threads[0].Provisions))
	}
	for i, p := range g.Threads[0].Provisions[1:] {
		if want := id(2*i + 1); p != want {
			t.Fatalf("member %d is %s, want %s: those nearest to the root", i+1, p, want)
		}
	}
}

// TestThreadsCoverLinks checks that every end of a link that counts is in a thread, that a root carries
// on nothing, and that members are in order.
func TestThreadsCoverLinks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := graphtest.Random(rt)
		rank := map[string]int{}
		for _, p := range g.Provisions {
			rank[p.ID] = p.Rank
		}
		member, root := map[string]bool{}, map[string]bool{}
		for i, x := range g.Threads {
			root[x.Root] = true
			if x.Provisions[0] != x.Root || x.Rank != i || len(x.Provisions) < 2 {
				rt.Errorf("thread %+v", x)
			}
			for j, id := range x.Provisions {
				member[id] = true
				if j > 0 && rank[id] <= rank[x.Provisions[j-1]] {
					rt.Errorf("thread %+v is out of order", x)
				}
			}
		}
		for _, l := range g.Reaffirmations {
			if l.Relation == graph.Echoes {
				continue
			}
			if !member[l.Later] || !member[l.Earlier] {
				rt.Errorf("link %s is in no thread", l.ID)
			}
			if root[l.Later] {
				rt.Errorf("%s is a root but carries on %s", l.Later, l.Earlier)
			}
		}
	})
}

package graph_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
	"reaffirm/graph/memgraph"
)

func TestCover(t *testing.T) {
	r := reader(t, graphtest.Small())
	for _, c := range []struct {
		earlier, later string
		echoes         bool
		want           map[graph.Bucket][]string
	}{
		{"pd-2009", "ungass-2016", false, map[graph.Bucket][]string{
			graph.AdaptedBucket: {"pd-2009/1", "pd-2009/3"},
			graph.DroppedBucket: {"pd-2009/2", "pd-2009/2/a", "pd-2009/2/a/i", "pd-2009/2/b", "pd-2009/4"},
			graph.KeptBucket:    {"ungass-2016/1/b", "ungass-2016/2"},
			graph.NewBucket:     {"ungass-2016/1/a", "ungass-2016/3"},
		}},
		{"pd-2009", "ungass-2016", true, map[graph.Bucket][]string{
			graph.AdaptedBucket: {"pd-2009/1", "pd-2009/3"},
			graph.EchoedBucket:  {"pd-2009/2/a"},
			graph.DroppedBucket: {"pd-2009/2", "pd-2009/2/a/i", "pd-2009/2/b", "pd-2009/4"},
			graph.KeptBucket:    {"ungass-2016/1/a", "ungass-2016/1/b", "ungass-2016/2"},
			graph.NewBucket:     {"ungass-2016/3"},
		}},
		{"ungass-2016", "md-2019", false, map[graph.Bucket][]string{
			graph.RestatedBucket: {"ungass-2016/1/b", "ungass-2016/2"},
			graph.AdaptedBucket:  {"ungass-2016/1/a"},
			graph.DroppedBucket:  {"ungass-2016/3"},
			graph.KeptBucket:     {"md-2019/p1", "md-2019/p2"},
			graph.NewBucket:      {"md-2019/p3"},
		}},
	} {
		counted := newCounter(r)
		cover, err := graph.Cover(context.Background(), counted, c.earlier, c.later, c.echoes)
		if err != nil {
			t.Fatal(err)
		}
		if cover.Earlier.ID != c.earlier || cover.Later.ID != c.later || counted.total != 2 {
			t.Errorf("%s, %s: %s, %s by %d calls", c.earlier, c.later, cover.Earlier.ID, cover.Later.ID, counted.total)
		}
		for i, b := range cover.Buckets {
			if b.Bucket != graph.Buckets()[i] {
				t.Errorf("bucket %d is %s", i, b.Bucket)
			}
			got := selected(t, r, b.Filter)
			if !slices.Equal(got, c.want[b.Bucket]) || b.Count != len(got) {
				t.Errorf("%s to %s, echoes %t, %s: %d, %q, want %q", c.earlier, c.later, c.echoes, b.Bucket, b.Count, got, c.want[b.Bucket])
			}
		}
	}
}

func selected(t *testing.T, r graph.Reader, f graph.ProvisionFilter) []string {
	t.Helper()
	answers, err := r.Provisions(context.Background(), []graph.Query[graph.ProvisionFilter]{{Filter: f}})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range answers[0].Items {
		ids = append(ids, p.ID)
	}
	return ids
}

func TestCoverThemes(t *testing.T) {
	cover, err := graph.Cover(context.Background(), reader(t, graphtest.Small()), "pd-2009", "md-2019", false)
	if err != nil {
		t.Fatal(err)
	}
	want := []graph.Count{{Value: "theme/demand", Count: 1}, {Value: "theme/treatment", Count: 1}}
	if got := cover.Buckets[1].Themes; !slices.Equal(got, want) {
		t.Errorf("themes of what was adapted: %+v, want %+v", got, want)
	}
}

func TestCoverErrors(t *testing.T) {
	r := reader(t, graphtest.Small())
	for _, c := range [][2]string{{"none", "md-2019"}, {"md-2019", "none"}, {"pd-2009/1", "md-2019"}, {"md-2019", "pd-2009"}, {"md-2019", "md-2019"}, {"", ""}} {
		if _, err := graph.Cover(context.Background(), r, c[0], c[1], false); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("Cover(%q, %q): %v", c[0], c[1], err)
		}
	}
}

// TestCoverSharesOut checks that the buckets share out the provisions of both documents.
func TestCoverSharesOut(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := graphtest.Random(rt)
		r, err := memgraph.New(g)
		if err != nil {
			rt.Fatal(err)
		}
		count := map[string]int{}
		for _, p := range g.Provisions {
			if p.Kind != graph.Frame {
				count[p.Document]++
			}
		}
		echoes := rapid.Bool().Draw(rt, "echoes")
		for later := range g.Documents {
			for earlier := range later {
				cover, err := graph.Cover(context.Background(), r, g.Documents[earlier].ID, g.Documents[later].ID, echoes)
				if err != nil {
					rt.Fatal(err)
				}
				n := map[graph.Bucket]int{}
				for _, b := range cover.Buckets {
					n[b.Bucket] = b.Count
				}
				if got := n[graph.RestatedBucket] + n[graph.AdaptedBucket] + n[graph.EchoedBucket] + n[graph.DroppedBucket]; got != count[cover.Earlier.ID] {
					rt.Errorf("earlier: %d of %d provisions: %v", got, count[cover.Earlier.ID], n)
				}
				if got := n[graph.KeptBucket] + n[graph.NewBucket]; got != count[cover.Later.ID] {
					rt.Errorf("later: %d of %d provisions: %v", got, count[cover.Later.ID], n)
				}
			}
		}
	})
}

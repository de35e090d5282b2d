package lineage_test

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/loader/lineage"
)

// countingReader counts how often the provisions are read.
type countingReader struct {
	graph.Reader
	mu    sync.Mutex
	reads int
}

func (r *countingReader) Provisions(ctx context.Context, qs []graph.Query[graph.ProvisionFilter]) ([]graph.Slice[*graph.Provision], error) {
	r.mu.Lock()
	r.reads++
	r.mu.Unlock()
	return r.Reader.Provisions(ctx, qs)
}

func embedded(t *testing.T) (*graph.Graph, *countingReader) {
	t.Helper()
	g, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := memgraph.New(g)
	if err != nil {
		t.Fatal(err)
	}
	return g, &countingReader{Reader: r}
}

// TestComparerAgreesWithTheGraph: what was linked is judged linked again, by figures that say so, from
// one reading of the graph however many ask at once.
func TestComparerAgreesWithTheGraph(t *testing.T) {
	g, r := embedded(t)
	c := lineage.NewComparer(len(g.Provisions))
	var wait sync.WaitGroup
	for i := range g.Reaffirmations {
		x := &g.Reaffirmations[i]
		if x.Evidence.Method != graph.Alignment || i%5 > 0 {
			continue
		}
		wait.Go(func() {
			got, err := c.Compare(context.Background(), r, x.Later, x.Earlier)
			if err != nil {
				t.Errorf("%s: %v", x.ID, err)
				return
			}
			if !got.Linked || got.Link.Relation != x.Relation || got.Link.Score != x.Score || got.Link.Evidence.Rule != x.Evidence.Rule {
				t.Errorf("%s: linked %v as %s %.3f by %s, in the graph %s %.3f by %s", x.ID, got.Linked,
					got.Link.Relation, got.Link.Score, got.Link.Evidence.Rule, x.Relation, x.Score, x.Evidence.Rule)
			}
			checkSum(t, x.ID, got.Figures)
		})
	}
	wait.Wait()
	if r.reads != 1 {
		t.Errorf("the provisions were read %d times", r.reads)
	}
}

// checkSum holds that the figures add up to the odds.
func checkSum(t *testing.T, id string, figures []graph.Figure) {
	t.Helper()
	sum := 0.0
	for _, f := range figures {
		if f.Meaning == "" {
			t.Errorf("%s: nothing says what %s means", id, f.Name)
		}
		if f.Adds != nil {
			sum += *f.Adds
		}
	}
	at := slices.IndexFunc(figures, func(f graph.Figure) bool { return f.Name == "odds" })
	if at < 0 || math.Abs(sum-figures[at].Value) > 0.01 {
		t.Errorf("%s: the figures add up to %.3f, not to the odds: %v", id, sum, figures)
	}
}

func TestComparerRefuses(t *testing.T) {
	g, r := embedded(t)
	c, small := lineage.NewComparer(len(g.Provisions)), lineage.NewComparer(len(g.Provisions)-1)
	tests := []struct {
		name           string
		comparer       *lineage.Comparer
		later, earlier string
		words          string
	}{
		{"no such provision", c, "md-2019/p999", "pdpa-2009/pd/1", "md-2019/p999"},
		{"the wrong way round", c, "pdpa-2009/pd/1", "md-2019/p1", "was not adopted after"},
		{"one document", c, "md-2019/p2", "md-2019/p1", "was not adopted after"},
		{"a graph too large", small, "md-2019/p1", "pdpa-2009/pd/1", "provisions"},
	}
	for _, test := range tests {
		_, err := test.comparer.Compare(context.Background(), r, test.later, test.earlier)
		if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), test.words) {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := lineage.NewComparer(1000).Compare(ctx, r, "md-2019/p1", "pdpa-2009/pd/1"); err != nil && !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
}

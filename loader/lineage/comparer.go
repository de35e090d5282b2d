package lineage

import (
	"context"
	"fmt"
	"sync"

	"golang.org/x/sync/singleflight"

	"reaffirm/graph"
)

// A Comparer compares provisions of whatever graph it is asked about. It keeps the Model of the version
// that it was asked about last. It implements graph.Comparer.
type Comparer struct {
	most   int
	builds singleflight.Group // by version

	mu      sync.Mutex
	version string
	model   *Model
}

// NewComparer returns a Comparer that refuses graphs of more than most provisions: it needs all of
// them in memory, some kilobytes each.
func NewComparer(most int) *Comparer { return &Comparer{most: most} }

// Compare implements graph.Comparer.
func (c *Comparer) Compare(ctx context.Context, r graph.Reader, later, earlier string) (*graph.Comparison, error) {
	m, err := c.modelOf(ctx, r)
	if err != nil {
		return nil, err
	}
	found, err := m.Compare(later, earlier)
	if err != nil {
		return nil, err
	}
	return &graph.Comparison{Linked: found.Linked, Figures: found.Measures(), Link: found.Reaffirmation}, nil
}

// modelOf prepares the graph that r reads, once for all who wait for it.
func (c *Comparer) modelOf(ctx context.Context, r graph.Reader) (*Model, error) {
	c.mu.Lock()
	version, model := c.version, c.model
	c.mu.Unlock()
	if version == r.Version() && model != nil {
		return model, nil
	}
	built := c.builds.DoChan(r.Version(), func() (any, error) {
		// Those who come later wait for it too: it must not end with the first one's request.
		m, err := c.build(context.WithoutCancel(ctx), r)
		if err != nil {
			return nil, err
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		c.version, c.model = r.Version(), m
		return m, nil
	})
	select {
	case result := <-built:
		m, _ := result.Val.(*Model)
		return m, result.Err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (c *Comparer) build(ctx context.Context, r graph.Reader) (*Model, error) {
	summary, err := r.Summary(ctx)
	if err != nil {
		return nil, err
	}
	if n := summary.Counts.Provisions; n > c.most {
		return nil, fmt.Errorf("%w: the graph has %d provisions; pairs are compared here in graphs of up to %d (use reaffirm check --why)", graph.ErrInvalid, n, c.most)
	}
	var in Input
	in.Documents, err = all(ctx, r.Documents)
	if err == nil {
		in.Provisions, err = all(ctx, r.Provisions)
	}
	if err == nil {
		in.Commitments, err = all(ctx, r.Commitments)
	}
	if err == nil {
		in.Involvements, err = all(ctx, r.Involvements)
	}
	if err == nil {
		in.Citations, err = all(ctx, r.Citations)
	}
	if err == nil {
		in.Abouts, err = all(ctx, r.Abouts)
	}
	if err != nil {
		return nil, err
	}
	return NewModel(in), nil
}

// all fetches a whole list.
func all[F, T any](ctx context.Context, list func(context.Context, []graph.Query[F]) ([]graph.Slice[*T], error)) ([]T, error) {
	answers, err := list(ctx, make([]graph.Query[F], 1))
	if err != nil {
		return nil, err
	}
	out := make([]T, len(answers[0].Items))
	for i, item := range answers[0].Items {
		out[i] = *item
	}
	return out, nil
}

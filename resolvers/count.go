package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

type documentCountResolver struct{}

func (documentCountResolver) Document(ctx context.Context, c *object.NodeCount) (*object.Document, error) {
	return one(ctx, c.Place, documents(), counted)
}

type bodyCountResolver struct{}

func (bodyCountResolver) Body(ctx context.Context, c *object.NodeCount) (*object.Body, error) {
	return one(ctx, c.Place, bodies(), counted)
}

type instrumentCountResolver struct{}

func (instrumentCountResolver) Instrument(ctx context.Context, c *object.NodeCount) (*object.Instrument, error) {
	return one(ctx, c.Place, instruments(), counted)
}

type themeCountResolver struct{}

func (themeCountResolver) Theme(ctx context.Context, c *object.NodeCount) (*object.Theme, error) {
	return one(ctx, c.Place, themes(), counted)
}

func counted(c graph.Count) string { return c.Value }

type provisionFacetsResolver struct{}

func (provisionFacetsResolver) Documents(ctx context.Context, f *object.Facets) ([]*object.NodeCount, error) {
	return unfold(ctx, f.Place, named("documents"), func(f *graph.Facets) []graph.Count { return f.Documents }, object.NodeCounts)
}

func (provisionFacetsResolver) Bodies(ctx context.Context, f *object.Facets, first int) ([]*object.NodeCount, error) {
	return topCounts(ctx, f, first, func(f *graph.Facets) []graph.Count { return f.Bodies })
}

func (provisionFacetsResolver) Instruments(ctx context.Context, f *object.Facets, first int) ([]*object.NodeCount, error) {
	return topCounts(ctx, f, first, func(f *graph.Facets) []graph.Count { return f.Instruments })
}

func (provisionFacetsResolver) Themes(ctx context.Context, f *object.Facets, first int) ([]*object.NodeCount, error) {
	return topCounts(ctx, f, first, func(f *graph.Facets) []graph.Count { return f.Themes })
}

func (provisionFacetsResolver) Verbs(_ context.Context, f *object.Facets, first int) ([]*object.VerbCount, error) {
	if err := countable(first); err != nil {
		return nil, err
	}
	return object.Values[string](f.Facets.Verbs[:min(first, len(f.Facets.Verbs))]), nil
}

// topCounts lists the first counts by node.
func topCounts(ctx context.Context, f *object.Facets, first int, of func(*graph.Facets) []graph.Count) ([]*object.NodeCount, error) {
	if err := countable(first); err != nil {
		return nil, err
	}
	return unfold(ctx, f.Place, keyOf(ctx), func(f *graph.Facets) []graph.Count { return of(f)[:min(first, len(of(f)))] }, object.NodeCounts)
}

// countable refuses a number of counts that cannot be given.
func countable(first int) error {
	if err := (graph.Page{First: &first}).Check(); err != nil {
		return err
	}
	return tooMany("first", &first)
}

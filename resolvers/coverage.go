package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

type coverageBucketResolver struct{}

func (coverageBucketResolver) Themes(ctx context.Context, b *object.CoverageBucket) ([]*object.NodeCount, error) {
	return unfold(ctx, b.Place, named("themes"), func(b graph.CoverageBucket) []graph.Count { return b.Themes }, object.NodeCounts)
}

func (coverageBucketResolver) Provisions(ctx context.Context, b *object.CoverageBucket, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return selected(ctx, b.Place, func(b graph.CoverageBucket) graph.ProvisionFilter { return b.Filter }, orderBy, pageArgs{first, after, last, before})
}

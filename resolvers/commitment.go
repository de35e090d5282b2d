package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
	"reaffirm/resolvers/internal/object"
)

type commitmentResolver struct{}

func (commitmentResolver) Provision(ctx context.Context, c *object.Commitment) (*object.Provision, error) {
	return one(ctx, c.Place, provisions(), func(c *graph.Commitment) string { return c.Provision })
}

func (commitmentResolver) Involvements(ctx context.Context, c *object.Commitment) ([]*object.Involvement, error) {
	return list(ctx, c.Place, named("involvements"), involvements(), func(c *graph.Commitment) graph.InvolvementFilter {
		return graph.InvolvementFilter{Commitments: []string{c.ID}}
	})
}

func (commitmentResolver) Lineage(ctx context.Context, c *object.Commitment, direction graph.Direction, depth int, relations []graph.Relation) (*object.CommitmentLineage, error) {
	return cohort.Fetch(ctx, c.Place, keyOf(ctx), func(c *cohort.Cohort[*graph.Commitment]) ([]*object.CommitmentLineage, error) {
		queries := make([]graph.CommitmentLineageQuery, len(c.Values))
		for i, v := range c.Values {
			queries[i] = graph.CommitmentLineageQuery{Commitment: v, Direction: direction, Depth: depth, Relations: relations}
		}
		found, err := graph.TraceCommitments(ctx, c.Reader, queries)
		return object.CommitmentLineages(c.Reader, found), err
	})
}

type involvementResolver struct{}

func (involvementResolver) Provision(ctx context.Context, i *object.Involvement) (*object.Provision, error) {
	return one(ctx, i.Place, provisions(), func(i *graph.Involvement) string { return i.Provision })
}

func (involvementResolver) Commitment(ctx context.Context, i *object.Involvement) (*object.Commitment, error) {
	return one(ctx, i.Place, commitments(), func(i *graph.Involvement) string { return i.Commitment })
}

func (involvementResolver) Body(ctx context.Context, i *object.Involvement) (*object.Body, error) {
	return one(ctx, i.Place, bodies(), func(i *graph.Involvement) string { return i.Body })
}

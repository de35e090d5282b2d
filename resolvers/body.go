package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

type bodyResolver struct{}

func (bodyResolver) MemberOf(ctx context.Context, b *object.Body) (*object.Body, error) {
	return one(ctx, b.Place, bodies(), func(b *graph.Body) string { return b.MemberOf })
}

func (bodyResolver) Members(ctx context.Context, b *object.Body) ([]*object.Body, error) {
	return list(ctx, b.Place, named("members"), bodies(), func(b *graph.Body) graph.BodyFilter {
		return graph.BodyFilter{MemberOf: []string{b.ID}}
	})
}

func (bodyResolver) Involvements(ctx context.Context, b *object.Body, filter *graph.InvolvementFilter, first *int, after *string, last *int, before *string) (*object.InvolvementConnection, error) {
	return connection(ctx, b.Place, involvements(), within("bodies", func(f *graph.InvolvementFilter) *[]string { return &f.Bodies }, (*graph.Body).NodeID),
		filter, nil, pageArgs{first, after, last, before})
}

func (bodyResolver) Provisions(ctx context.Context, b *object.Body, filter *graph.ProvisionFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return provisionConnection(ctx, b.Place, within("bodies", func(f *graph.ProvisionFilter) *[]string { return &f.Bodies }, (*graph.Body).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

func (bodyResolver) Responsibilities(ctx context.Context, b *object.Body, filter *object.ResponsibilityFilter, rows, columns graph.Axis) (*object.Responsibilities, error) {
	return responsibilities(ctx, b.Place, within("bodies", func(f *object.ResponsibilityFilter) *[]string { return &f.Bodies }, (*graph.Body).NodeID),
		filter, rows, columns)
}

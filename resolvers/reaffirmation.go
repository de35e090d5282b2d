package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

type reaffirmationResolver struct{}

func (reaffirmationResolver) Later(ctx context.Context, r *object.Reaffirmation) (*object.Provision, error) {
	return one(ctx, r.Place, provisions(), func(r *graph.Reaffirmation) string { return r.Later })
}

func (reaffirmationResolver) Earlier(ctx context.Context, r *object.Reaffirmation) (*object.Provision, error) {
	return one(ctx, r.Place, provisions(), func(r *graph.Reaffirmation) string { return r.Earlier })
}

func (reaffirmationResolver) Announced(ctx context.Context, r *object.Reaffirmation) ([]*object.Provision, error) {
	return many(ctx, r.Place, provisions(), func(r *graph.Reaffirmation) []string { return r.Announced })
}

type threadResolver struct{}

func (threadResolver) Root(ctx context.Context, t *object.Thread) (*object.Provision, error) {
	return one(ctx, t.Place, provisions(), func(t *graph.Thread) string { return t.Root })
}

func (threadResolver) Provisions(ctx context.Context, t *object.Thread) ([]*object.Provision, error) {
	return many(ctx, t.Place, provisions(), func(t *graph.Thread) []string { return t.Provisions })
}

func (threadResolver) Documents(ctx context.Context, t *object.Thread) ([]*object.Document, error) {
	return many(ctx, t.Place, documents(), func(t *graph.Thread) []string { return t.Documents })
}

package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

type themeResolver struct{}

func (themeResolver) Broader(ctx context.Context, t *object.Theme) (*object.Theme, error) {
	return one(ctx, t.Place, themes(), func(t *graph.Theme) string { return t.Broader })
}

func (themeResolver) Narrower(ctx context.Context, t *object.Theme) ([]*object.Theme, error) {
	return list(ctx, t.Place, named("narrower"), themes(), func(t *graph.Theme) graph.ThemeFilter {
		return graph.ThemeFilter{Broader: []string{t.ID}}
	})
}

func (themeResolver) Provisions(ctx context.Context, t *object.Theme, filter *graph.ProvisionFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return provisionConnection(ctx, t.Place, within("themes", func(f *graph.ProvisionFilter) *[]string { return &f.Themes }, (*graph.Theme).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

type aboutResolver struct{}

func (aboutResolver) Provision(ctx context.Context, a *object.About) (*object.Provision, error) {
	return one(ctx, a.Place, provisions(), func(a *graph.About) string { return a.Provision })
}

func (aboutResolver) Theme(ctx context.Context, a *object.About) (*object.Theme, error) {
	return one(ctx, a.Place, themes(), func(a *graph.About) string { return a.Theme })
}

package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
	"reaffirm/resolvers/internal/object"
)

type provisionResolver struct{}

func (provisionResolver) Document(ctx context.Context, p *object.Provision) (*object.Document, error) {
	return one(ctx, p.Place, documents(), func(p *graph.Provision) string { return p.Document })
}

func (provisionResolver) Section(ctx context.Context, p *object.Provision) (*object.Section, error) {
	return one(ctx, p.Place, sections(), func(p *graph.Provision) string { return p.Section })
}

func (provisionResolver) Parent(ctx context.Context, p *object.Provision) (*object.Provision, error) {
	return one(ctx, p.Place, provisions(), func(p *graph.Provision) string { return p.Parent })
}

func (provisionResolver) Children(ctx context.Context, p *object.Provision) ([]*object.Provision, error) {
	return list(ctx, p.Place, named("children"), provisions(), func(p *graph.Provision) graph.ProvisionFilter {
		return graph.ProvisionFilter{Parents: []string{p.ID}}
	})
}

func (provisionResolver) Commitments(ctx context.Context, p *object.Provision) ([]*object.Commitment, error) {
	return list(ctx, p.Place, named("commitments"), commitments(), func(p *graph.Provision) graph.CommitmentFilter {
		return graph.CommitmentFilter{Provisions: []string{p.ID}}
	})
}

func (r provisionResolver) Deadlines(ctx context.Context, p *object.Provision) ([]*object.Deadline, error) {
	found, err := r.Commitments(ctx, p)
	return object.Deadlines(found...), err
}

func (provisionResolver) Involvements(ctx context.Context, p *object.Provision) ([]*object.Involvement, error) {
	return list(ctx, p.Place, named("involvements"), involvements(), func(p *graph.Provision) graph.InvolvementFilter {
		return graph.InvolvementFilter{Provisions: []string{p.ID}}
	})
}

func (provisionResolver) Citations(ctx context.Context, p *object.Provision) ([]*object.Citation, error) {
	return list(ctx, p.Place, named("citations"), citations(), func(p *graph.Provision) graph.CitationFilter {
		return graph.CitationFilter{Provisions: []string{p.ID}}
	})
}

func (provisionResolver) About(ctx context.Context, p *object.Provision) ([]*object.About, error) {
	return list(ctx, p.Place, named("about"), abouts(), func(p *graph.Provision) graph.AboutFilter {
		return graph.AboutFilter{Provisions: []string{p.ID}}
	})
}

func (r provisionResolver) Themes(ctx context.Context, p *object.Provision) ([]*object.Theme, error) {
	found, err := r.About(ctx, p)
	if err != nil {
		return nil, err
	}
	return themesOf(ctx, found)
}

// themesOf lists the themes of a provision, each once.
func themesOf(ctx context.Context, found []*object.About) ([]*object.Theme, error) {
	list := make([]*object.Theme, 0, len(found))
	seen := make(map[*object.Theme]bool, len(found))
	for _, a := range found {
		t, err := one(ctx, a.Place, themes(), func(a *graph.About) string { return a.Theme })
		if err != nil {
			return nil, err
		}
		if t != nil && !seen[t] {
			seen[t] = true
			list = append(list, t)
		}
	}
	return list, nil
}

func (provisionResolver) Reaffirms(ctx context.Context, p *object.Provision, filter *graph.ReaffirmationFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ReaffirmationConnection, error) {
	return connection(ctx, p.Place, reaffirmations(), within("later", func(f *graph.ReaffirmationFilter) *[]string { return &f.Later }, (*graph.Provision).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

func (provisionResolver) ReaffirmedBy(ctx context.Context, p *object.Provision, filter *graph.ReaffirmationFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ReaffirmationConnection, error) {
	return connection(ctx, p.Place, reaffirmations(), within("earlier", func(f *graph.ReaffirmationFilter) *[]string { return &f.Earlier }, (*graph.Provision).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

func (provisionResolver) Repetitions(ctx context.Context, p *object.Provision) ([]*object.Repetition, error) {
	return list(ctx, p.Place, named("repetitions"), repetitions(), func(p *graph.Provision) graph.RepetitionFilter {
		return graph.RepetitionFilter{Provisions: []string{p.ID}}
	})
}

func (provisionResolver) Lineage(ctx context.Context, p *object.Provision, direction graph.Direction, depth int, relations []graph.Relation) (*object.Lineage, error) {
	return cohort.Fetch(ctx, p.Place, keyOf(ctx), func(c *cohort.Cohort[*graph.Provision]) ([]*object.Lineage, error) {
		queries := make([]graph.LineageQuery, len(c.Values))
		for i, v := range c.Values {
			queries[i] = graph.LineageQuery{Provision: v.ID, Direction: direction, Depth: depth, Relations: relations}
		}
		found, err := graph.Trace(ctx, c.Reader, queries)
		return object.Lineages(c.Reader, found), err
	})
}

type provisionConnectionResolver struct{}

func (provisionConnectionResolver) Facets(ctx context.Context, c *object.ProvisionConnection) (*object.Facets, error) {
	return cohort.Fetch(ctx, c.Place, named("facets"), func(c *cohort.Cohort[graph.ProvisionFilter]) ([]*object.Facets, error) {
		found, err := c.Reader.Facets(ctx, c.Values)
		return object.AllFacets(c.Reader, found), err
	})
}

type repetitionResolver struct{}

func (repetitionResolver) First(ctx context.Context, r *object.Repetition) (*object.Provision, error) {
	return one(ctx, r.Place, provisions(), func(r *graph.Repetition) string { return r.First })
}

func (repetitionResolver) Second(ctx context.Context, r *object.Repetition) (*object.Provision, error) {
	return one(ctx, r.Place, provisions(), func(r *graph.Repetition) string { return r.Second })
}

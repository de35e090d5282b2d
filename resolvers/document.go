package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
	"reaffirm/resolvers/internal/object"
)

type documentResolver struct{}

func (documentResolver) Body(ctx context.Context, d *object.Document) (*object.Body, error) {
	return one(ctx, d.Place, bodies(), func(d *graph.Document) string { return d.Body })
}

func (documentResolver) Instrument(ctx context.Context, d *object.Document) (*object.Instrument, error) {
	return cohort.Fetch(ctx, d.Place, named("instrument"), func(c *cohort.Cohort[*graph.Document]) ([]*object.Instrument, error) {
		return refer(ctx, c, instruments(), func(d *graph.Document) string { return "instrument/" + d.ID }, false)
	})
}

func (documentResolver) Sections(ctx context.Context, d *object.Document, outermost bool) ([]*object.Section, error) {
	return list(ctx, d.Place, keyOf(ctx), sections(), func(d *graph.Document) graph.SectionFilter {
		return graph.SectionFilter{Documents: []string{d.ID}, Outermost: outermost}
	})
}

func (documentResolver) Provisions(ctx context.Context, d *object.Document, filter *graph.ProvisionFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return provisionConnection(ctx, d.Place, within("documents", func(f *graph.ProvisionFilter) *[]string { return &f.Documents }, (*graph.Document).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

func (documentResolver) Reaffirms(ctx context.Context, d *object.Document, filter *graph.ReaffirmationFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ReaffirmationConnection, error) {
	return connection(ctx, d.Place, reaffirmations(), within("laterDocuments", func(f *graph.ReaffirmationFilter) *[]string { return &f.LaterDocuments }, (*graph.Document).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

func (documentResolver) ReaffirmedBy(ctx context.Context, d *object.Document, filter *graph.ReaffirmationFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ReaffirmationConnection, error) {
	return connection(ctx, d.Place, reaffirmations(), within("earlierDocuments", func(f *graph.ReaffirmationFilter) *[]string { return &f.EarlierDocuments }, (*graph.Document).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

type sectionResolver struct{}

func (sectionResolver) Document(ctx context.Context, s *object.Section) (*object.Document, error) {
	return one(ctx, s.Place, documents(), func(s *graph.Section) string { return s.Document })
}

func (sectionResolver) Parent(ctx context.Context, s *object.Section) (*object.Section, error) {
	return one(ctx, s.Place, sections(), func(s *graph.Section) string { return s.Parent })
}

func (sectionResolver) Sections(ctx context.Context, s *object.Section) ([]*object.Section, error) {
	return list(ctx, s.Place, named("sections"), sections(), func(s *graph.Section) graph.SectionFilter {
		return graph.SectionFilter{Parents: []string{s.ID}}
	})
}

func (sectionResolver) Provisions(ctx context.Context, s *object.Section, filter *graph.ProvisionFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return provisionConnection(ctx, s.Place, within("sections", func(f *graph.ProvisionFilter) *[]string { return &f.Sections }, (*graph.Section).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

type dataIssueResolver struct{}

func (dataIssueResolver) Provision(ctx context.Context, i *object.DataIssue) (*object.Provision, error) {
	return one(ctx, i.Place, provisions(), func(i *graph.DataIssue) string { return i.Provision })
}

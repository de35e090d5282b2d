package resolvers

import (
	"context"
	"slices"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
	"reaffirm/resolvers/internal/object"
)

type instrumentResolver struct{}

func (instrumentResolver) Broader(ctx context.Context, i *object.Instrument) (*object.Instrument, error) {
	return one(ctx, i.Place, instruments(), func(i *graph.Instrument) string { return i.Broader })
}

func (instrumentResolver) Narrower(ctx context.Context, i *object.Instrument) ([]*object.Instrument, error) {
	return list(ctx, i.Place, named("narrower"), instruments(), func(i *graph.Instrument) graph.InstrumentFilter {
		return graph.InstrumentFilter{Broader: []string{i.ID}}
	})
}

func (instrumentResolver) Document(ctx context.Context, i *object.Instrument) (*object.Document, error) {
	return one(ctx, i.Place, documents(), func(i *graph.Instrument) string { return i.Document })
}

func (instrumentResolver) Citations(ctx context.Context, i *object.Instrument, filter *graph.CitationFilter, first *int, after *string, last *int, before *string) (*object.CitationConnection, error) {
	return connection(ctx, i.Place, citations(), within("instruments", func(f *graph.CitationFilter) *[]string { return &f.Instruments }, (*graph.Instrument).NodeID),
		filter, nil, pageArgs{first, after, last, before})
}

func (instrumentResolver) Provisions(ctx context.Context, i *object.Instrument, filter *graph.ProvisionFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return provisionConnection(ctx, i.Place, within("instruments", func(f *graph.ProvisionFilter) *[]string { return &f.Instruments }, (*graph.Instrument).NodeID),
		filter, orderBy, pageArgs{first, after, last, before})
}

type citationResolver struct{}

func (citationResolver) Provision(ctx context.Context, c *object.Citation) (*object.Provision, error) {
	return one(ctx, c.Place, provisions(), func(c *graph.Citation) string { return c.Provision })
}

func (citationResolver) Instrument(ctx context.Context, c *object.Citation) (*object.Instrument, error) {
	return one(ctx, c.Place, instruments(), func(c *graph.Citation) string { return c.Instrument })
}

func (citationResolver) Provisions(ctx context.Context, c *object.Citation) ([]*object.Provision, error) {
	return many(ctx, c.Place, provisions(), func(c *graph.Citation) []string { return c.Provisions })
}

func (citationResolver) Footnote(ctx context.Context, c *object.Citation) (*graph.Footnote, error) {
	if c.Citation.Footnote == "" {
		return nil, nil
	}
	p, err := cohort.Fetch(ctx, c.Place, named("footnotes"), func(c *cohort.Cohort[*graph.Citation]) ([]*object.Provision, error) {
		return refer(ctx, c, provisions(), func(c *graph.Citation) string { return c.Provision }, false)
	})
	if err != nil || p == nil {
		return nil, err
	}
	return footnote(p.Footnotes, c.Citation.Footnote), nil
}

// footnote finds the note with the marker.
func footnote(notes []graph.Footnote, marker string) *graph.Footnote {
	at := slices.IndexFunc(notes, func(n graph.Footnote) bool { return n.Marker == marker })
	if at < 0 {
		return nil
	}
	return &notes[at]
}

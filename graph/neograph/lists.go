package neograph

import (
	"context"

	"reaffirm/graph"
)

// Each list method of graph.Reader is one listing.

func (r *Reader) Documents(ctx context.Context, qs []graph.Query[graph.DocumentFilter]) ([]graph.Slice[*graph.Document], error) {
	return list(ctx, r, listing[graph.DocumentFilter, *graph.Document]{
		statement: "documents", filter: always(documentQuery), decode: unpacking(documentFields),
		key: func(d *graph.Document, _ graph.OrderBy) (int64, int) { return 0, d.Rank },
	}, qs)
}

func (r *Reader) Sections(ctx context.Context, qs []graph.Query[graph.SectionFilter]) ([]graph.Slice[*graph.Section], error) {
	return list(ctx, r, listing[graph.SectionFilter, *graph.Section]{
		statement: "sections", filter: always(sectionQuery), decode: unpacking(sectionFields),
		key: func(s *graph.Section, _ graph.OrderBy) (int64, int) { return 0, s.Rank },
	}, qs)
}

func (r *Reader) Provisions(ctx context.Context, qs []graph.Query[graph.ProvisionFilter]) ([]graph.Slice[*graph.Provision], error) {
	return list(ctx, r, listing[graph.ProvisionFilter, *graph.Provision]{
		statement: "provisions", filter: provisionQuery, decode: unpacking(provisionFields),
		orders: []graph.OrderBy{graph.ByReaffirmations},
		key:    func(p *graph.Provision, _ graph.OrderBy) (int64, int) { return int64(p.Reaffirmations), p.Rank },
	}, qs)
}

func (r *Reader) Commitments(ctx context.Context, qs []graph.Query[graph.CommitmentFilter]) ([]graph.Slice[*graph.Commitment], error) {
	return list(ctx, r, listing[graph.CommitmentFilter, *graph.Commitment]{
		statement: "commitments", filter: always(commitmentQuery), decode: unpacking(commitmentFields),
		orders: []graph.OrderBy{graph.ByStrength},
		key:    func(c *graph.Commitment, _ graph.OrderBy) (int64, int) { return int64(c.Strength), c.Rank },
		of:     commitmentsOf(),
	}, qs)
}

func (r *Reader) Bodies(ctx context.Context, qs []graph.Query[graph.BodyFilter]) ([]graph.Slice[*graph.Body], error) {
	return list(ctx, r, listing[graph.BodyFilter, *graph.Body]{
		statement: "bodies", filter: always(bodyQuery), decode: unpacking(bodyFields),
		orders: []graph.OrderBy{graph.ByProvisions},
		key:    func(b *graph.Body, _ graph.OrderBy) (int64, int) { return int64(b.Provisions), b.Rank },
	}, qs)
}

func (r *Reader) Instruments(ctx context.Context, qs []graph.Query[graph.InstrumentFilter]) ([]graph.Slice[*graph.Instrument], error) {
	return list(ctx, r, listing[graph.InstrumentFilter, *graph.Instrument]{
		statement: "instruments", filter: always(instrumentQuery), decode: unpacking(instrumentFields),
		orders: []graph.OrderBy{graph.ByProvisions},
		key:    func(i *graph.Instrument, _ graph.OrderBy) (int64, int) { return int64(i.Provisions), i.Rank },
	}, qs)
}

func (r *Reader) Themes(ctx context.Context, qs []graph.Query[graph.ThemeFilter]) ([]graph.Slice[*graph.Theme], error) {
	return list(ctx, r, listing[graph.ThemeFilter, *graph.Theme]{
		statement: "themes", filter: always(themeQuery), decode: unpacking(themeFields),
		orders: []graph.OrderBy{graph.ByProvisions},
		key:    func(t *graph.Theme, _ graph.OrderBy) (int64, int) { return int64(t.Provisions), t.Rank },
	}, qs)
}

func (r *Reader) Involvements(ctx context.Context, qs []graph.Query[graph.InvolvementFilter]) ([]graph.Slice[*graph.Involvement], error) {
	return list(ctx, r, listing[graph.InvolvementFilter, *graph.Involvement]{
		statement: "involvements", filter: always(involvementQuery), decode: unpacking(involvementFields),
		key: func(v *graph.Involvement, _ graph.OrderBy) (int64, int) { return 0, v.Rank },
		of:  involvementsOf(),
	}, qs)
}

func (r *Reader) Citations(ctx context.Context, qs []graph.Query[graph.CitationFilter]) ([]graph.Slice[*graph.Citation], error) {
	return list(ctx, r, listing[graph.CitationFilter, *graph.Citation]{
		statement: "citations", filter: always(citationQuery), decode: unpacking(citationFields),
		key: func(c *graph.Citation, _ graph.OrderBy) (int64, int) { return 0, c.Rank },
		of:  citationsOf(),
	}, qs)
}

func (r *Reader) Abouts(ctx context.Context, qs []graph.Query[graph.AboutFilter]) ([]graph.Slice[*graph.About], error) {
	return list(ctx, r, listing[graph.AboutFilter, *graph.About]{
		statement: "abouts", filter: always(aboutQuery), decode: unpacking(aboutFields),
		key: func(a *graph.About, _ graph.OrderBy) (int64, int) { return 0, a.Rank },
		of:  aboutsOf(),
	}, qs)
}

func (r *Reader) Reaffirmations(ctx context.Context, qs []graph.Query[graph.ReaffirmationFilter]) ([]graph.Slice[*graph.Reaffirmation], error) {
	return list(ctx, r, listing[graph.ReaffirmationFilter, *graph.Reaffirmation]{
		statement: "reaffirmations", filter: always(reaffirmationQuery), decode: unpacking(reaffirmationFields),
		orders: []graph.OrderBy{graph.ByScore},
		key:    func(l *graph.Reaffirmation, _ graph.OrderBy) (int64, int) { return graph.Millionths(l.Score), l.Rank },
		of:     reaffirmationsOf(),
	}, qs)
}

func (r *Reader) Repetitions(ctx context.Context, qs []graph.Query[graph.RepetitionFilter]) ([]graph.Slice[*graph.Repetition], error) {
	return list(ctx, r, listing[graph.RepetitionFilter, *graph.Repetition]{
		statement: "repetitions", filter: always(repetitionQuery), decode: unpacking(repetitionFields),
		key: func(x *graph.Repetition, _ graph.OrderBy) (int64, int) { return 0, x.Rank },
	}, qs)
}

func (r *Reader) Threads(ctx context.Context, qs []graph.Query[graph.ThreadFilter]) ([]graph.Slice[*graph.Thread], error) {
	return list(ctx, r, listing[graph.ThreadFilter, *graph.Thread]{
		statement: "threads", filter: always(threadQuery), decode: unpacking(threadFields),
		orders: []graph.OrderBy{graph.ByProvisions, graph.ByDocuments},
		key: func(t *graph.Thread, by graph.OrderBy) (int64, int) {
			if by == graph.ByDocuments {
				return int64(len(t.Documents)), t.Rank
			}
			return int64(len(t.Provisions)), t.Rank
		},
	}, qs)
}

package server

import (
	"context"
	"sync/atomic"
	"time"

	"reaffirm/graph"
)

// observed is a reader whose calls are counted, timed and traced.
type observed struct {
	graph.Reader
	metrics *Metrics
	tracing tracing
	calls   *atomic.Int64
}

// call notes that a method is being called; what it returns is the context of the call, and notes that it has returned.
func (o observed) call(ctx context.Context, method string) (context.Context, func()) {
	o.calls.Add(1)
	start := time.Now()
	ctx, end := o.tracing.call(ctx, method)
	return ctx, func() {
		o.metrics.calls.WithLabelValues(method).Observe(time.Since(start).Seconds())
		end()
	}
}

func (o observed) Summary(ctx context.Context) (*graph.Summary, error) {
	ctx, done := o.call(ctx, "Summary")
	defer done()
	return o.Reader.Summary(ctx)
}

func (o observed) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	ctx, done := o.call(ctx, "Nodes")
	defer done()
	return o.Reader.Nodes(ctx, ids)
}

func (o observed) Documents(ctx context.Context, qs []graph.Query[graph.DocumentFilter]) ([]graph.Slice[*graph.Document], error) {
	ctx, done := o.call(ctx, "Documents")
	defer done()
	return o.Reader.Documents(ctx, qs)
}

func (o observed) Sections(ctx context.Context, qs []graph.Query[graph.SectionFilter]) ([]graph.Slice[*graph.Section], error) {
	ctx, done := o.call(ctx, "Sections")
	defer done()
	return o.Reader.Sections(ctx, qs)
}

func (o observed) Provisions(ctx context.Context, qs []graph.Query[graph.ProvisionFilter]) ([]graph.Slice[*graph.Provision], error) {
	ctx, done := o.call(ctx, "Provisions")
	defer done()
	return o.Reader.Provisions(ctx, qs)
}

func (o observed) Commitments(ctx context.Context, qs []graph.Query[graph.CommitmentFilter]) ([]graph.Slice[*graph.Commitment], error) {
	ctx, done := o.call(ctx, "Commitments")
	defer done()
	return o.Reader.Commitments(ctx, qs)
}

func (o observed) Bodies(ctx context.Context, qs []graph.Query[graph.BodyFilter]) ([]graph.Slice[*graph.Body], error) {
	ctx, done := o.call(ctx, "Bodies")
	defer done()
	return o.Reader.Bodies(ctx, qs)
}

func (o observed) Instruments(ctx context.Context, qs []graph.Query[graph.InstrumentFilter]) ([]graph.Slice[*graph.Instrument], error) {
	ctx, done := o.call(ctx, "Instruments")
	defer done()
	return o.Reader.Instruments(ctx, qs)
}

func (o observed) Themes(ctx context.Context, qs []graph.Query[graph.ThemeFilter]) ([]graph.Slice[*graph.Theme], error) {
	ctx, done := o.call(ctx, "Themes")
	defer done()
	return o.Reader.Themes(ctx, qs)
}

func (o observed) Involvements(ctx context.Context, qs []graph.Query[graph.InvolvementFilter]) ([]graph.Slice[*graph.Involvement], error) {
	ctx, done := o.call(ctx, "Involvements")
	defer done()
	return o.Reader.Involvements(ctx, qs)
}

func (o observed) Citations(ctx context.Context, qs []graph.Query[graph.CitationFilter]) ([]graph.Slice[*graph.Citation], error) {
	ctx, done := o.call(ctx, "Citations")
	defer done()
	return o.Reader.Citations(ctx, qs)
}

func (o observed) Abouts(ctx context.Context, qs []graph.Query[graph.AboutFilter]) ([]graph.Slice[*graph.About], error) {
	ctx, done := o.call(ctx, "Abouts")
	defer done()
	return o.Reader.Abouts(ctx, qs)
}

func (o observed) Reaffirmations(ctx context.Context, qs []graph.Query[graph.ReaffirmationFilter]) ([]graph.Slice[*graph.Reaffirmation], error) {
	ctx, done := o.call(ctx, "Reaffirmations")
	defer done()
	return o.Reader.Reaffirmations(ctx, qs)
}

func (o observed) Repetitions(ctx context.Context, qs []graph.Query[graph.RepetitionFilter]) ([]graph.Slice[*graph.Repetition], error) {
	ctx, done := o.call(ctx, "Repetitions")
	defer done()
	return o.Reader.Repetitions(ctx, qs)
}

func (o observed) Threads(ctx context.Context, qs []graph.Query[graph.ThreadFilter]) ([]graph.Slice[*graph.Thread], error) {
	ctx, done := o.call(ctx, "Threads")
	defer done()
	return o.Reader.Threads(ctx, qs)
}

func (o observed) Facets(ctx context.Context, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	ctx, done := o.call(ctx, "Facets")
	defer done()
	return o.Reader.Facets(ctx, filters)
}

func (o observed) Tally(ctx context.Context, qs []graph.TallyQuery) ([][]graph.Cell, error) {
	ctx, done := o.call(ctx, "Tally")
	defer done()
	return o.Reader.Tally(ctx, qs)
}

func (o observed) Search(ctx context.Context, q graph.SearchQuery) (*graph.SearchResult, error) {
	ctx, done := o.call(ctx, "Search")
	defer done()
	return o.Reader.Search(ctx, q)
}

func (o observed) Edges(ctx context.Context, ids []string, kinds []graph.EdgeKind, limit int) ([][]graph.Edge, error) {
	ctx, done := o.call(ctx, "Edges")
	defer done()
	return o.Reader.Edges(ctx, ids, kinds, limit)
}

package server

import (
	"context"
	"sync/atomic"
	"time"

	"reaffirm/graph"
)

// observed is a reader whose calls are counted and timed.
type observed struct {
	graph.Reader
	metrics *Metrics
	calls   *atomic.Int64
}

// call notes that a method is being called; the result notes that it has returned.
func (o observed) call(method string) func() {
	o.calls.Add(1)
	start := time.Now()
	return func() { o.metrics.calls.WithLabelValues(method).Observe(time.Since(start).Seconds()) }
}

func (o observed) Summary(ctx context.Context) (*graph.Summary, error) {
	defer o.call("Summary")()
	return o.Reader.Summary(ctx)
}

func (o observed) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	defer o.call("Nodes")()
	return o.Reader.Nodes(ctx, ids)
}

func (o observed) Documents(ctx context.Context, qs []graph.Query[graph.DocumentFilter]) ([]graph.Slice[*graph.Document], error) {
	defer o.call("Documents")()
	return o.Reader.Documents(ctx, qs)
}

func (o observed) Sections(ctx context.Context, qs []graph.Query[graph.SectionFilter]) ([]graph.Slice[*graph.Section], error) {
	defer o.call("Sections")()
	return o.Reader.Sections(ctx, qs)
}

func (o observed) Provisions(ctx context.Context, qs []graph.Query[graph.ProvisionFilter]) ([]graph.Slice[*graph.Provision], error) {
	defer o.call("Provisions")()
	return o.Reader.Provisions(ctx, qs)
}

func (o observed) Commitments(ctx context.Context, qs []graph.Query[graph.CommitmentFilter]) ([]graph.Slice[*graph.Commitment], error) {
	defer o.call("Commitments")()
	return o.Reader.Commitments(ctx, qs)
}

func (o observed) Bodies(ctx context.Context, qs []graph.Query[graph.BodyFilter]) ([]graph.Slice[*graph.Body], error) {
	defer o.call("Bodies")()
	return o.Reader.Bodies(ctx, qs)
}

func (o observed) Instruments(ctx context.Context, qs []graph.Query[graph.InstrumentFilter]) ([]graph.Slice[*graph.Instrument], error) {
	defer o.call("Instruments")()
	return o.Reader.Instruments(ctx, qs)
}

func (o observed) Themes(ctx context.Context, qs []graph.Query[graph.ThemeFilter]) ([]graph.Slice[*graph.Theme], error) {
	defer o.call("Themes")()
	return o.Reader.Themes(ctx, qs)
}

func (o observed) Involvements(ctx context.Context, qs []graph.Query[graph.InvolvementFilter]) ([]graph.Slice[*graph.Involvement], error) {
	defer o.call("Involvements")()
	return o.Reader.Involvements(ctx, qs)
}

func (o observed) Citations(ctx context.Context, qs []graph.Query[graph.CitationFilter]) ([]graph.Slice[*graph.Citation], error) {
	defer o.call("Citations")()
	return o.Reader.Citations(ctx, qs)
}

func (o observed) Abouts(ctx context.Context, qs []graph.Query[graph.AboutFilter]) ([]graph.Slice[*graph.About], error) {
	defer o.call("Abouts")()
	return o.Reader.Abouts(ctx, qs)
}

func (o observed) Reaffirmations(ctx context.Context, qs []graph.Query[graph.ReaffirmationFilter]) ([]graph.Slice[*graph.Reaffirmation], error) {
	defer o.call("Reaffirmations")()
	return o.Reader.Reaffirmations(ctx, qs)
}

func (o observed) Repetitions(ctx context.Context, qs []graph.Query[graph.RepetitionFilter]) ([]graph.Slice[*graph.Repetition], error) {
	defer o.call("Repetitions")()
	return o.Reader.Repetitions(ctx, qs)
}

func (o observed) Threads(ctx context.Context, qs []graph.Query[graph.ThreadFilter]) ([]graph.Slice[*graph.Thread], error) {
	defer o.call("Threads")()
	return o.Reader.Threads(ctx, qs)
}

func (o observed) Facets(ctx context.Context, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	defer o.call("Facets")()
	return o.Reader.Facets(ctx, filters)
}

func (o observed) Tally(ctx context.Context, qs []graph.TallyQuery) ([][]graph.Cell, error) {
	defer o.call("Tally")()
	return o.Reader.Tally(ctx, qs)
}

func (o observed) Search(ctx context.Context, q graph.SearchQuery) (*graph.SearchResult, error) {
	defer o.call("Search")()
	return o.Reader.Search(ctx, q)
}

func (o observed) Edges(ctx context.Context, ids []string, kinds []graph.EdgeKind, limit int) ([][]graph.Edge, error) {
	defer o.call("Edges")()
	return o.Reader.Edges(ctx, ids, kinds, limit)
}

package resolvers

import (
	"context"
	"fmt"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

// queryResolver answers the fields of the query itself.
type queryResolver struct{}

func (queryResolver) Node(ctx context.Context, id string) (object.Node, error) {
	found, err := nodesByID(ctx, []string{id})
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

func (queryResolver) Nodes(ctx context.Context, ids []string) ([]object.Node, error) {
	if len(ids) > maxPage {
		return nil, fmt.Errorf("%w: %d ids were given and at most %d may be; ask for the rest in another query", graph.ErrInvalid, len(ids), maxPage)
	}
	return nodesByID(ctx, ids)
}

func nodesByID(ctx context.Context, ids []string) ([]object.Node, error) {
	return root(ctx, func(r graph.Reader) ([]object.Node, error) {
		found, err := r.Nodes(ctx, ids)
		return object.Nodes(r, found), err
	})
}

func (queryResolver) Graph(ctx context.Context) (*object.Graph, error) {
	return root(ctx, func(r graph.Reader) (*object.Graph, error) {
		summary, err := r.Summary(ctx)
		if err != nil {
			return nil, err
		}
		return object.NewGraph(r, summary), nil
	})
}

func (queryResolver) Document(ctx context.Context, id string) (*object.Document, error) {
	return byID(ctx, documents(), id)
}

func (queryResolver) Documents(ctx context.Context, filter *graph.DocumentFilter, first *int, after *string, last *int, before *string) (*object.DocumentConnection, error) {
	return rootConnection(ctx, documents(), filter, nil, pageArgs{first, after, last, before})
}

func (queryResolver) Section(ctx context.Context, id string) (*object.Section, error) {
	return byID(ctx, sections(), id)
}

func (queryResolver) Provision(ctx context.Context, id string) (*object.Provision, error) {
	return byID(ctx, provisions(), id)
}

func (queryResolver) Provisions(ctx context.Context, filter *graph.ProvisionFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return rootProvisions(ctx, filter, orderBy, pageArgs{first, after, last, before})
}

func (queryResolver) Commitment(ctx context.Context, id string) (*object.Commitment, error) {
	return byID(ctx, commitments(), id)
}

func (queryResolver) Commitments(ctx context.Context, filter *graph.CommitmentFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.CommitmentConnection, error) {
	return rootConnection(ctx, commitments(), filter, orderBy, pageArgs{first, after, last, before})
}

func (queryResolver) Body(ctx context.Context, id string) (*object.Body, error) {
	return byID(ctx, bodies(), id)
}

func (queryResolver) Bodies(ctx context.Context, filter *graph.BodyFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.BodyConnection, error) {
	return rootConnection(ctx, bodies(), filter, orderBy, pageArgs{first, after, last, before})
}

func (queryResolver) Instrument(ctx context.Context, id string) (*object.Instrument, error) {
	return byID(ctx, instruments(), id)
}

func (queryResolver) Instruments(ctx context.Context, filter *graph.InstrumentFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.InstrumentConnection, error) {
	return rootConnection(ctx, instruments(), filter, orderBy, pageArgs{first, after, last, before})
}

func (queryResolver) Theme(ctx context.Context, id string) (*object.Theme, error) {
	return byID(ctx, themes(), id)
}

func (queryResolver) Themes(ctx context.Context, filter *graph.ThemeFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ThemeConnection, error) {
	return rootConnection(ctx, themes(), filter, orderBy, pageArgs{first, after, last, before})
}

func (queryResolver) Reaffirmation(ctx context.Context, id string) (*object.Reaffirmation, error) {
	return byID(ctx, reaffirmations(), id)
}

func (queryResolver) Relation(ctx context.Context, later, earlier string) (*object.Comparison, error) {
	return root(ctx, func(r graph.Reader) (*object.Comparison, error) { return compare(ctx, r, later, earlier) })
}

func (queryResolver) Reaffirmations(ctx context.Context, filter *graph.ReaffirmationFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ReaffirmationConnection, error) {
	return rootConnection(ctx, reaffirmations(), filter, orderBy, pageArgs{first, after, last, before})
}

func (queryResolver) Lineages(ctx context.Context, filter *graph.ThreadFilter, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ThreadConnection, error) {
	return rootConnection(ctx, threads(), filter, orderBy, pageArgs{first, after, last, before})
}

func (queryResolver) Search(ctx context.Context, query string, types []graph.NodeType, filter *graph.ProvisionFilter, first *int, after *string) (*object.SearchConnection, error) {
	q := graph.SearchQuery{Text: query, Types: types}
	if filter != nil {
		q.Filter = *filter
	}
	return search(ctx, q, pageArgs{first: first, after: after})
}

func (queryResolver) Responsibilities(ctx context.Context, filter *object.ResponsibilityFilter, rows, columns graph.Axis) (*object.Responsibilities, error) {
	return rootResponsibilities(ctx, filter, rows, columns)
}

func (queryResolver) Coverage(ctx context.Context, earlier, later string, echoes bool) (*object.Coverage, error) {
	return root(ctx, func(r graph.Reader) (*object.Coverage, error) {
		c, err := graph.Cover(ctx, r, earlier, later, echoes)
		if err != nil {
			return nil, err
		}
		return object.NewCoverage(r, c, echoes), nil
	})
}

func (queryResolver) Paths(ctx context.Context, from, to string, maxLength int, kinds []graph.EdgeKind, first int) (*object.PathResult, error) {
	return root(ctx, func(r graph.Reader) (*object.PathResult, error) {
		paths, complete, err := graph.Paths(ctx, r, graph.PathQuery{From: from, To: to, MaxLength: maxLength, Kinds: kinds, First: first})
		return object.NewPathResult(r, paths, complete), err
	})
}

func (queryResolver) Statistics(ctx context.Context) (*object.Statistics, error) {
	at, err := start(ctx)
	return &object.Statistics{Place: at}, err
}

func (queryResolver) Verbs(ctx context.Context) ([]*graph.Verb, error) {
	return root(ctx, func(r graph.Reader) ([]*graph.Verb, error) {
		summary, err := r.Summary(ctx)
		if err != nil {
			return nil, err
		}
		return object.Pointers(summary.Verbs), nil
	})
}

package resolvers

import (
	"cmp"
	"context"
	"fmt"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
	"reaffirm/resolvers/internal/object"
)

const (
	defaultPage = 20
	maxPage     = 200
)

// pageArgs are the arguments of every connection.
type pageArgs struct {
	first  *int
	after  *string
	last   *int
	before *string
}

// page reads the arguments. Errors: graph.ErrInvalid with what to do.
func (a pageArgs) page(l object.List) (graph.Page, error) {
	p := graph.Page{First: a.first, Last: a.last}
	if a.first == nil && a.last == nil {
		first := defaultPage
		p.First = &first
	}
	if err := p.Check(); err != nil {
		return p, err
	}
	if err := cmp.Or(tooMany("first", p.First), tooMany("last", p.Last)); err != nil {
		return p, fmt.Errorf("%w; ask for the rest page by page, with the cursors of pageInfo", err)
	}
	var err error
	if p.After, err = cursorKey(l, "after", a.after); err != nil {
		return p, err
	}
	p.Before, err = cursorKey(l, "before", a.before)
	return p, err
}

// tooMany refuses a page, or a list of counts, that is too big.
func tooMany(name string, n *int) error {
	if n == nil || *n <= maxPage {
		return nil
	}
	return fmt.Errorf("%w: %s is %d and may be at most %d", graph.ErrInvalid, name, *n, maxPage)
}

// cursorKey reads the cursor that an argument gives, if it does.
func cursorKey(l object.List, name string, cursor *string) (*graph.Key, error) {
	if cursor == nil {
		return nil, nil
	}
	k, err := l.Key(*cursor)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return k, nil
}

// connection answers a field with a page for each sibling.
func connection[T, F, V, O any](ctx context.Context, at cohort.Place[T], t kind[F, V, O], s scope[T, F], filter *F, order *object.Order, args pageArgs) (*object.Connection[O], error) {
	of, err := s.filters(filter)
	if err != nil {
		return nil, err
	}
	l := object.List{Name: t.name, Order: order.Graph()}
	page, err := args.page(l)
	if err != nil {
		return nil, err
	}
	return cohort.Fetch(ctx, at, keyOf(ctx), func(c *cohort.Cohort[T]) ([]*object.Connection[O], error) {
		connections, _, err := pages(ctx, c, t, of, l, page)
		return connections, err
	})
}

// provisionConnection is connection for provisions, whose pages can count facets.
func provisionConnection[T any](ctx context.Context, at cohort.Place[T], s scope[T, graph.ProvisionFilter], filter *graph.ProvisionFilter, order *object.Order, args pageArgs) (*object.ProvisionConnection, error) {
	of, err := s.filters(filter)
	if err != nil {
		return nil, err
	}
	return selected(ctx, at, of, order, args)
}

// selected answers a field with a page of the provisions that a filter of each sibling selects.
func selected[T any](ctx context.Context, at cohort.Place[T], of func(T) graph.ProvisionFilter, order *object.Order, args pageArgs) (*object.ProvisionConnection, error) {
	l := object.List{Name: provisions().name, Order: order.Graph()}
	page, err := args.page(l)
	if err != nil {
		return nil, err
	}
	return cohort.Fetch(ctx, at, keyOf(ctx), func(c *cohort.Cohort[T]) ([]*object.ProvisionConnection, error) {
		connections, filters, err := pages(ctx, c, provisions(), of, l, page)
		if err != nil {
			return nil, err
		}
		return object.ProvisionConnections(c.Reader, connections, filters), nil
	})
}

// pages fetches a page for each value of a cohort: no items where none are asked for, and nothing at
// all where the total is not either.
func pages[T, F, V, O any](ctx context.Context, c *cohort.Cohort[T], t kind[F, V, O], of func(T) F, l object.List, page graph.Page) ([]*object.Connection[O], []F, error) {
	asked := look(ctx)
	if !asked.items {
		none := 0
		page = graph.Page{First: &none}
	}
	filters := make([]F, len(c.Values))
	queries := make([]graph.Query[F], len(c.Values))
	for i, v := range c.Values {
		filters[i] = of(v)
		queries[i] = graph.Query[F]{Filter: filters[i], Order: l.Order, Page: page, Count: asked.count}
	}
	answers := make([]graph.Slice[V], len(c.Values))
	if asked.items || asked.count {
		var err error
		if answers, err = t.ask(c.Reader, ctx, queries); err != nil {
			return nil, nil, err
		}
	}
	connections := make([]*object.Connection[O], len(answers))
	for i, nodes := range share(c.Reader, answers, items[V], t.members) {
		connections[i] = object.NewConnection(l, answers[i], nodes)
	}
	return connections, filters, nil
}

// rootConnection answers a field of the query itself with a page.
func rootConnection[F, V, O any](ctx context.Context, t kind[F, V, O], filter *F, order *object.Order, args pageArgs) (*object.Connection[O], error) {
	at, err := start(ctx)
	if err != nil {
		return nil, err
	}
	return connection(ctx, at, t, scope[struct{}, F]{}, filter, order, args)
}

// rootProvisions is rootConnection for provisions.
func rootProvisions(ctx context.Context, filter *graph.ProvisionFilter, order *object.Order, args pageArgs) (*object.ProvisionConnection, error) {
	at, err := start(ctx)
	if err != nil {
		return nil, err
	}
	return provisionConnection(ctx, at, scope[struct{}, graph.ProvisionFilter]{}, filter, order, args)
}

package resolvers_test

import (
	"bytes"
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/99designs/gqlgen/graphql"

	"reaffirm/graph"
	"reaffirm/resolvers"
	"reaffirm/resolvers/internal/exec"
	"reaffirm/resolvers/internal/object"
)

// newFloor returns a schema that answers one query with constants: what each field of each object is resolved to is noted
// when the query is first answered, and given out again from then on. Serving it costs what gqlgen itself costs, at the same
// shape and bytes.
func newFloor(t testing.TB, store graph.Store, query string) graphql.ExecutableSchema {
	t.Helper()
	c := &constants{values: map[constantKey]any{}}
	schema := exec.NewExecutableSchema(exec.Config{Resolvers: floor{resolvers.Root(), c}})
	if answer := newHandler(schema, resolvers.NewExtension(store, nil)).serve(context.Background(), query, nil); bytes.Contains(answer, []byte(`"errors"`)) {
		t.Fatalf("%s: %s", query, answer)
	}
	c.complete = true
	return schema
}

// constants are results of resolvers, by object and field.
type constants struct {
	mu       sync.Mutex
	values   map[constantKey]any
	complete bool // nothing is added any more
}

type constantKey struct {
	object any // a pointer; nil for the query itself
	field  string
}

// constant returns what was noted for a field, or resolves it and notes that.
func constant[R any](c *constants, object any, field string, resolve func() (R, error)) (R, error) {
	key := constantKey{object, field}
	if c.complete {
		if known, ok := c.values[key].(R); ok {
			return known, nil
		}
		var none R
		return none, fmt.Errorf("%s was not asked for at first", field)
	}
	r, err := resolve()
	c.mu.Lock()
	defer c.mu.Unlock()
	c.values[key] = r
	return r, err
}

// floor puts constants before the resolvers that the operations of package bench use.
type floor struct {
	exec.ResolverRoot
	c *constants
}

type (
	floorQuery struct {
		exec.QueryResolver
		c *constants
	}
	floorProvision struct {
		exec.ProvisionResolver
		c *constants
	}
	floorInvolvement struct {
		exec.InvolvementResolver
		c *constants
	}
	floorReaffirmation struct {
		exec.ReaffirmationResolver
		c *constants
	}
	floorDocument struct {
		exec.DocumentResolver
		c *constants
	}
	floorSection struct {
		exec.SectionResolver
		c *constants
	}
	floorBody struct {
		exec.BodyResolver
		c *constants
	}
	floorTheme struct {
		exec.ThemeResolver
		c *constants
	}
	floorCitation struct {
		exec.CitationResolver
		c *constants
	}
	floorMatrix struct {
		exec.ResponsibilitiesResolver
		c *constants
	}
	floorCell struct {
		exec.ResponsibilityCellResolver
		c *constants
	}
)

func (f floor) Query() exec.QueryResolver { return floorQuery{f.ResolverRoot.Query(), f.c} }
func (f floor) Provision() exec.ProvisionResolver {
	return floorProvision{f.ResolverRoot.Provision(), f.c}
}
func (f floor) Involvement() exec.InvolvementResolver {
	return floorInvolvement{f.ResolverRoot.Involvement(), f.c}
}
func (f floor) Reaffirmation() exec.ReaffirmationResolver {
	return floorReaffirmation{f.ResolverRoot.Reaffirmation(), f.c}
}
func (f floor) Document() exec.DocumentResolver { return floorDocument{f.ResolverRoot.Document(), f.c} }
func (f floor) Section() exec.SectionResolver   { return floorSection{f.ResolverRoot.Section(), f.c} }
func (f floor) Body() exec.BodyResolver         { return floorBody{f.ResolverRoot.Body(), f.c} }
func (f floor) Theme() exec.ThemeResolver       { return floorTheme{f.ResolverRoot.Theme(), f.c} }
func (f floor) Citation() exec.CitationResolver { return floorCitation{f.ResolverRoot.Citation(), f.c} }
func (f floor) Responsibilities() exec.ResponsibilitiesResolver {
	return floorMatrix{f.ResolverRoot.Responsibilities(), f.c}
}
func (f floor) ResponsibilityCell() exec.ResponsibilityCellResolver {
	return floorCell{f.ResolverRoot.ResponsibilityCell(), f.c}
}

func (r floorQuery) Node(ctx context.Context, id string) (object.Node, error) {
	return constant(r.c, nil, "node", func() (object.Node, error) { return r.QueryResolver.Node(ctx, id) })
}

func (r floorQuery) Provision(ctx context.Context, id string) (*object.Provision, error) {
	return constant(r.c, nil, "provision", func() (*object.Provision, error) { return r.QueryResolver.Provision(ctx, id) })
}

func (r floorQuery) Document(ctx context.Context, id string) (*object.Document, error) {
	return constant(r.c, nil, "document", func() (*object.Document, error) { return r.QueryResolver.Document(ctx, id) })
}

func (r floorQuery) Provisions(ctx context.Context, f *graph.ProvisionFilter, o *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return constant(r.c, nil, "provisions", func() (*object.ProvisionConnection, error) {
		return r.QueryResolver.Provisions(ctx, f, o, first, after, last, before)
	})
}

func (r floorQuery) Search(ctx context.Context, query string, types []graph.NodeType, f *graph.ProvisionFilter, first *int, after *string) (*object.SearchConnection, error) {
	return constant(r.c, nil, "search", func() (*object.SearchConnection, error) {
		return r.QueryResolver.Search(ctx, query, types, f, first, after)
	})
}

func (r floorQuery) Responsibilities(ctx context.Context, f *object.ResponsibilityFilter, rows, columns graph.Axis) (*object.Responsibilities, error) {
	return constant(r.c, nil, "responsibilities", func() (*object.Responsibilities, error) {
		return r.QueryResolver.Responsibilities(ctx, f, rows, columns)
	})
}

func (r floorProvision) Document(ctx context.Context, p *object.Provision) (*object.Document, error) {
	return constant(r.c, p, "document", func() (*object.Document, error) { return r.ProvisionResolver.Document(ctx, p) })
}

func (r floorProvision) Section(ctx context.Context, p *object.Provision) (*object.Section, error) {
	return constant(r.c, p, "section", func() (*object.Section, error) { return r.ProvisionResolver.Section(ctx, p) })
}

func (r floorProvision) Commitments(ctx context.Context, p *object.Provision) ([]*object.Commitment, error) {
	return constant(r.c, p, "commitments", func() ([]*object.Commitment, error) { return r.ProvisionResolver.Commitments(ctx, p) })
}

func (r floorProvision) Involvements(ctx context.Context, p *object.Provision) ([]*object.Involvement, error) {
	return constant(r.c, p, "involvements", func() ([]*object.Involvement, error) { return r.ProvisionResolver.Involvements(ctx, p) })
}

func (r floorProvision) Citations(ctx context.Context, p *object.Provision) ([]*object.Citation, error) {
	return constant(r.c, p, "citations", func() ([]*object.Citation, error) { return r.ProvisionResolver.Citations(ctx, p) })
}

func (r floorProvision) Themes(ctx context.Context, p *object.Provision) ([]*object.Theme, error) {
	return constant(r.c, p, "themes", func() ([]*object.Theme, error) { return r.ProvisionResolver.Themes(ctx, p) })
}

func (r floorProvision) Reaffirms(ctx context.Context, p *object.Provision, f *graph.ReaffirmationFilter, o *object.Order, first *int, after *string, last *int, before *string) (*object.ReaffirmationConnection, error) {
	return constant(r.c, p, "reaffirms", func() (*object.ReaffirmationConnection, error) {
		return r.ProvisionResolver.Reaffirms(ctx, p, f, o, first, after, last, before)
	})
}

func (r floorProvision) Lineage(ctx context.Context, p *object.Provision, d graph.Direction, depth int, relations []graph.Relation) (*object.Lineage, error) {
	return constant(r.c, p, "lineage", func() (*object.Lineage, error) {
		return r.ProvisionResolver.Lineage(ctx, p, d, depth, relations)
	})
}

func (r floorInvolvement) Body(ctx context.Context, i *object.Involvement) (*object.Body, error) {
	return constant(r.c, i, "body", func() (*object.Body, error) { return r.InvolvementResolver.Body(ctx, i) })
}

func (r floorReaffirmation) Earlier(ctx context.Context, l *object.Reaffirmation) (*object.Provision, error) {
	return constant(r.c, l, "earlier", func() (*object.Provision, error) { return r.ReaffirmationResolver.Earlier(ctx, l) })
}

func (r floorReaffirmation) Later(ctx context.Context, l *object.Reaffirmation) (*object.Provision, error) {
	return constant(r.c, l, "later", func() (*object.Provision, error) { return r.ReaffirmationResolver.Later(ctx, l) })
}

func (r floorDocument) Sections(ctx context.Context, d *object.Document, outermost bool) ([]*object.Section, error) {
	return constant(r.c, d, "sections", func() ([]*object.Section, error) { return r.DocumentResolver.Sections(ctx, d, outermost) })
}

func (r floorDocument) Provisions(ctx context.Context, d *object.Document, f *graph.ProvisionFilter, o *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return constant(r.c, d, "provisions", func() (*object.ProvisionConnection, error) {
		return r.DocumentResolver.Provisions(ctx, d, f, o, first, after, last, before)
	})
}

func (r floorSection) Document(ctx context.Context, s *object.Section) (*object.Document, error) {
	return constant(r.c, s, "document", func() (*object.Document, error) { return r.SectionResolver.Document(ctx, s) })
}

func (r floorSection) Provisions(ctx context.Context, s *object.Section, f *graph.ProvisionFilter, o *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return constant(r.c, s, "provisions", func() (*object.ProvisionConnection, error) {
		return r.SectionResolver.Provisions(ctx, s, f, o, first, after, last, before)
	})
}

func (r floorBody) MemberOf(ctx context.Context, b *object.Body) (*object.Body, error) {
	return constant(r.c, b, "memberOf", func() (*object.Body, error) { return r.BodyResolver.MemberOf(ctx, b) })
}

func (r floorBody) Provisions(ctx context.Context, b *object.Body, f *graph.ProvisionFilter, o *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return constant(r.c, b, "provisions", func() (*object.ProvisionConnection, error) {
		return r.BodyResolver.Provisions(ctx, b, f, o, first, after, last, before)
	})
}

func (r floorTheme) Broader(ctx context.Context, t *object.Theme) (*object.Theme, error) {
	return constant(r.c, t, "broader", func() (*object.Theme, error) { return r.ThemeResolver.Broader(ctx, t) })
}

func (r floorCitation) Instrument(ctx context.Context, c *object.Citation) (*object.Instrument, error) {
	return constant(r.c, c, "instrument", func() (*object.Instrument, error) { return r.CitationResolver.Instrument(ctx, c) })
}

func (r floorMatrix) Cells(ctx context.Context, m *object.Responsibilities) ([]*object.ResponsibilityCell, error) {
	return constant(r.c, m, "cells", func() ([]*object.ResponsibilityCell, error) { return r.ResponsibilitiesResolver.Cells(ctx, m) })
}

func (r floorCell) Row(ctx context.Context, c *object.ResponsibilityCell) (object.Node, error) {
	return constant(r.c, c, "row", func() (object.Node, error) { return r.ResponsibilityCellResolver.Row(ctx, c) })
}

func (r floorCell) Column(ctx context.Context, c *object.ResponsibilityCell) (object.Node, error) {
	return constant(r.c, c, "column", func() (object.Node, error) { return r.ResponsibilityCellResolver.Column(ctx, c) })
}

func (r floorCell) Roles(ctx context.Context, c *object.ResponsibilityCell) ([]*object.ResponsibilityRole, error) {
	return constant(r.c, c, "roles", func() ([]*object.ResponsibilityRole, error) { return r.ResponsibilityCellResolver.Roles(ctx, c) })
}

package resolvers

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
	"reaffirm/resolvers/internal/object"
)

// responsibilities answers a field with a matrix for each sibling.
func responsibilities[T any](ctx context.Context, at cohort.Place[T], s scope[T, object.ResponsibilityFilter], filter *object.ResponsibilityFilter, rows, columns graph.Axis) (*object.Responsibilities, error) {
	if rows == columns {
		return nil, fmt.Errorf("%w: rows and columns are both %s; choose two different axes", graph.ErrInvalid, rows)
	}
	of, err := s.filters(filter)
	if err != nil {
		return nil, err
	}
	return cohort.Fetch(ctx, at, keyOf(ctx), func(c *cohort.Cohort[T]) ([]*object.Responsibilities, error) {
		matrices, err := tally(ctx, c, of, rows, columns)
		return object.AllResponsibilities(c.Reader, matrices), err
	})
}

// rootResponsibilities answers a field of the query itself with a matrix.
func rootResponsibilities(ctx context.Context, filter *object.ResponsibilityFilter, rows, columns graph.Axis) (*object.Responsibilities, error) {
	at, err := start(ctx)
	if err != nil {
		return nil, err
	}
	return responsibilities(ctx, at, scope[struct{}, object.ResponsibilityFilter]{}, filter, rows, columns)
}

// tally counts a matrix for each value of a cohort.
func tally[T any](ctx context.Context, c *cohort.Cohort[T], of func(T) object.ResponsibilityFilter, rows, columns graph.Axis) ([]*object.Matrix, error) {
	filters := make([]object.ResponsibilityFilter, len(c.Values))
	queries := make([]graph.TallyQuery, len(c.Values))
	for i, v := range c.Values {
		filters[i] = of(v)
		queries[i] = graph.TallyQuery{Filter: filters[i].Involvements(), Rows: rows, Columns: columns}
	}
	answers, err := c.Reader.Tally(ctx, queries)
	if err != nil {
		return nil, err
	}
	var shown map[string]bool
	if rows == graph.ThemeAxis || columns == graph.ThemeAxis {
		// All siblings share what the client gave as themes.
		if shown, err = themesBelow(ctx, c.Reader, filters[0].Themes); err != nil {
			return nil, err
		}
	}
	matrices := make([]*object.Matrix, len(answers))
	for i, cells := range answers {
		matrices[i] = object.NewMatrix(filters[i], rows, columns, withThemes(cells, rows, columns, shown))
	}
	return matrices, nil
}

// themesBelow is the set of the themes with these ids and all below them; nil where there are no ids.
func themesBelow(ctx context.Context, r graph.Reader, ids []string) (map[string]bool, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	answers, err := r.Themes(ctx, make([]graph.Query[graph.ThemeFilter], 1))
	if err != nil {
		return nil, err
	}
	set := map[string]bool{}
	for _, t := range answers[0].Items { // a theme comes before those below it
		if slices.Contains(ids, t.ID) || set[t.Broader] {
			set[t.ID] = true
		}
	}
	return set, nil
}

// withThemes leaves out the cells of other themes than those to be shown: a provision may be about
// those too, but no filter selects provisions by two themes at once, so such a cell could not lead to
// its provisions. Where shown is nil all are.
func withThemes(cells []graph.Cell, rows, columns graph.Axis, shown map[string]bool) []graph.Cell {
	if shown == nil {
		return cells
	}
	var kept []graph.Cell
	for _, c := range cells {
		if rows == graph.ThemeAxis && shown[c.Row] || columns == graph.ThemeAxis && shown[c.Column] {
			kept = append(kept, c)
		}
	}
	return kept
}

type responsibilitiesResolver struct{}

func (responsibilitiesResolver) Rows(ctx context.Context, m *object.Responsibilities) ([]object.Node, error) {
	return nodes(ctx, m.Place, func(m *object.Matrix) []string { return m.Rows })
}

func (responsibilitiesResolver) Columns(ctx context.Context, m *object.Responsibilities) ([]object.Node, error) {
	found, err := nodes(ctx, m.Place, func(m *object.Matrix) []string { return m.Columns })
	return slices.SortedFunc(slices.Values(found), func(a, b object.Node) int { return cmp.Compare(object.Rank(a), object.Rank(b)) }), err
}

func (responsibilitiesResolver) Cells(ctx context.Context, m *object.Responsibilities) ([]*object.ResponsibilityCell, error) {
	return unfold(ctx, m.Place, named("cells"), func(m *object.Matrix) []*object.MatrixCell { return m.Cells }, object.ResponsibilityCells)
}

type responsibilityCellResolver struct{}

func (responsibilityCellResolver) Row(ctx context.Context, c *object.ResponsibilityCell) (object.Node, error) {
	return node(ctx, c.Place, func(c *object.MatrixCell) string { return c.Row })
}

func (responsibilityCellResolver) Column(ctx context.Context, c *object.ResponsibilityCell) (object.Node, error) {
	return node(ctx, c.Place, func(c *object.MatrixCell) string { return c.Column })
}

func (responsibilityCellResolver) Roles(ctx context.Context, c *object.ResponsibilityCell) ([]*object.ResponsibilityRole, error) {
	return unfold(ctx, c.Place, named("roles"), func(c *object.MatrixCell) []object.MatrixRole { return c.Roles }, object.ResponsibilityRoles)
}

func (responsibilityCellResolver) Provisions(ctx context.Context, c *object.ResponsibilityCell, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return selected(ctx, c.Place, (*object.MatrixCell).Provisions, orderBy, pageArgs{first, after, last, before})
}

type responsibilityRoleResolver struct{}

func (responsibilityRoleResolver) Provisions(ctx context.Context, r *object.ResponsibilityRole, orderBy *object.Order, first *int, after *string, last *int, before *string) (*object.ProvisionConnection, error) {
	return selected(ctx, r.Place, object.MatrixRole.Provisions, orderBy, pageArgs{first, after, last, before})
}

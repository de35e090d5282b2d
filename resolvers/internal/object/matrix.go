package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A ResponsibilityFilter is the input that says what a matrix counts: what can be said of
// involvements and of their provisions alike, so that each count leads to its provisions.
type ResponsibilityFilter struct {
	Bodies    []string
	Roles     []graph.Role
	Documents []string
	Themes    []string
}

// Involvements selects the involvements to count.
func (f ResponsibilityFilter) Involvements() graph.InvolvementFilter {
	return graph.InvolvementFilter{Bodies: f.Bodies, Roles: f.Roles, Documents: f.Documents, Themes: f.Themes}
}

// Provisions selects their provisions.
func (f ResponsibilityFilter) Provisions() graph.ProvisionFilter {
	return graph.ProvisionFilter{Bodies: f.Bodies, Roles: f.Roles, Documents: f.Documents, Themes: f.Themes}
}

// A Matrix is what a tally counts, laid out.
type Matrix struct {
	Filter        ResponsibilityFilter
	RowAxis       graph.Axis
	ColumnAxis    graph.Axis
	Rows, Columns []string // ids; the columns in no order
	Cells         []*MatrixCell
}

// A MatrixCell is what one row and column hold.
type MatrixCell struct {
	Matrix      *Matrix
	Row, Column string
	Roles       []MatrixRole
}

// A MatrixRole is one role in a cell.
type MatrixRole struct {
	Cell  *MatrixCell
	Role  graph.Role
	Count int
}

// NewMatrix lays out the cells of a tally, which are in order of row and column.
func NewMatrix(filter ResponsibilityFilter, rows, columns graph.Axis, cells []graph.Cell) *Matrix {
	m := &Matrix{Filter: filter, RowAxis: rows, ColumnAxis: columns}
	column := map[string]bool{}
	var at *MatrixCell
	for _, c := range cells {
		if n := len(m.Rows); n == 0 || m.Rows[n-1] != c.Row {
			m.Rows = append(m.Rows, c.Row)
			at = nil
		}
		if !column[c.Column] {
			column[c.Column] = true
			m.Columns = append(m.Columns, c.Column)
		}
		if at == nil || at.Column != c.Column {
			at = &MatrixCell{Matrix: m, Row: c.Row, Column: c.Column}
			m.Cells = append(m.Cells, at)
		}
		at.Roles = append(at.Roles, MatrixRole{Cell: at, Role: c.Role, Count: c.Count})
	}
	return m
}

// Provisions selects the provisions that the cell counts.
func (c *MatrixCell) Provisions() graph.ProvisionFilter {
	f := c.Matrix.Filter.Provisions()
	f.Roles = nil
	for _, r := range c.Roles { // a provision with no involvement has none of them
		f.Roles = append(f.Roles, r.Role)
	}
	fix(&f, c.Matrix.RowAxis, c.Row)
	fix(&f, c.Matrix.ColumnAxis, c.Column)
	return f
}

// Provisions selects the provisions in which the role is played.
func (r MatrixRole) Provisions() graph.ProvisionFilter {
	f := r.Cell.Provisions()
	f.Roles = []graph.Role{r.Role}
	return f
}

func fix(f *graph.ProvisionFilter, a graph.Axis, id string) {
	switch a {
	case graph.BodyAxis:
		f.Bodies = []string{id}
	case graph.ThemeAxis:
		f.Themes = []string{id}
	case graph.DocumentAxis:
		f.Documents = []string{id}
	}
}

// Responsibilities of the schema.
type Responsibilities struct {
	*Matrix
	cohort.Place[*Matrix]
}

// AllResponsibilities makes siblings.
func AllResponsibilities(r graph.Reader, values []*Matrix) []*Responsibilities {
	return cohort.Members(r, values, func(v *Matrix, at cohort.Place[*Matrix]) Responsibilities {
		return Responsibilities{v, at}
	})
}

// A ResponsibilityCell of the schema.
type ResponsibilityCell struct{ cohort.Place[*MatrixCell] }

// ResponsibilityCells makes siblings.
func ResponsibilityCells(r graph.Reader, values []*MatrixCell) []*ResponsibilityCell {
	return cohort.Members(r, values, func(_ *MatrixCell, at cohort.Place[*MatrixCell]) ResponsibilityCell {
		return ResponsibilityCell{at}
	})
}

// A ResponsibilityRole of the schema.
type ResponsibilityRole struct {
	Role  graph.Role
	Count int
	cohort.Place[MatrixRole]
}

// ResponsibilityRoles makes siblings.
func ResponsibilityRoles(r graph.Reader, values []MatrixRole) []*ResponsibilityRole {
	return cohort.Members(r, values, func(v MatrixRole, at cohort.Place[MatrixRole]) ResponsibilityRole {
		return ResponsibilityRole{v.Role, v.Count, at}
	})
}

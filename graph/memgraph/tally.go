package memgraph

import (
	"cmp"
	"context"
	"slices"

	"reaffirm/graph"
)

// Tally implements graph.Reader.
func (m *Graph) Tally(ctx context.Context, qs []graph.TallyQuery) ([][]graph.Cell, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i := range qs {
		if err := qs[i].Check(); err != nil {
			return nil, err
		}
	}
	list := make([][]graph.Cell, len(qs))
	for i := range qs {
		var w where[graph.Involvement]
		if err := m.filterInvolvements(&qs[i].Filter, &w); err != nil {
			return nil, err
		}
		list[i] = m.tally(w.rows(&m.involvements.table), &qs[i])
	}
	return list, nil
}

// A cell is the place of a graph.Cell: ranks, and the role by its place in graph.Roles.
type cell struct{ row, column, role int32 }

func (a cell) compare(b cell) int {
	return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.column, b.column), cmp.Compare(a.role, b.role))
}

// tally counts the provisions of the involvements in s. These stand together by provision, so that a
// cell need only remember which provision it counted last.
func (m *Graph) tally(s set, q *graph.TallyQuery) []graph.Cell {
	v := &m.involvements
	rows, columns := m.axis(q.Rows), m.axis(q.Columns)
	type count struct{ provisions, last int32 }
	counts := map[cell]*count{}
	for _, rank := range s.ranks() {
		provision := v.of[rank]
		role := v.roleOf[rank]
		for _, row := range rows(rank) {
			for _, column := range columns(rank) {
				at := cell{row, column, role}
				c := counts[at]
				if c == nil {
					c = &count{last: -1}
					counts[at] = c
				}
				if c.last != provision {
					c.provisions, c.last = c.provisions+1, provision
				}
			}
		}
	}
	cells := make([]cell, 0, len(counts))
	for at := range counts {
		cells = append(cells, at)
	}
	slices.SortFunc(cells, cell.compare)
	roles := graph.Roles()
	list := make([]graph.Cell, len(cells))
	for i, at := range cells {
		list[i] = graph.Cell{Row: m.axisID(q.Rows, at.row), Column: m.axisID(q.Columns, at.column), Role: roles[at.role], Count: int(counts[at].provisions)}
	}
	return list
}

// axis says in which rows (or columns) along a an involvement counts, by ranks.
func (m *Graph) axis(a graph.Axis) func(involvement int32) []int32 {
	v := &m.involvements
	switch a {
	case graph.BodyAxis:
		return func(rank int32) []int32 { return v.bodyOf[rank : rank+1] }
	case graph.DocumentAxis:
		return func(rank int32) []int32 { return m.provisions.documentOf[v.of[rank]:][:1] }
	}
	return func(rank int32) []int32 { return m.abouts.themes[v.of[rank]] }
}

func (m *Graph) axisID(a graph.Axis, rank int32) string {
	switch a {
	case graph.BodyAxis:
		return m.bodies.items[rank].ID
	case graph.DocumentAxis:
		return m.documents.items[rank].ID
	}
	return m.themes.items[rank].ID
}

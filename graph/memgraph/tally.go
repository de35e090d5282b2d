package memgraph

import (
	"context"

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

// A tallied counts the provisions of one cell.
type tallied struct{ provisions, last int32 }

// tally counts the provisions of the involvements in s. These stand together by provision, so that a
// cell need only remember which provision it counted last.
func (m *Graph) tally(s set, q *graph.TallyQuery) []graph.Cell {
	v, roles := &m.involvements, graph.Roles()
	rows, columns := m.axisIDs(q.Rows), m.axisIDs(q.Columns)
	rowsOf, columnsOf := m.axis(q.Rows), m.axis(q.Columns)
	table := make([][]tallied, len(rows)) // by row; within it by column, then role
	cells := 0
	for _, rank := range s.ranks() {
		provision := v.of[rank] + 1 // so that 0 is none
		for _, row := range rowsOf(rank) {
			if table[row] == nil {
				table[row] = make([]tallied, len(columns)*len(roles))
			}
			for _, column := range columnsOf(rank) {
				c := &table[row][int(column)*len(roles)+int(v.roleOf[rank])]
				if c.provisions == 0 {
					cells++
				}
				if c.last != provision {
					c.provisions, c.last = c.provisions+1, provision
				}
			}
		}
	}
	list := make([]graph.Cell, 0, cells)
	for row, line := range table {
		for at, c := range line {
			if c.provisions > 0 {
				list = append(list, graph.Cell{Row: rows[row], Column: columns[at/len(roles)], Role: roles[at%len(roles)], Count: int(c.provisions)})
			}
		}
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

// axisIDs lists the ids along a, by rank.
func (m *Graph) axisIDs(a graph.Axis) []string {
	switch a {
	case graph.BodyAxis:
		return m.bodies.ids
	case graph.DocumentAxis:
		return m.documents.ids
	}
	return m.themes.ids
}

package neograph

import (
	"cmp"
	"context"
	"slices"

	"reaffirm/graph"
)

// Tally counts, for each query, provisions by two axes and role.
func (r *Reader) Tally(ctx context.Context, qs []graph.TallyQuery) ([][]graph.Cell, error) {
	if len(qs) == 0 {
		return nil, nil
	}
	for i := range qs {
		if err := qs[i].Check(); err != nil {
			return nil, err
		}
	}
	return answerAll(ctx, r, "tally", qs, func(cells []graph.Cell) int { return len(cells) * countSize }, askTally)
}

func askTally(ctx context.Context, r *Reader, qs []graph.TallyQuery) ([][]graph.Cell, error) {
	queries := make([]any, len(qs))
	for i := range qs {
		q := involvementQuery(qs[i].Filter)
		start(q, "all", []string{r.version})
		q["rows"], q["columns"] = string(qs[i].Rows), string(qs[i].Columns)
		queries[i] = map[string]any(q)
	}
	answers, err := r.askBatch(ctx, "tally", queries, map[string]any{})
	if err != nil {
		return nil, err
	}
	cells := make([][]graph.Cell, len(qs))
	for i, answer := range answers {
		cells[i] = cellsOf(answer.column(1))
	}
	return cells, nil
}

// cellsOf sorts [row, column, role, provisions, rank of the row, rank of the column], ….
func cellsOf(rows column) []graph.Cell {
	slices.SortFunc(rows, func(a, b any) int {
		x, y := asColumn(a), asColumn(b)
		return cmp.Or(x.number(4)-y.number(4), x.number(5)-y.number(5),
			slices.Index(graph.Roles(), graph.Role(x.text(2)))-slices.Index(graph.Roles(), graph.Role(y.text(2))))
	})
	var cells []graph.Cell
	for _, row := range rows {
		c := asColumn(row)
		cells = append(cells, graph.Cell{Row: c.text(0), Column: c.text(1), Role: graph.Role(c.text(2)), Count: c.number(3)})
	}
	return cells
}

package neograph

import (
	"context"
	"fmt"

	"reaffirm/graph"
)

// Edges returns, for each id, the relations that start or end there.
func (r *Reader) Edges(ctx context.Context, ids []string, kinds []graph.EdgeKind, limit int) ([][]graph.Edge, error) {
	if limit < 0 {
		return nil, fmt.Errorf("%w: a limit of %d edges; it must not be negative", graph.ErrInvalid, limit)
	}
	if len(ids) == 0 {
		return nil, nil
	}
	if len(kinds) == 0 {
		kinds = graph.EdgeKinds()
	}
	found, err := r.edgesAt(ctx, distinct(ids), texts(kinds), limit)
	if err != nil {
		return nil, err
	}
	edges := make([][]graph.Edge, len(ids))
	for i, id := range ids {
		edges[i] = found[id]
	}
	return edges, nil
}

// edgesAt lists the relations at each of some nodes.
func (r *Reader) edgesAt(ctx context.Context, ids, kinds []string, limit int) (map[string][]graph.Edge, error) {
	what := fmt.Sprint("edges ", limit, kinds)
	found, wanted := keptAll[[]graph.Edge](r.store.kept, r.version, what, ids)
	if len(wanted) == 0 {
		return found, ctx.Err()
	}
	answer, err := r.ask(ctx, "edges", map[string]any{
		"ids": wanted, "kinds": kinds, "order": texts(graph.EdgeKinds()), "limit": int64(limit),
	})
	if err != nil {
		return nil, err
	}
	for _, v := range asColumn(answer) {
		node := asColumn(v)
		found[node.text(0)] = edgesOf(node.column(1))
	}
	for _, id := range wanted {
		r.store.kept.keep(keptKey(r.version, what, id), found[id], len(found[id])*edgeSize)
	}
	return found, nil
}

// edgesOf reads [kind, from, to, label, confidence], ….
func edgesOf(rows column) []graph.Edge {
	if len(rows) == 0 {
		return nil
	}
	edges := make([]graph.Edge, len(rows))
	for i, row := range rows {
		c := asColumn(row)
		edges[i] = graph.Edge{Kind: graph.EdgeKind(c.text(0)), From: c.text(1), To: c.text(2), Label: c.text(3), Confidence: c.float(4)}
	}
	return edges
}

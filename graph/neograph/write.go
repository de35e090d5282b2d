package neograph

import (
	"context"
	"fmt"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
)

// writers is how many transactions of a load are under way at once. The database works on each with one
// processor.
const writers = 4

// A writing is a version on its way into the database.
type writing struct {
	lease   *lease
	version string

	mu     sync.Mutex
	places map[string]map[string]string // of the nodes written: by label, then id, what the database calls them
	done   int
	total  int
}

// writeVersion writes g beside the versions that are there.
func (l *lease) writeVersion(ctx context.Context, g *graph.Graph, nodes, relationships []part) error {
	begin := map[string]any{"graph": g.Version, "properties": map[string]any(versionProperties(g.Summary()))}
	if _, err := l.run(ctx, "begin_version", begin); err != nil {
		return err
	}
	w := &writing{lease: l, version: g.Version, places: map[string]map[string]string{}, total: total(nodes) + total(relationships)}
	for _, p := range nodes {
		w.places[p.name] = make(map[string]string, p.count)
	}
	w.report(0)
	if err := w.write(ctx, nodes, w.writeNodes); err != nil {
		return err
	}
	return w.write(ctx, relationships, w.writeRelationships)
}

// write writes parts, several batches at once, by the statement that the given method runs.
func (w *writing) write(ctx context.Context, parts []part, one func(context.Context, neo4j.ManagedTransaction, write) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(writers)
	for b := range batches(parts, w.lease.store.config.Batch) {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			_, err := w.lease.transact(ctx, "batch", func(ctx context.Context, tx neo4j.ManagedTransaction) (any, error) {
				for _, s := range b.writes {
					if err := one(ctx, tx, s); err != nil {
						return nil, err
					}
				}
				return nil, nil
			})
			if err == nil {
				w.report(b.rows)
			}
			return err
		})
	}
	return group.Wait()
}

// report tells of further rows that are in the database.
func (w *writing) report(rows int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.done += rows
	w.lease.store.config.Progress(w.done, w.total)
}

// writeNodes writes nodes and keeps what the database calls them.
func (w *writing) writeNodes(ctx context.Context, tx neo4j.ManagedTransaction, s write) error {
	rows := make([]any, len(s.rows))
	for i, r := range s.rows {
		rows[i] = map[string]any(r.properties)
	}
	answer, err := runIn(ctx, tx, w.lease.store.loads["write_nodes"],
		map[string]any{"graph": w.version, "label": s.part.name, "rows": rows})
	if err != nil {
		return err
	}
	places := asColumn(answer)
	if err := s.wantAll(len(places)); err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, r := range s.rows {
		id, _ := r.properties["id"].(string)
		w.places[s.part.name][id] = places.text(i)
	}
	return nil
}

// writeRelationships writes relationships between nodes that are in the database.
func (w *writing) writeRelationships(ctx context.Context, tx neo4j.ManagedTransaction, s write) error {
	rows := make([]any, len(s.rows))
	for i, r := range s.rows {
		from, to := w.place(s.part.ends[0], r.from), w.place(s.part.ends[1], r.to)
		rows[i] = []any{from, to, map[string]any(r.properties)}
	}
	n, err := runIn(ctx, tx, w.lease.store.loads["write_relationships"], map[string]any{"type": s.part.name, "rows": rows})
	if err != nil {
		return err
	}
	written, _ := n.(int64)
	return s.wantAll(int(written))
}

// place is what the database calls the node with an id and one of the labels, or "". No node is
// written any more.
func (w *writing) place(labels []string, id string) string {
	for _, label := range labels {
		if place, ok := w.places[label][id]; ok {
			return place
		}
	}
	return ""
}

// wantAll is an error unless all rows were written.
func (s write) wantAll(written int) error {
	if written == len(s.rows) {
		return nil
	}
	return fmt.Errorf("%w: of %d %s only %d were written", graph.ErrUnavailable, len(s.rows), s.part.name, written)
}

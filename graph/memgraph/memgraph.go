// Package memgraph is the embedded store: a graph held in memory, indexed once and never changed.
//
// A graph of n provisions is a handful of tables, one for each type of node or relation, whose rows
// are known by their rank. For each property that a filter can name, an index lists the rows that have
// it; a query is answered by cutting such lists with each other. The lists that a page of siblings asks
// for one by one (the commitments of a provision, its links, …) are laid out beforehand, so that
// such an answer is a window on memory that is there already.
package memgraph

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
)

// A Graph answers questions about one graph. It is safe for concurrent use.
type Graph struct {
	graph   *graph.Graph
	summary *graph.Summary
	nodes   map[string]graph.Node

	searched []graph.Node       // in the order that ties of a search are in
	names    map[string][]int32 // of searched nodes, folded, to their places among them
	texts    *texts

	documents      documents
	sections       sections
	provisions     provisions
	commitments    commitments
	bodies         bodies
	instruments    instruments
	themes         themes
	involvements   involvements
	citations      citations
	abouts         abouts
	reaffirmations reaffirmations
	repetitions    repetitions
	threads        threads
	edges          edges
}

var _ graph.Reader = (*Graph)(nil)

// New indexes g, which must have been sealed (ErrInvalid) and must not be changed afterwards.
func New(g *graph.Graph) (*Graph, error) {
	if g == nil || g.Version == "" {
		return nil, fmt.Errorf("%w: the graph has not been sealed", graph.ErrInvalid)
	}
	m := &Graph{graph: g, summary: g.Summary(), searched: searchOrder(g)}
	var group errgroup.Group
	group.Go(func() (err error) {
		m.texts, err = newTexts(m.searched)
		return err
	})
	m.indexNodes()
	m.names = indexNames(m.searched)
	m.indexTables()
	if err := group.Wait(); err != nil {
		return nil, fmt.Errorf("full-text index: %w", err)
	}
	return m, nil
}

// Version implements graph.Reader.
func (m *Graph) Version() string { return m.graph.Version }

// Summary implements graph.Reader.
func (m *Graph) Summary(ctx context.Context) (*graph.Summary, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return m.summary, nil
}

// Nodes implements graph.Reader.
func (m *Graph) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	list := make([]graph.Node, len(ids))
	for i, id := range ids {
		list[i] = m.nodes[id]
	}
	return list, nil
}

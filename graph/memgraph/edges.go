package memgraph

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"

	"reaffirm/graph"
)

// edges lists all edges in order, and those of each node. It is made when it is first asked for.
type edges struct {
	once   sync.Once
	ids    []string // of all nodes, ascending
	labels []string // ascending
	all    []edge
	number places  // of the ids
	of     []int32 // of each node by number, the places of its edges in all, ascending
	bounds []int32 // those of node i are of[bounds[i]:bounds[i+1]]
}

// An edge is a graph.Edge by the places of its parts.
type edge struct {
	from, to    int32
	kind, label int16
	confidence  float64
}

// Edges implements graph.Reader.
func (m *Graph) Edges(ctx context.Context, ids []string, kinds []graph.EdgeKind, limit int) ([][]graph.Edge, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if limit < 0 {
		return nil, fmt.Errorf("%w: the limit of edges is %d; it must not be negative", graph.ErrInvalid, limit)
	}
	m.edges.once.Do(func() { m.edges.index(m.graph, m.nodes) })
	all := graph.EdgeKinds()
	lists := make([][]graph.Edge, len(ids))
	for i, id := range ids {
		for _, at := range m.edges.at(id) {
			if len(lists[i]) == limit {
				break
			}
			e := m.edges.all[at]
			if kind := all[e.kind]; len(kinds) == 0 || slices.Contains(kinds, kind) {
				lists[i] = append(lists[i], graph.Edge{Kind: kind, From: m.edges.ids[e.from], To: m.edges.ids[e.to],
					Label: m.edges.labels[e.label], Confidence: e.confidence})
			}
		}
	}
	return lists, nil
}

func (e *edges) index(g *graph.Graph, nodes map[string]graph.Node) {
	e.ids = slices.Sorted(maps.Keys(nodes))
	e.number = newPlaces(e.ids)
	e.labels = slices.Concat([]string{""}, words(graph.Roles()), words(graph.Stances()), words(graph.Relations()))
	slices.Sort(e.labels)
	e.labels = slices.Compact(e.labels)
	e.collect(g)
	// Of edges that differ only in confidence the highest comes first and is kept.
	slices.SortFunc(e.all, func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to),
			cmp.Compare(a.label, b.label), cmp.Compare(b.confidence, a.confidence))
	})
	e.all = slices.CompactFunc(e.all, func(a, b edge) bool {
		return a.kind == b.kind && a.from == b.from && a.to == b.to && a.label == b.label
	})
	e.join()
}

// join lists the edges of each node.
func (e *edges) join() {
	e.bounds = make([]int32, len(e.ids)+1)
	eachEnd := func(f func(node, at int32)) {
		for at, x := range e.all {
			f(x.from, int32(at))
			if x.to != x.from {
				f(x.to, int32(at))
			}
		}
	}
	eachEnd(func(node, _ int32) { e.bounds[node+1]++ })
	for i := range e.ids {
		e.bounds[i+1] += e.bounds[i]
	}
	e.of = make([]int32, e.bounds[len(e.ids)])
	next := slices.Clone(e.bounds)
	eachEnd(func(node, at int32) {
		e.of[next[node]] = at
		next[node]++
	})
}

// at lists the places of a node's edges.
func (e *edges) at(id string) []int32 {
	node, ok := e.number[id]
	if !ok {
		return nil
	}
	return e.of[e.bounds[node]:e.bounds[node+1]]
}

func words[T ~string](list []T) []string {
	s := make([]string, len(list))
	for i, x := range list {
		s[i] = string(x)
	}
	return s
}

// collect lists every relation, in no order.
func (e *edges) collect(g *graph.Graph) {
	c := collector{id: e.number, kind: newPlaces(words(graph.EdgeKinds())), label: newPlaces(e.labels)}
	for i := range g.Sections {
		c.add(graph.ContainsEdge, cmp.Or(g.Sections[i].Parent, g.Sections[i].Document), g.Sections[i].ID, "", 1)
	}
	for i := range g.Provisions {
		p := &g.Provisions[i]
		c.add(graph.ContainsEdge, cmp.Or(p.Parent, p.Section, p.Document), p.ID, "", 1)
	}
	for i := range g.Commitments {
		c.add(graph.MakesEdge, g.Commitments[i].Provision, g.Commitments[i].ID, "", 1)
	}
	for i := range g.Involvements {
		v := &g.Involvements[i]
		c.add(graph.InvolvesEdge, v.Provision, v.Body, string(v.Role), v.Evidence.Confidence)
	}
	for i := range g.Citations {
		t := &g.Citations[i]
		c.add(graph.CitesEdge, t.Provision, t.Instrument, string(t.Stance), t.Evidence.Confidence)
	}
	for i := range g.Reaffirmations {
		r := &g.Reaffirmations[i]
		c.add(graph.ReaffirmsEdge, r.Later, r.Earlier, string(r.Relation), r.Evidence.Confidence)
	}
	for i := range g.Abouts {
		a := &g.Abouts[i]
		c.add(graph.AboutEdge, a.Provision, a.Theme, "", a.Evidence.Confidence)
	}
	for i := range g.Bodies {
		c.add(graph.MemberOfEdge, g.Bodies[i].ID, g.Bodies[i].MemberOf, "", 1)
	}
	for i := range g.Instruments {
		c.add(graph.BroaderEdge, g.Instruments[i].ID, g.Instruments[i].Broader, "", 1)
	}
	for i := range g.Themes {
		c.add(graph.BroaderEdge, g.Themes[i].ID, g.Themes[i].Broader, "", 1)
	}
	e.all = c.list
}

// A collector collects edges, by the numbers of their parts.
type collector struct {
	id, kind, label places
	list            []edge
}

func (c *collector) add(kind graph.EdgeKind, from, to, label string, confidence float64) {
	if from == "" || to == "" {
		return
	}
	c.list = append(c.list, edge{from: c.id[from], to: c.id[to], kind: int16(c.kind[string(kind)]), label: int16(c.label[label]), confidence: confidence})
}

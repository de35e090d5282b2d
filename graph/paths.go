package graph

import (
	"context"
	"fmt"
	"slices"
)

const (
	// MaxPathLength bounds PathQuery.MaxLength.
	MaxPathLength = 6
	// MaxPaths bounds PathQuery.First.
	MaxPaths = 50
	// edgesPerStep bounds how many edges of one node a search follows: beyond it a node is a hub
	// through which everything is near everything.
	edgesPerStep = 300
	// nodesPerSearch bounds how many nodes one search visits.
	nodesPerSearch = 20000
)

// A PathQuery asks for the shortest paths between two nodes.
type PathQuery struct {
	From      string
	To        string
	MaxLength int        // edges, 1 to MaxPathLength
	Kinds     []EdgeKind // edges to follow, either way; all where empty
	First     int        // 1 to MaxPaths
}

// A Path is a chain of edges; edge i joins node i and node i+1, in either direction.
type Path struct {
	Nodes []Node
	Edges []Edge
}

// Paths lists shortest paths from one node to another, all of one length, in order of the ids along
// them; none where there is no path within MaxLength or a node does not exist. Complete is false
// where a node had more than 300 edges or more than 20,000 nodes were visited, so that a path may
// have been missed.
func Paths(ctx context.Context, r Reader, q PathQuery) (paths []Path, complete bool, err error) {
	switch {
	case q.MaxLength < 1 || q.MaxLength > MaxPathLength:
		return nil, false, fmt.Errorf("%w: a path's length is from 1 to %d, not %d", ErrInvalid, MaxPathLength, q.MaxLength)
	case q.First < 1 || q.First > MaxPaths:
		return nil, false, fmt.Errorf("%w: paths come 1 to %d at a time, not %d", ErrInvalid, MaxPaths, q.First)
	}
	ends, err := r.Nodes(ctx, []string{q.From, q.To})
	if err != nil {
		return nil, false, err
	}
	if ends[0] == nil || ends[1] == nil {
		return nil, true, nil
	}
	if q.From == q.To {
		return []Path{{Nodes: ends[:1]}}, true, nil
	}
	s := &pathSearch{query: q, before: map[string][]Edge{}, level: map[string]int{q.From: 0}, complete: true}
	if err := s.run(ctx, r); err != nil {
		return nil, false, err
	}
	paths, err = s.collect(ctx, r)
	return paths, s.complete, err
}

// pathSearch walks breadth first and remembers, for each node, the edges by which it was first reached.
type pathSearch struct {
	query    PathQuery
	before   map[string][]Edge
	level    map[string]int
	complete bool
}

func (s *pathSearch) run(ctx context.Context, r Reader) error {
	frontier := []string{s.query.From}
	for step := 1; step <= s.query.MaxLength && len(frontier) > 0; step++ {
		answers, err := r.Edges(ctx, frontier, s.query.Kinds, edgesPerStep+1)
		if err != nil {
			return err
		}
		var next []string
		for i, edges := range answers {
			if len(edges) > edgesPerStep {
				s.complete = false
				edges = edges[:edgesPerStep]
			}
			for _, e := range edges {
				other := e.To
				if other == frontier[i] {
					other = e.From
				}
				at, seen := s.level[other]
				if seen && at < step {
					continue
				}
				if !seen {
					s.level[other] = step
					next = append(next, other)
				}
				s.before[other] = append(s.before[other], e)
			}
		}
		if _, found := s.level[s.query.To]; found {
			return nil
		}
		if len(s.level) > nodesPerSearch {
			s.complete = false
			return nil
		}
		slices.Sort(next)
		frontier = next
	}
	return nil
}

// collect spells out the paths that end at the target.
func (s *pathSearch) collect(ctx context.Context, r Reader) ([]Path, error) {
	if _, found := s.level[s.query.To]; !found {
		return nil, nil
	}
	chains := s.chains(s.query.To)
	slices.SortStableFunc(chains, func(a, b chain) int { return slices.Compare(a.ids, b.ids) })
	chains = chains[:min(len(chains), s.query.First)]
	var ids []string
	for _, c := range chains {
		ids = append(ids, c.ids...)
	}
	nodes, err := r.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	paths := make([]Path, len(chains))
	for i, c := range chains {
		paths[i] = Path{Nodes: nodes[:len(c.ids):len(c.ids)], Edges: c.edges}
		nodes = nodes[len(c.ids):]
	}
	return paths, nil
}

// A chain is a path by ids.
type chain struct {
	ids   []string
	edges []Edge
}

// maxChains bounds how many paths are spelled out before the first are chosen.
const maxChains = 5000

func (s *pathSearch) chains(to string) []chain {
	if to == s.query.From {
		return []chain{{ids: []string{to}}}
	}
	var all []chain
	for _, e := range s.before[to] {
		from := e.From
		if from == to {
			from = e.To
		}
		for _, c := range s.chains(from) {
			if len(all) == maxChains {
				s.complete = false
				return all
			}
			all = append(all, chain{ids: append(slices.Clip(c.ids), to), edges: append(slices.Clip(c.edges), e)})
		}
	}
	return all
}

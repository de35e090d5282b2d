package memgraph

import (
	"cmp"
	"context"
	"slices"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// Search implements graph.Reader.
func (m *Graph) Search(ctx context.Context, q graph.SearchQuery) (*graph.SearchResult, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := q.Check(); err != nil {
		return nil, err
	}
	text, err := fulltext.Parse(q.Text)
	if err != nil {
		return nil, err
	}
	hits, err := m.hits(ctx, text)
	if err != nil {
		return nil, err
	}
	if hits, err = m.narrow(ctx, &q, hits); err != nil {
		return nil, err
	}
	result := &graph.SearchResult{Total: len(hits)}
	m.countHits(hits, result)
	slices.SortFunc(hits, func(a, b match) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.place, b.place))
	})
	from := min(q.Offset, len(hits))
	for _, h := range hits[from:min(from+min(q.First, len(hits)), len(hits))] {
		n := m.searched[h.place]
		result.Hits = append(result.Hits, graph.Hit{Node: n, Score: h.score, Highlights: text.Highlights(fulltext.Fields(n))})
	}
	return result, nil
}

// hits finds the nodes that text matches, and those that it names by their id. Those that it names are
// raised above all others.
func (m *Graph) hits(ctx context.Context, text fulltext.Query) ([]match, error) {
	hits, err := m.texts.search(ctx, text, m.texts.fields)
	if err != nil {
		return nil, err
	}
	best := 0.0
	for _, h := range hits {
		best = max(best, h.score)
	}
	named := map[int32]bool{}
	for _, place := range m.names[text.Name] {
		named[place] = true
	}
	for i, h := range hits {
		if named[h.place] {
			hits[i].score += best
			delete(named, h.place)
		}
	}
	for _, place := range m.names[text.Name] {
		if named[place] && fulltext.Fold(m.searched[place].NodeID()) == text.Name {
			hits = append(hits, match{place, best + 1})
		}
	}
	return hits, nil
}

// narrow leaves the hits that are of the types asked for and, where q has a filter, match it.
func (m *Graph) narrow(ctx context.Context, q *graph.SearchQuery, hits []match) ([]match, error) {
	if len(q.Types) > 0 {
		hits = slices.DeleteFunc(hits, func(h match) bool { return !slices.Contains(q.Types, m.typeOf(h.place)) })
	}
	if q.Filter.IsZero() {
		return hits, nil
	}
	var w where[graph.Provision]
	if err := m.filterProvisions(ctx, &q.Filter, &w); err != nil {
		return nil, err
	}
	in := w.rows(&m.provisions.table)
	return slices.DeleteFunc(hits, func(h match) bool {
		rank := int(h.place) - m.texts.first
		return rank < 0 || rank >= len(m.provisions.items) || !in.contains(int32(rank))
	}), nil
}

func (m *Graph) countHits(hits []match, result *graph.SearchResult) {
	types := map[graph.NodeType]int{}
	documents := make([]int, len(m.documents.items))
	for _, h := range hits {
		t := m.typeOf(h.place)
		types[t]++
		if t == graph.ProvisionNode {
			documents[m.provisions.documentOf[h.place-int32(m.texts.first)]]++
		}
	}
	for _, t := range graph.NodeTypes() {
		if types[t] > 0 {
			result.Types = append(result.Types, graph.Count{Value: string(t), Count: types[t]})
		}
	}
	for rank, n := range documents {
		if n > 0 {
			result.Documents = append(result.Documents, graph.Count{Value: m.documents.items[rank].ID, Count: n})
		}
	}
}

// typeOf is the type of the node at a place in search order.
func (m *Graph) typeOf(place int32) graph.NodeType { return m.searched[place].NodeType() }

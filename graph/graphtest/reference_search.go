package graphtest

import (
	"context"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// Search finds what a store must find, in order of node type, then Rank, with no scores.
func (r *reference) Search(_ context.Context, q graph.SearchQuery) (*graph.SearchResult, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	text, err := fulltext.Parse(q.Text)
	if err != nil {
		return nil, err
	}
	result := &graph.SearchResult{}
	types, documents := map[string]int{}, map[string]int{}
	for _, n := range allNodes(r.g) {
		fields := fulltext.Fields(n)
		if len(fields) == 0 && !searchable(n.NodeType()) || !in(q.Types, n.NodeType()) {
			continue
		}
		if !text.Matches(fields) && (!searchable(n.NodeType()) || fulltext.Fold(n.NodeID()) != text.Name) {
			continue
		}
		p, isProvision := n.(*graph.Provision)
		if !q.Filter.IsZero() && (!isProvision || !r.matchProvision(p, &q.Filter)) {
			continue
		}
		result.Hits = append(result.Hits, graph.Hit{Node: n, Highlights: text.Highlights(fields)})
		types[string(n.NodeType())]++
		if isProvision {
			documents[p.Document]++
		}
	}
	result.Total = len(result.Hits)
	from := min(q.Offset, result.Total)
	result.Hits = result.Hits[from:min(result.Total, from+q.First)]
	result.Types = listed(types, stringsOf(graph.NodeTypes()))
	result.Documents = listed(documents, idsOf(r.g.Documents))
	return result, nil
}

func searchable(t graph.NodeType) bool {
	return t != graph.CommitmentNode && t != graph.ReaffirmationNode
}

// listed lists the counts of values, in their order, those of none left out.
func listed(counts map[string]int, values []string) []graph.Count {
	var list []graph.Count
	for _, v := range values {
		if counts[v] > 0 {
			list = append(list, graph.Count{Value: v, Count: counts[v]})
		}
	}
	return list
}

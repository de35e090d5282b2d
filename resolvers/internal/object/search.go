package object

import "reaffirm/graph"

// A SearchConnection of the schema. Hits have no place but their offset: it is the Rank of their keys.
type SearchConnection struct {
	Edges      []*SearchEdge
	Nodes      []Node
	PageInfo   *PageInfo
	TotalCount int
	Types      []*NodeTypeCount
	Documents  []*NodeCount
}

// A SearchEdge of the schema.
type SearchEdge struct {
	Node  Node
	hit   *graph.Hit
	page  *PageInfo
	index int
}

// Cursor is the hit's place.
func (e *SearchEdge) Cursor() string { return e.page.list.Cursor(e.page.keys[e.index]) }

// Score is how well it fits.
func (e *SearchEdge) Score() float64 { return e.hit.Score }

// Highlights are the words found.
func (e *SearchEdge) Highlights() []graph.Highlight { return e.hit.Highlights }

// NewSearchConnection makes a page of hits, the first of which has the given offset.
func NewSearchConnection(r graph.Reader, list List, result *graph.SearchResult, offset int) *SearchConnection {
	values := make([]graph.Node, len(result.Hits))
	page := &PageInfo{
		HasPreviousPage: offset > 0,
		HasNextPage:     offset+len(result.Hits) < result.Total,
		list:            list,
		keys:            make([]graph.Key, len(result.Hits)),
	}
	for i := range result.Hits {
		values[i] = result.Hits[i].Node
		page.keys[i] = graph.Key{Rank: offset + i}
	}
	nodes := Nodes(r, values)
	edges := make([]*SearchEdge, len(nodes))
	for i, n := range nodes {
		edges[i] = &SearchEdge{Node: n, hit: &result.Hits[i], page: page, index: i}
	}
	return &SearchConnection{
		Edges: edges, Nodes: nodes, PageInfo: page, TotalCount: result.Total,
		Types: Values[graph.NodeType](result.Types), Documents: NodeCounts(r, result.Documents),
	}
}

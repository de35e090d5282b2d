package object

import "reaffirm/graph"

// A PathResult of the schema.
type PathResult struct {
	Paths    []Path
	Length   *int
	Complete bool
}

// A Path of the schema.
type Path struct {
	Nodes []Node
	Edges []PathEdge
}

// A PathEdge of the schema.
type PathEdge struct {
	From, To Node
	edge     *graph.Edge
}

// Kind is the relation.
func (e PathEdge) Kind() graph.EdgeKind { return e.edge.Kind }

// Label is nil where the relation carries none.
func (e PathEdge) Label() *string { return optional(&e.edge.Label) }

// Confidence is how sure the relation is.
func (e PathEdge) Confidence() float64 { return e.edge.Confidence }

// NewPathResult makes the nodes of all paths siblings by type.
func NewPathResult(r graph.Reader, paths []graph.Path, complete bool) *PathResult {
	result := &PathResult{Paths: make([]Path, len(paths)), Complete: complete}
	var values []graph.Node
	for _, p := range paths {
		values = append(values, p.Nodes...)
	}
	nodes := Nodes(r, values)
	for i, p := range paths {
		of := nodes[:len(p.Nodes):len(p.Nodes)]
		nodes = nodes[len(p.Nodes):]
		length := len(p.Edges)
		result.Length = &length
		result.Paths[i] = Path{Nodes: of, Edges: make([]PathEdge, len(p.Edges))}
		for j := range p.Edges {
			from, to := of[j], of[j+1]
			if from.NodeID() != p.Edges[j].From {
				from, to = to, from
			}
			result.Paths[i].Edges[j] = PathEdge{From: from, To: to, edge: &p.Edges[j]}
		}
	}
	return result
}

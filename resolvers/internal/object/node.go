package object

import "reaffirm/graph"

// A Node is an object with an id.
type Node interface {
	graph.Node
	IsNode()
}

// IsNode marks an object type that implements Node.
func (*Document) IsNode()      {}
func (*Section) IsNode()       {}
func (*Provision) IsNode()     {}
func (*Commitment) IsNode()    {}
func (*Body) IsNode()          {}
func (*Instrument) IsNode()    {}
func (*Theme) IsNode()         {}
func (*Reaffirmation) IsNode() {}

// Nodes makes an object of each value, nil where the value is nil. Those of one type are siblings, and
// a value that is there twice is one of them.
func Nodes(r graph.Reader, values []graph.Node) []Node {
	objects := make(map[string]Node, len(values))
	place(r, values, objects, Documents)
	place(r, values, objects, Sections)
	place(r, values, objects, Provisions)
	place(r, values, objects, Commitments)
	place(r, values, objects, Bodies)
	place(r, values, objects, Instruments)
	place(r, values, objects, Themes)
	place(r, values, objects, Reaffirmations)
	nodes := make([]Node, len(values))
	for i, v := range values {
		if v != nil {
			nodes[i] = objects[v.NodeID()]
		}
	}
	return nodes
}

// place makes siblings of the values of one type and files them by id.
func place[V graph.Node, O any, N interface {
	*O
	Node
}](r graph.Reader, values []graph.Node, objects map[string]Node, siblings func(graph.Reader, []V) []*O) {
	var of []V
	for _, v := range values {
		v, ok := v.(V)
		if !ok || objects[v.NodeID()] != nil {
			continue
		}
		objects[v.NodeID()] = N(nil)
		of = append(of, v)
	}
	if len(of) == 0 {
		return
	}
	for _, o := range siblings(r, of) {
		objects[N(o).NodeID()] = N(o)
	}
}

// Rank is the node's place among those of its type, for types that can be an axis.
func Rank(n Node) int {
	switch n := n.(type) {
	case *Document:
		return n.Document.Rank
	case *Body:
		return n.Body.Rank
	case *Theme:
		return n.Theme.Rank
	}
	return 0
}

package memgraph

import (
	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// places says at which place of a list each of its strings stands: the rank of an id.
type places map[string]int32

func newPlaces(ids []string) places {
	p := make(places, len(ids))
	for rank, id := range ids {
		p[id] = int32(rank)
	}
	return p
}

// ids lists the ids of nodes.
func ids[T any, P interface {
	*T
	graph.Node
}](list []T) []string {
	s := make([]string, len(list))
	for i := range list {
		s[i] = P(&list[i]).NodeID()
	}
	return s
}

// of is the rank of id; -1 where there is none.
func (p places) of(id string) int32 {
	if rank, ok := p[id]; ok {
		return rank
	}
	return -1
}

// all lists the ranks of ids.
func (p places) all(ids []string) []int32 {
	ranks := make([]int32, len(ids))
	for i, id := range ids {
		ranks[i] = p.of(id)
	}
	return ranks
}

// closure lists, for each row of a hierarchy, itself and the rows above it, given the one directly
// above each, or -1. A row that leads back to itself ends its list there.
func closure(above []int32) [][]int32 {
	chains := make([][]int32, len(above))
	for rank := range above {
		chain := []int32{int32(rank)}
		for at := above[rank]; at >= 0 && len(chain) <= len(above) && at != int32(rank); at = above[at] {
			chain = append(chain, at)
		}
		chains[rank] = chain
	}
	return chains
}

// indexNodes maps ids to nodes.
func (m *Graph) indexNodes() {
	g := m.graph
	m.nodes = make(map[string]graph.Node, len(g.Documents)+len(g.Sections)+len(g.Provisions)+len(g.Commitments)+
		len(g.Bodies)+len(g.Instruments)+len(g.Themes)+len(g.Reaffirmations))
	addNodes(m.nodes, g.Documents)
	addNodes(m.nodes, g.Sections)
	addNodes(m.nodes, g.Provisions)
	addNodes(m.nodes, g.Commitments)
	addNodes(m.nodes, g.Bodies)
	addNodes(m.nodes, g.Instruments)
	addNodes(m.nodes, g.Themes)
	addNodes(m.nodes, g.Reaffirmations)
}

func addNodes[T any, P interface {
	*T
	graph.Node
}](nodes map[string]graph.Node, list []T) {
	for i := range list {
		n := P(&list[i])
		nodes[n.NodeID()] = n
	}
}

// searchOrder lists the nodes that are searched, in the order that ties of a search are in.
func searchOrder(g *graph.Graph) []graph.Node {
	list := make([]graph.Node, 0, len(g.Documents)+len(g.Sections)+len(g.Provisions)+len(g.Bodies)+len(g.Instruments)+len(g.Themes))
	list = appendNodes(list, g.Documents)
	list = appendNodes(list, g.Sections)
	list = appendNodes(list, g.Provisions)
	list = appendNodes(list, g.Bodies)
	list = appendNodes(list, g.Instruments)
	return appendNodes(list, g.Themes)
}

func appendNodes[T any, P interface {
	*T
	graph.Node
}](nodes []graph.Node, list []T) []graph.Node {
	for i := range list {
		nodes = append(nodes, P(&list[i]))
	}
	return nodes
}

// indexNames maps folded names to the places of the nodes that have them.
func indexNames(searched []graph.Node) map[string][]int32 {
	names := make(map[string][]int32, 2*len(searched))
	for place, n := range searched {
		for _, name := range fulltext.Names(n) {
			list := names[name]
			if k := len(list); k == 0 || list[k-1] != int32(place) {
				names[name] = append(list, int32(place))
			}
		}
	}
	return names
}

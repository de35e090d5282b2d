package neograph

import (
	lru "github.com/hashicorp/golang-lru/v2"

	"reaffirm/graph"
)

// kept holds nodes that have been asked for by id, those that were used last, so that the database need not be asked again:
// a version never changes. It holds those types only of which there are few and small nodes, that much refers to. It is safe
// for concurrent use; nil keeps nothing.
type kept struct {
	nodes *lru.Cache[keptKey, graph.Node]
}

type keptKey struct{ version, id string }

func newKept(limit int) *kept {
	nodes, err := lru.New[keptKey, graph.Node](limit)
	if err != nil { // the limit is not positive
		return nil
	}
	return &kept{nodes}
}

func (k *kept) get(version, id string) (graph.Node, bool) {
	if k == nil {
		return nil, false
	}
	return k.nodes.Get(keptKey{version, id})
}

func (k *kept) add(version string, n graph.Node) {
	if k == nil {
		return
	}
	switch n.NodeType() {
	case graph.DocumentNode, graph.SectionNode, graph.BodyNode, graph.InstrumentNode, graph.ThemeNode:
		k.nodes.Add(keptKey{version, n.NodeID()}, n)
	}
}

// forget drops all.
func (k *kept) forget() {
	if k != nil {
		k.nodes.Purge()
	}
}

package neograph

import (
	"context"

	"reaffirm/graph"
)

// Nodes returns the nodes with the given ids.
func (r *Reader) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	found, missing := keptAll[graph.Node](r.store.kept, r.version, "", distinct(ids))
	if len(missing) > 0 {
		wanted := map[string][]string{}
		for _, id := range missing {
			wanted[listOfID(id)] = append(wanted[listOfID(id)], id)
		}
		a, err := r.look(ctx, wanted)
		if err != nil {
			return nil, err
		}
		list, err := listIn(a, "nodes", nodeOf)
		if err != nil {
			return nil, r.damaged(err)
		}
		for _, n := range list { // what others have asked for at the same time, too
			found[n.NodeID()] = n
			r.store.kept.keep(keptKey(r.version, "", n.NodeID()), n, itemSize)
		}
	}
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	return nodes, nil
}

// listOfID names the list in which around.cypher is given an id.
func listOfID(id string) string {
	switch graph.TypeOfID(id) {
	case graph.SectionNode:
		return "sections"
	case graph.ProvisionNode:
		return "provisions"
	case graph.CommitmentNode:
		return "commitments"
	case graph.BodyNode:
		return "bodies"
	case graph.InstrumentNode:
		return "instruments"
	case graph.ThemeNode:
		return "themes"
	case graph.ReaffirmationNode:
		return "links"
	}
	return "documents"
}

// nodeOf unpacks a node of any type: each is packed with its id first, which tells the type.
func nodeOf(packed any) (graph.Node, error) {
	whole, _ := packed.(string)
	f := &form{unpacking: true, left: whole}
	var id string
	text(f, &id)
	switch graph.TypeOfID(id) {
	case graph.SectionNode:
		return unpackNode(sectionFields, whole)
	case graph.ProvisionNode:
		return unpackNode(provisionFields, whole)
	case graph.CommitmentNode:
		return unpackNode(commitmentFields, whole)
	case graph.BodyNode:
		return unpackNode(bodyFields, whole)
	case graph.InstrumentNode:
		return unpackNode(instrumentFields, whole)
	case graph.ThemeNode:
		return unpackNode(themeFields, whole)
	case graph.ReaffirmationNode:
		return unpackNode(reaffirmationFields, whole)
	}
	return unpackNode(documentFields, whole)
}

func unpackNode[T any, N interface {
	*T
	graph.Node
}](fields func(*form, *T), packed string) (graph.Node, error) {
	v, err := unpacking(fields)(packed)
	return N(v), err
}

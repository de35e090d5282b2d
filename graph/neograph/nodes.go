package neograph

import (
	"context"
	"strings"

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
	found := make(map[string]graph.Node, len(ids))
	wanted := map[string]any{}
	for _, id := range ids {
		if _, ok := found[id]; ok {
			continue
		}
		n, ok := r.store.kept.get(r.version, id)
		found[id] = n // nil where it is still to be found
		if !ok {
			want(wanted, id)
		}
	}
	if len(wanted) > 0 {
		answer, err := r.ask(ctx, "nodes", wanted)
		if err != nil {
			return nil, err
		}
		for _, v := range asColumn(answer) {
			n, err := nodeOf(v)
			if err != nil {
				return nil, r.damaged(err)
			}
			found[n.NodeID()] = n
			r.store.kept.add(r.version, n)
		}
	}
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	return nodes, nil
}

// want adds an id to what the statement is asked for, with others of its type.
func want(wanted map[string]any, id string) {
	name, v := "documents", any(id)
	switch graph.TypeOfID(id) {
	case graph.SectionNode:
		name = "sections"
	case graph.ProvisionNode:
		name = "provisions"
	case graph.CommitmentNode:
		name = "commitments"
	case graph.BodyNode:
		name = "bodies"
	case graph.InstrumentNode:
		name = "instruments"
	case graph.ThemeNode:
		name = "themes"
	case graph.ReaffirmationNode:
		later, earlier, _ := strings.Cut(id, "~")
		name, v = "links", []string{later, earlier}
	}
	list, _ := wanted[name].([]any)
	wanted[name] = append(list, v)
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

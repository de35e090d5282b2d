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
	var plain []string
	var links []any
	for _, id := range ids {
		if later, earlier, ok := strings.Cut(id, "~"); ok {
			links = append(links, []string{later, earlier})
		} else {
			plain = append(plain, id)
		}
	}
	answer, err := r.ask(ctx, "nodes", map[string]any{"ids": distinct(plain), "links": links})
	if err != nil {
		return nil, err
	}
	list, _ := answer.([]any)
	found := make(map[string]graph.Node, len(list))
	for _, v := range list {
		p := asProperties(v)
		if n := nodeOf(p); n != nil {
			found[n.NodeID()] = n
		}
	}
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		nodes[i] = found[id]
	}
	return nodes, nil
}

// nodeOf makes a node of the type that the form of its id tells.
func nodeOf(p properties) graph.Node {
	switch graph.TypeOfID(p.text("id")) {
	case graph.DocumentNode:
		return documentOf(p)
	case graph.SectionNode:
		return sectionOf(p)
	case graph.ProvisionNode:
		return provisionOf(p)
	case graph.CommitmentNode:
		return commitmentOf(p)
	case graph.BodyNode:
		return bodyOf(p)
	case graph.InstrumentNode:
		return instrumentOf(p)
	case graph.ThemeNode:
		return themeOf(p)
	case graph.ReaffirmationNode:
		return reaffirmationOf(p)
	}
	return nil
}

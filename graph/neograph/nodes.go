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
	list := asColumn(answer)
	found := make(map[string]graph.Node, len(list))
	for _, v := range list {
		n := nodeOf(v)
		found[n.NodeID()] = n
	}
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		if n, ok := found[id]; ok {
			nodes[i] = n
		}
	}
	return nodes, nil
}

// nodeOf makes a node of its properties, or of a relation, which can only be a reaffirmation.
func nodeOf(v any) graph.Node {
	m, ok := v.(map[string]any)
	if !ok {
		return reaffirmationOf(v)
	}
	p := properties(m)
	switch graph.TypeOfID(p.text("id")) {
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
	}
	return documentOf(p)
}

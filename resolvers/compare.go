package resolvers

import (
	"context"
	"fmt"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

// compare compares two provisions anew; nil where either does not exist.
func compare(ctx context.Context, r graph.Reader, later, earlier string) (*object.Comparison, error) {
	nodes, err := r.Nodes(ctx, []string{later, earlier, graph.ReaffirmationID(later, earlier)})
	if err != nil {
		return nil, err
	}
	l, found := nodes[0].(*graph.Provision)
	e, both := nodes[1].(*graph.Provision)
	if !found || !both {
		return nil, nil
	}
	comparer, ok := ctx.Value(comparerKey{}).(graph.Comparer)
	if !ok {
		return nil, fmt.Errorf("%w: this server does not compare provisions", graph.ErrInvalid)
	}
	c, err := comparer.Compare(ctx, r, later, earlier)
	if err != nil {
		return nil, err
	}
	link, _ := nodes[2].(*graph.Reaffirmation)
	return object.NewComparison(r, l, e, link, c), nil
}

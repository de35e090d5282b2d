package neograph

import (
	"context"

	"reaffirm/graph"
)

func (r *Reader) Facets(ctx context.Context, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	return nil, nil
}
func (r *Reader) Tally(ctx context.Context, qs []graph.TallyQuery) ([][]graph.Cell, error) {
	return nil, nil
}
func (r *Reader) Search(ctx context.Context, q graph.SearchQuery) (*graph.SearchResult, error) {
	return nil, nil
}
func (r *Reader) Edges(ctx context.Context, ids []string, kinds []graph.EdgeKind, limit int) ([][]graph.Edge, error) {
	return nil, nil
}

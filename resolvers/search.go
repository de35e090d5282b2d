package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

// search answers a search with a page of hits: none of them where only totals are asked for.
func search(ctx context.Context, q graph.SearchQuery, args pageArgs) (*object.SearchConnection, error) {
	l := object.List{Name: "search"}
	page, err := args.page(l)
	if err != nil {
		return nil, err
	}
	if page.After != nil {
		q.Offset = page.After.Rank + 1
	}
	return root(ctx, func(r graph.Reader) (*object.SearchConnection, error) {
		if look(ctx).items {
			q.First = *page.First
		}
		result, err := r.Search(ctx, q)
		if err != nil {
			return nil, err
		}
		return object.NewSearchConnection(r, l, result, q.Offset), nil
	})
}

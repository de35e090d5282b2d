package neograph

import (
	"context"
	"reflect"
	"slices"

	"reaffirm/graph"
)

// ofProvisions is how whole lists of what some provisions have are made: with around.cypher, which knows no other way to
// candidates, no conditions and no pages. Pages of siblings ask for little else.
type ofProvisions[F, T any] struct {
	name string // of the list there
	// ids are the provisions of a filter, and filter is the one that restricts nothing else.
	ids    func(F) []string
	filter func(ids []string) F
	// owner is the provision that has an item.
	owner func(T) string
}

// all lists the provisions that a batch asks for, each once; nil where any of its queries asks for something else.
func (o *ofProvisions[F, T]) all(qs []graph.Query[F]) []string {
	if o == nil {
		return nil
	}
	var ids []string
	for i := range qs {
		own := o.ids(qs[i].Filter)
		whole := qs[i].Order == graph.Order{} && qs[i].Page == graph.Page{}
		if len(own) == 0 || !whole || !reflect.DeepEqual(qs[i].Filter, o.filter(own)) {
			return nil
		}
		ids = append(ids, own...)
	}
	return distinct(ids)
}

// listOf answers a batch of queries for whole lists, of the provisions with ids.
func listOf[F, T any](ctx context.Context, r *Reader, l listing[F, T], qs []graph.Query[F], ids []string) ([]graph.Slice[T], error) {
	found, err := l.listsOf(ctx, r, ids)
	if err != nil {
		return nil, err
	}
	rank := func(v T) int {
		_, rank := l.key(v, graph.ByRank)
		return rank
	}
	lists := make([]graph.Slice[T], len(qs))
	for i := range qs {
		lists[i].Total = -1
		for _, id := range distinct(l.of.ids(qs[i].Filter)) {
			lists[i].Items = append(lists[i].Items, found[id]...)
		}
		slices.SortFunc(lists[i].Items, func(a, b T) int { return rank(a) - rank(b) })
		for _, v := range lists[i].Items {
			lists[i].Keys = append(lists[i].Keys, graph.Key{Rank: rank(v)})
		}
		if qs[i].Count {
			lists[i].Total = len(lists[i].Items)
		}
	}
	return lists, nil
}

// listsOf is what each of the provisions with ids has, in no order.
func (l listing[F, T]) listsOf(ctx context.Context, r *Reader, ids []string) (map[string][]T, error) {
	key := func(id string) keptKey { return keptKey{r.version, l.of.name, id} }
	found := make(map[string][]T, len(ids))
	var wanted []string
	for _, id := range ids {
		if list, ok := keptOf[[]T](r.store.kept, key(id)); ok {
			found[id] = list
		} else {
			wanted = append(wanted, id)
		}
	}
	if len(wanted) == 0 {
		return found, ctx.Err()
	}
	a, err := r.look(ctx, map[string][]string{l.of.name: wanted})
	if err != nil {
		return nil, err
	}
	all, err := listIn(a, l.of.name, l.decode)
	if err != nil {
		return nil, r.damaged(err)
	}
	read := make(map[string][]T, len(wanted)) // what others have asked for at the same time, too
	for _, v := range all {
		read[l.of.owner(v)] = append(read[l.of.owner(v)], v)
	}
	for _, id := range wanted {
		found[id] = read[id]
		keepList(r.store.kept, key(id), read[id])
	}
	return found, nil
}

func commitmentsOf() *ofProvisions[graph.CommitmentFilter, *graph.Commitment] {
	return &ofProvisions[graph.CommitmentFilter, *graph.Commitment]{
		name:   "commitmentsOf",
		ids:    func(f graph.CommitmentFilter) []string { return f.Provisions },
		filter: func(ids []string) graph.CommitmentFilter { return graph.CommitmentFilter{Provisions: ids} },
		owner:  func(c *graph.Commitment) string { return c.Provision },
	}
}

func involvementsOf() *ofProvisions[graph.InvolvementFilter, *graph.Involvement] {
	return &ofProvisions[graph.InvolvementFilter, *graph.Involvement]{
		name:   "involvementsOf",
		ids:    func(f graph.InvolvementFilter) []string { return f.Provisions },
		filter: func(ids []string) graph.InvolvementFilter { return graph.InvolvementFilter{Provisions: ids} },
		owner:  func(v *graph.Involvement) string { return v.Provision },
	}
}

func citationsOf() *ofProvisions[graph.CitationFilter, *graph.Citation] {
	return &ofProvisions[graph.CitationFilter, *graph.Citation]{
		name:   "citationsOf",
		ids:    func(f graph.CitationFilter) []string { return f.Provisions },
		filter: func(ids []string) graph.CitationFilter { return graph.CitationFilter{Provisions: ids} },
		owner:  func(c *graph.Citation) string { return c.Provision },
	}
}

func aboutsOf() *ofProvisions[graph.AboutFilter, *graph.About] {
	return &ofProvisions[graph.AboutFilter, *graph.About]{
		name:   "aboutsOf",
		ids:    func(f graph.AboutFilter) []string { return f.Provisions },
		filter: func(ids []string) graph.AboutFilter { return graph.AboutFilter{Provisions: ids} },
		owner:  func(a *graph.About) string { return a.Provision },
	}
}

package neograph

import (
	"context"
	"reflect"
	"slices"

	"reaffirm/graph"
)

// ofProvisions says which queries are answered from whole lists of what provisions have. Those are made with around.cypher and
// kept, and pages of siblings ask for little else.
type ofProvisions[F, T any] struct {
	name string // of the lists in around.cypher
	// ids are the provisions whose lists a filter asks for.
	ids func(F) []string
	// keeps says what of them it asks for; false where they do not tell.
	keeps func(F) (func(T) bool, bool)
	// owner is the provision that has an item.
	owner func(T) string
}

// divide says which queries of a batch are answered from lists, and which are not.
func (o *ofProvisions[F, T]) divide(qs []graph.Query[F]) (own, others []int) {
	for i := range qs {
		if o != nil && len(o.ids(qs[i].Filter)) > 0 {
			if _, ok := o.keeps(qs[i].Filter); ok {
				own = append(own, i)
				continue
			}
		}
		others = append(others, i)
	}
	return own, others
}

// listOf answers those queries of a batch that are named by their places, from whole lists.
func listOf[F, T any](ctx context.Context, r *Reader, l listing[F, T], qs []graph.Query[F], places []int, answers []graph.Slice[T]) error {
	var ids []string
	for _, i := range places {
		ids = append(ids, l.of.ids(qs[i].Filter)...)
	}
	found, err := l.listsOf(ctx, r, distinct(ids))
	if err != nil {
		return err
	}
	for _, i := range places {
		keeps, _ := l.of.keeps(qs[i].Filter)
		var items []T
		for _, id := range distinct(l.of.ids(qs[i].Filter)) {
			for _, v := range found[id] {
				if keeps(v) {
					items = append(items, v)
				}
			}
		}
		answers[i] = pageOf(l, items, qs[i])
	}
	return nil
}

// pageOf is the page that a query asks for of all items that match it.
func pageOf[F, T any](l listing[F, T], items []T, q graph.Query[F]) graph.Slice[T] {
	compare := func(a, b T) int { return q.Order.Compare(l.place(a, q.Order), l.place(b, q.Order)) }
	slices.SortFunc(items, compare)
	// from is the first item at or behind a bound.
	from := func(bound graph.Key, behind int) int {
		i, _ := slices.BinarySearchFunc(items, bound, func(v T, k graph.Key) int {
			if q.Order.Compare(l.place(v, q.Order), k) >= behind {
				return 1
			}
			return -1
		})
		return i
	}
	start, end := 0, len(items)
	if q.Page.After != nil {
		start = from(*q.Page.After, 1)
	}
	if q.Page.Before != nil {
		end = max(start, from(*q.Page.Before, 0))
	}
	switch {
	case q.Page.First != nil:
		end = min(end, start+min(*q.Page.First, len(items)))
	case q.Page.Last != nil:
		start = max(start, end-min(*q.Page.Last, len(items)))
	}
	s := graph.Slice[T]{Total: -1, HasPrevious: start > 0, HasNext: end < len(items)}
	if q.Count {
		s.Total = len(items)
	}
	if start < end {
		s.Items = items[start:end]
		s.Keys = make([]graph.Key, len(s.Items))
		for i, v := range s.Items {
			s.Keys[i] = l.place(v, q.Order)
		}
	}
	return s
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

func all[T any](T) bool { return true }

// nothingElse makes ofProvisions.keeps of the filter that restricts nothing but the provisions.
func nothingElse[F, T any](ids func(F) []string, filter func(ids []string) F) func(F) (func(T) bool, bool) {
	return func(f F) (func(T) bool, bool) { return all[T], reflect.DeepEqual(f, filter(ids(f))) }
}

func commitmentsOf() *ofProvisions[graph.CommitmentFilter, *graph.Commitment] {
	ids := func(f graph.CommitmentFilter) []string { return f.Provisions }
	return &ofProvisions[graph.CommitmentFilter, *graph.Commitment]{
		name: "commitmentsOf", ids: ids, owner: func(c *graph.Commitment) string { return c.Provision },
		keeps: nothingElse[graph.CommitmentFilter, *graph.Commitment](ids,
			func(ids []string) graph.CommitmentFilter { return graph.CommitmentFilter{Provisions: ids} }),
	}
}

func involvementsOf() *ofProvisions[graph.InvolvementFilter, *graph.Involvement] {
	ids := func(f graph.InvolvementFilter) []string { return f.Provisions }
	return &ofProvisions[graph.InvolvementFilter, *graph.Involvement]{
		name: "involvementsOf", ids: ids, owner: func(v *graph.Involvement) string { return v.Provision },
		keeps: nothingElse[graph.InvolvementFilter, *graph.Involvement](ids,
			func(ids []string) graph.InvolvementFilter { return graph.InvolvementFilter{Provisions: ids} }),
	}
}

func citationsOf() *ofProvisions[graph.CitationFilter, *graph.Citation] {
	ids := func(f graph.CitationFilter) []string { return f.Provisions }
	return &ofProvisions[graph.CitationFilter, *graph.Citation]{
		name: "citationsOf", ids: ids, owner: func(c *graph.Citation) string { return c.Provision },
		keeps: nothingElse[graph.CitationFilter, *graph.Citation](ids,
			func(ids []string) graph.CitationFilter { return graph.CitationFilter{Provisions: ids} }),
	}
}

func aboutsOf() *ofProvisions[graph.AboutFilter, *graph.About] {
	ids := func(f graph.AboutFilter) []string { return f.Provisions }
	return &ofProvisions[graph.AboutFilter, *graph.About]{
		name: "aboutsOf", ids: ids, owner: func(a *graph.About) string { return a.Provision },
		keeps: nothingElse[graph.AboutFilter, *graph.About](ids,
			func(ids []string) graph.AboutFilter { return graph.AboutFilter{Provisions: ids} }),
	}
}

// reaffirmationsOf are the links of later provisions: each has few, while an earlier one may have many.
func reaffirmationsOf() *ofProvisions[graph.ReaffirmationFilter, *graph.Reaffirmation] {
	return &ofProvisions[graph.ReaffirmationFilter, *graph.Reaffirmation]{
		name:  "reaffirmationsOf",
		ids:   func(f graph.ReaffirmationFilter) []string { return f.Later },
		owner: func(l *graph.Reaffirmation) string { return l.Later },
		keeps: func(f graph.ReaffirmationFilter) (func(*graph.Reaffirmation) bool, bool) {
			rest := f
			rest.Later, rest.Earlier, rest.Relations, rest.MinScore = nil, nil, nil, 0
			counted := relations(f.Relations)
			return func(l *graph.Reaffirmation) bool {
				return slices.Contains(counted, l.Relation) && l.Score >= f.MinScore &&
					(len(f.Earlier) == 0 || slices.Contains(f.Earlier, l.Earlier))
			}, reflect.ValueOf(rest).IsZero()
		},
	}
}

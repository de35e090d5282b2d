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
	// owners is the field of a filter that names the provisions whose lists it asks for, and owner the provision that
	// has an item.
	owners func(*F) *[]string
	owner  func(T) string
	// condition takes out of a filter what can be told of an item alone; nil for nothing.
	condition func(*F) func(T) bool
}

// An ofQuery is a query of a batch that is answered from lists.
type ofQuery[T any] struct {
	place int // in the batch
	ids   []string
	keeps func(T) bool
}

// divide parts a batch into the queries that are answered from lists and the places of the others.
func (o *ofProvisions[F, T]) divide(qs []graph.Query[F]) (own []ofQuery[T], others []int) {
	for i := range qs {
		if ids, keeps, ok := o.read(qs[i].Filter); ok {
			own = append(own, ofQuery[T]{i, distinct(ids), keeps})
		} else {
			others = append(others, i)
		}
	}
	return own, others
}

// read says which lists a filter asks for, and what of them; false where it asks for anything else.
func (o *ofProvisions[F, T]) read(f F) (ids []string, keeps func(T) bool, ok bool) {
	if o == nil {
		return nil, nil, false
	}
	owners := o.owners(&f)
	ids, *owners = *owners, nil
	keeps = func(T) bool { return true }
	if o.condition != nil {
		keeps = o.condition(&f)
	}
	return ids, keeps, len(ids) > 0 && reflect.ValueOf(f).IsZero()
}

// listOf answers those queries of a batch that are answered from lists.
func listOf[F, T any](ctx context.Context, r *Reader, l listing[F, T], qs []graph.Query[F], own []ofQuery[T], answers []graph.Slice[T]) error {
	var ids []string
	for _, q := range own {
		ids = append(ids, q.ids...)
	}
	found, err := l.listsOf(ctx, r, distinct(ids))
	if err != nil {
		return err
	}
	for _, q := range own {
		var items []T
		for _, id := range q.ids {
			for _, v := range found[id] {
				if q.keeps(v) {
					items = append(items, v)
				}
			}
		}
		answers[q.place] = pageOf(l, items, qs[q.place])
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
	found, wanted := keptAll[[]T](r.store.kept, r.version, l.of.name, ids)
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
		r.store.kept.keep(keptKey(r.version, l.of.name, id), read[id], len(read[id])*itemSize)
	}
	return found, nil
}

func commitmentsOf() *ofProvisions[graph.CommitmentFilter, *graph.Commitment] {
	return &ofProvisions[graph.CommitmentFilter, *graph.Commitment]{
		name:   "commitmentsOf",
		owners: func(f *graph.CommitmentFilter) *[]string { return &f.Provisions },
		owner:  func(c *graph.Commitment) string { return c.Provision },
	}
}

func involvementsOf() *ofProvisions[graph.InvolvementFilter, *graph.Involvement] {
	return &ofProvisions[graph.InvolvementFilter, *graph.Involvement]{
		name:   "involvementsOf",
		owners: func(f *graph.InvolvementFilter) *[]string { return &f.Provisions },
		owner:  func(v *graph.Involvement) string { return v.Provision },
	}
}

func citationsOf() *ofProvisions[graph.CitationFilter, *graph.Citation] {
	return &ofProvisions[graph.CitationFilter, *graph.Citation]{
		name:   "citationsOf",
		owners: func(f *graph.CitationFilter) *[]string { return &f.Provisions },
		owner:  func(c *graph.Citation) string { return c.Provision },
	}
}

func aboutsOf() *ofProvisions[graph.AboutFilter, *graph.About] {
	return &ofProvisions[graph.AboutFilter, *graph.About]{
		name:   "aboutsOf",
		owners: func(f *graph.AboutFilter) *[]string { return &f.Provisions },
		owner:  func(a *graph.About) string { return a.Provision },
	}
}

// reaffirmationsOf are the links of later provisions: each has few, while an earlier one may have many.
func reaffirmationsOf() *ofProvisions[graph.ReaffirmationFilter, *graph.Reaffirmation] {
	return &ofProvisions[graph.ReaffirmationFilter, *graph.Reaffirmation]{
		name:   "reaffirmationsOf",
		owners: func(f *graph.ReaffirmationFilter) *[]string { return &f.Later },
		owner:  func(l *graph.Reaffirmation) string { return l.Later },
		condition: func(f *graph.ReaffirmationFilter) func(*graph.Reaffirmation) bool {
			counted, earlier, least := relations(f.Relations), f.Earlier, f.MinScore
			f.Relations, f.Earlier, f.MinScore = nil, nil, 0
			return func(l *graph.Reaffirmation) bool {
				return slices.Contains(counted, l.Relation) && l.Score >= least && (len(earlier) == 0 || slices.Contains(earlier, l.Earlier))
			}
		},
	}
}

package neograph

import (
	"context"
	"math"
	"slices"

	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
)

// A listing is how one type of things is listed.
type listing[F, T any] struct {
	statement string
	orders    []graph.OrderBy
	filter    func(F) (query, error)
	decode    func(packed any) (T, error)
	// key gives the value that an order other than ByRank sorts by, and the rank.
	key func(T, graph.OrderBy) (value int64, rank int)
	// of says what is answered from whole lists of what provisions have; nil for nothing.
	of *ofProvisions[F, T]
}

// always makes a filter of one that never fails.
func always[F any](filter func(F) query) func(F) (query, error) {
	return func(f F) (query, error) { return filter(f), nil }
}

// A query is what a statement is told of one query of a batch. Besides the fields of the filter that
// restrict anything, by their names in lowerCamel:
//
//	path, keys   how to find candidates, and the ids to start from
//	by           the order's name, "" for the rank
//	valueSign    -1 where values descend
//	rankSign     -1 where ranks descend
//	turn         -1 where the page is taken from the end
//	after        the page's lower bound as [value, rank], with the signs applied
//	before       its upper bound
//	room         how many items the page takes
//	count        whether the total is asked for
type query map[string]any

// restrict adds a list of the filter, unless it is empty.
func restrict[T ~string](q query, name string, values []T) {
	if len(values) > 0 {
		q[name] = texts(values)
	}
}

// start says where to look for candidates, unless something else has been said before or ids is
// empty, and whether it did. It adds no restriction: all candidates found there have one of the ids.
func start[T ~string](q query, path string, ids []T) bool {
	if _, ok := q["path"]; ok || len(ids) == 0 {
		return false
	}
	q["path"], q["keys"] = path, distinct(texts(ids))
	return true
}

// related is start for the path from bodies, instruments or themes to provisions; false, too, where not all
// ids are of type t, since it starts from any.
func related(q query, t graph.NodeType, ids []string) bool {
	other := slices.ContainsFunc(ids, func(id string) bool { return graph.TypeOfID(id) != t })
	return start(q, "related", ids) && !other
}

// narrow makes candidates start from ids, and where they start elsewhere restricts them to those.
func narrow[T ~string](q query, name string, ids []T) {
	if !start(q, name, ids) {
		restrict(q, name, ids)
	}
}

// texts is values as plain strings.
func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}

func distinct(list []string) []string {
	if len(list) < 2 {
		return list
	}
	return slices.Compact(slices.Sorted(slices.Values(list)))
}

// years adds a range of years, open ends as the ends of time.
func years(q query, name string, y *graph.Years) {
	if y == nil {
		return
	}
	from, to := y.From, y.To
	if from == 0 {
		from = math.MinInt32
	}
	if to == 0 {
		to = math.MaxInt32
	}
	q[name] = []int{from, to}
}

// unlimited is the size of a page that takes everything.
const unlimited = math.MaxInt32

// place is where an item stands in an order.
func (l listing[F, T]) place(v T, o graph.Order) graph.Key {
	value, rank := l.key(v, o.By)
	if o.By == graph.ByRank {
		value = 0
	}
	return graph.Key{Value: value, Rank: rank}
}

// list answers a batch with one statement, and one more where part of it is answered from whole lists.
func list[F, T any](ctx context.Context, r *Reader, l listing[F, T], qs []graph.Query[F]) ([]graph.Slice[T], error) {
	for i := range qs {
		if err := check(qs[i].Order, qs[i].Page, l.orders); err != nil {
			return nil, err
		}
	}
	if len(qs) == 0 {
		return nil, nil
	}
	answers := make([]graph.Slice[T], len(qs))
	own, others := l.of.divide(qs)
	var err error
	switch {
	case len(own) == 0:
		err = listBy(ctx, r, l, qs, others, answers)
	case len(others) == 0:
		err = listOf(ctx, r, l, qs, own, answers)
	default:
		group, ctx := errgroup.WithContext(ctx)
		group.Go(func() error { return listOf(ctx, r, l, qs, own, answers) })
		group.Go(func() error { return listBy(ctx, r, l, qs, others, answers) })
		err = group.Wait()
	}
	if err != nil {
		return nil, err
	}
	return answers, nil
}

// listBy answers those queries of a batch that are named by their places, with the listing's statement.
func listBy[F, T any](ctx context.Context, r *Reader, l listing[F, T], qs []graph.Query[F], places []int, answers []graph.Slice[T]) error {
	those := make([]graph.Query[F], len(places))
	for n, i := range places {
		those[n] = qs[i]
	}
	size := func(s graph.Slice[T]) int { return len(s.Items) * itemSize }
	found, err := answerAll(ctx, r, l.statement, those, size, l.ask)
	if err != nil {
		return err
	}
	for n, i := range places {
		answers[i] = found[n]
	}
	return nil
}

// ask answers a batch with the listing's statement.
func (l listing[F, T]) ask(ctx context.Context, r *Reader, qs []graph.Query[F]) ([]graph.Slice[T], error) {
	queries, pages, limit := make([]any, len(qs)), make([]graph.Page, len(qs)), 0
	for i := range qs {
		pages[i] = normal(qs[i].Order, qs[i].Page)
		q, err := l.filter(qs[i].Filter)
		if err != nil {
			return nil, err
		}
		start(q, "all", []string{r.version})
		setPage(q, qs[i].Order, pages[i], qs[i].Count)
		queries[i] = map[string]any(q)
		limit = max(limit, room(pages[i]))
	}
	rows, err := r.askBatch(ctx, l.statement, queries, map[string]any{"limit": int64(limit) + 1})
	if err != nil {
		return nil, err
	}
	answers := make([]graph.Slice[T], len(qs))
	for i := range qs {
		if answers[i], err = slice(l, qs[i].Order, pages[i], qs[i].Count, rows[i]); err != nil {
			return nil, r.damaged(err)
		}
	}
	return answers, nil
}

func check(o graph.Order, p graph.Page, allowed []graph.OrderBy) error {
	if err := p.Check(); err != nil {
		return err
	}
	return o.Check(allowed...)
}

// room is how many items a page takes.
func room(p graph.Page) int {
	switch {
	case p.First != nil:
		return min(*p.First, unlimited)
	case p.Last != nil:
		return min(*p.Last, unlimited)
	}
	return unlimited
}

func setPage(q query, o graph.Order, p graph.Page, count bool) {
	value, rank, turn := int64(1), int64(1), 1
	if o.Descending {
		value = -1
		if o.By == graph.ByRank {
			rank = -1
		}
	}
	if p.Last != nil {
		turn = -1
	}
	q["by"], q["valueSign"], q["rankSign"], q["turn"] = string(o.By), value, rank, turn
	if p.After != nil {
		q["after"] = bound(o, *p.After, value, rank)
	}
	if p.Before != nil {
		q["before"] = bound(o, *p.Before, value, rank)
	}
	q["room"], q["count"] = room(p), count
}

// bound is a key as [value, rank] with the signs applied. Under ByRank every item has the value 0, so
// that a key with another stands ahead of all of them or behind.
func bound(o graph.Order, k graph.Key, valueSign, rankSign int64) []int64 {
	value, rank := valueSign*k.Value, rankSign*int64(k.Rank)
	if o.By == graph.ByRank && value != 0 {
		rank = math.MaxInt64
		if value < 0 {
			rank = math.MinInt64
		}
		value = 0
	}
	return []int64{value, rank}
}

// normal is p in a form that statements answer: bounds that leave nothing between them become a page
// of no items at the first.
func normal(o graph.Order, p graph.Page) graph.Page {
	if p.After != nil && p.Before != nil && o.Compare(*p.After, *p.Before) >= 0 {
		return graph.Page{After: p.After, First: new(int)}
	}
	return p
}

// slice makes a page of [number, items, total, preceding, following]. The statement gives one item
// more than fits where there is one, and the rest where bounded or the items do not tell the total.
func slice[F, T any](l listing[F, T], o graph.Order, p graph.Page, count bool, answer column) (graph.Slice[T], error) {
	items := answer.column(1)
	total, preceding, following := answer.number(2), answer.number(3), answer.number(4)
	more := len(items) > room(p)
	if bounded := p.After != nil || p.Before != nil; !bounded && !more {
		total = len(items)
	}
	if more {
		items = items[:room(p)]
	}
	s := graph.Slice[T]{Total: -1, HasPrevious: preceding > 0, HasNext: following > 0}
	if count {
		s.Total = total
	}
	if p.Last != nil {
		slices.Reverse(items)
		s.HasPrevious = s.HasPrevious || more
	} else {
		s.HasNext = s.HasNext || more
	}
	if len(items) == 0 {
		return s, nil
	}
	s.Items, s.Keys = make([]T, len(items)), make([]graph.Key, len(items))
	for i, item := range items {
		var err error
		if s.Items[i], err = l.decode(item); err != nil {
			return s, err
		}
		s.Keys[i] = l.place(s.Items[i], o)
	}
	return s, nil
}

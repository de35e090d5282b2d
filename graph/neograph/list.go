package neograph

import (
	"context"
	"fmt"
	"math"
	"slices"

	"reaffirm/graph"
)

// A listing is how one type of things is listed.
type listing[F, T any] struct {
	statement string
	orders    []graph.OrderBy
	filter    func(F) (query, error)
	decode    func(properties) T
	// key gives the value that an order other than ByRank sorts by, and the rank.
	key func(T, graph.OrderBy) (value int64, rank int)
}

// always makes a filter of one that never fails.
func always[F any](filter func(F) query) func(F) (query, error) {
	return func(f F) (query, error) { return filter(f), nil }
}

// A query is what a statement is told of one query of a batch. Besides the fields of the filter that
// restrict anything, by their names in lowerCamel:
//
//	path, keys   how to find candidates, and the ids to start from
//	by           the order's name
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
// empty. It adds no restriction.
func start[T ~string](q query, path string, ids []T) {
	if _, ok := q["path"]; !ok && len(ids) > 0 {
		q["path"], q["keys"] = path, distinct(texts(ids))
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

// list answers a batch with one statement.
func list[F, T any](ctx context.Context, r *Reader, l listing[F, T], qs []graph.Query[F]) ([]graph.Slice[T], error) {
	if len(qs) == 0 {
		return nil, nil
	}
	queries, limit := make([]any, len(qs)), 0
	for i := range qs {
		if err := check(qs[i].Order, qs[i].Page, l.orders); err != nil {
			return nil, err
		}
		q, err := l.filter(qs[i].Filter)
		if err != nil {
			return nil, err
		}
		start(q, "all", []string{r.version})
		setPage(q, qs[i].Order, qs[i].Page, qs[i].Count)
		queries[i] = map[string]any(q)
		limit = max(limit, room(qs[i].Page))
	}
	answers, err := r.askList(ctx, l.statement, len(qs), map[string]any{"queries": queries, "limit": int64(limit) + 1})
	if err != nil {
		return nil, err
	}
	slices := make([]graph.Slice[T], len(qs))
	for _, a := range answers {
		answer, _ := a.([]any)
		number := column(answer).number(0)
		if len(answer) < 2 || number < 0 || number >= len(qs) {
			return nil, fmt.Errorf("%w: %s gave an answer of another form", graph.ErrUnavailable, l.statement)
		}
		slices[number] = slice(l, qs[number].Order, qs[number].Page, qs[number].Count, answer)
	}
	return slices, nil
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
		q["after"] = []int64{value * p.After.Value, rank * int64(p.After.Rank)}
	}
	if p.Before != nil {
		q["before"] = []int64{value * p.Before.Value, rank * int64(p.Before.Rank)}
	}
	q["room"], q["count"] = room(p), count
}

// slice makes a page of [number, items, total, preceding, following]. The statement gives one item
// more than fits where there is one, the last three only where the items do not tell.
func slice[F, T any](l listing[F, T], o graph.Order, p graph.Page, count bool, answer []any) graph.Slice[T] {
	items, _ := answer[1].([]any)
	surveyed := len(answer) > 2 && answer[2] != nil
	total, preceding, following := column(answer).number(2), column(answer).number(3), column(answer).number(4)
	more := len(items) > room(p)
	if more {
		items = items[:room(p)]
	}
	s := graph.Slice[T]{Total: -1, HasPrevious: preceding > 0, HasNext: following > 0}
	if p.Last != nil {
		slices.Reverse(items)
		s.HasPrevious = s.HasPrevious || more
	} else {
		s.HasNext = s.HasNext || more
	}
	if count {
		s.Total = len(items)
		if surveyed {
			s.Total = total
		}
	}
	if len(items) == 0 {
		return s
	}
	s.Items, s.Keys = make([]T, len(items)), make([]graph.Key, len(items))
	for i, v := range items {
		s.Items[i] = l.decode(asProperties(v))
		value, rank := l.key(s.Items[i], o.By)
		if o.By == graph.ByRank {
			value = 0
		}
		s.Keys[i] = graph.Key{Value: value, Rank: rank}
	}
	return s
}

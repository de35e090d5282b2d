package memgraph

import (
	"context"
	"slices"
	"sort"

	"reaffirm/graph"
)

// answer answers a batch of queries of one table; filter turns a filter into conditions.
func answer[T, F any](ctx context.Context, t *table[T], qs []graph.Query[F], filter func(*F, *where[T]) error) ([]graph.Slice[*T], error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for i := range qs {
		if err := check(t, qs[i].Order, qs[i].Page); err != nil {
			return nil, err
		}
	}
	answers := make([]graph.Slice[*T], len(qs))
	w := new(where[T])
	for i := range qs {
		q := &qs[i]
		w.clear()
		if err := filter(&q.Filter, w); err != nil {
			return nil, err
		}
		answers[i] = t.page(w, q.Order, q.Page)
		if !q.Count {
			answers[i].Total = -1
		}
	}
	return answers, nil
}

func check[T any](t *table[T], o graph.Order, p graph.Page) error {
	if err := p.Check(); err != nil {
		return err
	}
	if o.By == graph.ByRank || t.orders[o.By] != nil {
		return nil
	}
	return o.Check(t.allowed()...)
}

// page cuts a page out of the rows that meet w.
func (t *table[T]) page(w *where[T], o graph.Order, p graph.Page) graph.Slice[*T] {
	if o.By != graph.ByRank {
		return t.orderedPage(w, o, p)
	}
	if w.all() {
		return t.naturalPage(set{list: t.ranks}, view[T]{t.items, t.keys}, o, p)
	}
	if w.laidOut() {
		a, b := w.group.bounds[w.owner], w.group.bounds[w.owner+1]
		return t.naturalPage(w.in[0], view[T]{w.group.items[a:b:b], w.group.keys[a:b:b]}, o, p)
	}
	return t.naturalPage(w.rows(t), view[T]{}, o, p)
}

// A view is a list of rows laid out beforehand.
type view[T any] struct {
	items []*T
	keys  []graph.Key
}

// naturalPage cuts a page out of the rows of s by rank. Where laid holds those rows they are not copied.
func (t *table[T]) naturalPage(s set, laid view[T], o graph.Order, p graph.Page) graph.Slice[*T] {
	n := s.len()
	// ahead counts the rows that stand before key k, or at it where at is set.
	ahead := func(k graph.Key, at bool) int {
		switch {
		case k.Value != 0:
			if (k.Value > 0) != o.Descending {
				return n
			}
			return 0
		case o.Descending && at:
			return n - s.below(k.Rank)
		case o.Descending:
			return n - s.below(next(k.Rank))
		case at:
			return s.below(next(k.Rank))
		}
		return s.below(k.Rank)
	}
	i, j := bounds(n, p, ahead)
	slice := graph.Slice[*T]{Total: n, HasPrevious: i > 0, HasNext: j < n}
	if i == j {
		return slice
	}
	if o.Descending {
		i, j = n-j, n-i
	}
	if laid.items != nil {
		slice.Items, slice.Keys = laid.items[i:j:j], laid.keys[i:j:j]
	} else {
		slice.Items, slice.Keys = t.rows(s.window(i, j))
	}
	if o.Descending {
		slice.Items, slice.Keys = slices.Clone(slice.Items), slices.Clone(slice.Keys)
		slices.Reverse(slice.Items)
		slices.Reverse(slice.Keys)
	}
	return slice
}

// next is rank+1, but for the greatest number.
func next(rank int) int {
	if rank+1 < rank {
		return rank
	}
	return rank + 1
}

func (t *table[T]) rows(ranks []int32) ([]*T, []graph.Key) {
	items, keys := make([]*T, len(ranks)), make([]graph.Key, len(ranks))
	for i, rank := range ranks {
		items[i], keys[i] = t.items[rank], t.keys[rank]
	}
	return items, keys
}

// bounds says from which to which of n places p reaches. ahead counts the places before a key, or up to
// and including it.
func bounds(n int, p graph.Page, ahead func(k graph.Key, at bool) int) (i, j int) {
	i, j = 0, n
	if p.After != nil {
		i = ahead(*p.After, true)
	}
	if p.Before != nil {
		j = max(i, ahead(*p.Before, false))
	}
	if p.First != nil {
		j = min(j, i+min(*p.First, n))
	}
	if p.Last != nil {
		i = max(i, j-min(*p.Last, n))
	}
	return i, j
}

// orderedPage cuts a page out of the rows that meet w, by an order other than rank.
func (t *table[T]) orderedPage(w *where[T], o graph.Order, p graph.Page) graph.Slice[*T] {
	by := t.orders[o.By]
	order := by.up
	if o.Descending {
		order = by.down
	}
	var places []int32 // of the rows that meet w, ascending; nil for all places
	n := len(t.items)
	if !w.all() {
		places = order.places(w.rows(t))
		n = len(places)
	}
	ahead := func(k graph.Key, at bool) int {
		edge := sort.Search(len(order.rank), func(place int) bool {
			c := o.Compare(by.key(order.rank[place]), k)
			return c > 0 || c == 0 && !at
		})
		if places == nil {
			return min(edge, n)
		}
		return set{list: places}.below(edge)
	}
	i, j := bounds(n, p, ahead)
	slice := graph.Slice[*T]{Total: n, HasPrevious: i > 0, HasNext: j < n}
	if i == j {
		return slice
	}
	slice.Items, slice.Keys = make([]*T, 0, j-i), make([]graph.Key, 0, j-i)
	for ; i < j; i++ {
		place := int32(i)
		if places != nil {
			place = places[i]
		}
		rank := order.rank[place]
		slice.Items = append(slice.Items, t.items[rank])
		slice.Keys = append(slice.Keys, by.key(rank))
	}
	return slice
}

// places lists where the rows of s stand, ascending; never nil.
func (p *permutation) places(s set) []int32 {
	ranks := s.ranks()
	list := make([]int32, 0, len(ranks))
	if len(ranks) < len(p.rank)/16 {
		for _, rank := range ranks {
			list = append(list, p.place[rank])
		}
		slices.Sort(list)
		return list
	}
	in := make([]bool, len(p.rank))
	for _, rank := range ranks {
		in[p.place[rank]] = true
	}
	for place, is := range in {
		if is {
			list = append(list, int32(place))
		}
	}
	return list
}

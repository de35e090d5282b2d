package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
	"reaffirm/resolvers/internal/object"
)

// root answers a field of the query itself.
func root[R any](ctx context.Context, load func(graph.Reader) (R, error)) (R, error) {
	at, err := start(ctx)
	if err != nil {
		var none R
		return none, err
	}
	return cohort.Fetch(ctx, at, keyOf(ctx), func(c *cohort.Cohort[struct{}]) ([]R, error) {
		r, err := load(c.Reader)
		return []R{r}, err
	})
}

// byID finds a node of the kind, nil where there is none with the id.
func byID[F any, V graph.Node, O any](ctx context.Context, t kind[F, V, O], id string) (*O, error) {
	return root(ctx, func(r graph.Reader) (*O, error) {
		nodes, err := r.Nodes(ctx, []string{id})
		if err != nil {
			return nil, err
		}
		v, ok := nodes[0].(V)
		if !ok {
			return nil, nil
		}
		return t.members(r, []V{v})[0], nil
	})
}

// list answers a field with a whole list for each sibling.
func list[T, F, V, O any](ctx context.Context, at cohort.Place[T], key cohort.Key, t kind[F, V, O], filter func(T) F) ([]*O, error) {
	return cohort.Fetch(ctx, at, key, func(c *cohort.Cohort[T]) ([][]*O, error) {
		queries := make([]graph.Query[F], len(c.Values))
		for i, v := range c.Values {
			queries[i].Filter = filter(v)
		}
		answers, err := t.ask(c.Reader, ctx, queries)
		if err != nil {
			return nil, err
		}
		return share(c.Reader, answers, items[V], t.members), nil
	})
}

// one answers a field with the node that each sibling refers to by id: nil where the id is empty or
// leads nowhere. Where nothing but the id is asked for, the store is not.
func one[T, F any, V graph.Node, O any](ctx context.Context, at cohort.Place[T], t kind[F, V, O], id func(T) string) (*O, error) {
	return cohort.Fetch(ctx, at, keyOf(ctx), func(c *cohort.Cohort[T]) ([]*O, error) {
		return refer(ctx, c, t, id, look(ctx).onlyID)
	})
}

// many is like one for siblings that refer to several nodes each; what leads nowhere is left out.
func many[T, F any, V graph.Node, O any](ctx context.Context, at cohort.Place[T], t kind[F, V, O], ids func(T) []string) ([]*O, error) {
	return cohort.Fetch(ctx, at, keyOf(ctx), func(c *cohort.Cohort[T]) ([][]*O, error) {
		all := &cohort.Cohort[string]{Reader: c.Reader}
		for _, v := range c.Values {
			all.Values = append(all.Values, ids(v)...)
		}
		found, err := refer(ctx, all, t, itself, look(ctx).onlyID)
		if err != nil {
			return nil, err
		}
		lists := make([][]*O, len(c.Values))
		for i, v := range c.Values {
			lists[i] = []*O{}
			for range ids(v) {
				if found[0] != nil {
					lists[i] = append(lists[i], found[0])
				}
				found = found[1:]
			}
		}
		return lists, nil
	})
}

// refer finds the node that each value of a cohort refers to. A node is one object, however many
// refer to it.
func refer[T, F any, V graph.Node, O any](ctx context.Context, c *cohort.Cohort[T], t kind[F, V, O], id func(T) string, onlyID bool) ([]*O, error) {
	ids := distinct(c.Values, id)
	nodes := make([]V, 0, len(ids))
	if onlyID {
		for _, id := range ids {
			nodes = append(nodes, t.bare(id))
		}
	} else if len(ids) > 0 {
		found, err := c.Reader.Nodes(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, n := range found {
			if v, ok := n.(V); ok {
				nodes = append(nodes, v)
			}
		}
	}
	objects := make(map[string]*O, len(nodes))
	for i, o := range t.members(c.Reader, nodes) {
		objects[nodes[i].NodeID()] = o
	}
	results := make([]*O, len(c.Values))
	for i, v := range c.Values {
		results[i] = objects[id(v)]
	}
	return results, nil
}

// distinct lists the ids of values, each once, empty ones left out.
func distinct[T any](values []T, id func(T) string) []string {
	var ids []string
	seen := make(map[string]bool, len(values))
	for _, v := range values {
		if id := id(v); id != "" && !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

// unfold answers a field with what each sibling holds already: no call of the Reader.
func unfold[T, V, O any](ctx context.Context, at cohort.Place[T], key cohort.Key, of func(T) []V, members func(graph.Reader, []V) []*O) ([]*O, error) {
	return cohort.Fetch(ctx, at, key, func(c *cohort.Cohort[T]) ([][]*O, error) {
		return share(c.Reader, c.Values, of, members), nil
	})
}

// share makes one cohort of all that the values hold, and gives each value its own part.
func share[T, V, O any](r graph.Reader, values []T, of func(T) []V, members func(graph.Reader, []V) []*O) [][]*O {
	size := 0
	for _, v := range values {
		size += len(of(v))
	}
	all := make([]V, 0, size)
	for _, v := range values {
		all = append(all, of(v)...)
	}
	objects := members(r, all)
	lists := make([][]*O, len(values))
	for i, v := range values {
		n := len(of(v))
		lists[i] = objects[:n:n]
		objects = objects[n:]
	}
	return lists
}

func items[V any](s graph.Slice[V]) []V { return s.Items }

func itself(id string) string { return id }

// nodes answers a field with the nodes of any type that each sibling refers to.
func nodes[T any](ctx context.Context, at cohort.Place[T], ids func(T) []string) ([]object.Node, error) {
	return cohort.Fetch(ctx, at, keyOf(ctx), func(c *cohort.Cohort[T]) ([][]object.Node, error) {
		var all []string
		for _, v := range c.Values {
			all = append(all, ids(v)...)
		}
		wanted := distinct(all, itself)
		found, err := c.Reader.Nodes(ctx, wanted)
		if err != nil {
			return nil, err
		}
		objects := make(map[string]object.Node, len(wanted))
		for i, n := range object.Nodes(c.Reader, found) {
			objects[wanted[i]] = n
		}
		lists := make([][]object.Node, len(c.Values))
		for i, v := range c.Values {
			for _, id := range ids(v) {
				lists[i] = append(lists[i], objects[id])
			}
		}
		return lists, nil
	})
}

// node is nodes for siblings that refer to one.
func node[T any](ctx context.Context, at cohort.Place[T], id func(T) string) (object.Node, error) {
	found, err := nodes(ctx, at, func(v T) []string { return []string{id(v)} })
	if err != nil {
		return nil, err
	}
	return found[0], nil
}

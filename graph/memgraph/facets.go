package memgraph

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"reaffirm/graph"
)

// Facets implements graph.Reader.
func (m *Graph) Facets(ctx context.Context, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	list := make([]*graph.Facets, len(filters))
	for i := range filters {
		var w where[graph.Provision]
		if err := m.filterProvisions(ctx, &filters[i], &w); err != nil {
			return nil, err
		}
		list[i] = m.facets(w.rows(&m.provisions.table))
	}
	return list, nil
}

// facets counts the provisions of s.
func (m *Graph) facets(s set) *graph.Facets {
	p := &m.provisions
	f := &graph.Facets{Total: s.len()}
	if f.Total == 0 {
		return f
	}
	s.bits = s.bitmap()
	for rank, d := range m.documents.items {
		if n := shared(s, p.document.of(int32(rank))); n > 0 {
			f.Documents = append(f.Documents, graph.Count{Value: d.ID, Count: n})
		}
	}
	f.Kinds = countInOrder(s, p.kind, graph.ProvisionKinds())
	f.CommitmentKinds = countInOrder(s, p.commitmentKind, graph.CommitmentKinds())
	f.Roles = countInOrder(s, p.role, graph.Roles())
	f.Stances = countInOrder(s, p.stance, graph.Stances())
	f.Bodies = countByRank(s, p.body, m.bodies.at)
	f.Instruments = countByRank(s, p.instrument, m.instruments.at)
	f.Themes = countByRank(s, p.theme, m.themes.at)
	f.Verbs = countByWord(s, p.verb)
	f.Strengths = countNumbers(s, p.strength)
	f.Years = countNumbers(s, p.year)
	return f
}

// countInOrder counts by the values listed.
func countInOrder[V ~string](s set, x postings[V], values []V) []graph.Count {
	var list []graph.Count
	for _, v := range values {
		if n := shared(s, x[v]); n > 0 {
			list = append(list, graph.Count{Value: string(v), Count: n})
		}
	}
	return list
}

// countByRank counts by nodes, most first, then by rank.
func countByRank(s set, x postings[string], at places) []graph.Count {
	list := countAll(s, x)
	slices.SortFunc(list, func(a, b graph.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(at[a.Value], at[b.Value]))
	})
	return list
}

// countByWord counts by words, most first, then by word.
func countByWord(s set, x postings[string]) []graph.Count {
	list := countAll(s, x)
	slices.SortFunc(list, func(a, b graph.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return list
}

// countAll counts by all values of x, in no order.
func countAll(s set, x postings[string]) []graph.Count {
	var list []graph.Count
	for v, rows := range x {
		if n := shared(s, rows); n > 0 {
			list = append(list, graph.Count{Value: v, Count: n})
		}
	}
	return list
}

// countNumbers counts by numbers other than 0, which is for unknown, ascending.
func countNumbers(s set, x postings[int]) []graph.Count {
	numbers := make([]int, 0, len(x))
	for v := range x {
		if v != 0 {
			numbers = append(numbers, v)
		}
	}
	slices.Sort(numbers)
	var list []graph.Count
	for _, v := range numbers {
		if n := shared(s, x[v]); n > 0 {
			list = append(list, graph.Count{Value: strconv.Itoa(v), Count: n})
		}
	}
	return list
}

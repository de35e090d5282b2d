package neograph

import (
	"cmp"
	"context"
	"slices"

	"reaffirm/graph"
)

// Facets counts, for each filter, the provisions that match it by each of their properties.
func (r *Reader) Facets(ctx context.Context, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	if len(filters) == 0 {
		return nil, nil
	}
	return answerAll(ctx, r, "facets", filters, sizeOfFacets, askFacets)
}

func sizeOfFacets(f *graph.Facets) int {
	return countSize * len(slices.Concat(f.Documents, f.Kinds, f.CommitmentKinds, f.Bodies, f.Roles, f.Instruments, f.Stances, f.Themes, f.Verbs, f.Strengths, f.Years))
}

func askFacets(ctx context.Context, r *Reader, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	queries := make([]any, len(filters))
	for i, f := range filters {
		q, err := provisionQuery(f)
		if err != nil {
			return nil, err
		}
		start(q, "all", []string{r.version})
		queries[i] = map[string]any(q)
	}
	answers, err := r.askBatch(ctx, "facets", queries, map[string]any{})
	if err != nil {
		return nil, err
	}
	facets := make([]*graph.Facets, len(filters))
	for i, answer := range answers {
		facets[i] = facetsOf(answer.column(1))
	}
	return facets, nil
}

// facetsOf sorts [facet, value, rank, provisions], …, which come in no order, into facets.
func facetsOf(rows column) *graph.Facets {
	values := map[string][]ranked{}
	for _, row := range rows {
		c := asColumn(row)
		values[c.text(0)] = append(values[c.text(0)], ranked{graph.Count{Value: c.text(1), Count: c.number(3)}, c.number(2)})
	}
	f := &graph.Facets{
		Documents:       byRank(values["documents"]),
		Kinds:           inOrder(values["kinds"], graph.ProvisionKinds()),
		CommitmentKinds: inOrder(values["commitmentKinds"], graph.CommitmentKinds()),
		Bodies:          byCount(values["bodies"]),
		Roles:           inOrder(values["roles"], graph.Roles()),
		Instruments:     byCount(values["instruments"]),
		Stances:         inOrder(values["stances"], graph.Stances()),
		Themes:          byCount(values["themes"]),
		Verbs:           byCount(values["verbs"]),
		Strengths:       byRank(values["strengths"]),
		Years:           byRank(values["years"]),
	}
	for _, t := range values["total"] {
		f.Total = t.Count.Count
	}
	return f
}

// A ranked count is one with the rank of what it counts, or the number that is its value.
type ranked struct {
	graph.Count
	rank int
}

func byRank(list []ranked) []graph.Count {
	slices.SortFunc(list, func(a, b ranked) int { return a.rank - b.rank })
	return counts(list)
}

func byCount(list []ranked) []graph.Count {
	slices.SortFunc(list, func(a, b ranked) int {
		return cmp.Or(b.Count.Count-a.Count.Count, a.rank-b.rank, cmp.Compare(a.Value, b.Value))
	})
	return counts(list)
}

// inOrder leaves out what is not in order.
func inOrder[T ~string](list []ranked, order []T) []graph.Count {
	list = slices.DeleteFunc(list, func(c ranked) bool { return !slices.Contains(order, T(c.Value)) })
	slices.SortFunc(list, func(a, b ranked) int {
		return slices.Index(order, T(a.Value)) - slices.Index(order, T(b.Value))
	})
	return counts(list)
}

func counts(list []ranked) []graph.Count {
	if len(list) == 0 {
		return nil
	}
	plain := make([]graph.Count, len(list))
	for i, c := range list {
		plain[i] = c.Count
	}
	return plain
}

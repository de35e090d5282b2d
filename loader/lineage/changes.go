package lineage

import (
	"reaffirm/graph"
)

// changes names the changes of substance that two provisions' own commitments show.
func (m *Model) changes(later, earlier *graph.Provision) []graph.Change {
	var list []graph.Change
	// "Encourages States to …" became "Urges States to …".
	if a, b := m.strong[later.ID], m.strong[earlier.ID]; a != nil && b != nil && a.Strength > 0 && b.Strength > 0 && a.Strength != b.Strength {
		kind := graph.Strengthened
		if a.Strength < b.Strength {
			kind = graph.Weakened
		}
		list = append(list, graph.Change{Kind: kind, Rule: "drafting-verb", Later: &a.Span, Earlier: &b.Span})
	}
	// "… to review legislation" became "… to review, as appropriate, legislation".
	for _, q := range m.hedges[later.ID] {
		if !hasQualifier(m.hedges[earlier.ID], q.Name) {
			list = append(list, graph.Change{Kind: graph.Qualified, Rule: "qualifier-added", Later: &q.Span})
		}
	}
	// "by 2015" became "by 2030".
	for _, a := range m.years[later.ID] {
		for _, b := range m.years[earlier.ID] {
			if a.Year != b.Year {
				list = append(list, graph.Change{Kind: graph.Updated, Rule: "deadline-moved", Later: &a.Span, Earlier: &b.Span})
			}
		}
	}
	return list
}

func hasQualifier(list []graph.Qualifier, name string) bool {
	for _, q := range list {
		if q.Name == name {
			return true
		}
	}
	return false
}

package lineage

import (
	"cmp"
	"slices"

	"reaffirm/graph"
)

// repetitions finds the provisions of one document that carry the same text: each is linked with
// the next one that does, so that n of them make n-1 repetitions.
func (m *Model) repetitions(p *pairings) []graph.Repetition {
	type pair struct {
		first, second int32
		score         float64
	}
	var found []pair
	for g := range m.groups {
		if m.groups[g].mass < repeatedMass {
			continue
		}
		byDocument := map[string]int32{} // document to the last carrier seen
		for _, c := range slices.Sorted(slices.Values(m.groups[g].carriers)) {
			d := m.provision(c).Document
			if before, ok := byDocument[d]; ok {
				found = append(found, pair{before, c, 1})
			}
			byDocument[d] = c
		}
		for _, x := range p.of[g] {
			share := float64(x.common)
			if x.group > int32(g) || share < repeatedShare {
				continue
			}
			for _, c := range m.groups[x.group].carriers {
				if own, ok := byDocument[m.provision(c).Document]; ok {
					found = append(found, pair{min(own, c), max(own, c), share})
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b pair) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.second, b.second))
	})
	out := make([]graph.Repetition, len(found))
	for i, x := range found {
		out[i] = graph.Repetition{
			First: m.provision(x.first).ID, Second: m.provision(x.second).ID, Score: round(x.score), Rank: i,
			Evidence: graph.Evidence{Method: graph.Alignment, Rule: ruleSame, Confidence: round(min(0.99, x.score))},
		}
		if x.score < 1 {
			out[i].Evidence.Rule = ruleWording
		}
	}
	return out
}

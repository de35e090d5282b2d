package object

import (
	"strconv"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A ValueCount says how many things have a value.
type ValueCount[V any] struct {
	Value V
	Count int
}

// The counts by a value that is no node.
type (
	KindCount           = ValueCount[graph.ProvisionKind]
	CommitmentKindCount = ValueCount[graph.CommitmentKind]
	RoleCount           = ValueCount[graph.Role]
	StanceCount         = ValueCount[graph.Stance]
	RelationCount       = ValueCount[graph.Relation]
	NodeTypeCount       = ValueCount[graph.NodeType]
	VerbCount           = ValueCount[string]
	NumberCount         = ValueCount[int]
)

// Values are counts by a word of a vocabulary.
func Values[V ~string](counts []graph.Count) []*ValueCount[V] {
	list := make([]*ValueCount[V], len(counts))
	for i, c := range counts {
		list[i] = &ValueCount[V]{Value: V(c.Value), Count: c.Count}
	}
	return list
}

// Numbers are counts by a number. Error: a value that is none.
func Numbers(counts []graph.Count) ([]*NumberCount, error) {
	list := make([]*NumberCount, len(counts))
	for i, c := range counts {
		n, err := strconv.Atoi(c.Value)
		if err != nil {
			return nil, err
		}
		list[i] = &NumberCount{Value: n, Count: c.Count}
	}
	return list, nil
}

// A NodeCount says how many provisions have to do with a node, whose id is the value of its Place.
type NodeCount struct {
	Count int
	cohort.Place[graph.Count]
}

// NodeCounts makes siblings.
func NodeCounts(r graph.Reader, values []graph.Count) []*NodeCount {
	return cohort.Members(r, values, func(v graph.Count, at cohort.Place[graph.Count]) NodeCount {
		return NodeCount{v.Count, at}
	})
}

// Facets of the schema.
type Facets struct {
	*graph.Facets
	cohort.Place[*graph.Facets]
}

// AllFacets makes siblings.
func AllFacets(r graph.Reader, values []*graph.Facets) []*Facets {
	return cohort.Members(r, values, func(v *graph.Facets, at cohort.Place[*graph.Facets]) Facets {
		return Facets{v, at}
	})
}

// Kinds counts by kind.
func (f *Facets) Kinds() []*KindCount { return Values[graph.ProvisionKind](f.Facets.Kinds) }

// CommitmentKinds counts by kind of commitment.
func (f *Facets) CommitmentKinds() []*CommitmentKindCount {
	return Values[graph.CommitmentKind](f.Facets.CommitmentKinds)
}

// Roles counts by role.
func (f *Facets) Roles() []*RoleCount { return Values[graph.Role](f.Facets.Roles) }

// Stances counts by stance.
func (f *Facets) Stances() []*StanceCount { return Values[graph.Stance](f.Facets.Stances) }

// Verbs counts by verb.
func (f *Facets) Verbs() []*VerbCount { return Values[string](f.Facets.Verbs) }

// Strengths counts by strength.
func (f *Facets) Strengths() ([]*NumberCount, error) { return Numbers(f.Facets.Strengths) }

// Years counts by target year.
func (f *Facets) Years() ([]*NumberCount, error) { return Numbers(f.Facets.Years) }

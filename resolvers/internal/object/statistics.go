package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// Statistics of the schema.
type Statistics struct{ cohort.Place[struct{}] }

// DocumentStatistics of the schema.
type DocumentStatistics struct {
	Document   *Document
	Provisions int
	facets     *graph.Facets
	cohort.Place[*graph.Document]
}

// AllDocumentStatistics makes siblings; facets holds the counts of each document's provisions.
func AllDocumentStatistics(r graph.Reader, values []*graph.Document, facets []*graph.Facets) []*DocumentStatistics {
	documents := Documents(r, values)
	list := make([]*DocumentStatistics, len(values))
	for i, d := range documents {
		list[i] = &DocumentStatistics{Document: d, Provisions: facets[i].Total, facets: facets[i], Place: d.Place}
	}
	return list
}

// Kinds counts provisions by kind.
func (s *DocumentStatistics) Kinds() []*KindCount { return Values[graph.ProvisionKind](s.facets.Kinds) }

// CommitmentKinds counts provisions by kind of commitment.
func (s *DocumentStatistics) CommitmentKinds() []*CommitmentKindCount {
	return Values[graph.CommitmentKind](s.facets.CommitmentKinds)
}

// Roles counts provisions by role.
func (s *DocumentStatistics) Roles() []*RoleCount { return Values[graph.Role](s.facets.Roles) }

// A DocumentPair of the schema.
type DocumentPair struct {
	Earlier   *Document
	Later     *Document
	Relations []*RelationCount
}

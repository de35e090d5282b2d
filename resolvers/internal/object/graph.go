package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A Graph of the schema.
type Graph struct {
	*graph.Summary
	DataIssues []*DataIssue
}

// NewGraph makes the issues of a version siblings.
func NewGraph(r graph.Reader, s *graph.Summary) *Graph {
	return &Graph{Summary: s, DataIssues: DataIssues(r, Pointers(s.Issues))}
}

// A DataIssue of the schema.
type DataIssue struct {
	*graph.DataIssue
	cohort.Place[*graph.DataIssue]
}

// DataIssues makes siblings.
func DataIssues(r graph.Reader, values []*graph.DataIssue) []*DataIssue {
	return cohort.Members(r, values, func(v *graph.DataIssue, at cohort.Place[*graph.DataIssue]) DataIssue {
		return DataIssue{v, at}
	})
}

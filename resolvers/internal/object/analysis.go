package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// Coverage of the schema.
type Coverage struct {
	Earlier *Document
	Later   *Document
	Buckets []*CoverageBucket
}

// A CoverageBucket of the schema.
type CoverageBucket struct {
	Bucket graph.Bucket
	Count  int
	cohort.Place[graph.CoverageBucket]
}

// NewCoverage makes its documents siblings, and its buckets. Where echoes are not counted, what only
// they carry on is dropped, and the provisions of the bucket of echoes are none, as its count says.
func NewCoverage(r graph.Reader, c *graph.Coverage, echoes bool) *Coverage {
	documents := Documents(r, []*graph.Document{c.Earlier, c.Later})
	for i := range c.Buckets {
		if b := &c.Buckets[i]; b.Bucket == graph.EchoedBucket && !echoes {
			b.Filter.NotRelations = graph.Relations()
		}
	}
	buckets := cohort.Members(r, c.Buckets, func(v graph.CoverageBucket, at cohort.Place[graph.CoverageBucket]) CoverageBucket {
		return CoverageBucket{v.Bucket, v.Count, at}
	})
	return &Coverage{Earlier: documents[0], Later: documents[1], Buckets: buckets}
}

// A PathResult of the schema.
type PathResult struct {
	Paths    []Path
	Length   *int
	Complete bool
}

// A Path of the schema.
type Path struct {
	Nodes []Node
	Edges []PathEdge
}

// A PathEdge of the schema.
type PathEdge struct {
	From, To Node
	edge     *graph.Edge
}

// Kind is the relation.
func (e PathEdge) Kind() graph.EdgeKind { return e.edge.Kind }

// Label is nil where the relation carries none.
func (e PathEdge) Label() *string { return optional(&e.edge.Label) }

// Confidence is how sure the relation is.
func (e PathEdge) Confidence() float64 { return e.edge.Confidence }

// NewPathResult makes the nodes of all paths siblings by type.
func NewPathResult(r graph.Reader, paths []graph.Path, complete bool) *PathResult {
	result := &PathResult{Paths: make([]Path, len(paths)), Complete: complete}
	var values []graph.Node
	for _, p := range paths {
		values = append(values, p.Nodes...)
	}
	nodes := Nodes(r, values)
	for i, p := range paths {
		of := nodes[:len(p.Nodes):len(p.Nodes)]
		nodes = nodes[len(p.Nodes):]
		length := len(p.Edges)
		result.Length = &length
		result.Paths[i] = Path{Nodes: of, Edges: make([]PathEdge, len(p.Edges))}
		for j := range p.Edges {
			from, to := of[j], of[j+1]
			if from.NodeID() != p.Edges[j].From {
				from, to = to, from
			}
			result.Paths[i].Edges[j] = PathEdge{From: from, To: to, edge: &p.Edges[j]}
		}
	}
	return result
}

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

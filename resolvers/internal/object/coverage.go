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

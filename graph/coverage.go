package graph

import (
	"context"
	"fmt"
)

// Bucket is what became of a provision between two documents.
type Bucket string

const (
	RestatedBucket Bucket = "RESTATED" // of the earlier document, carried on word for word
	AdaptedBucket  Bucket = "ADAPTED"  // of the earlier document, carried on with changes of substance only
	EchoedBucket   Bucket = "ECHOED"   // of the earlier document, carried on in other words only
	DroppedBucket  Bucket = "DROPPED"  // of the earlier document, not carried on
	KeptBucket     Bucket = "KEPT"     // of the later document, carrying on something of the earlier
	NewBucket      Bucket = "NEW"      // of the later document, with no antecedent in the earlier
)

// Buckets lists every Bucket in schema order.
func Buckets() []Bucket {
	return []Bucket{RestatedBucket, AdaptedBucket, EchoedBucket, DroppedBucket, KeptBucket, NewBucket}
}

// Coverage says how much of an earlier document a later one carries on. RESTATED, ADAPTED, ECHOED and
// DROPPED share out the earlier document's provisions, KEPT and NEW the later one's; provisions that
// are only a FRAME are left out of both. ECHOED is told apart only where echoes are counted; elsewhere those provisions are
// DROPPED (and NEW).
type Coverage struct {
	Earlier *Document
	Later   *Document
	Buckets []CoverageBucket // one for each of Buckets, in that order
}

// A CoverageBucket counts the provisions that share a fate.
type CoverageBucket struct {
	Bucket Bucket
	Filter ProvisionFilter // selects them
	Count  int
	Themes []Count // as in Facets
}

// Cover compares two documents. Errors: ErrInvalid where one is no document of the graph or the
// earlier does not come before the later; otherwise the Reader's.
func Cover(ctx context.Context, r Reader, earlier, later string, echoes bool) (*Coverage, error) {
	nodes, err := r.Nodes(ctx, []string{earlier, later})
	if err != nil {
		return nil, err
	}
	e, ok := nodes[0].(*Document)
	if !ok {
		return nil, fmt.Errorf("%w: %q is not the id of a document", ErrInvalid, earlier)
	}
	l, ok := nodes[1].(*Document)
	if !ok {
		return nil, fmt.Errorf("%w: %q is not the id of a document", ErrInvalid, later)
	}
	if e.Rank >= l.Rank {
		return nil, fmt.Errorf("%w: %q does not come before %q; swap them", ErrInvalid, earlier, later)
	}
	c := &Coverage{Earlier: e, Later: l}
	filters := make([]ProvisionFilter, len(Buckets()))
	for i, b := range Buckets() {
		filters[i] = bucketFilter(b, earlier, later, echoes)
	}
	facets, err := r.Facets(ctx, filters)
	if err != nil {
		return nil, err
	}
	for i, b := range Buckets() {
		c.Buckets = append(c.Buckets, CoverageBucket{Bucket: b, Filter: filters[i], Count: facets[i].Total, Themes: facets[i].Themes})
	}
	return c, nil
}

func bucketFilter(b Bucket, earlier, later string, echoes bool) ProvisionFilter {
	counted := DefaultRelations()
	if echoes {
		counted = Relations()
	}
	f := ProvisionFilter{Documents: []string{earlier}, Kinds: []ProvisionKind{Operative, Statement}}
	switch b {
	case RestatedBucket:
		f.ReaffirmedIn, f.Relations = []string{later}, []Relation{Restates}
	case AdaptedBucket:
		f.ReaffirmedIn, f.Relations = []string{later}, []Relation{Adapts}
		f.NotReaffirmedIn, f.NotRelations = []string{later}, []Relation{Restates}
	case EchoedBucket:
		f.ReaffirmedIn, f.Relations = []string{later}, []Relation{Echoes}
		f.NotReaffirmedIn, f.NotRelations = []string{later}, DefaultRelations()
		if !echoes {
			f.NotRelations = Relations() // selects none
		}
	case DroppedBucket:
		f.NotReaffirmedIn, f.NotRelations = []string{later}, counted
	case KeptBucket:
		f.Documents = []string{later}
		f.Reaffirms, f.Relations = []string{earlier}, counted
	case NewBucket:
		f.Documents = []string{later}
		f.NotReaffirms, f.NotRelations = []string{earlier}, counted
	}
	return f
}

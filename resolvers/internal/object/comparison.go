package object

import "reaffirm/graph"

// A Comparison of the schema.
type Comparison struct {
	Later, Earlier *Provision
	Reaffirmation  *Reaffirmation // nil where the graph has no link
	*graph.Comparison
}

// NewComparison makes its provisions siblings. The link is that of the graph, nil where there is none.
func NewComparison(r graph.Reader, later, earlier *graph.Provision, link *graph.Reaffirmation, c *graph.Comparison) *Comparison {
	provisions := Provisions(r, []*graph.Provision{later, earlier})
	out := &Comparison{Later: provisions[0], Earlier: provisions[1], Comparison: c}
	if link != nil {
		out.Reaffirmation = Reaffirmations(r, []*graph.Reaffirmation{link})[0]
	}
	return out
}

// Relation is what the link's is or would be.
func (c *Comparison) Relation() graph.Relation { return c.Link.Relation }

// Score is that of the link.
func (c *Comparison) Score() float64 { return c.Link.Score }

// Changes are those of the link.
func (c *Comparison) Changes() []graph.Change { return c.Link.Changes }

// Aligned are the stretches that the link rests on.
func (c *Comparison) Aligned() []graph.AlignedSpan { return c.Link.Aligned }

// Diff turns the earlier text into the later one.
func (c *Comparison) Diff() []graph.DiffPart { return c.Link.Diff }

// Evidence says how the pair was judged.
func (c *Comparison) Evidence() Evidence { return Evidence{&c.Link.Evidence} }

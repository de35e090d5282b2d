package graph

import "context"

// A Comparer judges pairs of provisions as linking does, whether they are linked or not.
//
// Implementations are safe for concurrent use.
type Comparer interface {
	// Compare judges two provisions of the version that r reads. Errors: ErrInvalid where an id is
	// that of no provision, where the first provision is not of a later document than the second, or
	// where the graph is too large; otherwise the Reader's.
	Compare(ctx context.Context, r Reader, later, earlier string) (*Comparison, error)
}

// A Comparison says why a later provision carries an earlier one on, or why it does not.
type Comparison struct {
	// Linked says whether the judgement links the two. The graph may differ: a curator can decide
	// otherwise, and a large corpus bounds the links of one provision.
	Linked bool
	// Figures are what was measured, what decides last.
	Figures []Figure
	// Link is the link with all its evidence, as it is or would be.
	Link Reaffirmation
}

// A Figure is one measure of a pair of provisions.
type Figure struct {
	Name    string
	Meaning string // what is measured, with its unit
	Value   float64
	// Adds is what the figure adds to the odds; nil where it is not added.
	Adds *float64
	// Least is the value below which the figure rules a link out; nil where it cannot.
	Least *float64
}

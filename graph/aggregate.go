package graph

import (
	"fmt"
	"slices"
)

// A Count says how many provisions have a value.
type Count struct {
	Value string // an id, an enum value, a verb or a year
	Count int
}

// Facets count provisions by their properties: of those that match, how many would match a filter of
// that value alone (a body in any role, whichever roles the filter names). Values with no provision are
// left out. Documents, Kinds, CommitmentKinds, Roles and Stances are in the order of their kind
// (document order, schema order); Years and Strengths ascending; the others by count, highest first,
// then by the Rank of the node or by the word (by bytes).
type Facets struct {
	Total           int
	Documents       []Count
	Kinds           []Count
	CommitmentKinds []Count
	Bodies          []Count
	Roles           []Count
	Instruments     []Count // each instrument with those below it
	Stances         []Count
	Themes          []Count // each theme with those below it
	Verbs           []Count
	Strengths       []Count // with a commitment of exactly this strength; 0, unknown, left out
	Years           []Count // of deadlines
}

// Axis is a dimension of a Tally.
type Axis string

const (
	BodyAxis     Axis = "BODY"
	ThemeAxis    Axis = "THEME"
	DocumentAxis Axis = "DOCUMENT"
)

// Axes lists every Axis in schema order.
func Axes() []Axis { return []Axis{BodyAxis, ThemeAxis, DocumentAxis} }

// A TallyQuery asks for a matrix of responsibilities.
type TallyQuery struct {
	Filter  InvolvementFilter
	Rows    Axis
	Columns Axis // ErrInvalid where it is the same as Rows, or either is no Axis
}

// A Cell counts the provisions in which, for its row and column, a body plays a role. A provision
// counts once for each role in a cell, and in the row or column of each of its own themes and of
// the themes above them, whichever themes the filter names; on the other axes it counts for the bodies
// of the involvements that match, and for its document. Cells with no provision are left out; the order is row, column (by Rank), role.
type Cell struct {
	Row    string // id
	Column string // id
	Role   Role
	Count  int
}

// Check returns ErrInvalid, with what is wrong, where there is no such matrix.
func (q TallyQuery) Check() error {
	for _, a := range []Axis{q.Rows, q.Columns} {
		if !slices.Contains(Axes(), a) {
			return fmt.Errorf("%w: %q is no axis", ErrInvalid, a)
		}
	}
	if q.Rows == q.Columns {
		return fmt.Errorf("%w: rows and columns are both %s; they must differ", ErrInvalid, q.Rows)
	}
	return nil
}

// EdgeKind is a relation seen as an edge between two nodes.
type EdgeKind string

const (
	ContainsEdge  EdgeKind = "CONTAINS"  // Document or Section → Section or Provision, Provision → Provision
	MakesEdge     EdgeKind = "MAKES"     // Provision → Commitment
	InvolvesEdge  EdgeKind = "INVOLVES"  // Provision → Body, Label is the role
	CitesEdge     EdgeKind = "CITES"     // Provision → Instrument, Label is the stance
	ReaffirmsEdge EdgeKind = "REAFFIRMS" // Provision → Provision, Label is the relation
	AboutEdge     EdgeKind = "ABOUT"     // Provision → Theme
	MemberOfEdge  EdgeKind = "MEMBER_OF" // Body → Body
	BroaderEdge   EdgeKind = "BROADER"   // Theme → Theme, Instrument → Instrument, towards the broader
)

// EdgeKinds lists every EdgeKind in schema order.
func EdgeKinds() []EdgeKind {
	return []EdgeKind{ContainsEdge, MakesEdge, InvolvesEdge, CitesEdge, ReaffirmsEdge, AboutEdge, MemberOfEdge, BroaderEdge}
}

// An Edge is one relation between two nodes. Relations that differ only in their evidence (a body
// named twice in one role) are one edge, with the highest confidence. CONTAINS goes from the
// innermost container only: a provision is contained by its parent, else by its section, else by its
// document.
type Edge struct {
	Kind       EdgeKind
	From       string
	To         string
	Label      string
	Confidence float64 // 1 for structure
}

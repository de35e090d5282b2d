package graph

// A Count says how many provisions have a value.
type Count struct {
	Value string // an id, an enum value, a verb or a year
	Count int
}

// Facets count provisions by their properties. Values with no provision are left out. Documents,
// Kinds, CommitmentKinds, Roles and Stances are in the order of their kind (document order, schema
// order); Years and Strengths ascending; the others by count, highest first, then by the Rank of the node or by
// the word.
type Facets struct {
	Total           int
	Documents       []Count
	Kinds           []Count
	CommitmentKinds []Count
	Bodies          []Count
	Roles           []Count
	Instruments     []Count
	Stances         []Count
	Themes          []Count // each theme with those below it
	Verbs           []Count
	Strengths       []Count
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
	Columns Axis // not the same as Rows: ErrInvalid
}

// A Cell counts the provisions in which, for its row and column, a body plays a role. A provision
// counts once for each role in a cell, and in the row or column of each of its own themes and of
// the themes above them. Cells with no provision are left out; the order is row, column (by Rank), role.
type Cell struct {
	Row    string // id
	Column string // id
	Role   Role
	Count  int
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
	BroaderEdge   EdgeKind = "BROADER"   // Theme → Theme, Instrument → Instrument
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

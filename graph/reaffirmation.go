package graph

// A Reaffirmation says that a later provision carries an earlier one on.
type Reaffirmation struct {
	ID       string // later id, "~", earlier id
	Later    string
	Earlier  string
	Relation Relation
	Score    float64 // 0 to 1: share of the weighted wording in common, see loader/lineage
	Changes  []Change
	Aligned  []AlignedSpan // in order of the later text
	Diff     []DiffPart    // the earlier text turned into the later one
	// Announced lists the citations by which the later provision's document says in so many words
	// that it reaffirms the earlier one's, as ids of the announcing provisions.
	Announced []string
	Evidence  Evidence
	Rank      int // by later provision, then earlier
}

// A Change is one change of substance, with the words that show it on either side.
type Change struct {
	Kind    ChangeKind
	Rule    string
	Later   *Span // nil where the words were dropped
	Earlier *Span // nil where the words are new
}

// An AlignedSpan is a pair of stretches that carry the same words.
type AlignedSpan struct {
	Later   Span
	Earlier Span
}

// DiffOp is what a DiffPart does.
type DiffOp string

const (
	Equal  DiffOp = "EQUAL"
	Insert DiffOp = "INSERT"
	Delete DiffOp = "DELETE"
	// Move marks a phrase that stands in both texts at different places: it appears once with
	// its earlier place and once with its later place.
	MovedFrom DiffOp = "MOVED_FROM"
	MovedTo   DiffOp = "MOVED_TO"
)

// DiffOps lists every DiffOp in schema order.
func DiffOps() []DiffOp { return []DiffOp{Equal, Insert, Delete, MovedFrom, MovedTo} }

// A DiffPart is one run of a word diff. Joining the Text of all parts but INSERT and MOVED_TO gives
// the earlier text; joining all but DELETE and MOVED_FROM gives the later, but for white space,
// punctuation and case, which do not count as changes (EQUAL text is the later one's).
type DiffPart struct {
	Op   DiffOp
	Text string
}

// A Repetition says that two provisions of one document carry the same text.
type Repetition struct {
	First    string // id of the provision that comes first
	Second   string
	Score    float64
	Evidence Evidence
	Rank     int
}

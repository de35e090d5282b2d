package graph

// A Commitment is one operative clause of a provision.
type Commitment struct {
	ID         string // "md-2019/p6:1"
	Provision  string
	Ordinal    int // from 1 within its provision
	Kind       CommitmentKind
	Verbs      []string // base forms, in order of the text: "reaffirm", "call upon"
	Strength   int      // place of its strongest verb in the order of drafting verbs, 1 weakest; 0 unknown
	Span       Span     // the clause; its Quote is the commitment's text
	Inherited  bool     // the governing verb stands in a chapeau, not in the clause
	Negated    bool
	Qualifiers []Qualifier
	Deadlines  []Deadline
	Evidence   Evidence
	Rank       int // place in document order among all commitments
}

// A Qualifier is a hedge or condition on a commitment: "as appropriate", "within available resources".
type Qualifier struct {
	Name string // canonical form of the formula
	Span Span
}

// A Deadline is a target year and the words that set it.
type Deadline struct {
	Year     int
	Span     Span
	Binds    string // the words that the year binds, or ""
	Evidence Evidence
}

// A Verb is an entry of the lexicon of drafting verbs.
type Verb struct {
	Base     string
	Kind     CommitmentKind
	Strength int // 1 weakest
}

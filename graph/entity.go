package graph

// A Body is a named body or a class of actors.
type Body struct {
	ID       string // "body/unodc"
	Kind     BodyKind
	Name     string // "United Nations Office on Drugs and Crime"
	Acronym  string // "UNODC", or ""
	Note     string // one sentence that says what it is
	Aliases  []Alias
	MemberOf string // id of the body it belongs to, or ""
	// Provisions counts the provisions that involve it.
	Provisions int
	Rank       int // named bodies first, then classes, each by name
}

// An Alias is another name of a body or an instrument; From and To bound the years in which it
// was in use, 0 where open.
type Alias struct {
	Name string
	From int
	To   int
}

// An Instrument is a text or programme that provisions cite.
type Instrument struct {
	ID       string // "instrument/convention-1988"
	Kind     InstrumentKind
	Title    string
	Short    string // "1988 Convention"
	Symbol   string // resolution or document symbol, or ""
	Adopted  string // date or year, or ""
	Aliases  []Alias
	Broader  string // id of the instrument it belongs to (protocol under convention), or ""
	Document string // id of the corpus document that it is, or ""
	// Recognized is false where no gazetteer knows it and it was found by its form alone.
	Recognized bool
	// Provisions counts the provisions that cite it.
	Provisions int
	Rank       int // by kind in schema order, then by date, then by title
}

// A Theme is an entry of the curated, hierarchical list of policy themes.
type Theme struct {
	ID      string // "theme/alternative-development"
	Name    string
	Note    string // what it covers
	Broader string // id of the theme above, or ""
	// Provisions counts the provisions about it or about a theme below it.
	Provisions int
	Rank       int // order of the list: a theme, then those below it
}

// An Involvement says that a body plays a role in a provision.
type Involvement struct {
	Provision  string
	Commitment string // id of the commitment whose clause holds it, or ""
	Body       string
	Role       Role
	Implied    bool  // the body is not written there: a chapeau's agent, "we", a bare imperative
	Span       *Span // the words that name the body; nil only where Implied
	Evidence   Evidence
	Rank       int // by provision, then by place in the text, implied first, then body, then role
}

// A Citation says that a provision cites an instrument.
type Citation struct {
	Provision  string
	Instrument string
	Stance     Stance
	Pinpoint   string   // "article 3", "para. 18 (c)", "annex", or ""
	Provisions []string // ids of the provisions of a document of the corpus that the pinpoint names
	Span       *Span    // the words that cite; nil where only a footnote does
	Footnote   string   // marker of the footnote through which it cites, or ""
	Collective bool     // one of several meant by one phrase ("the three … conventions")
	Erratum    bool     // printed wrongly in the source; resolved to what was meant
	Evidence   Evidence
	Rank       int // by provision, then by place in the text, then instrument
}

// An About says that a provision is about a theme.
type About struct {
	Provision string
	Theme     string
	Span      *Span  // the phrase that shows it, or nil
	Heading   string // the heading that shows it, or ""
	Evidence  Evidence
	Rank      int
}

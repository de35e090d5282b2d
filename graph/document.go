package graph

// A Source is a place in a source file. Lines count from 1 and include both ends; bytes count
// from 0 and exclude the end.
type Source struct {
	File      string
	StartLine int
	EndLine   int
	StartByte int
	EndByte   int
}

// A Span is a stretch of a provision's Text: offsets in Unicode code points from 0, end exclusive,
// and the words that stand there.
type Span struct {
	Start int
	End   int
	Quote string
}

// Evidence says how a fact was found and how sure that is.
type Evidence struct {
	Method     Method
	Rule       string  // name of the rule or detector, for example "agent-of-request"
	Confidence float64 // 0 to 1
	Note       string  // a curator's reason, or ""
}

// A Document is one policy document.
type Document struct {
	ID         string // "md-2019"
	Title      string
	ShortTitle string     // "2019 Ministerial Declaration"; Title where none is given
	Symbol     string     // "A/RES/S-30/1", or ""
	Adopted    string     // "2016-04-19", "2016" where only the year is known, or ""
	Body       string     // id of the adopting body, or ""
	File       string     // source file within the corpus
	Digest     string     // "sha256:…" of the source file
	Footnotes  []Footnote // called by its title, as in Section
	Rank       int        // place in the order of documents: by date of adoption, undated last, then by id
}

// A Section is a heading with its place in the tree of headings, as the document means it.
type Section struct {
	ID       string // "pdpa-2009/pa#2.B.1"
	Document string
	Parent   string // id of the enclosing section, or ""
	Title    string // plain text, with its marker: "B. Reducing the illicit supply of drugs"
	Level    int    // 1 for the outermost
	// Footnotes are called by the heading; their Offset is 0.
	Footnotes []Footnote
	Source    Source
	Rank      int // place in document order among all sections
}

// A Footnote is a note and the mark that calls it, in a provision, a heading or a title.
type Footnote struct {
	Marker string // as printed: "14"
	Text   string // plain; "Ibid." kept as printed
	// Resolved is Text with "Ibid." replaced by what it refers to; equal to Text elsewhere.
	Resolved string
	Offset   int // where the mark stood in the provision's Text, in code points; 0 in headings and titles
	Source   Source
}

// A Provision is the unit that people cite: a numbered, lettered or unnumbered paragraph.
type Provision struct {
	ID        string // "ungass-2016/5/y"
	Document  string
	Section   string // id of the innermost section, or ""
	Parent    string // id of the chapeau that governs it, or ""
	Number    string // marker as printed: "14.", "(a)", "(iv)", or ""
	Citation  string // how a person cites it: "2016 outcome document, para. 5 (y)"
	Text      string // plain text
	Markdown  string // as in the source, page furniture and breaks removed
	Kind      ProvisionKind
	Headings  []string // titles of its sections from the outside in
	Footnotes []Footnote
	Source    Source
	Depth     int // 0 for a paragraph of the document, 1 for "(a)", 2 for "(i)"
	// Reaffirmations counts the links by which later provisions carry it on, ECHOES excepted.
	Reaffirmations int
	Rank           int // place in document order among all provisions
}

// A DataIssue is something wrong in a source that the graph keeps as printed.
type DataIssue struct {
	Code      string // "ERRATUM_YEAR", "ERRATUM_SYMBOL", …
	Severity  Severity
	Message   string
	Source    Source
	Provision string // id, or ""
}

// A Problem is what is wrong with an input, in words for the person who can mend it. It is part of
// a load's report and never stops it by itself.
type Problem struct {
	Severity Severity
	Source   Source // lines and bytes are 0 where the problem is of the file as a whole
	Message  string // what is wrong and what to do
}

// Package undoc reads the text of United Nations documents (resolutions, declarations, outcome
// documents, statements) into sections, provisions and footnotes, each with its place in the source.
//
// It knows the conventions of such prose (numbered, lettered and roman paragraphs, chapeaux, headings
// with and without markers, footnotes and "Ibid.", annexes) and the wear of a page that was scanned
// (page breaks inside paragraphs, heading levels that mean nothing). It knows no subject matter, and
// what is peculiar to one source comes to it as an Outline.
//
// A source goes through four steps: blocks (lines to headings, paragraphs and notes), ranges (which
// blocks are which document's), reading (blocks to a tree of sections and provisions) and ids.
package undoc

import "reaffirm/graph"

// An Outline is what a manifest says of one document in a source.
type Outline struct {
	ID string
	// Heading holds the words of the heading at which the document starts, as printed but for
	// footnote marks, case and spacing. Empty: the document is the whole source.
	Heading string
	Parts   []Part
}

// A Part is a division of a document with a numbering of its own.
type Part struct {
	Heading string // words of the heading at which the part starts
	Step    string // its step in the ids of its provisions: "pa"
	Name    string // by which it is cited without its document: "2009 Plan of Action", or ""
}

// Parsed is a source as read. Every line of the source is in Lines once, in order.
type Parsed struct {
	Documents []Document // in order of the source; those whose heading was not found are left out
	Lines     []Line
	Problems  []graph.Problem // in order of the source
}

// A Document is one document of a source. A provision's Kind, Citation and Rank and a section's Rank
// are left to the caller.
type Document struct {
	ID         string
	Title      string // as printed, without footnote marks; "" if no heading gives it
	Sections   []graph.Section
	Provisions []graph.Provision // in order of the source
	Notes      []Note            // every footnote, in order of the source
	// By the id of a provision: the pieces of its text in order, and the steps of its id from the
	// outside in.
	Pieces map[string][]Piece
	Steps  map[string][]Step
}

// A Piece is a stretch of a provision's text that stands in the source in the same words. What lies
// between two pieces is a single space where the source has a break or several spaces, or nothing.
type Piece struct {
	Start, End         int // code points of the provision's Text, end exclusive
	StartByte, EndByte int // bytes of the source, end exclusive
}

// A Note is a footnote with everything that calls it.
type Note struct {
	graph.Footnote          // Offset is 0: it differs from caller to caller
	Callers        []string // ids of provisions, sections or the document; empty if nothing calls it
}

// StepKind says what a step of a provision's id stands for.
type StepKind int

const (
	PartStep      StepKind = iota // a part of the document: "pa"
	SectionStep                   // a section under which numbering starts again: "b", "annex"
	ParagraphStep                 // a numbered paragraph: "24"
	ItemStep                      // a lettered or roman item: "b", "iv"
	UnmarkedStep                  // an unmarked paragraph: "p6"
)

// A Step is one step of a provision's id.
type Step struct {
	Kind StepKind
	ID   string // as in the id
	// Label is the marker or the words that the step stands for: "24.", "(b)", "B.", "Annex II",
	// "Plan of Action"; "" for an unmarked paragraph.
	Label string
	Name  string // of a part that has one: see Part
	// Ordinal counts an unmarked paragraph from 1 among the unmarked ones beside it. Straight says
	// that only unmarked ones stand before it, so that it is also its place among all.
	Ordinal  int
	Straight bool
}

// A Use is what a line of the source serves as.
type Use string

const (
	TitleLine     Use = "title" // of a document
	HeadingLine   Use = "heading"
	ProvisionLine Use = "provision"
	FootnoteLine  Use = "footnote"
	FurnitureLine Use = "furniture" // no words of any document: rules, contents, mastheads
	BlankLine     Use = "blank"
)

// Uses lists every Use.
func Uses() []Use {
	return []Use{TitleLine, HeadingLine, ProvisionLine, FootnoteLine, FurnitureLine, BlankLine}
}

// A Line accounts for one line of the source.
type Line struct {
	Number  int // from 1
	Start   int // byte offset of its first byte
	End     int // byte offset after its line end
	Use     Use
	Owner   string // id of the document, section or provision; for a footnote, of its document; or ""
	Marker  string // of the footnote
	Purpose string // of furniture: what it is, in words
}

// Parse reads a source. File is its name in positions and problems. It accepts any bytes: what is not
// UTF-8 reads as U+FFFD. It takes time linear in the length of the source.
func Parse(file string, src []byte, outlines []Outline) Parsed {
	s := scan(file, src)
	var p Parsed
	for _, r := range s.divide(outlines) {
		p.Documents = append(p.Documents, s.read(r))
	}
	p.Lines = s.account()
	p.Problems = s.problems.sorted()
	return p
}

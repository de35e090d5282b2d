package graph

import "fmt"

const (
	// MaxSearchText bounds the length of SearchQuery.Text, in code points.
	MaxSearchText = 2000
	// MaxSearchWords bounds how many words, stop words included, stand in SearchQuery.Text.
	MaxSearchWords = 100
)

// A SearchQuery asks for nodes by words.
//
// Text holds words, and phrases in double quotes; all of them must be found in one and the same node,
// each in any one of its fields. Words are compared by their English stem without regard to case
// ("commits" finds "commitment" only if their stems agree) and stop words do not count. A word never
// matches by its beginning alone. Text that holds no word but stop words matches nothing. Nothing but
// the quotes has a meaning of its own: no operators, no wildcards.
//
// Words are what Unicode (UAX #29) calls words, so "30/1" is two and "1,000" is one. Several words
// with no white space between them ("money-laundering", "A/RES/S-30/1") are a phrase. The words of a
// phrase must follow each other in one field, and within one name where the field is a list of names;
// a stop word in the midst of a phrase stands for any one word ("freedom of movement" finds "freedom and
// movement" too). A quote that is not closed is left out. A text of more than MaxSearchText code
// points or MaxSearchWords words is ErrInvalid. Package fulltext has all of this in code.
//
// Searched are: the texts and citations of provisions; titles, short titles and symbols of documents;
// titles of sections; names, acronyms and aliases of bodies; titles, short titles, symbols and aliases
// of instruments; names of themes.
//
// A text that is the id of a node finds that node too. Nodes that the text names come first: those
// of which it is, as a whole and without regard to case, the id, or a field that is searched other
// than a provision's text.
type SearchQuery struct {
	Text  string
	Types []NodeType // all but COMMITMENT and REAFFIRMATION where empty; those two never match
	// Filter narrows the hits to provisions that match it; the zero value (IsZero) does not narrow. Its
	// own Text must be empty: ErrInvalid.
	Filter ProvisionFilter
	First  int // at most this many hits; ErrInvalid where negative
	Offset int // hits to leave out at the front; ErrInvalid where negative
}

// Check returns ErrInvalid, with what is wrong, where no store can answer q. It does not look into
// the text.
func (q *SearchQuery) Check() error {
	switch {
	case q.First < 0:
		return fmt.Errorf("%w: first is %d; it must not be negative", ErrInvalid, q.First)
	case q.Offset < 0:
		return fmt.Errorf("%w: offset is %d; it must not be negative", ErrInvalid, q.Offset)
	case q.Filter.Text != "":
		return fmt.Errorf("%w: a search has its text already; its filter must not have another", ErrInvalid)
	}
	return nil
}

// A SearchResult is one page of hits.
type SearchResult struct {
	Hits  []Hit
	Total int
	// Types counts all hits by node type, in schema order, those with none left out.
	Types []Count
	// Documents counts the hits that are provisions by document, in document order, those with none
	// left out.
	Documents []Count
}

// A Hit is a node that a search found.
type Hit struct {
	Node       Node
	Score      float64     // greater is better; comparable only within one answer
	Highlights []Highlight // in order of the node's fields, then of the text
}

// A Highlight is a word of the node's Field that the search found: a word asked for, or one of a phrase
// asked for where the whole phrase stands. A node found by its id alone has none.
type Highlight struct {
	Field string // "text", "citation", "title", "shortTitle", "symbol", "name", "acronym", "aliases"
	Span  Span   // in the field; for a list of names, in the first name that has any
}

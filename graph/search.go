package graph

// A SearchQuery asks for nodes by words.
//
// Text holds words, and phrases in double quotes; all of them must be found in one and the same node.
// Words are compared by their English stem without regard to case ("commits" finds "commitment"
// only if their stems agree) and stop words do not count. A word never matches by its beginning
// alone. Text that holds no word but stop words matches nothing.
//
// Searched are: the texts and citations of provisions; titles and symbols of documents; titles of
// sections; names, acronyms and aliases of bodies; titles, short titles, symbols and aliases of
// instruments; names of themes.
type SearchQuery struct {
	Text  string
	Types []NodeType // all but COMMITMENT and REAFFIRMATION where empty; those two never match
	// Filter narrows the hits to provisions that match it; the zero value does not narrow. Its own
	// Text must be empty: ErrInvalid.
	Filter ProvisionFilter
	First  int // at most this many hits
	Offset int // hits to leave out at the front
}

// A SearchResult is one page of hits.
type SearchResult struct {
	Hits  []Hit
	Total int
	// Types counts all hits by node type, in schema order, those with none left out.
	Types []Count
	// Documents counts the hits that are provisions by document, in document order.
	Documents []Count
}

// A Hit is a node that a search found.
type Hit struct {
	Node       Node
	Score      float64     // greater is better; comparable only within one answer
	Highlights []Highlight // in order of the text
}

// A Highlight is a word of the node's Field that the search found.
type Highlight struct {
	Field string // "text", "citation", "title", "symbol", "name", "acronym", "aliases"
	Span  Span   // in the field; for a list of names, in the name that is found first
}

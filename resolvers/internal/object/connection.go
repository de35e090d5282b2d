package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A Connection is a page of a list.
type Connection[O any] struct {
	Nodes      []*O
	TotalCount int // -1 where nobody asked
	page       PageInfo
}

// NewConnection makes a page of nodes that stand at keys in a list.
func NewConnection[V, O any](list List, s graph.Slice[V], nodes []*O) *Connection[O] {
	return &Connection[O]{
		Nodes:      nodes,
		TotalCount: s.Total,
		page:       PageInfo{HasNextPage: s.HasNext, HasPreviousPage: s.HasPrevious, list: list, keys: s.Keys},
	}
}

// PageInfo says where the page begins and ends.
func (c *Connection[O]) PageInfo() *PageInfo { return &c.page }

// Edges are the nodes with their cursors.
func (c *Connection[O]) Edges() []*Edge[O] {
	edges := make([]Edge[O], len(c.Nodes))
	pointers := make([]*Edge[O], len(c.Nodes))
	for i, n := range c.Nodes {
		edges[i] = Edge[O]{Node: n, page: &c.page, index: i}
		pointers[i] = &edges[i]
	}
	return pointers
}

// An Edge is a node in a page of a list.
type Edge[O any] struct {
	Node  *O
	page  *PageInfo
	index int
}

// Cursor is the node's place in the list.
func (e *Edge[O]) Cursor() string { return e.page.list.Cursor(e.page.keys[e.index]) }

// PageInfo of the schema.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	list            List
	keys            []graph.Key
}

// StartCursor is nil where the page is empty.
func (p *PageInfo) StartCursor() *string { return p.cursor(0) }

// EndCursor is nil where the page is empty.
func (p *PageInfo) EndCursor() *string { return p.cursor(len(p.keys) - 1) }

func (p *PageInfo) cursor(i int) *string {
	if len(p.keys) == 0 {
		return nil
	}
	c := p.list.Cursor(p.keys[i])
	return &c
}

// A ProvisionConnection knows the filter that its provisions match.
type ProvisionConnection struct {
	*Connection[Provision]
	cohort.Place[graph.ProvisionFilter]
}

// ProvisionConnections makes siblings of pages and their filters.
func ProvisionConnections(r graph.Reader, pages []*Connection[Provision], filters []graph.ProvisionFilter) []*ProvisionConnection {
	connections := cohort.Members(r, filters, func(_ graph.ProvisionFilter, at cohort.Place[graph.ProvisionFilter]) ProvisionConnection {
		return ProvisionConnection{Place: at}
	})
	for i, c := range connections {
		c.Connection = pages[i]
	}
	return connections
}

// The other connections, and the edges of all.
type (
	DocumentConnection      = Connection[Document]
	CommitmentConnection    = Connection[Commitment]
	BodyConnection          = Connection[Body]
	InvolvementConnection   = Connection[Involvement]
	InstrumentConnection    = Connection[Instrument]
	CitationConnection      = Connection[Citation]
	ThemeConnection         = Connection[Theme]
	ReaffirmationConnection = Connection[Reaffirmation]
	ThreadConnection        = Connection[Thread]

	DocumentEdge      = Edge[Document]
	ProvisionEdge     = Edge[Provision]
	CommitmentEdge    = Edge[Commitment]
	BodyEdge          = Edge[Body]
	InvolvementEdge   = Edge[Involvement]
	InstrumentEdge    = Edge[Instrument]
	CitationEdge      = Edge[Citation]
	ThemeEdge         = Edge[Theme]
	ReaffirmationEdge = Edge[Reaffirmation]
	ThreadEdge        = Edge[Thread]
)

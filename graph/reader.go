package graph

import "context"

// A Store keeps one graph in force and hands out readers of it.
//
// Implementations are safe for concurrent use.
type Store interface {
	// Open returns a Reader of the version in force. Errors: ErrUnavailable where the store cannot
	// be reached or does not fit, ErrNoGraph where nothing has been loaded.
	Open(ctx context.Context) (Reader, error)
	// Close frees what the store holds. Readers opened before must not be used after it, and the
	// store answers with ErrUnavailable from then on.
	Close(ctx context.Context) error
}

// A Reader answers questions about one version of the graph. Its answers never change, whatever is
// loaded meanwhile, and two readers of one version give equal answers in equal order, whichever
// store they come from (scores of full-text search excepted).
//
// Every list method takes a batch of queries and answers them at once: answer i is for query i, and
// a store is asked once for the whole batch. This is what lets a page of siblings cost one round
// trip. An empty batch is answered with an empty list and costs nothing. A batch with one query
// that is invalid is answered with its error alone.
//
// Lists are in order of Rank unless the query says otherwise; ties under another order are broken by
// Rank. What is returned is shared and must not be changed.
//
// Errors: ErrInvalid for a query that no store can answer (an order that does not apply, a page that
// asks for both ends or for a negative number, a text that is too long), ErrUnavailable where the store fails or the
// version has been removed, unless it still has the answer, and the context's error where it ended first. An id or name
// that does not exist is no error: it matches nothing.
type Reader interface {
	// Version names the version that this reader answers from.
	Version() string
	Summary(ctx context.Context) (*Summary, error)

	// Nodes returns the nodes with the given ids, of any type, one for each id, however often it is
	// asked for; nil where there is none.
	Nodes(ctx context.Context, ids []string) ([]Node, error)

	// Where no orders are named, a list is in order of Rank, ascending or descending.

	Documents(ctx context.Context, qs []Query[DocumentFilter]) ([]Slice[*Document], error)
	Sections(ctx context.Context, qs []Query[SectionFilter]) ([]Slice[*Section], error)
	// Provisions accepts the orders ByRank and ByReaffirmations.
	Provisions(ctx context.Context, qs []Query[ProvisionFilter]) ([]Slice[*Provision], error)
	// Commitments accepts the orders ByRank and ByStrength.
	Commitments(ctx context.Context, qs []Query[CommitmentFilter]) ([]Slice[*Commitment], error)
	// Bodies, Instruments and Themes accept the orders ByRank and ByProvisions.
	Bodies(ctx context.Context, qs []Query[BodyFilter]) ([]Slice[*Body], error)
	Instruments(ctx context.Context, qs []Query[InstrumentFilter]) ([]Slice[*Instrument], error)
	Themes(ctx context.Context, qs []Query[ThemeFilter]) ([]Slice[*Theme], error)

	Involvements(ctx context.Context, qs []Query[InvolvementFilter]) ([]Slice[*Involvement], error)
	Citations(ctx context.Context, qs []Query[CitationFilter]) ([]Slice[*Citation], error)
	Abouts(ctx context.Context, qs []Query[AboutFilter]) ([]Slice[*About], error)
	// Reaffirmations accepts the orders ByRank and ByScore.
	Reaffirmations(ctx context.Context, qs []Query[ReaffirmationFilter]) ([]Slice[*Reaffirmation], error)
	Repetitions(ctx context.Context, qs []Query[RepetitionFilter]) ([]Slice[*Repetition], error)
	// Threads accepts the orders ByRank, ByProvisions (members) and ByDocuments.
	Threads(ctx context.Context, qs []Query[ThreadFilter]) ([]Slice[*Thread], error)

	// Facets counts, for each filter, the provisions that match it by each of their properties.
	Facets(ctx context.Context, filters []ProvisionFilter) ([]*Facets, error)
	// Tally counts, for each query, provisions by two axes and role.
	Tally(ctx context.Context, qs []TallyQuery) ([][]Cell, error)
	// Search finds nodes by words; best first, ties in order of node type, then Rank.
	Search(ctx context.Context, q SearchQuery) (*SearchResult, error)
	// Edges returns, for each id, the relations that start or end there, by Kind in schema order,
	// then by the ids of From and To, then Label; at most limit for each id: ErrInvalid where it is
	// negative. No kinds mean all; a kind that does not exist matches nothing.
	Edges(ctx context.Context, ids []string, kinds []EdgeKind, limit int) ([][]Edge, error)
}

// A Writer replaces the graph in force.
type Writer interface {
	// Replace makes g, which Seal has prepared, the version in force, all at once: a Replace that
	// fails or is killed leaves the former version serving, and the next one clears its remains.
	// Replacing a graph by itself changes nothing. Errors: ErrConflict where another Replace is
	// under way, ErrUnavailable, ErrInvalid where g has not been sealed.
	Replace(ctx context.Context, g *Graph) error
}

// A Node is anything that has an id of its own.
type Node interface {
	NodeID() string
	NodeType() NodeType
}

func (d *Document) NodeID() string      { return d.ID }
func (s *Section) NodeID() string       { return s.ID }
func (p *Provision) NodeID() string     { return p.ID }
func (c *Commitment) NodeID() string    { return c.ID }
func (b *Body) NodeID() string          { return b.ID }
func (i *Instrument) NodeID() string    { return i.ID }
func (t *Theme) NodeID() string         { return t.ID }
func (r *Reaffirmation) NodeID() string { return r.ID }

func (*Document) NodeType() NodeType      { return DocumentNode }
func (*Section) NodeType() NodeType       { return SectionNode }
func (*Provision) NodeType() NodeType     { return ProvisionNode }
func (*Commitment) NodeType() NodeType    { return CommitmentNode }
func (*Body) NodeType() NodeType          { return BodyNode }
func (*Instrument) NodeType() NodeType    { return InstrumentNode }
func (*Theme) NodeType() NodeType         { return ThemeNode }
func (*Reaffirmation) NodeType() NodeType { return ReaffirmationNode }

// A Summary describes a version as a whole.
type Summary struct {
	Version      string
	CorpusDigest string // "sha256:…" over the manifest and its files
	Counts       Counts
	Issues       []DataIssue
	Verbs        []Verb // the lexicon, strongest last
}

// Counts are the sizes of a version.
type Counts struct {
	Documents      int
	Sections       int
	Provisions     int
	Footnotes      int
	Commitments    int
	Bodies         int
	Instruments    int
	Themes         int
	Involvements   int
	Citations      int
	Abouts         int
	Reaffirmations int // ECHOES included
	Repetitions    int
	Threads        int
}

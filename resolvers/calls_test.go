package resolvers_test

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"reaffirm/graph"
)

// TestCalls counts the calls of the store that a query costs. They are the same however wide the
// query is, and at most its depth times its edges.
func TestCalls(t *testing.T) {
	tests := []struct {
		name, query string // with $n for the width
		want        string // the calls, by name
	}{
		{"introspection", `{ __schema { queryType { name } } __type(name: "Body") { name } __typename }`, ""},
		{"a page", `query ($n: Int) { provisions(first: $n) { nodes { id text kind source { file } } } }`, "Provisions"},
		{"a total with its page", `query ($n: Int) { provisions(first: $n) { totalCount edges { cursor node { id } } pageInfo { endCursor } } }`, "Provisions"},
		{"only facets", `query ($n: Int) { provisions(first: $n) { facets { total kinds { count } bodies { body { id } count } } } }`, "Facets"},
		{"ids of what is referred to", `query ($n: Int) { provisions(first: $n) { nodes { document { id } section { __typename id } parent { id } involvements { body { id } } } } }`, "Involvements Provisions"},
		{"what is referred to", `query ($n: Int) { provisions(first: $n) { nodes { document { title } section { title } parent { text } } } }`, "Nodes Nodes Nodes Provisions"},
		{"shared answers", `query ($n: Int) { provisions(first: $n) { nodes { commitments { id } deadlines { year } themes { id } about { heading } more: commitments { kind } } } }`, "Abouts Commitments Provisions"},
		{"equal arguments", `query ($n: Int) { provisions(first: $n) { nodes { a: reaffirms(first: 1) { nodes { id } } b: reaffirms(first: 1) { nodes { score } } c: reaffirms(first: 2) { nodes { id } } } } }`, "Provisions Reaffirmations Reaffirmations"},
		{"equal fields of the query", `query ($n: Int) { a: bodies(first: $n) { nodes { id } } b: bodies(first: $n) { nodes { name } } }`, "Bodies"},
		{"nodes and edges", `query ($n: Int) { provisions(first: $n) { nodes { children { id } } edges { node { children { text } } } } }`, "Provisions Provisions"},
		{"deep and wide", `
			query ($n: Int) {
				provisions(first: $n) {
					totalCount
					nodes {
						document { title body { name } }
						children { id children { id commitments { verbs } } }
						commitments { kind involvements { body { name memberOf { name } } } }
						involvements { role body { name provisions(first: $n) { totalCount nodes { id document { title } } facets { themes { theme { name } count } } } } }
						citations { instrument { title broader { title } narrower { id } } footnote { text } }
						reaffirms(first: $n) { totalCount nodes { relation earlier { text reaffirms(first: $n) { nodes { earlier { text } } } } } }
						themes { name broader { name } }
					}
				}
			}`, "Abouts Citations Commitments Commitments Facets Instruments Involvements Involvements " +
			"Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes Nodes " +
			"Provisions Provisions Provisions Provisions Reaffirmations Reaffirmations"},
		{"mixed nodes", `query ($n: Int) { search(query: "prevention", first: $n) { nodes { ... on Provision { children { id } } ... on Theme { narrower { id } } ... on Section { sections { id } } } } }`, "Provisions Search Sections Themes"},
		{"responsibilities", `query ($n: Int) { responsibilities(rows: BODY, columns: DOCUMENT) { cells { row { id } roles { role provisions(first: $n) { nodes { id } } } provisions { totalCount } } } }`, "Nodes Provisions Provisions Tally"},
		{"matrices of siblings", `query ($n: Int) { bodies(first: $n) { nodes { responsibilities { rows { id } columns { id } cells { roles { count } } } } } }`, "Bodies Nodes Nodes Tally"},
		{"lineages of clauses", `query ($n: Int) { commitments(first: $n) { nodes { lineage { start { text } members { commitment { provision { citation } } } links { share later { id } reaffirmation { relation } } } } } }`,
			"Commitments Commitments Nodes Nodes Reaffirmations Reaffirmations Reaffirmations Reaffirmations"},
		{"lineages of siblings", `query ($n: Int) { lineages(first: $n) { nodes { root { id } provisions { text document { title } } documents { title } } } }`, "Nodes Nodes Nodes Threads"},
		{"statistics", `query ($n: Int) { bodies(first: $n) { totalCount } statistics { kinds { count } roles { count } relations { count } documents { provisions commitments } pairs { relations { count } } } }`,
			"Bodies Commitments Documents Documents Facets Facets Reaffirmations Reaffirmations"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			want := strings.Fields(test.want)
			for _, width := range []int{200, 3} {
				calls := countCalls(t, test.query, width)
				if width == 200 && !slices.Equal(calls, want) {
					t.Errorf("got  %v\nwant %v", strings.Join(calls, " "), test.want)
				}
				if len(calls) > len(want) {
					t.Errorf("%d calls for a page of 200, %d for one of %d", len(want), len(calls), width)
				}
				if bound := bound(t, test.query); len(calls) > bound {
					t.Errorf("%d calls; depth × edges allows %d", len(calls), bound)
				}
			}
		})
	}
}

func countCalls(t *testing.T, query string, width int) []string {
	t.Helper()
	store := &countingStore{Store: newStore(t)}
	var answer any
	newAPI(store).mustAsk(t, query, map[string]any{"n": width}, &answer)
	slices.Sort(store.calls)
	return store.calls
}

// bound is the depth of a query times the number of its edges: the fields that have fields.
func bound(t *testing.T, query string) int {
	t.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	depth, edges := measure(doc.Operations[0].SelectionSet)
	return depth * edges
}

func measure(set ast.SelectionSet) (depth, edges int) {
	for _, selection := range set {
		d, e := 0, 0
		switch s := selection.(type) {
		case *ast.Field:
			if strings.HasPrefix(s.Name, "__") {
				continue
			}
			d, e = measure(s.SelectionSet)
			d++
			if len(s.SelectionSet) > 0 {
				e++
			}
		case *ast.InlineFragment:
			d, e = measure(s.SelectionSet)
		}
		depth, edges = max(depth, d), edges+e
	}
	return depth, edges
}

// TestOneVersion holds that an operation opens the store once, and only if it needs it.
func TestOneVersion(t *testing.T) {
	for query, want := range map[string]int{
		`{ __typename }`: 0,
		`{ a: provision(id: "md-2019/p1") { id } bodies { nodes { provisions { totalCount } } } graph { version } }`: 1,
	} {
		store := &countingStore{Store: newStore(t)}
		var answer any
		newAPI(store).mustAsk(t, query, nil, &answer)
		if store.opened != want {
			t.Errorf("%s opened the store %d times, want %d", query, store.opened, want)
		}
	}
}

// A countingStore notes what is asked of it.
type countingStore struct {
	graph.Store
	mu     sync.Mutex
	opened int
	calls  []string
}

func (s *countingStore) Open(ctx context.Context) (graph.Reader, error) {
	r, err := s.Store.Open(ctx)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.opened++
	return countingReader{r, s}, err
}

type countingReader struct {
	graph.Reader
	store *countingStore
}

func (r countingReader) called(name string) {
	r.store.mu.Lock()
	defer r.store.mu.Unlock()
	r.store.calls = append(r.store.calls, name)
}

func (r countingReader) Documents(ctx context.Context, qs []graph.Query[graph.DocumentFilter]) ([]graph.Slice[*graph.Document], error) {
	r.called("Documents")
	return r.Reader.Documents(ctx, qs)
}

func (r countingReader) Sections(ctx context.Context, qs []graph.Query[graph.SectionFilter]) ([]graph.Slice[*graph.Section], error) {
	r.called("Sections")
	return r.Reader.Sections(ctx, qs)
}

func (r countingReader) Provisions(ctx context.Context, qs []graph.Query[graph.ProvisionFilter]) ([]graph.Slice[*graph.Provision], error) {
	r.called("Provisions")
	return r.Reader.Provisions(ctx, qs)
}

func (r countingReader) Commitments(ctx context.Context, qs []graph.Query[graph.CommitmentFilter]) ([]graph.Slice[*graph.Commitment], error) {
	r.called("Commitments")
	return r.Reader.Commitments(ctx, qs)
}

func (r countingReader) Bodies(ctx context.Context, qs []graph.Query[graph.BodyFilter]) ([]graph.Slice[*graph.Body], error) {
	r.called("Bodies")
	return r.Reader.Bodies(ctx, qs)
}

func (r countingReader) Instruments(ctx context.Context, qs []graph.Query[graph.InstrumentFilter]) ([]graph.Slice[*graph.Instrument], error) {
	r.called("Instruments")
	return r.Reader.Instruments(ctx, qs)
}

func (r countingReader) Themes(ctx context.Context, qs []graph.Query[graph.ThemeFilter]) ([]graph.Slice[*graph.Theme], error) {
	r.called("Themes")
	return r.Reader.Themes(ctx, qs)
}

func (r countingReader) Involvements(ctx context.Context, qs []graph.Query[graph.InvolvementFilter]) ([]graph.Slice[*graph.Involvement], error) {
	r.called("Involvements")
	return r.Reader.Involvements(ctx, qs)
}

func (r countingReader) Citations(ctx context.Context, qs []graph.Query[graph.CitationFilter]) ([]graph.Slice[*graph.Citation], error) {
	r.called("Citations")
	return r.Reader.Citations(ctx, qs)
}

func (r countingReader) Abouts(ctx context.Context, qs []graph.Query[graph.AboutFilter]) ([]graph.Slice[*graph.About], error) {
	r.called("Abouts")
	return r.Reader.Abouts(ctx, qs)
}

func (r countingReader) Reaffirmations(ctx context.Context, qs []graph.Query[graph.ReaffirmationFilter]) ([]graph.Slice[*graph.Reaffirmation], error) {
	r.called("Reaffirmations")
	return r.Reader.Reaffirmations(ctx, qs)
}

func (r countingReader) Repetitions(ctx context.Context, qs []graph.Query[graph.RepetitionFilter]) ([]graph.Slice[*graph.Repetition], error) {
	r.called("Repetitions")
	return r.Reader.Repetitions(ctx, qs)
}

func (r countingReader) Threads(ctx context.Context, qs []graph.Query[graph.ThreadFilter]) ([]graph.Slice[*graph.Thread], error) {
	r.called("Threads")
	return r.Reader.Threads(ctx, qs)
}

func (r countingReader) Summary(ctx context.Context) (*graph.Summary, error) {
	r.called("Summary")
	return r.Reader.Summary(ctx)
}

func (r countingReader) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	r.called("Nodes")
	return r.Reader.Nodes(ctx, ids)
}

func (r countingReader) Facets(ctx context.Context, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	r.called("Facets")
	return r.Reader.Facets(ctx, filters)
}

func (r countingReader) Tally(ctx context.Context, qs []graph.TallyQuery) ([][]graph.Cell, error) {
	r.called("Tally")
	return r.Reader.Tally(ctx, qs)
}

func (r countingReader) Search(ctx context.Context, q graph.SearchQuery) (*graph.SearchResult, error) {
	r.called("Search")
	return r.Reader.Search(ctx, q)
}

func (r countingReader) Edges(ctx context.Context, ids []string, kinds []graph.EdgeKind, limit int) ([][]graph.Edge, error) {
	r.called("Edges")
	return r.Reader.Edges(ctx, ids, kinds, limit)
}

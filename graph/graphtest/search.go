package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
)

// tooLong is a text that is too long to search for.
func tooLong() string { return strings.Repeat("é", graph.MaxSearchText+1) }

func testSearch(t *testing.T, r, want graph.Reader, g *graph.Graph, v *values) {
	t.Run("sets", func(t *testing.T) { testSearchSets(t, r, want, v) })
	t.Run("names", func(t *testing.T) { testSearchNames(t, r, g) })
	t.Run("pages", func(t *testing.T) { testSearchPages(t, r) })
	t.Run("errors", func(t *testing.T) {
		for _, q := range []graph.SearchQuery{
			{Text: tooLong()},
			{Text: strings.Repeat("a ", graph.MaxSearchWords+1)},
			{Text: `"` + strings.Repeat("drug ", graph.MaxSearchWords+1) + `"`},
			{Text: "drugs", First: -1},
			{Text: "drugs", Offset: -1},
			{Text: "drugs", Filter: graph.ProvisionFilter{Text: "drugs"}},
		} {
			_, err := r.Search(context.Background(), q)
			wantInvalid(t, fmt.Sprintf("Search(%+v)", q), err)
		}
		longest := strings.Repeat("drug ", graph.MaxSearchWords-1) + "crime"
		if _, err := r.Search(context.Background(), graph.SearchQuery{Text: longest}); err != nil {
			t.Errorf("Search of %d words: %v", graph.MaxSearchWords, err)
		}
	})
}

// testSearchSets compares what is found, not in which order.
func testSearchSets(t *testing.T, r, want graph.Reader, v *values) {
	filters := singles[graph.ProvisionFilter](v)
	for i, text := range v.byName["Text"] {
		f := filters[(i*17)%len(filters)]
		f.Text = ""
		for _, q := range []graph.SearchQuery{
			{Text: text.String(), First: 1000},
			{Text: text.String(), First: 1000, Types: []graph.NodeType{graph.ThemeNode, graph.CommitmentNode, graph.DocumentNode, "NO_TYPE", graph.ThemeNode}},
			{Text: text.String(), First: 1000, Types: []graph.NodeType{graph.CommitmentNode, graph.ReaffirmationNode}},
			{Text: text.String(), First: 1000, Filter: f},
			{Text: text.String(), First: 1000, Filter: f, Types: []graph.NodeType{graph.BodyNode}},
			{Text: text.String()},
		} {
			compareSearch(t, r, want, q)
		}
	}
}

func compareSearch(t *testing.T, r, want graph.Reader, q graph.SearchQuery) {
	t.Helper()
	got, err := r.Search(context.Background(), q)
	if err != nil {
		t.Errorf("Search(%+v): %v", q, err)
		return
	}
	expected, err := want.Search(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i < len(got.Hits); i++ {
		if got.Hits[i].Score > got.Hits[i-1].Score {
			t.Errorf("Search(%q): hit %d has a greater score than the one before it", q.Text, i)
		}
	}
	found := *got
	found.Hits = slices.Clone(got.Hits)
	for i := range found.Hits {
		found.Hits[i].Score = 0
	}
	order := func(a, b graph.Hit) int { return strings.Compare(a.Node.NodeID(), b.Node.NodeID()) }
	slices.SortFunc(found.Hits, order)
	slices.SortFunc(expected.Hits, order)
	wantSame(t, fmt.Sprintf("Search(%+v)", q), &found, expected)
}

// testSearchNames searches for every name of every node, which must come first, but for other nodes
// of the same name.
func testSearchNames(t *testing.T, r graph.Reader, g *graph.Graph) {
	for _, n := range allNodes(g) {
		for _, name := range namesOf(n) {
			got, err := r.Search(context.Background(), graph.SearchQuery{Text: name, First: 1000})
			if err != nil {
				t.Errorf("Search(%q): %v", name, err)
				continue
			}
			at := slices.IndexFunc(got.Hits, func(h graph.Hit) bool { return h.Node.NodeID() == n.NodeID() })
			if at < 0 {
				t.Errorf("Search(%q) does not find %s", name, n.NodeID())
				continue
			}
			for _, h := range got.Hits[:at] {
				if !slices.ContainsFunc(namesOf(h.Node), func(other string) bool { return strings.EqualFold(other, name) }) {
					t.Errorf("Search(%q) finds %s before %s", name, h.Node.NodeID(), n.NodeID())
				}
			}
		}
	}
}

// namesOf lists the id of a searched node and its searched fields but for a provision's text.
func namesOf(n graph.Node) []string {
	var names []string
	aliases := func(list []graph.Alias) {
		for _, a := range list {
			names = append(names, a.Name)
		}
	}
	switch n := n.(type) {
	case *graph.Document:
		names = []string{n.ID, n.Title, n.ShortTitle, n.Symbol}
	case *graph.Section:
		names = []string{n.ID, n.Title}
	case *graph.Provision:
		names = []string{n.ID, n.Citation}
	case *graph.Body:
		names = []string{n.ID, n.Name, n.Acronym, strings.ToLower(n.Acronym)}
		aliases(n.Aliases)
	case *graph.Instrument:
		names = []string{n.ID, n.Title, n.Short, n.Symbol}
		aliases(n.Aliases)
	case *graph.Theme:
		names = []string{n.ID, n.Name}
	}
	return slices.DeleteFunc(names, func(s string) bool { return s == "" })
}

// testSearchPages checks that pages add up to the whole answer and that an answer is always the same.
func testSearchPages(t *testing.T, r graph.Reader) {
	for _, text := range []string{"treatment", "commission drugs", "prevention", "UNODC", "convention"} {
		ctx := context.Background()
		whole, err := r.Search(ctx, graph.SearchQuery{Text: text, First: 1000})
		if err != nil {
			t.Fatal(err)
		}
		joined := *whole
		joined.Hits = nil
		for offset := 0; offset <= whole.Total; offset += 2 {
			page, err := r.Search(ctx, graph.SearchQuery{Text: text, First: 2, Offset: offset})
			if err != nil {
				t.Fatal(err)
			}
			joined.Hits = append(joined.Hits, page.Hits...)
		}
		wantSame(t, fmt.Sprintf("Search(%q) by pages", text), &joined, whole)
		beyond, err := r.Search(ctx, graph.SearchQuery{Text: text, First: 2, Offset: whole.Total + 5})
		if err != nil || len(beyond.Hits) > 0 || beyond.Total != whole.Total {
			t.Errorf("Search(%q) beyond the end: %+v, %v", text, beyond, err)
		}
	}
}

package resolvers_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"reaffirm/resolvers"
)

// A page of any connection.
type page struct {
	TotalCount int
	PageInfo   struct {
		HasNextPage, HasPreviousPage bool
		StartCursor, EndCursor       *string
	}
	Edges []struct{ Cursor string }
	Nodes []json.RawMessage
}

func (p page) cursors() []string {
	var list []string
	for _, e := range p.Edges {
		list = append(list, e.Cursor)
	}
	return list
}

// connections are fields that are pages, with what leads to them and the name of their order.
func connections() []struct{ parent, field, order string } {
	return []struct{ parent, field, order string }{
		{"", "documents", ""},
		{"", "provisions", "ProvisionOrderField"},
		{"", "commitments", "CommitmentOrderField"},
		{"", "bodies", "BodyOrderField"},
		{"", "instruments", "InstrumentOrderField"},
		{"", "themes", "ThemeOrderField"},
		{"", "reaffirmations", "ReaffirmationOrderField"},
		{"", "lineages", "ThreadOrderField"},
		{`document(id: "pd-2009")`, "provisions", "ProvisionOrderField"},
		{`document(id: "md-2019")`, "reaffirms", "ReaffirmationOrderField"},
		{`document(id: "pd-2009")`, "reaffirmedBy", "ReaffirmationOrderField"},
		{`section(id: "pd-2009#1.A")`, "provisions", "ProvisionOrderField"},
		{`provision(id: "md-2019/p1")`, "reaffirms", "ReaffirmationOrderField"},
		{`provision(id: "pd-2009/1")`, "reaffirmedBy", "ReaffirmationOrderField"},
		{`body(id: "body/member-states")`, "involvements", ""},
		{`body(id: "body/member-states")`, "provisions", "ProvisionOrderField"},
		{`instrument(id: "instrument/convention-1961")`, "citations", ""},
		{`instrument(id: "instrument/convention-1961")`, "provisions", "ProvisionOrderField"},
		{`theme(id: "theme/demand")`, "provisions", "ProvisionOrderField"},
	}
}

// TestPaging holds the laws of pages for each connection in each order: pages put together are the
// list, from either end and whatever their size, and say truly what lies around them.
func TestPaging(t *testing.T) {
	a := newAPI(newStore(t))
	schema := resolvers.NewSchema().Schema()
	for _, c := range connections() {
		for _, order := range orders(schema, c.order) {
			name := strings.TrimSpace(c.parent + " " + c.field + order)
			t.Run(name, func(t *testing.T) {
				testPages(t, func(arguments string) page { return askPage(t, a, c.parent, c.field, arguments+order) })
			})
		}
	}
}

// orders are the arguments that sort a list, the natural order first.
func orders(schema *ast.Schema, enum string) []string {
	list := []string{""}
	if enum != "" {
		for _, v := range schema.Types[enum].EnumValues {
			list = append(list, fmt.Sprintf(" orderBy: { field: %s }", v.Name), fmt.Sprintf(" orderBy: { field: %s, direction: DESC }", v.Name))
		}
	}
	return list
}

func askPage(t *testing.T, a api, parent, field, arguments string) page {
	t.Helper()
	query := fmt.Sprintf("{ page: %s(%s) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor } nodes { __typename } } }", field, arguments)
	if parent != "" {
		query = "{ page: " + parent + " " + query + " }"
	}
	var data struct{ Page json.RawMessage }
	a.mustAsk(t, query, nil, &data)
	if parent != "" {
		if err := json.Unmarshal(data.Page, &data); err != nil {
			t.Fatal(err)
		}
	}
	var p page
	if err := json.Unmarshal(data.Page, &p); err != nil {
		t.Fatal(err)
	}
	return p
}

func testPages(t *testing.T, ask func(arguments string) page) {
	whole := ask("first: 200")
	all := whole.cursors()
	n := len(all)
	if n < 2 {
		t.Fatalf("%d items are too few for a test", n)
	}
	checkPage(t, whole, all, 0, n)
	checkPage(t, ask("last: 200"), all, 0, n)
	checkPage(t, ask("first: 0"), all, 0, 0)
	checkPage(t, ask("last: 0"), all, n, n)
	for size := 1; size <= n+1; size++ {
		for from := 0; from < n; from += size {
			forward, backward := fmt.Sprintf("first: %d", size), fmt.Sprintf("last: %d", size)
			if from > 0 {
				forward += fmt.Sprintf(" after: %q", all[from-1])
				backward += fmt.Sprintf(" before: %q", all[n-from])
			}
			checkPage(t, ask(forward), all, from, min(from+size, n))
			checkPage(t, ask(backward), all, max(n-from-size, 0), n-from)
		}
	}
	for i := range n {
		for j := i + 1; j < n; j += 4 {
			checkPage(t, ask(fmt.Sprintf("first: 200 after: %q before: %q", all[i], all[j])), all, i+1, j)
		}
	}
}

// checkPage holds that p is items from to to of the list.
func checkPage(t *testing.T, p page, all []string, from, to int) {
	t.Helper()
	got := p.cursors()
	if !slices.Equal(got, all[from:to]) {
		t.Fatalf("got %v, want items %d to %d of %v", got, from, to, all)
	}
	if len(p.Nodes) != len(got) || p.TotalCount != len(all) {
		t.Errorf("%d nodes for %d edges, total %d of %d", len(p.Nodes), len(got), p.TotalCount, len(all))
	}
	if p.PageInfo.HasPreviousPage != (from > 0) || p.PageInfo.HasNextPage != (to < len(all)) {
		t.Errorf("items %d to %d of %d: hasPreviousPage %v, hasNextPage %v", from, to, len(all), p.PageInfo.HasPreviousPage, p.PageInfo.HasNextPage)
	}
	if from == to {
		if p.PageInfo.StartCursor != nil || p.PageInfo.EndCursor != nil {
			t.Error("an empty page has cursors")
		}
	} else if *p.PageInfo.StartCursor != got[0] || *p.PageInfo.EndCursor != got[len(got)-1] {
		t.Error("the cursors of pageInfo are not those of the first and last item")
	}
}

// TestDefaultPage holds that a list that is asked for without a size has 20 items at most.
func TestDefaultPage(t *testing.T) {
	a := newAPI(newStore(t))
	for _, field := range []string{"reaffirmations", "provisions", "commitments"} {
		p := askPage(t, a, "", field, "orderBy: { field: RANK }")
		if got, want := len(p.Nodes), min(20, p.TotalCount); got != want {
			t.Errorf("%s: got %d items, want %d", field, got, want)
		}
	}
}

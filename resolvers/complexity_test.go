package resolvers_test

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/complexity"
	"github.com/vektah/gqlparser/v2"

	"reaffirm/resolvers"
)

// TestListsAreWeighed holds that a list costs what is below it for each item, and a page as many times
// as it asks for.
func TestListsAreWeighed(t *testing.T) {
	const below = 10
	schema := resolvers.NewSchema()
	for _, d := range definitions() {
		for _, f := range d.Fields {
			isPage := f.Arguments.ForName("after") != nil
			isList := f.Type.Elem != nil && schema.Schema().Types[f.Type.Name()].IsCompositeType()
			// What is in a page is weighed where the page is asked for.
			if d.IsInputType() || !isPage && (!isList || strings.HasSuffix(d.Name, "Connection") && (f.Name == "edges" || f.Name == "nodes") || d.Name == "PathResult") {
				continue
			}
			arguments := map[string]any{}
			for _, a := range f.Arguments {
				arguments[a.Name], _ = a.DefaultValue.Value(nil)
			}
			switch {
			case isPage:
				arguments["first"] = int64(7)
			case f.Name == "nodes" && d.Name == "Query":
				arguments["ids"] = []any{"a", "b", "c"}
			}
			if f.Arguments.ForName("query") != nil {
				arguments["query"] = "drugs"
			}
			got, ok := schema.Complexity(context.Background(), d.Name, f.Name, below, arguments)
			if !ok || got < 1+3*below {
				t.Errorf("%s.%s costs %d for %d below it; weighed: %v", d.Name, f.Name, got, below, ok)
			}
			if isPage && got != 1+7*below {
				t.Errorf("%s.%s costs %d for a page of 7, want %d", d.Name, f.Name, got, 1+7*below)
			}
		}
	}
}

func TestComplexity(t *testing.T) {
	tests := []struct {
		name, query string
		want        int
	}{
		{"a node", `{ provision(id: "x") { id text } }`, 2 + 5},
		{"a page", `{ provisions(first: 10) { totalCount nodes { id text } } }`, 1 + 10*(1+1+1+5)},
		{"the default page", `{ bodies { nodes { id } } }`, 1 + 20*2},
		{"a page from the back", `{ bodies(last: 3) { nodes { id } } }`, 1 + 3*2},
		{"a page too big is weighed as the biggest", `{ bodies(first: 100000) { nodes { id } } }`, 1 + 200*2},
		{"a negative page", `{ bodies(first: -5) { nodes { id } } }`, 1},
		{"pages in pages", `{ bodies(first: 10) { nodes { provisions(first: 10) { nodes { id } } } } }`, 1 + 10*(1+1+10*2)},
		{"more than can be counted", `{ bodies(first: 200) { nodes ` + strings.Repeat(`{ provisions(first: 200) { nodes { involvements { body `, 6) + `{ id }` + strings.Repeat(` } } } }`, 6) + ` } }`, math.MaxInt32},
	}
	schema := resolvers.NewSchema()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			doc, err := gqlparser.LoadQueryWithRules(schema.Schema(), test.query, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got := complexity.Calculate(context.Background(), schema, doc.Operations[0], nil); got != test.want {
				t.Errorf("got %d, want %d", got, test.want)
			}
		})
	}
}

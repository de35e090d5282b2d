package measure_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"

	"reaffirm/server/internal/measure"
)

func parse(t *testing.T, query string) (*ast.QueryDocument, *ast.OperationDefinition) {
	t.Helper()
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil {
		t.Fatal(err)
	}
	return doc, doc.Operations[0]
}

func TestOperation(t *testing.T) {
	const most = 1 << 30
	for _, tt := range []struct {
		name, query string
		want        measure.Size
		repeats     int
	}{
		{"one field", "{ a }", measure.Size{Depth: 1, Selections: 1}, 1},
		{"levels", "{ a { b { c } d } }", measure.Size{Depth: 3, Selections: 4}, 1},
		{"an alias", "{ x: a y: a a: a }", measure.Size{Depth: 1, Selections: 3, Aliases: 2}, 1},
		{"one name many times", "{ a a b { a } }", measure.Size{Depth: 2, Selections: 4}, 3},
		{"an inline fragment adds no level", "{ ... on T { a } ... { b } }", measure.Size{Depth: 1, Selections: 4}, 1},
		{"a fragment counts wherever it is spread", "{ ...f x { ...f } } fragment f on T { a { b } }",
			measure.Size{Depth: 3, Selections: 7}, 2},
		{"a fragment that is not there", "{ a ...g }", measure.Size{Depth: 1, Selections: 2}, 1},
		{"directives everywhere", "query($v: I @d) @d { a @d @d ... @d { b } ...f @d } fragment f on T @d { c @d }",
			measure.Size{Depth: 1, Selections: 5, Directives: 8}, 1},
		{"doubling fragments stop growing", "{ ...f0 }" + doubling(60, "leaf"), measure.Size{Depth: 1, Selections: most}, 0},
		{"doubling fragments of nothing too", "{ ...f0 }" + doubling(60, "...gone"), measure.Size{Selections: most}, 0},
		{"a fragment within itself", "{ ...f } fragment f on T { a { ...f } }", measure.Size{Depth: 1, Selections: 3, Cycle: "f"}, 0},
		{"fragments within each other", "{ a ...f } fragment f on T { ...g } fragment g on T { b ...f }",
			measure.Size{Depth: 1, Selections: 5, Cycle: "f"}, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, op := parse(t, tt.query)
			if got := measure.Operation(doc, op); got != tt.want {
				t.Errorf("got %+v, want %+v", got, tt.want)
			}
			if tt.repeats > 0 {
				if got := measure.Repeats(doc, op); got != tt.repeats {
					t.Errorf("repeats: got %d, want %d", got, tt.repeats)
				}
			}
		})
	}
}

func TestIntrospection(t *testing.T) {
	for _, tt := range []struct {
		name, query string
		want        int
	}{
		{"none", "{ types { fields } a { fields } }", 0},
		{"each list once", "{ __schema { types { fields { args { name } } } directives { name } } }", 1},
		{"one list under other names", `{ __type(name: "T") { a: fields { name } b: fields { name } ... on T { fields { name } } } }`, 3},
		{"in fragments", "{ __schema { types { ...t } } other: __schema { types { ...t } } } fragment t on __Type { inputFields { name } enumValues { name } a: enumValues { name } }", 4},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := measure.Introspection(parse(t, tt.query)); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

// doubling makes fragments f0 to fn each of which spreads the next one twice.
func doubling(n int, last string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " fragment f%d on T { ...f%d ...f%d }", i, i+1, i+1)
	}
	fmt.Fprintf(&b, " fragment f%d on T { %s }", n, last)
	return b.String()
}

func TestTokens(t *testing.T) {
	for _, tt := range []struct {
		name, query string
		want        int
	}{
		{"nothing", "", 0},
		{"a query", `{ a(b: "c d") }`, 8},
		{"commas and comments are none", "{ a, # not, this\n b }", 4},
		{"up to what is no token", "{ a \x00 b }", 2},
		{"more than the limit", strings.Repeat("a ", 1000), 11},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := measure.Tokens(tt.query, 10); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

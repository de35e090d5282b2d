package querytest_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"reaffirm/graph/graphtest"
	"reaffirm/resolvers"
	"reaffirm/resolvers/querytest"
)

// TestQueries: every query is valid, and together they use all of the schema: each field, each argument
// and each field of the arguments' values.
func TestQueries(t *testing.T) {
	schema := resolvers.NewSchema()
	g := querytest.New(schema, querytest.ValuesOf(graphtest.Small()), 1)
	used := map[string]bool{}
	for range 6000 {
		query := g.Next()
		doc, errs := gqlparser.LoadQueryWithRules(schema.Schema(), query, rules.NewDefaultRules())
		if errs != nil {
			t.Fatalf("%s\n%v", query, errs)
		}
		note(doc.Operations[0].SelectionSet, used)
	}
	for _, name := range parts(schema.Schema()) {
		if !used[name] {
			t.Errorf("no query uses %s", name)
		}
	}
}

// note marks what a selection set uses.
func note(set ast.SelectionSet, used map[string]bool) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.InlineFragment:
			note(s.SelectionSet, used)
		case *ast.Field:
			name := s.ObjectDefinition.Name + "." + s.Name
			used[name] = true
			for _, a := range s.Arguments {
				used[name+"("+a.Name+")"] = true
				noteValue(a.Value, used)
			}
			note(s.SelectionSet, used)
		}
	}
}

func noteValue(v *ast.Value, used map[string]bool) {
	for _, child := range v.Children {
		if v.Kind == ast.ObjectValue {
			used[v.Definition.Name+"."+child.Name] = true
		}
		noteValue(child.Value, used)
	}
}

// parts lists all that a query of the schema can use, but for the pages of search, which are always whole.
func parts(schema *ast.Schema) []string {
	var list []string
	for name, def := range schema.Types {
		if def.BuiltIn || def.Kind != ast.Object && def.Kind != ast.InputObject {
			continue
		}
		for _, f := range def.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			list = append(list, name+"."+f.Name)
			for _, a := range f.Arguments {
				list = append(list, name+"."+f.Name+"("+a.Name+")")
			}
		}
	}
	slices.Sort(list)
	return slices.DeleteFunc(list, func(name string) bool { return name == "Query.search(after)" })
}

func TestSeed(t *testing.T) {
	schema, values := resolvers.NewSchema(), querytest.ValuesOf(graphtest.Small())
	one, same, other := querytest.New(schema, values, 1), querytest.New(schema, values, 1), querytest.New(schema, values, 2)
	differ := false
	for range 10 {
		query := one.Next()
		if again := same.Next(); again != query {
			t.Fatalf("one seed makes\n%s\nand\n%s", query, again)
		}
		differ = differ || other.Next() != query
	}
	if !differ {
		t.Error("two seeds make the same queries")
	}
}

func TestLearn(t *testing.T) {
	schema := resolvers.NewSchema()
	g := querytest.New(schema, querytest.ValuesOf(graphtest.Small()), 1)
	query := `{ all: bodies(orderBy: {field: PROVISIONS, direction: DESC}) { edges { here: cursor } pageInfo { endCursor } } }`
	if err := g.Learn(query, answer(`{"all":{"edges":[{"here":"eins"}],"pageInfo":{"endCursor":"zwei"}}}`)); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for range 4000 {
		query := g.Next()
		for _, cursor := range []string{"eins", "zwei"} {
			if strings.Contains(query, `"`+cursor+`"`) {
				found[cursor] = true
			}
		}
	}
	if len(found) != 2 {
		t.Errorf("only the cursors %v were used", found)
	}
}

func TestAlike(t *testing.T) {
	const search = `{ search(query: "x", first: 40) { edges { score node { id } } totalCount } }`
	for _, c := range []struct {
		name, query, one, other string
		want                    bool
	}{
		{"equal", `{ verbs { base } }`, `{"verbs":[{"base":"a"}]}`, `{"verbs":[{"base":"a"}]}`, true},
		{"another value", `{ verbs { base } }`, `{"verbs":[{"base":"a"}]}`, `{"verbs":[{"base":"b"}]}`, false},
		{"another order", `{ verbs { base } }`, `{"verbs":[{"base":"a"},{"base":"b"}]}`, `{"verbs":[{"base":"b"},{"base":"a"}]}`, false},
		{"hits in another order, with other scores", search,
			`{"search":{"edges":[{"score":2,"node":{"id":"a"}},{"score":1,"node":{"id":"b"}}],"totalCount":2}}`,
			`{"search":{"edges":[{"score":7,"node":{"id":"b"}},{"score":6,"node":{"id":"a"}}],"totalCount":2}}`, true},
		{"another hit", search,
			`{"search":{"edges":[{"score":2,"node":{"id":"a"}}],"totalCount":1}}`,
			`{"search":{"edges":[{"score":2,"node":{"id":"b"}}],"totalCount":1}}`, false},
		{"another count of hits", search, `{"search":{"edges":[],"totalCount":1}}`, `{"search":{"edges":[],"totalCount":2}}`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := querytest.Alike(resolvers.NewSchema().Schema(), c.query, answer(c.one), answer(c.other)); got != c.want {
				t.Errorf("alike: %v", got)
			}
		})
	}
	t.Run("errors", func(t *testing.T) {
		schema, first, second := resolvers.NewSchema().Schema(), querytest.Error{Message: "one"}, querytest.Error{Message: "other"}
		a, b := answer(`null`), answer(`null`)
		a.Errors, b.Errors = []querytest.Error{first, second}, []querytest.Error{second, first}
		if !querytest.Alike(schema, `{ verbs { base } }`, a, b) {
			t.Error("the order of errors matters")
		}
		b.Errors = []querytest.Error{second}
		if querytest.Alike(schema, `{ verbs { base } }`, a, b) {
			t.Error("an error less is the same")
		}
	})
}

func answer(data string) querytest.Answer { return querytest.Answer{Data: json.RawMessage(data)} }

func TestShrink(t *testing.T) {
	query := `{ a1: bodies(filter: {kinds: [NAMED, CLASS], roles: [PARTNER]}, first: 3) { nodes { id name } totalCount } verbs { base } }`
	got := querytest.Shrink(query, func(q string) bool { return strings.Contains(q, "CLASS") && strings.Contains(q, "name") })
	want := "query {\n  a1: bodies(filter: {kinds:[CLASS]}) {\n    nodes {\n      name\n    }\n  }\n}\n"
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// Package querytest makes random queries of a schema and compares answers to them, for tests that ask the
// same of two servers.
//
// The queries are valid, but what their arguments say need not be: some ids lead nowhere, some cursors
// are of another list, some pages are too large.
package querytest

import (
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

const (
	// maxDepth bounds the levels of fields of a query.
	maxDepth = 9
	// maxComplexity bounds what a query may cost by the schema's own reckoning.
	maxComplexity = 4000
)

// A Generator makes queries. It is not safe for concurrent use.
type Generator struct {
	schema  graphql.ExecutableSchema
	types   *ast.Schema
	values  *Values
	rand    *rand.Rand
	text    strings.Builder
	aliases int
}

// New makes a generator. The same schema, values and seed give the same queries. Values may be added
// between one query and the next.
func New(schema graphql.ExecutableSchema, values *Values, seed uint64) *Generator {
	return &Generator{schema: schema, types: schema.Schema(), values: values, rand: rand.New(rand.NewPCG(seed, 0))}
}

// Next makes a query.
func (g *Generator) Next() string {
	for {
		g.text.Reset()
		g.aliases = 0
		g.selections(g.types.Query, 0, false)
		if text := strings.TrimSpace(g.text.String()); g.affordable(text) {
			return text
		}
	}
}

func (g *Generator) affordable(query string) bool {
	doc, err := parse(g.types, query)
	if err != nil {
		return true // whoever asks it is told what is wrong
	}
	return complexity.Calculate(context.Background(), g.schema, doc.Operations[0], nil) <= maxComplexity
}

// parse reads a query and checks that it is valid.
func parse(schema *ast.Schema, query string) (*ast.QueryDocument, error) {
	doc, errs := gqlparser.LoadQueryWithRules(schema, query, rules.NewDefaultRules())
	if errs != nil {
		return nil, errs
	}
	return doc, nil
}

// selections writes what is selected of an object: a few of its plain fields, and fewer of those that
// hold objects. Within a fragment each has a name of its own, since other fragments may use it for another type.
func (g *Generator) selections(typ *ast.Definition, depth int, fragment bool) {
	g.write(" {")
	defer g.write(" }")
	if typ.IsAbstractType() {
		g.fragments(typ, depth)
		return
	}
	var plain, objects []*ast.FieldDefinition
	for _, f := range typ.Fields {
		switch {
		case strings.HasPrefix(f.Name, "__"):
		case g.types.Types[f.Type.Name()].IsCompositeType():
			objects = append(objects, f)
		default:
			plain = append(plain, f)
		}
	}
	deeper := 1
	if depth < maxDepth/2 && g.chance(0.4) {
		deeper = 2
	}
	if depth == maxDepth-1 {
		deeper = 0
	}
	chosen := append(g.some(plain, g.rand.IntN(4)), g.some(objects, deeper)...)
	if len(chosen) == 0 {
		g.write(" __typename")
	}
	for _, f := range chosen {
		g.field(f, depth, fragment)
		if len(f.Arguments) > 0 && g.chance(0.05) {
			g.field(f, depth, true) // the same once more, with other arguments
		}
	}
}

// fragments writes what is selected of an interface: fields of some types that have it.
func (g *Generator) fragments(typ *ast.Definition, depth int) {
	g.write(" __typename")
	for _, t := range choose(g.rand, g.types.GetPossibleTypes(typ), 1+g.rand.IntN(3)) {
		g.write(" ... on ", t.Name)
		g.selections(t, depth, true)
	}
}

func (g *Generator) field(f *ast.FieldDefinition, depth int, rename bool) {
	g.write(" ")
	if rename || g.chance(0.1) {
		g.aliases++
		g.write("a", strconv.Itoa(g.aliases), ": ")
	}
	g.write(f.Name)
	g.arguments(f)
	if g.chance(0.03) {
		g.write(pick(g.rand, []string{" @include(if: true)", " @skip(if: false)", " @include(if: false)"}))
	}
	if typ := g.types.Types[f.Type.Name()]; typ.IsCompositeType() {
		g.selections(typ, depth+1, false)
	}
}

func (g *Generator) some(list []*ast.FieldDefinition, n int) []*ast.FieldDefinition {
	return choose(g.rand, list, n)
}

func (g *Generator) chance(p float64) bool { return g.rand.Float64() < p }

func (g *Generator) write(parts ...string) {
	for _, p := range parts {
		g.text.WriteString(p)
	}
}

// choose takes n of a list, in the list's order.
func choose[T any](r *rand.Rand, list []T, n int) []T {
	places := r.Perm(len(list))[:min(n, len(list))]
	slices.Sort(places)
	chosen := make([]T, len(places))
	for i, p := range places {
		chosen[i] = list[p]
	}
	return chosen
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

package resolvers_test

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"

	"reaffirm/graph"
	"reaffirm/resolvers"
)

const schemaFile = "../schema.graphqls"

// TestSchemaIsGenerated holds that the executable schema is the one of the file.
func TestSchemaIsGenerated(t *testing.T) {
	source, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	want, gqlErr := gqlparser.LoadSchema(&ast.Source{Name: schemaFile, Input: string(source)})
	if gqlErr != nil {
		t.Fatal(gqlErr)
	}
	if printed(resolvers.NewSchema().Schema()) != printed(want) {
		t.Error("the generated code is of another schema.graphqls; run go generate ./resolvers")
	}
}

func printed(s *ast.Schema) string {
	var b bytes.Buffer
	formatter.NewFormatter(&b).FormatSchema(s)
	return b.String()
}

// TestDescriptions holds that everything is described, in sentences.
func TestDescriptions(t *testing.T) {
	check := func(name, description string) {
		t.Helper()
		if description == "" {
			t.Errorf("%s has no description", name)
		} else if !unicode.IsUpper([]rune(description)[0]) || !strings.HasSuffix(description, ".") {
			t.Errorf("the description of %s is no sentence: %s", name, description)
		}
	}
	for _, d := range definitions() {
		check(d.Name, d.Description)
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			check(d.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				check(d.Name+"."+f.Name+"."+a.Name, a.Description)
			}
		}
		for _, v := range d.EnumValues {
			check(d.Name+"."+v.Name, v.Description)
		}
	}
}

// TestConnections holds that what is named a connection is one, and that everything with pages is
// named so.
func TestConnections(t *testing.T) {
	schema := resolvers.NewSchema().Schema()
	for _, d := range definitions() {
		if node, ok := strings.CutSuffix(d.Name, "Connection"); ok {
			edge := schema.Types[node+"Edge"]
			for _, want := range []struct {
				field *ast.FieldDefinition
				typ   string
			}{
				{d.Fields.ForName("edges"), "[" + node + "Edge!]!"},
				{d.Fields.ForName("pageInfo"), "PageInfo!"},
				{d.Fields.ForName("totalCount"), "Int!"},
				{edge.Fields.ForName("cursor"), "String!"},
			} {
				if want.field == nil || want.field.Type.String() != want.typ {
					t.Errorf("%s lacks a field of type %s", d.Name, want.typ)
				}
			}
			if got, want := d.Fields.ForName("nodes").Type.String(), "["+edge.Fields.ForName("node").Type.String()+"]!"; got != want {
				t.Errorf("%s.nodes is %s and its edges lead to %s", d.Name, got, want)
			}
		}
		for _, f := range d.Fields {
			isPage := strings.HasSuffix(f.Type.Name(), "Connection")
			if hasAfter := f.Arguments.ForName("after") != nil; hasAfter != isPage {
				t.Errorf("%s.%s is a connection: %v; has pages: %v", d.Name, f.Name, isPage, hasAfter)
			}
			if isPage && f.Type.Name() != "SearchConnection" {
				if names := argumentNames(f); !slices.Equal(names[len(names)-4:], []string{"first", "after", "last", "before"}) {
					t.Errorf("%s.%s has the arguments %v", d.Name, f.Name, names)
				}
			}
		}
	}
}

// TestVocabulary holds that the enums are the words of package graph, in their order.
func TestVocabulary(t *testing.T) {
	schema := resolvers.NewSchema().Schema()
	words := map[string][]string{
		"ProvisionKind": text(graph.ProvisionKinds()), "CommitmentKind": text(graph.CommitmentKinds()),
		"Role": text(graph.Roles()), "Stance": text(graph.Stances()), "Relation": text(graph.Relations()),
		"ChangeKind": text(graph.ChangeKinds()), "Method": text(graph.Methods()), "BodyKind": text(graph.BodyKinds()),
		"InstrumentKind": text(graph.InstrumentKinds()), "NodeType": text(graph.NodeTypes()), "DiffOp": text(graph.DiffOps()),
		"Direction": text(graph.Directions()), "Bucket": text(graph.Buckets()), "Axis": text(graph.Axes()), "EdgeKind": text(graph.EdgeKinds()),
		"Severity": text([]graph.Severity{graph.Error, graph.Warning, graph.Notice}), "OrderDirection": {"ASC", "DESC"},
	}
	for _, d := range definitions() {
		if d.Kind != ast.Enum || strings.HasSuffix(d.Name, "OrderField") {
			continue
		}
		var got []string
		for _, v := range schema.Types[d.Name].EnumValues {
			got = append(got, v.Name)
		}
		if !slices.Equal(got, words[d.Name]) {
			t.Errorf("%s is %v, want %v", d.Name, got, words[d.Name])
		}
	}
}

func text[T ~string](words []T) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return list
}

// definitions are the types of our own, by name.
func definitions() []*ast.Definition {
	var list []*ast.Definition
	for _, d := range resolvers.NewSchema().Schema().Types {
		if !d.BuiltIn {
			list = append(list, d)
		}
	}
	slices.SortFunc(list, func(a, b *ast.Definition) int { return strings.Compare(a.Name, b.Name) })
	return list
}

func argumentNames(f *ast.FieldDefinition) []string {
	var names []string
	for _, a := range f.Arguments {
		names = append(names, a.Name)
	}
	return names
}

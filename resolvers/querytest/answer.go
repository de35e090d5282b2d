package querytest

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// unordered is the connection whose order a server may choose, and unorderedEdge holds its items.
const unordered, unorderedEdge = "SearchConnection", "SearchEdge"

// wholePage is how much of it is asked for.
const wholePage = 40

// An Answer is what a server says to a query.
type Answer struct {
	Data   json.RawMessage `json:"data"`
	Errors []Error         `json:"errors"`
}

// An Error is one error of an answer.
type Error struct {
	Message    string          `json:"message"`
	Path       json.RawMessage `json:"path"`
	Extensions json.RawMessage `json:"extensions"`
}

// Learn takes cursors out of an answer, for the queries to come.
func (g *Generator) Learn(query string, a Answer) error {
	doc, err := parse(g.types, query)
	if err != nil {
		return err
	}
	var data any
	if err := json.Unmarshal(a.Data, &data); err != nil {
		return err
	}
	walk(doc.Operations[0].SelectionSet, data, "", func(f *ast.Field, object map[string]any, list string) {
		if cursor, ok := object[f.Alias].(string); ok && (f.Name == "cursor" || f.Name == "startCursor" || f.Name == "endCursor") {
			g.values.addCursor(list, cursor)
		}
	})
	return nil
}

// Alike says whether two answers to a query say the same: byte for byte, but for the order of errors,
// and for the order and scores of what search finds.
func Alike(schema *ast.Schema, query string, a, b Answer) bool {
	if !slices.Equal(sorted(a.Errors), sorted(b.Errors)) {
		return false
	}
	if bytes.Equal(a.Data, b.Data) {
		return true
	}
	doc, err := parse(schema, query)
	if err != nil || !strings.Contains(query, "search") {
		return false
	}
	one, other := withoutOrder(doc, a.Data), withoutOrder(doc, b.Data)
	return one != nil && bytes.Equal(one, other)
}

func sorted(errors []Error) []string {
	list := make([]string, len(errors))
	for i, e := range errors {
		list[i] = string(e.Path) + " " + e.Message + " " + string(e.Extensions)
	}
	slices.Sort(list)
	return list
}

// withoutOrder is an answer with the items of unordered connections sorted; nil where it cannot be read. Of
// more items than one page holds, any may be on it.
func withoutOrder(doc *ast.QueryDocument, answer json.RawMessage) []byte {
	var data any
	if err := json.Unmarshal(answer, &data); err != nil {
		return nil
	}
	walk(doc.Operations[0].SelectionSet, data, "", func(f *ast.Field, object map[string]any, _ string) {
		switch f.ObjectDefinition.Name {
		case unorderedEdge:
			if f.Name == "score" || f.Name == "cursor" {
				delete(object, f.Alias)
			}
		case unordered:
			if items, ok := object[f.Alias].([]any); ok && (f.Name == "edges" || f.Name == "nodes") {
				slices.SortFunc(items, func(x, y any) int { return bytes.Compare(encode(x), encode(y)) })
				if len(items) == wholePage {
					delete(object, f.Alias)
				}
			}
		}
	})
	return encode(data)
}

// encode writes what was read from JSON, which cannot fail.
func encode(v any) []byte {
	b, _ := json.Marshal(v)
	return b
}

// walk calls visit for every field that an answer holds, the inner ones first: with the object that
// holds it, and the innermost list that it is in, as placeOf names it.
func walk(set ast.SelectionSet, value any, list string, visit func(f *ast.Field, object map[string]any, list string)) {
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			walk(set, item, list, visit)
		}
	case map[string]any:
		for _, s := range set {
			switch s := s.(type) {
			case *ast.InlineFragment:
				walk(s.SelectionSet, value, list, visit)
			case *ast.Field:
				inner, ok := value[s.Alias]
				if !ok {
					continue
				}
				walk(s.SelectionSet, inner, listOf(s, list), visit)
				visit(s, value, list)
			}
		}
	}
}

// listOf names the list that a field opens, or else the one around it.
func listOf(f *ast.Field, around string) string {
	connection := f.Definition.Type.Name()
	if !strings.HasSuffix(connection, "Connection") {
		return around
	}
	order := ""
	if a := f.Arguments.ForName("orderBy"); a != nil {
		order = a.Value.String()
	}
	return placeOf(connection, order)
}

// Package measure says how large a GraphQL document asks an answer to be, before it is validated.
package measure

import (
	"cmp"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/lexer"
)

// most is where counts stop growing; documents can spread fragments so that they double at each step.
const most = 1 << 30

// A Size measures an operation with its fragments spread out. A count of 2^30 means that many or more.
type Size struct {
	Depth      int // levels of fields, 1 for "{ a }"
	Selections int // fields, and fragments each time they are spread
	Aliases    int // fields that are given another name
	Directives int // those on the definitions of the operation and its fragments included
	// Cycle names a fragment that spreads itself, in which case the counts say nothing; "" where there is none.
	Cycle string
}

// add puts a selection beside those in s.
func (s *Size) add(t Size) {
	s.Depth = max(s.Depth, t.Depth)
	s.Selections = min(s.Selections+t.Selections, most)
	s.Aliases = min(s.Aliases+t.Aliases, most)
	s.Directives = min(s.Directives+t.Directives, most)
	s.Cycle = cmp.Or(s.Cycle, t.Cycle)
}

// Repeats counts how often op selects the response name that it selects most, on whatever level: merging
// fields of one name makes validation slow, by the square of their number. It takes as many steps as op
// has selections, and must not be asked where there is a cycle.
func Repeats(doc *ast.QueryDocument, op *ast.OperationDefinition) int {
	names := map[string]int{}
	walk(doc, op.SelectionSet, false, func(f *ast.Field, _ bool) { names[f.Alias]++ })
	return greatest(names)
}

// Introspection counts how often op selects the list of the schema that it selects most, such as "fields", under whatever
// names. Tools need each list once or twice; the schema's size makes each time costly. It is asked as Repeats is.
func Introspection(doc *ast.QueryDocument, op *ast.OperationDefinition) int {
	lists := map[string]int{}
	walk(doc, op.SelectionSet, false, func(f *ast.Field, ofSchema bool) {
		switch f.Name {
		case "types", "fields", "inputFields", "args", "enumValues", "interfaces", "possibleTypes", "directives":
			if ofSchema {
				lists[f.Name]++
			}
		}
	})
	return greatest(lists)
}

// walk visits each field, with fragments spread out; ofSchema says whether it is below __schema or __type.
func walk(doc *ast.QueryDocument, set ast.SelectionSet, ofSchema bool, visit func(f *ast.Field, ofSchema bool)) {
	for _, selection := range set {
		switch sel := selection.(type) {
		case *ast.Field:
			visit(sel, ofSchema)
			walk(doc, sel.SelectionSet, ofSchema || sel.Name == "__schema" || sel.Name == "__type", visit)
		case *ast.InlineFragment:
			walk(doc, sel.SelectionSet, ofSchema, visit)
		case *ast.FragmentSpread:
			if f := doc.Fragments.ForName(sel.Name); f != nil {
				walk(doc, f.SelectionSet, ofSchema, visit)
			}
		}
	}
}

func greatest(counts map[string]int) int {
	most := 0
	for _, n := range counts {
		most = max(most, n)
	}
	return most
}

// Operation measures op, an operation of doc.
func Operation(doc *ast.QueryDocument, op *ast.OperationDefinition) Size {
	m := measurer{fragments: make(map[string]*ast.FragmentDefinition, len(doc.Fragments)), sizes: map[string]Size{}}
	for _, f := range doc.Fragments {
		if _, ok := m.fragments[f.Name]; !ok {
			m.fragments[f.Name] = f
		}
	}
	s := Size{Directives: len(op.Directives)}
	for _, v := range op.VariableDefinitions {
		s.Directives += len(v.Directives)
	}
	s.add(m.selections(op.SelectionSet))
	return s
}

type measurer struct {
	fragments map[string]*ast.FragmentDefinition
	sizes     map[string]Size // of the fragments measured so far; one that is being measured has a cycle if it is met
}

func (m *measurer) selections(set ast.SelectionSet) Size {
	var s Size
	for _, selection := range set {
		switch sel := selection.(type) {
		case *ast.Field:
			below := m.selections(sel.SelectionSet)
			below.Depth = min(below.Depth+1, most)
			below.Selections = min(below.Selections+1, most)
			below.Directives += len(sel.Directives)
			if sel.Alias != "" && sel.Alias != sel.Name {
				below.Aliases = min(below.Aliases+1, most)
			}
			s.add(below)
		case *ast.InlineFragment:
			s.add(Size{Selections: 1, Directives: len(sel.Directives)})
			s.add(m.selections(sel.SelectionSet))
		case *ast.FragmentSpread:
			s.add(Size{Selections: 1, Directives: len(sel.Directives)})
			s.add(m.fragment(sel.Name))
		}
	}
	return s
}

func (m *measurer) fragment(name string) Size {
	if s, ok := m.sizes[name]; ok {
		return s
	}
	f, ok := m.fragments[name]
	if !ok {
		return Size{}
	}
	m.sizes[name] = Size{Cycle: name}
	s := Size{Directives: len(f.Directives)}
	s.add(m.selections(f.SelectionSet))
	m.sizes[name] = s
	return s
}

// Tokens counts the tokens of a document, comments left out, and stops with limit+1 where there are more than
// limit. What cannot be read as a token ends the count: the parser will say what is wrong.
func Tokens(query string, limit int) int {
	l := lexer.New(&ast.Source{Input: query})
	for n := 0; ; {
		token, err := l.ReadToken()
		if err != nil || token.Kind == lexer.EOF {
			return n
		}
		if token.Kind != lexer.Comment {
			n++
		}
		if n > limit {
			return n
		}
	}
}

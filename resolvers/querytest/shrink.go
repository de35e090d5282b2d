package querytest

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/formatter"
	"github.com/vektah/gqlparser/v2/parser"
)

// Shrink leaves out of a query whatever can go with fails still true, and lays the rest out in lines.
func Shrink(query string, fails func(query string) bool) string {
	query, _ = without(query, -1)
	for place := 0; ; {
		smaller, ok := without(query, place)
		switch {
		case !ok:
			return query
		case fails(smaller):
			query = smaller
		default:
			place++
		}
	}
}

// without is a query less the part at a place in the order of the text: a field, a fragment, an argument
// or a piece of its value. It need not be valid. False where there is no such place.
func without(query string, place int) (string, bool) {
	doc, err := parser.ParseQuery(&ast.Source{Input: query})
	if err != nil || len(doc.Operations) == 0 {
		return query, false
	}
	k := knife{left: place}
	for _, o := range doc.Operations {
		o.SelectionSet = k.selections(o.SelectionSet)
	}
	var b strings.Builder
	formatter.NewFormatter(&b, formatter.WithIndent("  ")).FormatQueryDocument(doc)
	return b.String(), k.left < 0
}

// A knife cuts one part out of a query, after it has passed so many that are left.
type knife struct{ left int }

func (k *knife) cuts() bool {
	k.left--
	return k.left == -1
}

func (k *knife) selections(set ast.SelectionSet) ast.SelectionSet {
	for i, s := range set {
		if k.cuts() {
			return slices.Delete(set, i, i+1)
		}
		switch s := s.(type) {
		case *ast.Field:
			for j, a := range s.Arguments {
				if k.cuts() {
					s.Arguments = slices.Delete(s.Arguments, j, j+1)
					return set
				}
				k.value(a.Value)
			}
			s.SelectionSet = k.selections(s.SelectionSet)
		case *ast.InlineFragment:
			s.SelectionSet = k.selections(s.SelectionSet)
		}
	}
	return set
}

func (k *knife) value(v *ast.Value) {
	for i, child := range v.Children {
		if k.cuts() {
			v.Children = slices.Delete(v.Children, i, i+1)
			return
		}
		k.value(child.Value)
	}
}

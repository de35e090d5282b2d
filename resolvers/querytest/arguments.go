package querytest

import (
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// arguments writes arguments of a field, or nothing: those it needs, and some that it does not.
func (g *Generator) arguments(f *ast.FieldDefinition) {
	var list []string
	order := ""
	for _, a := range f.Arguments {
		if isPaging(f, a) {
			continue
		}
		if !a.Type.NonNull && !g.chance(0.5) || a.DefaultValue != nil && g.chance(0.5) {
			continue
		}
		value := g.value(a.Type, origin{owner: f.Type.Name(), name: a.Name})
		if a.Name == "orderBy" {
			order = value
		}
		list = append(list, a.Name+": "+value)
	}
	list = append(list, g.page(f, order)...)
	if len(list) > 0 {
		g.write("(", strings.Join(list, ", "), ")")
	}
}

func isPaging(f *ast.FieldDefinition, a *ast.ArgumentDefinition) bool {
	if f.Arguments.ForName("after") == nil {
		return false
	}
	return a.Name == "first" || a.Name == "after" || a.Name == "last" || a.Name == "before"
}

// page is which part of a connection is asked for, most often a small and possible one. A list whose
// order a server may choose is asked for whole.
func (g *Generator) page(f *ast.FieldDefinition, order string) []string {
	if f.Arguments.ForName("after") == nil {
		return nil
	}
	if f.Type.Name() == unordered {
		return []string{"first: " + strconv.Itoa(wholePage)}
	}
	first, last := "first: "+g.size(), "last: "+g.size()
	after, before := "after: "+g.cursor(f, order), "before: "+g.cursor(f, order)
	switch n := g.rand.IntN(100); {
	case n < 45:
		return []string{first}
	case n < 60:
		return []string{last}
	case n < 75:
		return []string{first, after}
	case n < 90:
		return []string{last, before}
	case n < 94:
		return []string{first, after, before}
	case n < 98:
		return []string{last, after, before}
	}
	return []string{first, last}
}

func (g *Generator) size() string {
	if g.chance(0.03) {
		return pick(g.rand, []string{"-1", "201", "2147483647"})
	}
	if g.chance(0.05) {
		return "100"
	}
	return strconv.Itoa(g.rand.IntN(6))
}

// cursor is one that an earlier answer held, most often for a list in the same order.
func (g *Generator) cursor(f *ast.FieldDefinition, order string) string {
	held := g.values.cursors[placeOf(f.Type.Name(), order)]
	if g.chance(0.05) {
		held = g.values.cursors[placeOf("BodyConnection", "")]
	}
	if len(held) == 0 || g.chance(0.03) {
		return `"bm9uZQ"` // of no list
	}
	return quote(pick(g.rand, held))
}

// An origin is where a value is asked for: the type that the field returns or the input type, and the
// name of the argument or field.
type origin struct{ owner, name string }

// value makes a value of an input type, as it stands in a query.
func (g *Generator) value(t *ast.Type, at origin) string {
	if t.Elem != nil {
		items := make([]string, pick(g.rand, []int{0, 1, 1, 1, 2, 2, 3}))
		for i := range items {
			items[i] = g.value(t.Elem, at)
		}
		return "[" + strings.Join(items, ", ") + "]"
	}
	switch def := g.types.Types[t.Name()]; def.Kind {
	case ast.Enum:
		return pick(g.rand, def.EnumValues).Name
	case ast.InputObject:
		return g.object(def)
	}
	switch t.Name() {
	case "Boolean":
		return strconv.FormatBool(g.chance(0.5))
	case "Int":
		return g.integer(at)
	case "Float":
		return strconv.FormatFloat(float64(g.rand.IntN(12))/10, 'g', -1, 64)
	case "ID":
		return quote(g.id(at))
	}
	return quote(g.string(at))
}

// object writes an input object with few of its fields: each that is added leaves less to find.
func (g *Generator) object(def *ast.Definition) string {
	var list []string
	for _, f := range def.Fields {
		if f.Type.NonNull && f.DefaultValue == nil || g.chance(min(0.4, 2.2/float64(len(def.Fields)))) {
			list = append(list, f.Name+": "+g.value(f.Type, origin{owner: def.Name, name: f.Name}))
		}
	}
	return "{" + strings.Join(list, ", ") + "}"
}

func (g *Generator) integer(at origin) string {
	switch at.name {
	case "from", "to":
		return strconv.Itoa(2008 + g.rand.IntN(25))
	case "depth":
		return strconv.Itoa(g.rand.IntN(18))
	}
	return strconv.Itoa(g.rand.IntN(8))
}

func (g *Generator) id(at origin) string {
	if g.chance(0.03) {
		return pick(g.rand, []string{"", "none", "body/none", "md-2019/p1:99", "md-2019/p1~none", "\u00e9\U0001F600"})
	}
	typ, ok := typeOfID(at)
	if !ok || g.chance(0.03) {
		typ = pick(g.rand, g.values.types)
	}
	return pick(g.rand, g.values.ids[typ])
}

// typeOfID says which type of node an id names; false where it may be any.
func typeOfID(at origin) (string, bool) {
	of, input := strings.CutSuffix(at.owner, "Filter")
	switch at.name {
	case "id":
		return at.owner, at.owner != "Node"
	case "ids":
		return of, input
	case "broader":
		return of, true
	case "memberOf", "bodies":
		return "Body", true
	case "parents", "provisions":
		return "Provision", true
	case "earlier", "later":
		if input || at.owner == "Comparison" {
			return "Provision", true
		}
		return "Document", true
	case "commitments":
		return "Commitment", true
	case "sections":
		return "Section", true
	case "instruments":
		return "Instrument", true
	case "themes":
		return "Theme", true
	case "from", "to":
		return "", false
	}
	return "Document", true // documents, reaffirmedIn, startIn, …
}

func (g *Generator) string(at origin) string {
	switch at.name {
	case "verbs":
		return pick(g.rand, g.values.verbs)
	case "qualifiers":
		return pick(g.rand, g.values.qualifiers)
	}
	return g.words()
}

// words are one to three of a text, one after the other, sometimes as a phrase, or a whole name.
func (g *Generator) words() string {
	if g.chance(0.15) {
		return pick(g.rand, g.values.names)
	}
	words := strings.Fields(pick(g.rand, g.values.texts))
	at := g.rand.IntN(len(words))
	found := strings.Join(words[at:min(at+1+g.rand.IntN(3), len(words))], " ")
	if found = strings.ReplaceAll(found, `"`, ""); g.chance(0.3) {
		return `"` + found + `"`
	}
	return found
}

// quote writes a string as in JSON, which GraphQL reads too.
func quote(s string) string { return string(encode(s)) }

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

// arguments are what a field needs to answer with something.
func arguments() map[string]string {
	return map[string]string{
		"Query.node":                `(id: "md-2019/p1")`,
		"Query.nodes":               `(ids: ["md-2019/p1", "pd-2009#1", "body/cnd", "none"])`,
		"Query.document":            `(id: "pd-2009")`,
		"Query.section":             `(id: "pd-2009#1.A")`,
		"Query.provision":           `(id: "md-2019/p1")`,
		"Query.commitment":          `(id: "md-2019/p1:1")`,
		"Query.body":                `(id: "body/cnd")`,
		"Query.instrument":          `(id: "instrument/protocol-1972")`,
		"Query.theme":               `(id: "theme/prevention")`,
		"Query.reaffirmation":       `(id: "md-2019/p1~pd-2009/1")`,
		"Query.relation":            `(later: "md-2019/p1", earlier: "pd-2009/1")`,
		"Query.search":              `(query: "prevention")`,
		"Query.responsibilities":    `(rows: BODY, columns: DOCUMENT)`,
		"Query.coverage":            `(earlier: "pd-2009", later: "md-2019")`,
		"Query.paths":               `(from: "body/cnd", to: "body/who")`,
		"Query.reaffirmations":      `(filter: { relations: [RESTATES, ADAPTS, ECHOES] })`,
		"Document.reaffirms":        `(filter: { relations: [RESTATES, ADAPTS, ECHOES] })`,
		"Provision.lineage":         `(depth: 1)`,
		"Commitment.lineage":        `(depth: 1)`,
		"Instrument.citations":      `(filter: { narrower: true })`,
		"ProvisionFacets.bodies":    `(first: 3)`,
		"Statistics.pairs":          `(documents: ["pd-2009", "ungass-2016", "md-2019"])`,
		"CoverageBucket.provisions": `(first: 1)`,
	}
}

// absent are the nullable fields that nothing in the small graph has.
func absent() []string {
	return []string{"Change.earlier", "Deadline.binds", "Evidence.note"}
}

// TestReach asks for every field of every type, wherever it is met first, on all the objects there.
// Each must answer without an error, and with something other than null on some object.
func TestReach(t *testing.T) {
	w := &walk{
		t: t, api: newAPI(newStore(t)), schema: resolvers.NewSchema().Schema(), arguments: arguments(),
		reached: map[string]bool{"Query": true}, queue: []place{{typ: "Query"}},
	}
	for len(w.queue) > 0 {
		next := w.queue[0]
		w.queue = w.queue[1:]
		w.visit(next)
	}
	for name, def := range w.schema.Types {
		if def.Kind == ast.Object && !def.BuiltIn && !w.reached[name] {
			t.Errorf("no object of type %s was reached", name)
		}
	}
	slices.Sort(w.null)
	if !slices.Equal(w.null, absent()) {
		t.Errorf("always null: %v\nwant only  %v", w.null, absent())
	}
}

type walk struct {
	t         *testing.T
	api       api
	schema    *ast.Schema
	arguments map[string]string
	reached   map[string]bool
	queue     []place
	null      []string
}

// A place is where objects of a type stand: the fields that lead there, as they stand in a query, and
// the keys that lead there in an answer.
type place struct {
	typ    string
	fields []string
	keys   []string
}

func (p place) query(selection string) string {
	return strings.Join(append([]string{""}, p.fields...), " { ") + " { __typename " + selection + " }" + strings.Repeat(" }", len(p.fields))
}

// visit asks for each field of the type at the place.
func (w *walk) visit(p place) {
	for _, f := range w.fields(p.typ) {
		name := p.typ + "." + f.Name
		field := f.Name + w.arguments[name]
		target := w.schema.Types[f.Type.Name()]
		selection := field
		if target.IsCompositeType() {
			selection += " { __typename }"
		}
		query := p.query(selection)
		got := w.api.ask(w.t, query, nil)
		if len(got.Errors) > 0 {
			w.t.Errorf("%s: %v", query, got.Errors)
			continue
		}
		var data any
		if err := json.Unmarshal(got.Data, &data); err != nil {
			w.t.Fatal(err)
		}
		values := w.values(p, data, f.Name)
		if len(values) == 0 {
			w.t.Errorf("%s: no object has the field\n%s", query, got.Data)
		}
		if !slices.ContainsFunc(values, func(v any) bool { return v != nil }) {
			w.null = append(w.null, name)
		}
		// Lists lead to more objects than a node of one's own choice.
		if target.IsCompositeType() && f.Arguments.ForName("id") == nil && f.Arguments.ForName("ids") == nil {
			w.enter(p, field, f.Name, values)
		}
	}
}

// fields lists what to ask of a type.
func (w *walk) fields(typ string) []*ast.FieldDefinition {
	return slices.DeleteFunc(slices.Clone(w.schema.Types[typ].Fields), func(f *ast.FieldDefinition) bool {
		return strings.HasPrefix(f.Name, "__")
	})
}

// values are what the objects of the place's type have as the field.
func (w *walk) values(p place, data any, field string) []any {
	var values []any
	for _, o := range flatten(data, p.keys) {
		if o, ok := o.(map[string]any); ok && o["__typename"] == p.typ {
			if v, ok := o[field]; ok {
				values = append(values, v)
			}
		}
	}
	return values
}

// enter notes where objects of new types were met.
func (w *walk) enter(p place, field, key string, values []any) {
	for _, o := range flatten(values, nil) {
		o, ok := o.(map[string]any)
		if !ok {
			continue
		}
		typ := fmt.Sprint(o["__typename"])
		if w.reached[typ] {
			continue
		}
		w.reached[typ] = true
		w.queue = append(w.queue, place{typ, append(slices.Clip(p.fields), w.into(p.typ, field, key, typ)...), append(slices.Clip(p.keys), key)})
	}
}

// into is the field, and the fragment for objects of one type where it has several.
func (w *walk) into(parent, field, key, typ string) []string {
	if w.schema.Types[parent].Fields.ForName(key).Type.Name() == typ {
		return []string{field}
	}
	return []string{field, "... on " + typ}
}

// flatten lists what stands at the keys, lists spread out.
func flatten(v any, keys []string) []any {
	switch v := v.(type) {
	case []any:
		var all []any
		for _, item := range v {
			all = append(all, flatten(item, keys)...)
		}
		return all
	case map[string]any:
		if len(keys) > 0 {
			return flatten(v[keys[0]], keys[1:])
		}
	}
	return []any{v}
}

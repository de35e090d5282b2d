package graphtest

import (
	"fmt"
	"reflect"
	"slices"

	"reaffirm/graph"
)

// values knows, for each field of a filter, what it may be asked for in one graph: what is there, and what is not.
type values struct {
	byType map[reflect.Type][]reflect.Value // for lists and numbers of a type of their own, and for *bool, *Years
	byName map[string][]reflect.Value       // for fields of plain types, by "Filter.Field" or "Field"
}

func newValues(g *graph.Graph) *values {
	v := &values{byType: map[reflect.Type][]reflect.Value{}, byName: map[string][]reflect.Value{}}
	addType(v, graph.ProvisionKinds(), "NO_KIND")
	addType(v, graph.CommitmentKinds(), "NO_KIND")
	addType(v, graph.Roles(), "NO_ROLE")
	addType(v, graph.Stances(), "NO_STANCE")
	addType(v, graph.Relations(), "NO_RELATION")
	addType(v, graph.ChangeKinds(), "NO_CHANGE")
	addType(v, graph.BodyKinds(), "NO_KIND")
	addType(v, graph.InstrumentKinds(), "NO_KIND")
	addType(v, []*bool{new(bool), ptr(true)})
	addType(v, []*graph.Years{{}, {From: 2014}, {To: 2015}, {From: 2016, To: 2019}, {From: 2019, To: 2016}, {From: 2400}, {From: 2014, To: 2014}})

	documents, provisions := idsOf(g.Documents), idsOf(g.Provisions)
	bodies, instruments, themes := idsOf(g.Bodies), idsOf(g.Instruments), idsOf(g.Themes)
	v.names(documents, "DocumentFilter.IDs", "Documents", "ReaffirmedIn", "Reaffirms", "NotReaffirmedIn", "NotReaffirms",
		"LaterDocuments", "EarlierDocuments", "First", "Last")
	v.names(idsOf(g.Sections), "SectionFilter.Parents", "Sections")
	v.names(provisions, "ProvisionFilter.Parents", "Provisions", "Later", "Earlier")
	v.names(idsOf(g.Commitments), "Commitments")
	v.names(bodies, "BodyFilter.IDs", "MemberOf", "Bodies")
	v.names(instruments, "InstrumentFilter.IDs", "InstrumentFilter.Broader", "Instruments")
	v.names(themes, "ThemeFilter.IDs", "ThemeFilter.Broader", "Themes")
	var verbs, qualifiers []string
	for i := range g.Commitments {
		verbs = append(verbs, g.Commitments[i].Verbs...)
		for _, q := range g.Commitments[i].Qualifiers {
			qualifiers = append(qualifiers, q.Name)
		}
	}
	v.names(ascending(verbs), "Verbs")
	v.names(ascending(qualifiers), "Qualifiers")
	addName(v, []bool{true}, "Outermost", "Narrower")
	addName(v, []int{-1, 1, 3, 5, 7, 99}, "MinStrength", "MaxStrength")
	addName(v, []int{1, 2, 3, 9}, "MinDocuments", "MaxDocuments")
	addName(v, []float64{0.3, 0.5, 0.61, 0.8, 1}, "MinConfidence", "MinScore")
	addName(v, append(searchTexts(), textsOf(g)...), "Text")
	return v
}

func ptr[T any](x T) *T { return &x }

func addType[T any](v *values, list []T, more ...T) {
	for _, x := range append(slices.Clone(list), more...) {
		at := reflect.TypeFor[T]()
		v.byType[at] = append(v.byType[at], reflect.ValueOf(x))
	}
}

func addName[T any](v *values, list []T, names ...string) {
	for _, name := range names {
		for _, x := range list {
			v.byName[name] = append(v.byName[name], reflect.ValueOf(x))
		}
	}
}

// names adds ids or words, with two that do not exist.
func (v *values) names(list []string, fields ...string) {
	addName(v, append(slices.Clone(list), "no-such/thing", ""), fields...)
}

// of lists what a field of a filter may be asked for; of a list, its members.
func (v *values) of(filter reflect.Type, field reflect.StructField) []reflect.Value {
	at := field.Type
	if at.Kind() == reflect.Slice {
		at = at.Elem()
	}
	if list, ok := v.byType[at]; ok {
		return list
	}
	if list, ok := v.byName[filter.Name()+"."+field.Name]; ok {
		return list
	}
	list, ok := v.byName[field.Name]
	if !ok {
		panic(fmt.Sprintf("graphtest: no values for %s.%s; add some", filter.Name(), field.Name))
	}
	return list
}

// singles lists filters that ask for one field alone: for each value of it, and for several at once where
// it is a list.
func singles[F any](v *values) []F {
	at := reflect.TypeFor[F]()
	list := make([]F, 1)
	for i := range at.NumField() {
		field := at.Field(i)
		add := func(x reflect.Value) {
			var f F
			reflect.ValueOf(&f).Elem().Field(i).Set(x)
			list = append(list, f)
		}
		all := v.of(at, field)
		if field.Type.Kind() != reflect.Slice {
			for _, x := range all {
				add(x)
			}
			continue
		}
		for _, x := range all {
			add(listOf(field.Type, x))
		}
		add(listOf(field.Type, all...))
		add(listOf(field.Type, all[len(all)/2:]...))
		add(listOf(field.Type, all[0], all[0]))
		add(listOf(field.Type))
	}
	return list
}

func listOf(list reflect.Type, members ...reflect.Value) reflect.Value {
	s := reflect.MakeSlice(list, 0, len(members))
	return reflect.Append(s, members...)
}

// textsOf lists texts to search for that are in g.
func textsOf(g *graph.Graph) []string {
	var list []string
	for i := range g.Provisions {
		if i%5 == 0 {
			list = append(list, `"`+g.Provisions[i].Text+`"`)
		}
	}
	return slices.DeleteFunc(list, func(s string) bool { return len(s) > 300 })
}

// searchTexts lists texts to search for: words, phrases, and what must do no harm.
func searchTexts() []string {
	return []string{
		"treatment", "Treatments", "prevent", "preventing PREVENTION", "money-laundering", "money laundering", `"money laundering"`, `"laundering money"`,
		`"freedom of movement"`, `"freedom movement"`, `"freedom and movement"`, "commit treatment", "treat", "the", "of the and", " ", "-", `"`, `""`,
		`"the"`, `access "to treatment`, `“access to treatment”`, "A/RES/53/115", "A/RES/S-30/1", "S-30/1", "30/1", "1,000", "naïve", "NAÏVE", "naive", "coöperation",
		"Россия", "ΕΛΛΆΔΑ", "São", "State's", "State’s", "states", "a*", "treat*", "treatment~", "+treatment -schools", "schools NOT prevention", "text:schools",
		"schools) OR (treatment", "back\\slash", "back\\", "/regex/", "regex", "f*", "50%", "foo\x00bar", "schools\x00prevention", "schools\xffprevention", "\xff", "tr\u00adeatment",
		"unodc", "UNODC", "WHO", "who", "not (a) [b] {c}", "$x", "@w", `quoted words`, `"quoted words"`, "no-such-word", "1953", "2019", "19",
	}
}

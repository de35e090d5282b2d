package querytest

import (
	"slices"
	"strings"

	"reaffirm/graph"
)

// Values are what arguments are made of: ids, names and words that lead somewhere, and cursors.
type Values struct {
	types      []string            // of the nodes that there are
	ids        map[string][]string // by type
	verbs      []string
	qualifiers []string
	names      []string // of bodies, instruments, themes and sections
	texts      []string // of provisions
	cursors    map[string][]string
}

// maxCursors is how many cursors are kept of each list and order.
const maxCursors = 200

// ValuesOf collects what a graph holds. The cursors come from answers.
func ValuesOf(g *graph.Graph) *Values {
	v := &Values{ids: map[string][]string{}, cursors: map[string][]string{}}
	for _, d := range g.Documents {
		v.addNode("Document", d.ID, d.ShortTitle)
	}
	for _, s := range g.Sections {
		v.addNode("Section", s.ID, s.Title)
	}
	for _, p := range g.Provisions {
		v.addNode("Provision", p.ID, p.Citation)
		v.texts = append(v.texts, p.Text)
	}
	for _, c := range g.Commitments {
		v.addNode("Commitment", c.ID, "")
		for _, q := range c.Qualifiers {
			v.qualifiers = append(v.qualifiers, q.Name)
		}
	}
	for _, b := range g.Bodies {
		v.addNode("Body", b.ID, b.Name)
		v.names = append(v.names, b.Acronym)
	}
	for _, i := range g.Instruments {
		v.addNode("Instrument", i.ID, i.Short)
		v.names = append(v.names, i.Symbol)
	}
	for _, t := range g.Themes {
		v.addNode("Theme", t.ID, t.Name)
	}
	for _, r := range g.Reaffirmations {
		v.addNode("Reaffirmation", r.ID, "")
	}
	for _, verb := range g.Verbs {
		v.verbs = append(v.verbs, verb.Base)
	}
	v.names = slices.DeleteFunc(v.names, func(name string) bool { return strings.TrimSpace(name) == "" })
	v.texts = slices.DeleteFunc(v.texts, func(text string) bool { return strings.TrimSpace(text) == "" })
	return v
}

func (v *Values) addNode(typ, id, name string) {
	if len(v.ids[typ]) == 0 {
		v.types = append(v.types, typ)
	}
	v.ids[typ] = append(v.ids[typ], id)
	v.names = append(v.names, name)
}

// addCursor keeps a cursor of the list that place names.
func (v *Values) addCursor(place, cursor string) {
	if held := v.cursors[place]; len(held) < maxCursors && !slices.Contains(held, cursor) {
		v.cursors[place] = append(held, cursor)
	}
}

// placeOf names a list in one order: the type of its connection, and the order as it stands in a
// query, "" for none.
func placeOf(connection, order string) string {
	order = strings.ReplaceAll(order, " ", "")
	order = strings.ReplaceAll(order, ",direction:ASC", "")
	if order == "{field:RANK}" {
		order = ""
	}
	return connection + order
}

package neograph

import (
	"cmp"
	"slices"
	"strconv"

	"reaffirm/graph"
)

// A part is the nodes of one label, or the relationships of one type.
type part struct {
	name  string // of the label or the type
	count int
	// ends are the labels of the nodes that relationships start from and end at: each end has the first of
	// them under which its id is known. None for nodes.
	ends [2][]string
	// row makes what is written of item i: a node's properties, or a relationship's ends and properties.
	row func(i int) row
}

// A row is a node, or a relationship between the nodes with the ids from and to.
type row struct {
	from, to   string
	properties properties
}

func nodeParts(g *graph.Graph) []part {
	around := sectionsAround(g)
	return []part{
		nodes("Document", g.Documents, documentProperties),
		nodes("Section", g.Sections, sectionProperties),
		nodes("Provision", g.Provisions, func(p *graph.Provision) properties {
			return provisionProperties(p, around[p.Section])
		}),
		nodes("Commitment", g.Commitments, commitmentProperties),
		nodes("Body", g.Bodies, bodyProperties),
		nodes("Instrument", g.Instruments, instrumentProperties),
		nodes("Theme", g.Themes, themeProperties),
		nodes("Thread", g.Threads, threadProperties),
		numbered("Verb", "verb/", g.Verbs, verbProperties),
		numbered("DataIssue", "issue/", g.Issues, issueProperties),
	}
}

// sectionsAround lists, for each section, those around it from the outside in, and itself.
func sectionsAround(g *graph.Graph) map[string][]string {
	around := make(map[string][]string, len(g.Sections))
	for i := range g.Sections { // a section comes after its parent
		s := &g.Sections[i]
		around[s.ID] = append(slices.Clip(around[s.Parent]), s.ID)
	}
	return around
}

// nodes makes a part of things that have an id, and the rank by which list is in order.
func nodes[T any](label string, list []T, of func(*T) properties) part {
	return part{name: label, count: len(list), row: func(i int) row { return row{properties: of(&list[i])} }}
}

// numbered is nodes, for things that have no id of their own: their place in the list gives it.
func numbered[T any](label, prefix string, list []T, of func(*T) properties) part {
	return part{name: label, count: len(list), row: func(i int) row {
		p := of(&list[i])
		p["id"], p["rank"] = prefix+strconv.Itoa(i+1), i
		return row{properties: p}
	}}
}

func relationshipParts(g *graph.Graph) []part {
	return []part{
		ends("CONTAINS", []string{"Document", "Section", "Provision"}, []string{"Section", "Provision"}, containments(g)),
		relationships("MAKES", []string{"Provision"}, []string{"Commitment"}, g.Commitments,
			func(c *graph.Commitment) row { return row{from: c.Provision, to: c.ID} }),
		relationships("INVOLVES", []string{"Provision"}, []string{"Body"}, g.Involvements,
			func(v *graph.Involvement) row { return row{v.Provision, v.Body, involvementProperties(v)} }),
		relationships("CITES", []string{"Provision"}, []string{"Instrument"}, g.Citations,
			func(c *graph.Citation) row { return row{c.Provision, c.Instrument, citationProperties(c)} }),
		relationships("ABOUT", []string{"Provision"}, []string{"Theme"}, g.Abouts,
			func(a *graph.About) row { return row{a.Provision, a.Theme, aboutProperties(a)} }),
		relationships("REAFFIRMS", []string{"Provision"}, []string{"Provision"}, g.Reaffirmations,
			func(r *graph.Reaffirmation) row { return row{r.Later, r.Earlier, reaffirmationProperties(r)} }),
		relationships("REPEATS", []string{"Provision"}, []string{"Provision"}, g.Repetitions,
			func(r *graph.Repetition) row { return row{r.First, r.Second, repetitionProperties(r)} }),
		ends("MEMBER_OF", []string{"Body"}, []string{"Body"}, memberships(g)),
		ends("BROADER", []string{"Instrument", "Theme"}, []string{"Instrument", "Theme"}, broaders(g)),
		ends("FOLLOWS", []string{"Thread"}, []string{"Provision"}, followings(g)),
	}
}

func relationships[T any](kind string, from, to []string, list []T, of func(*T) row) part {
	return part{name: kind, count: len(list), ends: [2][]string{from, to}, row: func(i int) row { return of(&list[i]) }}
}

// An end is where a relationship without properties starts, and where it ends.
type end struct{ from, to string }

func ends(kind string, from, to []string, list []end) part {
	return relationships(kind, from, to, list, func(e *end) row { return row{from: e.from, to: e.to} })
}

// containments joins each section and provision to the innermost thing that contains it.
func containments(g *graph.Graph) []end {
	list := make([]end, 0, len(g.Sections)+len(g.Provisions))
	for i := range g.Sections {
		s := &g.Sections[i]
		list = append(list, end{cmp.Or(s.Parent, s.Document), s.ID})
	}
	for i := range g.Provisions {
		p := &g.Provisions[i]
		list = append(list, end{cmp.Or(p.Parent, p.Section, p.Document), p.ID})
	}
	return list
}

func memberships(g *graph.Graph) []end {
	var list []end
	for i := range g.Bodies {
		if b := &g.Bodies[i]; b.MemberOf != "" {
			list = append(list, end{b.ID, b.MemberOf})
		}
	}
	return list
}

func broaders(g *graph.Graph) []end {
	var list []end
	for i := range g.Instruments {
		if n := &g.Instruments[i]; n.Broader != "" {
			list = append(list, end{n.ID, n.Broader})
		}
	}
	for i := range g.Themes {
		if t := &g.Themes[i]; t.Broader != "" {
			list = append(list, end{t.ID, t.Broader})
		}
	}
	return list
}

func followings(g *graph.Graph) []end {
	var list []end
	for i := range g.Threads {
		for _, p := range g.Threads[i].Provisions {
			list = append(list, end{g.Threads[i].Root, p})
		}
	}
	return list
}

// total is how many nodes or relationships parts hold.
func total(parts []part) (n int) {
	for _, p := range parts {
		n += p.count
	}
	return n
}

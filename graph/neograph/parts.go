package neograph

import (
	"cmp"
	"iter"
	"slices"
	"strconv"

	"reaffirm/graph"
)

// A part is what one statement of a load writes: nodes of one label, or relationships of one type.
type part struct {
	statement     string
	relationships bool
	count         int
	// row makes what the statement needs for item i: a node's properties, or a relationship's ends
	// and properties.
	row func(i int) map[string]any
}

// partsOf lists the parts of a graph, in the order in which they can be written.
func partsOf(g *graph.Graph) []part {
	return append(nodeParts(g), relationshipParts(g)...)
}

func nodeParts(g *graph.Graph) []part {
	around := sectionsAround(g)
	return []part{
		nodes("write_documents", g.Documents, documentProperties),
		nodes("write_sections", g.Sections, sectionProperties),
		nodes("write_provisions", g.Provisions, func(p *graph.Provision) properties {
			return provisionProperties(p, around[p.Section])
		}),
		nodes("write_commitments", g.Commitments, commitmentProperties),
		nodes("write_bodies", g.Bodies, bodyProperties),
		nodes("write_instruments", g.Instruments, instrumentProperties),
		nodes("write_themes", g.Themes, themeProperties),
		nodes("write_threads", g.Threads, threadProperties),
		numbered("write_verbs", "verb/", g.Verbs, verbProperties),
		numbered("write_data_issues", "issue/", g.Issues, issueProperties),
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

func nodes[T any](statement string, list []T, of func(*T) properties) part {
	return part{statement: statement, count: len(list), row: func(i int) map[string]any { return of(&list[i]) }}
}

// numbered is nodes, for things that have no id of their own: their place in the list gives it.
func numbered[T any](statement, prefix string, list []T, of func(*T) properties) part {
	return part{statement: statement, count: len(list), row: func(i int) map[string]any {
		p := of(&list[i])
		p["id"], p["rank"] = prefix+strconv.Itoa(i+1), i
		return p
	}}
}

func relationshipParts(g *graph.Graph) []part {
	return []part{
		ends("write_contains", containments(g)),
		relationships("write_makes", g.Commitments, func(c *graph.Commitment) end { return end{c.Provision, c.ID} }, nil),
		relationships("write_involves", g.Involvements,
			func(v *graph.Involvement) end { return end{v.Provision, v.Body} }, involvementProperties),
		relationships("write_cites", g.Citations,
			func(c *graph.Citation) end { return end{c.Provision, c.Instrument} }, citationProperties),
		relationships("write_about", g.Abouts,
			func(a *graph.About) end { return end{a.Provision, a.Theme} }, aboutProperties),
		relationships("write_reaffirms", g.Reaffirmations,
			func(r *graph.Reaffirmation) end { return end{r.Later, r.Earlier} }, reaffirmationProperties),
		relationships("write_repeats", g.Repetitions,
			func(r *graph.Repetition) end { return end{r.First, r.Second} }, repetitionProperties),
		ends("write_member_of", memberships(g)),
		ends("write_broader", broaders(g)),
		ends("write_follows", followings(g)),
	}
}

// end is where a relationship starts, and where it ends.
type end struct{ from, to string }

func relationships[T any](statement string, list []T, join func(*T) end, of func(*T) properties) part {
	return part{statement: statement, relationships: true, count: len(list), row: func(i int) map[string]any {
		e, p := join(&list[i]), properties{}
		if of != nil {
			p = of(&list[i])
		}
		return map[string]any{"from": e.from, "to": e.to, "properties": map[string]any(p)}
	}}
}

func ends(statement string, list []end) part {
	return relationships(statement, list, func(e *end) end { return *e }, nil)
}

// containments joins each section and provision to the innermost thing that contains it.
func containments(g *graph.Graph) []end {
	var list []end
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

// A batch is what one transaction of a load writes: rows for some of the writing statements, in order.
type batch struct {
	writes []write
	rows   int
	bytes  int
}

// A write is one run of a statement.
type write struct {
	statement string
	rows      []any
}

// batchBytes bounds the strings of one batch, but for a single row that is larger by itself.
const batchBytes = 4 << 20

// batches yields the rows of all parts, at most limit at once.
func batches(parts []part, limit int) iter.Seq[batch] {
	return func(yield func(batch) bool) {
		var b batch
		for _, p := range parts {
			for i := range p.count {
				row := p.row(i)
				size := sizeOf(row)
				if b.rows > 0 && (b.rows == limit || b.bytes+size > batchBytes) {
					if !yield(b) {
						return
					}
					b = batch{}
				}
				b.add(p.statement, row, size)
			}
		}
		if b.rows > 0 {
			yield(b)
		}
	}
}

func (b *batch) add(statement string, row any, size int) {
	if n := len(b.writes); n == 0 || b.writes[n-1].statement != statement {
		b.writes = append(b.writes, write{statement: statement})
	}
	last := &b.writes[len(b.writes)-1]
	last.rows = append(last.rows, row)
	b.rows++
	b.bytes += size
}

// sizeOf is the length of the strings in v, roughly.
func sizeOf(v any) int {
	n := 8
	switch v := v.(type) {
	case string:
		n += len(v)
	case []string:
		for _, s := range v {
			n += len(s)
		}
	case map[string]any:
		for _, value := range v {
			n += sizeOf(value)
		}
	}
	return n
}

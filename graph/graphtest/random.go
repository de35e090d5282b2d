package graphtest

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"reaffirm/graph"
)

// Random draws a graph with a little of everything, in no order; its texts share many words.
func Random(t *rapid.T) *graph.Graph {
	b := newBuilder()
	b.graph.CorpusDigest = "sha256:random"
	d := drawer{t: t, b: b}
	d.entities()
	for i := range rapid.IntRange(1, 4).Draw(t, "documents") {
		d.document(i)
	}
	d.links()
	return b.sealed()
}

// A drawer draws the parts of a graph.
type drawer struct {
	t *rapid.T
	b *builder
}

func (d *drawer) number(name string, least, most int) int {
	return rapid.IntRange(least, most).Draw(d.t, name)
}

// often is true once in n times.
func (d *drawer) often(name string, n int) bool { return d.number(name, 1, n) == 1 }

func one[T any](d *drawer, name string, list []T) T {
	return list[d.number(name, 0, len(list)-1)]
}

func (d *drawer) date() string {
	return one(d, "date", []string{"", "2009", "2009-03-12", "2014", "2016-04-19", "2019-03-14", "2024"})
}

// above picks one of the first n things of a kind as that above the next, or none.
func (d *drawer) above(kind string, n int) string {
	if n == 0 || d.often("outermost", 2) {
		return ""
	}
	return fmt.Sprintf("%s/%d", kind, d.number("above", 0, n-1))
}

func (d *drawer) entities() {
	g := &d.b.graph
	for i := range d.number("bodies", 1, 5) {
		g.Bodies = append(g.Bodies, graph.Body{ID: fmt.Sprintf("body/%d", i), Kind: one(d, "kind", graph.BodyKinds()), Name: d.words(3),
			Acronym: strings.ToUpper(d.words(1)), Aliases: []graph.Alias{{Name: d.words(2), From: 1990}, {Name: d.words(2)}}, MemberOf: d.above("body", i)})
	}
	for i := range d.number("instruments", 1, 6) {
		g.Instruments = append(g.Instruments, graph.Instrument{ID: fmt.Sprintf("instrument/%d", i), Kind: one(d, "kind", graph.InstrumentKinds()), Title: d.words(4),
			Short: d.words(2), Symbol: one(d, "symbol", []string{"", "A/RES/1", "E/2009/28"}), Adopted: d.date(), Broader: d.above("instrument", i), Recognized: d.often("recognized", 2)})
	}
	for i := range d.number("themes", 1, 6) {
		g.Themes = append(g.Themes, graph.Theme{ID: fmt.Sprintf("theme/%d", i), Name: d.words(2), Broader: d.above("theme", i)})
	}
	for i, base := range vocabulary()[:4] {
		g.Verbs = append(g.Verbs, graph.Verb{Base: base, Kind: graph.Pledge, Strength: i})
	}
}

// vocabulary lists the words of random texts: inflections, stop words, signs and letters beyond ASCII.
func vocabulary() []string {
	return []string{"prevent", "prevention", "preventing", "treatment", "treat", "States", "State’s", "money-laundering", "money", "laundering", "of", "the", "and",
		"to", "drugs", "drug", "1,000", "A/RES/1", "30/1", "naïve", "Ελλάδα", "coöperation", "(a)", "AND", "\"quoted\"", "back\\slash", "x+y", "e.g.", "U.N.", "2019"}
}

// words draws n words.
func (d *drawer) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = one(d, "word", vocabulary())
	}
	return strings.Join(list, " ")
}

func (d *drawer) document(i int) {
	g := &d.b.graph
	id := fmt.Sprintf("doc-%d", i)
	document := graph.Document{ID: id, Title: d.words(4), ShortTitle: d.words(2), Symbol: one(d, "symbol", []string{"", "A/RES/1"}), Adopted: d.date(), File: id + ".md"}
	if d.often("adopted by a body", 2) {
		document.Body = one(d, "body", idsOf(g.Bodies))
	}
	g.Documents = append(g.Documents, document)
	sections := []string{""}
	levels := []int{0}
	for s := range d.number("sections", 0, 4) {
		at := d.number("section", 0, len(sections)-1)
		section := fmt.Sprintf("%s#%d", id, s)
		d.b.section(section, sections[at], d.words(3), levels[at]+1)
		sections, levels = append(sections, section), append(levels, levels[at]+1)
	}
	parents := []string{""}
	for p := range d.number("provisions", 0, 12) {
		parent := ""
		if d.often("nested", 2) {
			parent = one(d, "parent", parents)
		}
		provision := fmt.Sprintf("%s/%d", id, p)
		if parent != "" {
			provision = fmt.Sprintf("%s/%d", parent, p)
		}
		d.provision(provision, one(d, "section", sections), parent)
		parents = append(parents, provision)
	}
}

func (d *drawer) provision(id, section, parent string) {
	b, g := d.b, &d.b.graph
	text := d.words(d.number("length", 1, 10))
	b.provision(id, section, parent, one(d, "kind", graph.ProvisionKinds()), text, nil)
	words := strings.Fields(text)
	clauses := []string{""}
	for range d.number("commitments", 0, 2) {
		c := b.commitment(id, one(d, "clause", words), one(d, "kind", graph.CommitmentKinds()), d.number("strength", 0, 4), one(d, "verb", vocabulary()[:4]), one(d, "verb", vocabulary()[:4]))
		if d.often("deadline", 2) {
			b.deadline(c, one(d, "year", []int{2014, 2019, 2030}), one(d, "year", words))
		}
		if d.often("qualifier", 2) {
			b.qualifier(c, one(d, "qualifier", []string{"as appropriate", "if possible"}), one(d, "qualifier", words))
		}
		clauses = append(clauses, c.ID)
	}
	for range d.number("involvements", 0, 3) {
		words := one(d, "agent", append([]string{""}, words...))
		b.involve(id, one(d, "clause", clauses), strings.TrimPrefix(one(d, "body", idsOf(g.Bodies)), "body/"), words, one(d, "role", graph.Roles()), float64(d.number("confidence", 0, 10))/10)
	}
	for range d.number("citations", 0, 2) {
		words := one(d, "citing", append([]string{""}, words...))
		b.cite(id, strings.TrimPrefix(one(d, "instrument", idsOf(g.Instruments)), "instrument/"), words, one(d, "stance", graph.Stances()), float64(d.number("confidence", 0, 10))/10, d.often("collective", 3))
	}
	for range d.number("themes", 0, 2) {
		b.about(id, strings.TrimPrefix(one(d, "theme", idsOf(g.Themes)), "theme/"), one(d, "shown by", append([]string{""}, words...)))
	}
}

// links links later provisions to earlier ones, and repeats some within a document.
func (d *drawer) links() {
	g := &d.b.graph
	// The order of documents decides which of two provisions is the later.
	sorted := graph.Graph{Documents: slices.Clone(g.Documents)}
	graph.Sort(&sorted)
	rank := map[string]int{}
	for i := range sorted.Documents {
		rank[sorted.Documents[i].ID] = i
	}
	linked := map[string]bool{}
	n := len(g.Provisions)
	for range d.number("links", 0, 2*n) {
		a, b := &g.Provisions[d.number("later", 0, n-1)], &g.Provisions[d.number("earlier", 0, n-1)]
		if rank[a.Document] < rank[b.Document] {
			a, b = b, a
		}
		key := graph.ReaffirmationID(a.ID, b.ID)
		switch {
		case linked[key] || a.ID == b.ID:
		case a.Document == b.Document:
			d.b.repeat(a.ID, b.ID, 1)
		default:
			d.b.link(a.ID, b.ID, one(d, "relation", graph.Relations()), float64(d.number("score", 0, 20))/20, "")
			if d.often("changed", 2) {
				last := &g.Reaffirmations[len(g.Reaffirmations)-1]
				last.Changes = []graph.Change{{Kind: one(d, "change", graph.ChangeKinds()), Rule: "drawn"}}
			}
		}
		linked[key] = true
	}
}

package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"reaffirm/graph"
)

// Large is a graph of n provisions, for measuring: as many findings and links for each as the documents
// of drug policy have, in documents of 150 provisions, with texts of 38 made-up words. It is the same
// each time.
func Large(n int) *graph.Graph {
	l := &larger{b: newBuilder(), random: rand.New(rand.NewPCG(2009, 2019))}
	l.words = l.vocabulary(4000)
	l.entities()
	for d := 0; len(l.b.graph.Provisions) < n; d++ {
		l.document(d, min(150, n-len(l.b.graph.Provisions)))
	}
	l.links()
	return l.b.sealed()
}

// A larger makes a large graph.
type larger struct {
	b      *builder
	random *rand.Rand
	words  []string
}

// vocabulary makes n words of two to four syllables.
func (l *larger) vocabulary(n int) []string {
	syllables := strings.Fields("com mit ment de vel op pre vent ion treat con trol re port na tion al or gan ize ac cess sup ply state law pol icy im ple ing ed s er")
	words := make([]string, n)
	for i := range words {
		for range 2 + l.random.IntN(3) {
			words[i] += pick(l, syllables)
		}
	}
	return words
}

func pick[T any](l *larger, list []T) T { return list[l.random.IntN(len(list))] }

// text makes a text of n words, of which a few are frequent and most are rare.
func (l *larger) text(n int) string {
	list := make([]string, n)
	for i := range list {
		x := l.random.Float64()
		list[i] = l.words[int(x*x*x*float64(len(l.words)))]
		if i%3 == 2 {
			list[i] = pick(l, []string{"the", "of", "and", "to"})
		}
	}
	return strings.Join(list, " ")
}

func (l *larger) entities() {
	g := &l.b.graph
	g.CorpusDigest = "sha256:large"
	for i := range 34 {
		g.Bodies = append(g.Bodies, graph.Body{ID: fmt.Sprintf("body/%d", i), Kind: graph.BodyKinds()[i/27], Name: l.text(4), Acronym: strings.ToUpper(pick(l, l.words)),
			Aliases: []graph.Alias{{Name: l.text(3)}}})
	}
	for i := range 300 {
		g.Instruments = append(g.Instruments, graph.Instrument{ID: fmt.Sprintf("instrument/%d", i), Kind: pick(l, graph.InstrumentKinds()), Title: l.text(9),
			Symbol: fmt.Sprintf("A/RES/%d/%d", i/10, i), Adopted: fmt.Sprint(1960 + i/5), Recognized: i%2 == 0})
	}
	for i := range 48 {
		t := graph.Theme{ID: fmt.Sprintf("theme/%d", i), Name: l.text(2)}
		if i%6 > 0 {
			t.Broader = fmt.Sprintf("theme/%d", i/6*6)
		}
		g.Themes = append(g.Themes, t)
	}
	for i := range 60 {
		g.Verbs = append(g.Verbs, graph.Verb{Base: fmt.Sprintf("verb%d", i), Kind: pick(l, graph.CommitmentKinds()), Strength: i / 6})
	}
}

func (l *larger) document(d, provisions int) {
	g := &l.b.graph
	id := fmt.Sprintf("doc-%04d", d)
	g.Documents = append(g.Documents, graph.Document{ID: id, Title: l.text(8), ShortTitle: l.text(3), Symbol: fmt.Sprintf("A/RES/%d", d),
		Adopted: fmt.Sprintf("%d-%02d-%02d", 1990+d%36, 1+d%12, 1+d%28), Body: pick(l, g.Bodies).ID, File: id + ".md"})
	section, parent := "", ""
	for i := range provisions {
		if i%12 == 0 {
			section = fmt.Sprintf("%s#%d", id, i)
			l.b.line++
			g.Sections = append(g.Sections, graph.Section{ID: section, Document: id, Title: l.text(5), Level: 1, Source: l.b.source(id)})
		}
		provision := fmt.Sprintf("%s/%d", id, i)
		if i%4 == 0 {
			parent = provision
			l.provision(provision, section, "")
		} else {
			l.provision(parent+fmt.Sprintf("/%d", i), section, parent)
		}
	}
}

func (l *larger) provision(id, section, parent string) {
	g := &l.b.graph
	document := graph.DocumentOfID(id)
	text := l.text(38)
	g.Provisions = append(g.Provisions, graph.Provision{ID: id, Document: document, Section: section, Parent: parent, Number: "1.", Citation: id, Text: text, Markdown: text,
		Kind: graph.Operative, Source: l.b.source(document), Depth: strings.Count(parent, "/")})
	first := &graph.Span{End: strings.IndexByte(text, ' '), Quote: text[:strings.IndexByte(text, ' ')]}
	clauses := 1 + l.random.IntN(3)
	for c := range clauses {
		commitment := graph.Commitment{ID: fmt.Sprintf("%s:%d", id, c+1), Provision: id, Ordinal: c + 1, Kind: pick(l, graph.CommitmentKinds()), Strength: l.random.IntN(10),
			Verbs: []string{pick(l, g.Verbs).Base}, Span: *first, Evidence: rule("clause", 0.9)}
		if l.random.IntN(10) == 0 {
			commitment.Deadlines = []graph.Deadline{{Year: 2000 + l.random.IntN(30), Span: *first, Evidence: rule("year", 1)}}
		}
		g.Commitments = append(g.Commitments, commitment)
		for range 2 {
			body := l.random.IntN(len(g.Bodies))
			g.Involvements = append(g.Involvements, graph.Involvement{Provision: id, Commitment: commitment.ID, Body: g.Bodies[min(body, l.random.IntN(34))].ID,
				Role: pick(l, graph.Roles()), Span: first, Evidence: rule("agent", float64(l.random.IntN(11))/10)})
		}
	}
	if l.random.IntN(2) == 0 {
		g.Citations = append(g.Citations, graph.Citation{Provision: id, Instrument: pick(l, g.Instruments).ID, Stance: pick(l, graph.Stances()), Span: first, Evidence: rule("name", 1)})
	}
	for range l.random.IntN(4) {
		g.Abouts = append(g.Abouts, graph.About{Provision: id, Theme: pick(l, g.Themes).ID, Heading: "Heading", Evidence: rule("theme", 1)})
	}
}

// links links each provision to an earlier one or two, where there are any.
func (l *larger) links() {
	g := &l.b.graph
	adopted := map[string]string{}
	for i := range g.Documents {
		adopted[g.Documents[i].ID] = g.Documents[i].Adopted
	}
	seen := map[string]bool{}
	for i := range g.Provisions {
		for range 2 {
			later, earlier := &g.Provisions[i], &g.Provisions[l.random.IntN(len(g.Provisions))]
			if adopted[later.Document] < adopted[earlier.Document] {
				later, earlier = earlier, later
			}
			key := graph.ReaffirmationID(later.ID, earlier.ID)
			if seen[key] || adopted[later.Document] == adopted[earlier.Document] {
				continue
			}
			seen[key] = true
			score := l.random.Float64()
			g.Reaffirmations = append(g.Reaffirmations, graph.Reaffirmation{Later: later.ID, Earlier: earlier.ID, Relation: pick(l, graph.Relations()), Score: score,
				Diff: []graph.DiffPart{{Op: graph.Equal, Text: later.Text}}, Evidence: rule("wording", score)})
		}
	}
}

package neograph_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
)

// sample makes a sealed graph of the given number of provisions, with about as many relations for each as
// the real documents have. Another seed makes another graph.
func sample(t testing.TB, provisions int, seed uint64) *graph.Graph {
	t.Helper()
	g, err := newSample(provisions, seed)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func newSample(provisions int, seed uint64) (*graph.Graph, error) {
	m := &sampler{rand: rand.New(rand.NewPCG(seed, 0)), graph: &graph.Graph{CorpusDigest: fmt.Sprint("sha256:", seed)}}
	m.entities()
	for d := range 4 {
		m.document(d, provisions/4)
	}
	m.links()
	return m.graph, graph.Seal(m.graph)
}

type sampler struct {
	rand  *rand.Rand
	graph *graph.Graph
}

func (m *sampler) entities() {
	g := m.graph
	for i := range 35 {
		b := graph.Body{ID: fmt.Sprintf("body/b%d", i), Kind: graph.NamedBody, Name: fmt.Sprintf("Office number %d", i), Acronym: fmt.Sprintf("ON%d", i)}
		if i > 0 && i%5 == 0 {
			b.MemberOf = "body/b0"
			b.Aliases = []graph.Alias{{Name: "the Programme", To: 2002}, {Name: "the Office"}}
		}
		g.Bodies = append(g.Bodies, b)
	}
	for i := range 60 {
		n := graph.Instrument{ID: fmt.Sprintf("instrument/i%d", i), Kind: graph.InstrumentKinds()[i%8], Title: fmt.Sprintf("Convention %d", i), Recognized: i%7 > 0}
		if i > 0 && i%4 == 0 {
			n.Broader = fmt.Sprintf("instrument/i%d", i-1)
		}
		g.Instruments = append(g.Instruments, n)
	}
	for i := range 40 {
		t := graph.Theme{ID: fmt.Sprintf("theme/t%d", i), Name: fmt.Sprintf("Theme %d", i)}
		if i%4 > 0 {
			t.Broader = fmt.Sprintf("theme/t%d", i-i%4)
		}
		g.Themes = append(g.Themes, t)
	}
	g.Verbs = []graph.Verb{{Base: "note", Kind: graph.Affirmation, Strength: 1}, {Base: "urge", Kind: graph.Directive, Strength: 5}}
}

func (m *sampler) document(d, provisions int) {
	g := m.graph
	doc := graph.Document{ID: fmt.Sprintf("doc-%d", d), Title: fmt.Sprintf("Document %d", d), Adopted: fmt.Sprintf("%d-03-01", 2009+3*d), File: "all.md"}
	g.Documents = append(g.Documents, doc)
	section, parent := "", ""
	for i := range provisions {
		if i%12 == 0 {
			section = fmt.Sprintf("%s#%d", doc.ID, i/12+1)
			g.Sections = append(g.Sections, graph.Section{ID: section, Document: doc.ID, Title: fmt.Sprintf("Section %d", i), Level: 1})
		}
		p := graph.Provision{ID: fmt.Sprintf("%s/%d", doc.ID, i+1), Document: doc.ID, Section: section, Number: fmt.Sprintf("%d.", i+1),
			Citation: fmt.Sprintf("document %d, para. %d", d, i+1), Kind: graph.ProvisionKinds()[m.rand.IntN(3)],
			Headings: []string{"Section"}, Source: graph.Source{File: "all.md", StartLine: i + 1, EndLine: i + 1}}
		if i%6 == 0 {
			parent = p.ID
		} else {
			p.Parent, p.Depth = parent, 1
		}
		words := make([]string, 60)
		for j := range words {
			words[j] = fmt.Sprintf("word%d", m.rand.IntN(400))
		}
		p.Text = "We " + strings.Join(words, " ")
		p.Markdown = p.Text
		if i%7 == 0 {
			p.Footnotes = []graph.Footnote{{Marker: "1", Text: "Ibid.", Resolved: "A/RES/1", Offset: 2, Source: p.Source}}
		}
		g.Provisions = append(g.Provisions, p)
		m.findings(&p)
	}
}

func (m *sampler) findings(p *graph.Provision) {
	g := m.graph
	certain := graph.Evidence{Method: graph.Rule, Rule: "sample", Confidence: 0.9}
	we := graph.Span{Start: 0, End: 2, Quote: "We"}
	for i := range 1 + m.rand.IntN(3) {
		c := graph.Commitment{ID: fmt.Sprintf("%s:%d", p.ID, i+1), Provision: p.ID, Ordinal: i + 1, Kind: graph.CommitmentKinds()[m.rand.IntN(4)],
			Verbs: []string{"note", "urge"}[:1+m.rand.IntN(2)], Strength: m.rand.IntN(9), Span: we, Evidence: certain}
		if m.rand.IntN(10) == 0 {
			c.Deadlines = []graph.Deadline{{Year: 2019 + m.rand.IntN(12), Span: we, Evidence: certain}}
			c.Qualifiers = []graph.Qualifier{{Name: "as appropriate", Span: we}}
		}
		g.Commitments = append(g.Commitments, c)
	}
	for i := range 1 + m.rand.IntN(5) {
		v := graph.Involvement{Provision: p.ID, Body: fmt.Sprintf("body/b%d", min(m.rand.IntN(35), m.rand.IntN(35))), Role: graph.Roles()[m.rand.IntN(8)], Evidence: certain}
		if i == 0 {
			v.Body, v.Implied, v.Commitment = "body/b0", true, p.ID+":1"
		} else {
			v.Span = &we
		}
		g.Involvements = append(g.Involvements, v)
	}
	for range m.rand.IntN(3) {
		g.Citations = append(g.Citations, graph.Citation{Provision: p.ID, Instrument: fmt.Sprintf("instrument/i%d", m.rand.IntN(60)),
			Stance: graph.Stances()[m.rand.IntN(9)], Span: &we, Evidence: certain})
	}
	for range m.rand.IntN(4) {
		g.Abouts = append(g.Abouts, graph.About{Provision: p.ID, Theme: fmt.Sprintf("theme/t%d", m.rand.IntN(40)), Heading: "Section", Evidence: certain})
	}
}

// links joins provisions to earlier documents.
func (m *sampler) links() {
	g := m.graph
	seen := map[string]bool{}
	for range len(g.Provisions) * 2 / 5 {
		later, earlier := &g.Provisions[m.rand.IntN(len(g.Provisions))], &g.Provisions[m.rand.IntN(len(g.Provisions))]
		if later.Document < earlier.Document {
			later, earlier = earlier, later
		}
		id := graph.ReaffirmationID(later.ID, earlier.ID)
		if later.Document == earlier.Document || seen[id] {
			continue
		}
		seen[id] = true
		we := graph.Span{Start: 0, End: 2, Quote: "We"}
		g.Reaffirmations = append(g.Reaffirmations, graph.Reaffirmation{Later: later.ID, Earlier: earlier.ID,
			Relation: graph.Relations()[m.rand.IntN(3)], Score: m.rand.Float64(),
			Changes:  []graph.Change{{Kind: graph.ChangeKinds()[m.rand.IntN(8)], Rule: "sample", Later: &we}},
			Aligned:  []graph.AlignedSpan{{Later: we, Earlier: we}},
			Diff:     []graph.DiffPart{{Op: graph.Equal, Text: slices.Concat([]string{"We "}, strings.Fields(later.Text))[3]}},
			Evidence: graph.Evidence{Method: graph.Alignment, Confidence: 0.8}})
	}
}

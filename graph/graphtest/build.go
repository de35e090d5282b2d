package graphtest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"reaffirm/graph"
)

// A builder puts a graph together from texts and the words in them. It panics where a text does not
// hold the words, which is a mistake in this package.
type builder struct {
	graph graph.Graph
	texts map[string]string // of provisions
	line  int
}

func newBuilder() *builder { return &builder{texts: map[string]string{}} }

// sealed is the graph, fit to be written.
func (b *builder) sealed() *graph.Graph {
	g := b.graph
	if err := graph.Seal(&g); err != nil {
		panic(fmt.Sprintf("graphtest: %v", err))
	}
	return &g
}

// source is the next place in a file.
func (b *builder) source(document string) graph.Source {
	b.line += 2
	return graph.Source{File: document + ".md", StartLine: b.line, EndLine: b.line + 1, StartByte: 80 * b.line, EndByte: 80*b.line + 79}
}

func (b *builder) section(id, parent, title string, level int) {
	document := graph.DocumentOfID(id)
	b.graph.Sections = append(b.graph.Sections, graph.Section{ID: id, Document: document, Parent: parent, Title: title, Level: level, Source: b.source(document)})
}

// provision adds a provision; what it has beyond the arguments is set by with.
func (b *builder) provision(id, section, parent string, kind graph.ProvisionKind, text string, with func(*graph.Provision)) {
	document := graph.DocumentOfID(id)
	p := graph.Provision{ID: id, Document: document, Section: section, Parent: parent, Kind: kind, Text: text, Markdown: text,
		Source: b.source(document), Citation: document + ", para. " + id[strings.LastIndexByte(id, '/')+1:]}
	if parent != "" {
		p.Depth = strings.Count(parent, "/")
	}
	for _, s := range b.graph.Sections {
		if s.ID == section {
			p.Headings = append(p.Headings, s.Title)
		}
	}
	if with != nil {
		with(&p)
	}
	b.texts[id] = text
	b.graph.Provisions = append(b.graph.Provisions, p)
}

// span finds words in a provision's text.
func (b *builder) span(provision, words string) *graph.Span {
	text := b.texts[provision]
	at := strings.Index(text, words)
	if at < 0 || words == "" {
		panic(fmt.Sprintf("graphtest: %q does not hold %q", provision, words))
	}
	start := utf8.RuneCountInString(text[:at])
	return &graph.Span{Start: start, End: start + utf8.RuneCountInString(words), Quote: words}
}

// commitment adds a commitment of a provision, whose clause is the words.
func (b *builder) commitment(provision, words string, kind graph.CommitmentKind, strength int, verbs ...string) *graph.Commitment {
	n := 1
	for i := range b.graph.Commitments {
		if b.graph.Commitments[i].Provision == provision {
			n++
		}
	}
	b.graph.Commitments = append(b.graph.Commitments, graph.Commitment{ID: fmt.Sprintf("%s:%d", provision, n), Provision: provision, Ordinal: n,
		Kind: kind, Verbs: verbs, Strength: strength, Span: *b.span(provision, words), Evidence: rule("clause", 0.9)})
	return &b.graph.Commitments[len(b.graph.Commitments)-1]
}

func (b *builder) qualifier(c *graph.Commitment, name, words string) {
	c.Qualifiers = append(c.Qualifiers, graph.Qualifier{Name: name, Span: *b.span(c.Provision, words)})
}

func (b *builder) deadline(c *graph.Commitment, year int, words string) {
	c.Deadlines = append(c.Deadlines, graph.Deadline{Year: year, Span: *b.span(c.Provision, words), Evidence: rule("year", 0.8)})
}

// involve adds an involvement; without words it is implied.
func (b *builder) involve(provision, commitment, body, words string, role graph.Role, confidence float64) {
	v := graph.Involvement{Provision: provision, Commitment: commitment, Body: "body/" + body, Role: role, Implied: words == "", Evidence: rule("agent", confidence)}
	if words != "" {
		v.Span = b.span(provision, words)
	}
	b.graph.Involvements = append(b.graph.Involvements, v)
}

// cite adds a citation by words, or through footnote 1 without.
func (b *builder) cite(provision, instrument, words string, stance graph.Stance, confidence float64, collective bool) {
	c := graph.Citation{Provision: provision, Instrument: "instrument/" + instrument, Stance: stance, Collective: collective, Evidence: rule("name", confidence)}
	if words == "" {
		c.Footnote = "1"
	} else {
		c.Span = b.span(provision, words)
	}
	b.graph.Citations = append(b.graph.Citations, c)
}

// about adds a theme by the words that show it, or by the heading.
func (b *builder) about(provision, theme, words string) {
	a := graph.About{Provision: provision, Theme: "theme/" + theme, Evidence: rule("theme", 0.7)}
	if words == "" {
		a.Heading = "Heading"
	} else {
		a.Span = b.span(provision, words)
	}
	b.graph.Abouts = append(b.graph.Abouts, a)
}

// link adds a reaffirmation of words that both texts hold.
func (b *builder) link(later, earlier string, relation graph.Relation, score float64, words string, changes ...graph.ChangeKind) {
	l := graph.Reaffirmation{Later: later, Earlier: earlier, Relation: relation, Score: score,
		Evidence: graph.Evidence{Method: graph.Alignment, Rule: "wording", Confidence: score}}
	if words != "" {
		later, earlier := b.span(later, words), b.span(earlier, words)
		l.Aligned = []graph.AlignedSpan{{Later: *later, Earlier: *earlier}}
		l.Diff = []graph.DiffPart{{Op: graph.Delete, Text: "We "}, {Op: graph.Equal, Text: words}, {Op: graph.Insert, Text: " still"}}
	}
	for _, c := range changes {
		l.Changes = append(l.Changes, graph.Change{Kind: c, Rule: "by-hand", Later: &l.Aligned[0].Later})
	}
	b.graph.Reaffirmations = append(b.graph.Reaffirmations, l)
}

func (b *builder) repeat(first, second string, score float64) {
	b.graph.Repetitions = append(b.graph.Repetitions, graph.Repetition{First: first, Second: second, Score: score,
		Evidence: graph.Evidence{Method: graph.Alignment, Rule: "wording", Confidence: 1}})
}

func rule(name string, confidence float64) graph.Evidence {
	return graph.Evidence{Method: graph.Rule, Rule: name, Confidence: confidence}
}

package loader

import (
	"fmt"
	"io"
	"strings"

	"reaffirm/graph"
)

// Explain writes, for one provision or commitment of a sealed graph, what was found in it and the
// rule that found each: clauses, bodies in their roles, citations, themes, links. It is what a curator
// judges by. The error says that the graph has no such provision, or that w failed.
func Explain(w io.Writer, g *graph.Graph, id string) error {
	e := explainer{w: w, graph: g, id: id}
	for i := range g.Commitments {
		if g.Commitments[i].ID == id {
			e.id = g.Commitments[i].Provision
		}
	}
	for i := range g.Provisions {
		if g.Provisions[i].ID == e.id {
			e.provision(&g.Provisions[i])
			return e.err
		}
	}
	return fmt.Errorf("there is no provision or commitment %q; ids look like ungass-2016/5/y", id)
}

// explainer prints and keeps the first error of its writer.
type explainer struct {
	w     io.Writer
	graph *graph.Graph
	id    string
	err   error
}

func (e *explainer) printf(format string, args ...any) {
	if e.err == nil {
		_, e.err = fmt.Fprintf(e.w, format, args...)
	}
}

func (e *explainer) provision(p *graph.Provision) {
	e.printf("%s  %s\n%s:%d-%d  %s\n", p.ID, p.Citation, p.Source.File, p.Source.StartLine, p.Source.EndLine, p.Kind)
	if len(p.Headings) > 0 {
		e.printf("under %s\n", strings.Join(p.Headings, " > "))
	}
	for id := p.Parent; id != ""; {
		parent := e.find(id)
		e.printf("governed by %s: %s\n", id, parent.Text)
		id = parent.Parent
	}
	e.printf("\n%s\n", p.Text)
	for _, n := range p.Footnotes {
		e.printf("  note %s at %d: %s\n", n.Marker, n.Offset, n.Resolved)
	}
	e.commitments()
	e.involvements()
	e.citations()
	e.themes()
	e.links()
}

func (e *explainer) find(id string) *graph.Provision {
	for i := range e.graph.Provisions {
		if e.graph.Provisions[i].ID == id {
			return &e.graph.Provisions[i]
		}
	}
	return &graph.Provision{}
}

func (e *explainer) commitments() {
	e.printf("\nCommitments\n")
	for i := range e.graph.Commitments {
		c := &e.graph.Commitments[i]
		if c.Provision != e.id {
			continue
		}
		e.printf("  %s  %s  %s  strength %d%s%s  %s\n    %s\n", c.ID, c.Kind, strings.Join(c.Verbs, ", "), c.Strength,
			flag(c.Inherited, "  inherited"), flag(c.Negated, "  negated"), evidence(c.Evidence), quote(&c.Span))
		for _, q := range c.Qualifiers {
			e.printf("    qualified: %s  %s\n", q.Name, quote(&q.Span))
		}
		for _, d := range c.Deadlines {
			e.printf("    deadline: %d  binds %q  %s  %s\n", d.Year, d.Binds, evidence(d.Evidence), quote(&d.Span))
		}
	}
}

func (e *explainer) involvements() {
	e.printf("\nBodies and roles\n")
	for i := range e.graph.Involvements {
		v := &e.graph.Involvements[i]
		if v.Provision == e.id {
			e.printf("  %s  %s%s  %s  %s\n", v.Body, v.Role, flag(v.Implied, "  implied"), evidence(v.Evidence), quote(v.Span))
		}
	}
}

func (e *explainer) citations() {
	e.printf("\nCitations\n")
	for i := range e.graph.Citations {
		c := &e.graph.Citations[i]
		if c.Provision != e.id {
			continue
		}
		e.printf("  %s  %s%s%s%s", c.Instrument, c.Stance, flag(c.Pinpoint != "", "  "+c.Pinpoint),
			flag(c.Collective, "  collective"), flag(c.Erratum, "  erratum of the source"))
		e.printf("%s  %s  %s\n", flag(c.Footnote != "", "  note "+c.Footnote), evidence(c.Evidence), quote(c.Span))
	}
}

func (e *explainer) themes() {
	e.printf("\nThemes\n")
	for i := range e.graph.Abouts {
		a := &e.graph.Abouts[i]
		if a.Provision == e.id {
			e.printf("  %s  %s  %s%s\n", a.Theme, evidence(a.Evidence), quote(a.Span), flag(a.Heading != "", "under "+a.Heading))
		}
	}
}

func (e *explainer) links() {
	e.printf("\nLinks\n")
	for i := range e.graph.Reaffirmations {
		r := &e.graph.Reaffirmations[i]
		switch e.id {
		case r.Later:
			e.printf("  %s %s  score %.2f  %s\n", r.Relation, r.Earlier, r.Score, evidence(r.Evidence))
		case r.Earlier:
			e.printf("  carried on by %s: %s  score %.2f  %s\n", r.Later, r.Relation, r.Score, evidence(r.Evidence))
		default:
			continue
		}
		for _, c := range r.Changes {
			e.printf("    %s by %s: %s -> %s\n", c.Kind, c.Rule, quote(c.Earlier), quote(c.Later))
		}
	}
}

func evidence(v graph.Evidence) string {
	return fmt.Sprintf("[%s %s %.2f]%s", v.Method, v.Rule, v.Confidence, flag(v.Note != "", " "+v.Note))
}

// quote shows a span's words and place, shortened in the middle where they are long.
func quote(s *graph.Span) string {
	if s == nil {
		return ""
	}
	words := []rune(s.Quote)
	if len(words) > 160 {
		words = append(append(words[:100:100], []rune(" … ")...), words[len(words)-50:]...)
	}
	return fmt.Sprintf("%d-%d %q", s.Start, s.End, string(words))
}

func flag(on bool, text string) string {
	if on {
		return text
	}
	return ""
}

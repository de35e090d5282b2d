package graph

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"
)

// maxViolations bounds how many violations Check lists.
const maxViolations = 20

// Check returns an error that lists what in g breaks the contract of a graph, at most 20 violations:
// ids that are empty, not unique or not of their document, references to nodes that are not there or
// belong elsewhere, parents that come after their children, hierarchies that lead back to where
// they began, values outside their vocabulary, spans that do not reproduce their quote, confidences
// and scores outside 0 to 1.
func Check(g *Graph) error {
	c := checker{nodes: map[string]NodeType{}, texts: map[string]textIndex{}}
	c.declare(g)
	c.structure(g)
	c.entities(g)
	c.findings(g)
	c.links(g)
	if len(c.errs) == 0 {
		return nil
	}
	return fmt.Errorf("the graph breaks its contract: %w", errors.Join(c.errs...))
}

type checker struct {
	nodes map[string]NodeType
	texts map[string]textIndex
	errs  []error
}

func (c *checker) fail(format string, args ...any) {
	if len(c.errs) < maxViolations {
		c.errs = append(c.errs, fmt.Errorf(format, args...))
	}
}

func (c *checker) declare(g *Graph) {
	add := func(n Node) {
		id := n.NodeID()
		if id == "" {
			c.fail("a %s has no id", n.NodeType())
		} else if other, ok := c.nodes[id]; ok {
			c.fail("%q is the id of a %s and of a %s", id, other, n.NodeType())
		} else if TypeOfID(id) != n.NodeType() {
			c.fail("%q is not the form of a %s id", id, n.NodeType())
		}
		c.nodes[id] = n.NodeType()
	}
	for i := range g.Documents {
		add(&g.Documents[i])
	}
	for i := range g.Sections {
		add(&g.Sections[i])
	}
	for i := range g.Provisions {
		add(&g.Provisions[i])
		c.texts[g.Provisions[i].ID] = newTextIndex(g.Provisions[i].Text)
	}
	for i := range g.Commitments {
		add(&g.Commitments[i])
	}
	for i := range g.Bodies {
		add(&g.Bodies[i])
	}
	for i := range g.Instruments {
		add(&g.Instruments[i])
	}
	for i := range g.Themes {
		add(&g.Themes[i])
	}
	for i := range g.Reaffirmations {
		add(&g.Reaffirmations[i])
	}
}

// refer checks that id, unless empty and optional, is a node of the given type.
func (c *checker) refer(from, id string, want NodeType, optional bool) {
	if id == "" && optional {
		return
	}
	if got, ok := c.nodes[id]; !ok || got != want {
		c.fail("%s refers to %q, which is no %s", from, id, want)
	}
}

func (c *checker) structure(g *Graph) {
	for i := range g.Documents {
		c.refer(g.Documents[i].ID, g.Documents[i].Body, BodyNode, true)
	}
	seen := map[string]bool{}
	before := func(id, parent string) {
		if parent != "" && !seen[parent] {
			c.fail("%s comes before its parent %s", id, parent)
		}
		seen[id] = true
	}
	for i := range g.Sections {
		s := &g.Sections[i]
		c.refer(s.ID, s.Document, DocumentNode, false)
		c.refer(s.ID, s.Parent, SectionNode, true)
		c.within(s.Document, s.ID, s.Parent)
		before(s.ID, s.Parent)
	}
	for i := range g.Provisions {
		p := &g.Provisions[i]
		c.refer(p.ID, p.Document, DocumentNode, false)
		c.refer(p.ID, p.Section, SectionNode, true)
		c.refer(p.ID, p.Parent, ProvisionNode, true)
		c.within(p.Document, p.ID, p.Section)
		c.within(p.Document, p.ID, p.Parent)
		before(p.ID, p.Parent)
		oneOf(c, p.ID, ProvisionKinds(), p.Kind)
	}
	for i := range g.Issues {
		c.refer("an issue", g.Issues[i].Provision, ProvisionNode, true)
	}
}

// within checks that id and what it belongs to are of the document.
func (c *checker) within(document, id, owner string) {
	for _, x := range []string{id, owner} {
		if x != "" && DocumentOfID(x) != document {
			c.fail("%s is in %s, but %s is not", id, document, x)
		}
	}
}

// oneOf checks that a value is of its vocabulary.
func oneOf[T ~string](c *checker, name string, vocabulary []T, value T) {
	if indexOf(vocabulary, value) < 0 {
		c.fail("%s: %q is no %T", name, value, value)
	}
}

func (c *checker) entities(g *Graph) {
	above := map[string]string{}
	for i := range g.Bodies {
		b := &g.Bodies[i]
		c.refer(b.ID, b.MemberOf, BodyNode, true)
		oneOf(c, b.ID, BodyKinds(), b.Kind)
		above[b.ID] = b.MemberOf
	}
	for i := range g.Instruments {
		s := &g.Instruments[i]
		c.refer(s.ID, s.Broader, InstrumentNode, true)
		c.refer(s.ID, s.Document, DocumentNode, true)
		oneOf(c, s.ID, InstrumentKinds(), s.Kind)
		above[s.ID] = s.Broader
	}
	for _, id := range slices.Sorted(maps.Keys(above)) {
		if leadsBack(above, id) {
			c.fail("%s belongs to itself", id)
		}
	}
	seen := map[string]bool{"": true}
	for i := range g.Themes {
		t := &g.Themes[i]
		c.refer(t.ID, t.Broader, ThemeNode, true)
		if !seen[t.Broader] {
			c.fail("%s comes before the theme above it, %s", t.ID, t.Broader)
		}
		seen[t.ID] = true
	}
}

// leadsBack says whether what stands above id leads to id.
func leadsBack(above map[string]string, id string) bool {
	for at, steps := above[id], 0; at != "" && steps < len(above); at, steps = above[at], steps+1 {
		if at == id {
			return true
		}
	}
	return false
}

func (c *checker) findings(g *Graph) {
	owner := make(map[string]string, len(g.Commitments))
	for i := range g.Commitments {
		m := &g.Commitments[i]
		owner[m.ID] = m.Provision
		c.refer(m.ID, m.Provision, ProvisionNode, false)
		oneOf(c, m.ID, CommitmentKinds(), m.Kind)
		c.span(m.ID, m.Provision, &m.Span)
		c.evidence(m.ID, m.Evidence)
		for j := range m.Qualifiers {
			c.span(m.ID, m.Provision, &m.Qualifiers[j].Span)
		}
		for j := range m.Deadlines {
			c.span(m.ID, m.Provision, &m.Deadlines[j].Span)
			c.evidence(m.ID, m.Deadlines[j].Evidence)
		}
	}
	for i := range g.Involvements {
		v := &g.Involvements[i]
		name := "involvement of " + v.Body + " in " + v.Provision
		c.refer(name, v.Provision, ProvisionNode, false)
		c.refer(name, v.Commitment, CommitmentNode, true)
		if of, ok := owner[v.Commitment]; ok && of != v.Provision {
			c.fail("%s is in %s, which is a commitment of %s", name, v.Commitment, of)
		}
		oneOf(c, name, Roles(), v.Role)
		c.refer(name, v.Body, BodyNode, false)
		if v.Span == nil && !v.Implied {
			c.fail("%s is written but has no span", name)
		}
		c.span(name, v.Provision, v.Span)
		c.evidence(name, v.Evidence)
	}
	for i := range g.Citations {
		t := &g.Citations[i]
		name := "citation of " + t.Instrument + " in " + t.Provision
		c.refer(name, t.Provision, ProvisionNode, false)
		c.refer(name, t.Instrument, InstrumentNode, false)
		for _, id := range t.Provisions {
			c.refer(name, id, ProvisionNode, false)
		}
		oneOf(c, name, Stances(), t.Stance)
		if t.Span == nil && t.Footnote == "" {
			c.fail("%s has neither span nor footnote", name)
		}
		c.span(name, t.Provision, t.Span)
		c.evidence(name, t.Evidence)
	}
	for i := range g.Abouts {
		a := &g.Abouts[i]
		name := a.Theme + " of " + a.Provision
		c.refer(name, a.Provision, ProvisionNode, false)
		c.refer(name, a.Theme, ThemeNode, false)
		c.span(name, a.Provision, a.Span)
		c.evidence(name, a.Evidence)
	}
}

func (c *checker) links(g *Graph) {
	rank := make(map[string]int, len(g.Documents))
	for i := range g.Documents {
		rank[g.Documents[i].ID] = i
	}
	for i := range g.Reaffirmations {
		r := &g.Reaffirmations[i]
		c.refer(r.ID, r.Later, ProvisionNode, false)
		c.refer(r.ID, r.Earlier, ProvisionNode, false)
		if rank[DocumentOfID(r.Later)] <= rank[DocumentOfID(r.Earlier)] {
			c.fail("%s does not go from a later to an earlier document", r.ID)
		}
		oneOf(c, r.ID, Relations(), r.Relation)
		c.share(r.ID, "score", r.Score)
		for j := range r.Aligned {
			c.span(r.ID, r.Later, &r.Aligned[j].Later)
			c.span(r.ID, r.Earlier, &r.Aligned[j].Earlier)
		}
		for j := range r.Changes {
			oneOf(c, r.ID, ChangeKinds(), r.Changes[j].Kind)
			c.span(r.ID, r.Later, r.Changes[j].Later)
			c.span(r.ID, r.Earlier, r.Changes[j].Earlier)
		}
		for _, id := range r.Announced {
			c.refer(r.ID, id, ProvisionNode, false)
		}
		c.evidence(r.ID, r.Evidence)
	}
	for i := range g.Repetitions {
		r := &g.Repetitions[i]
		c.refer("a repetition", r.First, ProvisionNode, false)
		c.refer("a repetition", r.Second, ProvisionNode, false)
		if DocumentOfID(r.First) != DocumentOfID(r.Second) {
			c.fail("%s and %s are of different documents: no repetition", r.First, r.Second)
		}
		c.share("repetition of "+r.First, "score", r.Score)
		c.evidence("repetition of "+r.First, r.Evidence)
	}
}

func (c *checker) evidence(name string, e Evidence) {
	oneOf(c, name, Methods(), e.Method)
	c.share(name, "confidence", e.Confidence)
}

// share checks that x is within 0 to 1.
func (c *checker) share(name, what string, x float64) {
	if !(x >= 0 && x <= 1) {
		c.fail("%s has %s %v, which is not within 0 to 1", name, what, x)
	}
}

func (c *checker) span(name, provision string, s *Span) {
	if s == nil {
		return
	}
	text := c.texts[provision]
	if got, ok := text.slice(s.Start, s.End); !ok {
		c.fail("%s: span %d to %d is outside %s", name, s.Start, s.End, provision)
	} else if got != s.Quote {
		c.fail("%s: span %d to %d of %s reads %q, not %q", name, s.Start, s.End, provision, got, s.Quote)
	}
}

// textIndex cuts a text by code points without scanning it each time.
type textIndex struct {
	text  string
	size  int     // in code points
	marks []int32 // byte offset of every markEvery-th code point; nil for ASCII
}

const markEvery = 32

func newTextIndex(text string) textIndex {
	t := textIndex{text: text, size: utf8.RuneCountInString(text)}
	if t.size == len(text) {
		return t
	}
	t.marks = make([]int32, 0, t.size/markEvery+1)
	point := 0
	for i := range text {
		if point%markEvery == 0 {
			t.marks = append(t.marks, int32(i))
		}
		point++
	}
	return t
}

func (t textIndex) slice(start, end int) (string, bool) {
	if start < 0 || end < start || end > t.size {
		return "", false
	}
	return t.text[t.at(start):t.at(end)], true
}

// at is the byte offset of a code point, or of the end.
func (t textIndex) at(point int) int {
	switch {
	case t.marks == nil:
		return point
	case point == t.size:
		return len(t.text)
	}
	offset := int(t.marks[point/markEvery])
	for range point % markEvery {
		_, size := utf8.DecodeRuneInString(t.text[offset:])
		offset += size
	}
	return offset
}

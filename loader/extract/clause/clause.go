// Package clause finds the operative clauses of a provision: who binds themselves, asks or affirms
// what, in which verbs, with which hedges. What the verbs do, and which of them is stronger, is in
// data/verbs.json; how a paragraph is built around them is in this package:
//
//   - a paragraph opens with a subject and a verb ("We urge"), with the verb alone where a chapeau or
//     the document's opening holds the subject ("Urge …"), or with who should act ("States should …");
//   - further clauses follow after ", and", after a semicolon or in a new sentence;
//   - a chapeau's verb governs the paragraphs below it ("Member States should: (a) Promote …").
package clause

import (
	"fmt"
	"strconv"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

// A Finder finds clauses. It is safe for concurrent use.
type Finder struct {
	lexicon    *lexicon
	grammar    *grammar
	qualifiers *qualifiers
	measured   Confidence
}

// New prepares a Finder from the embedded lexicons. It fails where their form is wrong.
func New() (*Finder, error) {
	lexicon, err := readLexicon()
	if err != nil {
		return nil, err
	}
	grammar, err := readGrammar()
	if err != nil {
		return nil, err
	}
	qualifiers, err := readQualifiers()
	if err != nil {
		return nil, err
	}
	measured, err := ReadConfidence(measuredJSON)
	if err != nil {
		return nil, fmt.Errorf("measured.json: %w", err)
	}
	return &Finder{lexicon: lexicon, grammar: grammar, qualifiers: qualifiers, measured: measured}, nil
}

// Verbs lists the lexicon of drafting verbs, weakest first.
func (f *Finder) Verbs() []graph.Verb { return f.lexicon.verbs() }

// Clauses is what one provision says, and what it passes on to those below it.
type Clauses struct {
	Kind        graph.ProvisionKind
	Commitments []graph.Commitment // in order of the text
	Text        prose.Text
	// Acts are the clauses with their places as tokens of Text. Where the provision is operative each
	// commitment has its act at the same index; a frame has acts ("Member States should:") but no
	// commitments.
	Acts []Act
	// Governed is what the chapeau makes of this provision, Governs what this one makes of those
	// below it.
	Governed Governance
	Governs  Governance
}

// Find reads one provision; governed is what the chapeau right above it makes of it (Clauses.Governs), zero where there
// is none. It looks at the provision's ID, Text and Headings only.
func (f *Finder) Find(p *graph.Provision, governed Governance) Clauses {
	s := scan{lexicon: f.lexicon, grammar: f.grammar, text: prose.Read(p.Text), governed: governed}
	s.describes = f.grammar.describe(p.Headings)
	s.read()
	c := Clauses{Kind: s.kind(), Text: s.text, Acts: s.acts, Governed: governed}
	c.Governs = s.governs(c.Kind)
	if c.Kind == graph.Operative {
		hedges := f.qualifiers.find(&c.Text)
		for i, a := range c.Acts {
			c.Commitments = append(c.Commitments, s.commitment(p.ID, i+1, a, hedges, f.measured.Of(string(a.Rule))))
		}
	}
	return c
}

func (s *scan) commitment(provision string, ordinal int, a Act, hedges []hedge, confidence float64) graph.Commitment {
	c := graph.Commitment{
		ID:        provision + ":" + strconv.Itoa(ordinal),
		Provision: provision,
		Ordinal:   ordinal,
		Kind:      a.Kind,
		Strength:  a.Strength,
		Span:      s.text.Span(a.Start, a.End),
		Inherited: a.Inherited,
		Evidence:  graph.Evidence{Method: graph.Rule, Rule: string(a.Rule), Confidence: confidence},
	}
	for _, v := range a.Verbs {
		c.Verbs = append(c.Verbs, v.Base)
		c.Negated = c.Negated || v.Negated
	}
	for _, h := range hedges {
		if h.start >= a.Start && h.end <= a.End {
			c.Qualifiers = append(c.Qualifiers, graph.Qualifier{Name: h.name, Span: s.text.Span(h.start, h.end)})
		}
	}
	return c
}

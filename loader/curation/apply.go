package curation

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"reaffirm/graph"
)

// Apply applies the decisions on everything but reaffirmations, which ApplyLinks takes. It reports
// the decisions that no longer match their text or that find nothing to decide on.
func Apply(g *graph.Graph, decisions []Decision) []graph.Problem {
	return apply(g, decisions, func(f Fact) bool { return f != Reaffirmation }, nil)
}

// A Linker makes the link between two provisions that no rule had found: its score, aligned spans
// and diff. It returns false where one of them does not exist or the earlier one is not earlier.
type Linker func(later, earlier string) (graph.Reaffirmation, bool)

// ApplyLinks applies the decisions on reaffirmations, like Apply.
func ApplyLinks(g *graph.Graph, decisions []Decision, linker Linker) []graph.Problem {
	return apply(g, decisions, func(f Fact) bool { return f == Reaffirmation }, linker)
}

func apply(g *graph.Graph, decisions []Decision, wanted func(Fact) bool, linker Linker) []graph.Problem {
	c := curator{graph: g, linker: linker, provisions: make(map[string]*graph.Provision, len(g.Provisions))}
	for i := range g.Provisions {
		c.provisions[g.Provisions[i].ID] = &g.Provisions[i]
	}
	var problems []graph.Problem
	for _, d := range decisions {
		if !wanted(d.Fact) {
			continue
		}
		if err := c.decide(d); err != nil {
			problems = append(problems, problem(d.source, "the decision to %s a %s of %s has no effect: %v", d.Decision, d.Fact, d.Provision, err))
		}
	}
	return problems
}

type curator struct {
	graph      *graph.Graph
	provisions map[string]*graph.Provision
	linker     Linker
}

func (c curator) decide(d Decision) error {
	p := c.provisions[d.Provision]
	if p == nil {
		return fmt.Errorf("there is no such provision")
	}
	at := strings.Index(p.Text, d.Quote)
	if at < 0 {
		return fmt.Errorf("the provision no longer holds the words %q; decide again on its present text", d.Quote)
	}
	start := utf8.RuneCountInString(p.Text[:at])
	span := &graph.Span{Start: start, End: start + utf8.RuneCountInString(d.Quote), Quote: d.Quote}
	evidence := graph.Evidence{
		Method: graph.Curated, Rule: string(d.Decision), Confidence: 1,
		Note: fmt.Sprintf("%s (%s, %s)", d.Reason, d.Author, d.Date),
	}
	switch d.Fact {
	case Commitment:
		return c.commitment(d, evidence)
	case Involvement:
		return c.involvement(d, span, evidence)
	case Citation:
		return c.citation(d, span, evidence)
	case Theme:
		return c.theme(d, span, evidence)
	default:
		return c.reaffirmation(d, evidence)
	}
}

func (c curator) commitment(d Decision, e graph.Evidence) error {
	for i := range c.graph.Commitments {
		m := &c.graph.Commitments[i]
		if m.Provision != d.Provision || m.Ordinal != d.Clause {
			continue
		}
		if d.Kind != "" && m.Kind != d.Kind {
			return fmt.Errorf("clause %d is a %s, not a %s", d.Clause, m.Kind, d.Kind)
		}
		if d.Decision == Reject {
			c.unmake(i)
			return nil
		}
		if d.Decision == Correct {
			m.Kind = graph.CommitmentKind(d.To)
		}
		m.Evidence = e
		return nil
	}
	return fmt.Errorf("it has no clause %d", d.Clause)
}

// unmake takes a commitment out; its involvements stay with the provision, and the ordinals of the
// others stay as they are, since they are cited by them. A provision left without one is a statement.
func (c curator) unmake(i int) {
	id, provision := c.graph.Commitments[i].ID, c.graph.Commitments[i].Provision
	c.graph.Commitments = slices.Delete(c.graph.Commitments, i, i+1)
	for j := range c.graph.Involvements {
		if c.graph.Involvements[j].Commitment == id {
			c.graph.Involvements[j].Commitment = ""
		}
	}
	if !slices.ContainsFunc(c.graph.Commitments, func(m graph.Commitment) bool { return m.Provision == provision }) {
		c.provisions[provision].Kind = graph.Statement
	}
}

func (c curator) involvement(d Decision, span *graph.Span, e graph.Evidence) error {
	list, err := decideOn(c.graph.Involvements, d,
		func(v *graph.Involvement) bool {
			return v.Provision == d.Provision && v.Body == d.Body && (d.Role == "" || v.Role == d.Role) && within(v.Span, span)
		},
		func(v *graph.Involvement) {
			v.Evidence = e
			if d.Decision == Correct {
				v.Role = graph.Role(d.To)
			}
		},
		func() (graph.Involvement, error) {
			if !slices.ContainsFunc(c.graph.Bodies, func(b graph.Body) bool { return b.ID == d.Body }) {
				return graph.Involvement{}, fmt.Errorf("there is no body %q", d.Body)
			}
			if d.Role == "" {
				return graph.Involvement{}, fmt.Errorf(`say its "role"`)
			}
			return graph.Involvement{Provision: d.Provision, Body: d.Body, Role: d.Role, Span: span, Evidence: e}, nil
		})
	c.graph.Involvements = list
	return err
}

func (c curator) citation(d Decision, span *graph.Span, e graph.Evidence) error {
	list, err := decideOn(c.graph.Citations, d,
		func(t *graph.Citation) bool {
			return t.Provision == d.Provision && t.Instrument == d.Instrument && (d.Stance == "" || t.Stance == d.Stance) && within(t.Span, span)
		},
		func(t *graph.Citation) {
			t.Evidence = e
			if d.Decision == Correct {
				t.Stance = graph.Stance(d.To)
			}
		},
		func() (graph.Citation, error) {
			if !slices.ContainsFunc(c.graph.Instruments, func(i graph.Instrument) bool { return i.ID == d.Instrument }) {
				return graph.Citation{}, fmt.Errorf("there is no instrument %q", d.Instrument)
			}
			stance := d.Stance
			if stance == "" {
				stance = graph.CitesWithNoMore
			}
			return graph.Citation{Provision: d.Provision, Instrument: d.Instrument, Stance: stance, Span: span, Evidence: e}, nil
		})
	c.graph.Citations = list
	return err
}

func (c curator) theme(d Decision, span *graph.Span, e graph.Evidence) error {
	list, err := decideOn(c.graph.Abouts, d,
		func(a *graph.About) bool { return a.Provision == d.Provision && a.Theme == d.Theme },
		func(a *graph.About) { a.Evidence = e },
		func() (graph.About, error) {
			if !slices.ContainsFunc(c.graph.Themes, func(t graph.Theme) bool { return t.ID == d.Theme }) {
				return graph.About{}, fmt.Errorf("there is no theme %q", d.Theme)
			}
			return graph.About{Provision: d.Provision, Theme: d.Theme, Span: span, Evidence: e}, nil
		})
	c.graph.Abouts = list
	return err
}

func (c curator) reaffirmation(d Decision, e graph.Evidence) error {
	list, err := decideOn(c.graph.Reaffirmations, d,
		func(r *graph.Reaffirmation) bool {
			// An accepted relation stands whatever a rule had said of the pair.
			return r.Later == d.Provision && r.Earlier == d.Earlier && (d.Relation == "" || d.Decision == Accept || r.Relation == d.Relation)
		},
		func(r *graph.Reaffirmation) {
			r.Evidence = e
			if d.Decision == Correct {
				r.Relation = graph.Relation(d.To)
			} else if d.Relation != "" {
				r.Relation = d.Relation
			}
		},
		func() (graph.Reaffirmation, error) {
			if d.Relation == "" {
				return graph.Reaffirmation{}, fmt.Errorf(`say its "relation"`)
			}
			r, ok := c.linker(d.Provision, d.Earlier)
			if !ok {
				return r, fmt.Errorf("%q is no provision of an earlier document", d.Earlier)
			}
			r.Relation, r.Evidence = d.Relation, e
			return r, nil
		})
	c.graph.Reaffirmations = list
	return err
}

// decideOn applies d to the facts that match: marks, rejects or corrects all of them, or adds the
// one that create returns where nothing matches an accept.
func decideOn[T any](list []T, d Decision, match func(*T) bool, mark func(*T), create func() (T, error)) ([]T, error) {
	if !slices.ContainsFunc(list, func(x T) bool { return match(&x) }) {
		if d.Decision != Accept {
			return list, fmt.Errorf("nothing of the kind was found")
		}
		x, err := create()
		if err != nil {
			return list, err
		}
		return append(list, x), nil
	}
	if d.Decision == Reject {
		return slices.DeleteFunc(list, func(x T) bool { return match(&x) }), nil
	}
	for i := range list {
		if match(&list[i]) {
			mark(&list[i])
		}
	}
	return list, nil
}

// within says whether a fact's span lies in the words of a decision; a fact without a span lies anywhere.
func within(s, words *graph.Span) bool {
	return s == nil || s.Start >= words.Start && s.End <= words.End
}

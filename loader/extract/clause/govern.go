package clause

import "reaffirm/graph"

// Governance is what a chapeau makes of the paragraphs below it.
type Governance struct {
	Mood     Mood
	Kind     graph.CommitmentKind
	Verb     string // the verb that governs: "should", "recommend", "decide"
	Strength int
	Voice    Voice // whose verb it is
}

// Mood is how a chapeau governs.
type Mood uint8

const (
	// Ungoverned paragraphs stand for themselves.
	Ungoverned Mood = iota
	// Speaking: the chapeau names who speaks, and the paragraphs have verbs of their own ("We, the Ministers:").
	Speaking
	// Should: somebody should do what is below; the paragraphs open with a bare verb ("Member States should:").
	Should
	// Measures: what is below is recommended or asked for ("we recommend the following measures:").
	Measures
	// Bound: the speakers bind themselves to what is below ("Decide to eliminate:").
	Bound
	// Stated: what is below is affirmed or valued ("Recognize that:").
	Stated
)

// governs is what this provision makes of those below it.
func (s *scan) governs(kind graph.ProvisionKind) Governance {
	if len(s.acts) == 0 {
		if s.opener && kind == graph.Frame {
			return Governance{Mood: Speaking}
		}
		return s.governed
	}
	a := s.acts[len(s.acts)-1]
	g := Governance{Kind: a.Kind, Verb: a.Verbs[len(a.Verbs)-1].Base, Strength: a.Strength, Voice: a.Voice}
	switch {
	case a.Inherited && a.Rule == StatedBelow:
		return s.governed
	case a.Kind == graph.Directive:
		g.Mood = Measures
		if n := s.text.Len(); n > 1 && isModal(s.text.Fold(n-2)) {
			g.Mood, g.Verb = Should, s.text.Fold(n-2)
		}
	case a.Kind == graph.Pledge:
		g.Mood = Bound
	default:
		g.Mood = Stated
	}
	return g
}

// ask gives an imperative the kind that its chapeau gives it, unless it is a verb of saying that does
// something of its own among recommended measures: "(c) Express concern that …".
func (s *scan) ask(a *Act, v Verb) {
	a.Kind = s.kindOf(v, a)
	a.Inherited = a.Kind == s.governed.Kind
	if a.Inherited {
		a.Strength = s.governed.Strength
	} else if a.Strength == 0 {
		a.Strength = v.strength
	}
}

// kindOf is what a verb does within an act.
func (s *scan) kindOf(v Verb, a *Act) graph.CommitmentKind {
	if a.Voice != Asked || s.governed.Mood == Ungoverned || s.governed.Mood == Speaking {
		return v.kind
	}
	own := v.drafting && !v.act
	switch s.governed.Mood {
	case Measures:
		if own && s.governed.Verb == "recommend" && (v.kind == graph.Affirmation || v.kind == graph.Appraisal) {
			return v.kind
		}
	case Bound:
		if own && v.kind != graph.Pledge {
			return v.kind
		}
	}
	return s.governed.Kind
}

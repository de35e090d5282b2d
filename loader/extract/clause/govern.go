package clause

import (
	"strings"

	"reaffirm/graph"
)

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

// inherit reads a provision that a chapeau governs. It returns false where the provision speaks for
// itself.
func (s *scan) inherit() bool {
	switch s.governed.Mood {
	case Ungoverned, Speaking:
		return false
	}
	n := s.text.Len()
	if n == 0 {
		return true
	}
	first := s.pieceEnd(0)
	start := 0
	if s.text.Fold(s.skipAsides(0)) == "we" {
		return false
	}
	switch s.text.Fold(start) {
	case "to", "by":
		start++
	}
	if s.governed.Mood == Stated {
		if s.isFragment() && !s.text.Tokens[n-1].IsWord() {
			return true
		}
		s.acts = append(s.acts, s.below(start, s.trim(0, n), StatedBelow))
		return true
	}
	a, ok := s.openBelow(start, first)
	if !ok {
		return true
	}
	if a.Rule == NounBelow || a.Rule == NominalBelow {
		s.follow(a, n)
		return true
	}
	s.follow(a, first)
	for i := first + 1; i < n; {
		end := s.pieceEnd(i)
		s.pieceBelow(i, end)
		i = end + 1
	}
	return true
}

// pieceBelow reads a later piece of a governed provision: a further imperative, or what should be done.
func (s *scan) pieceBelow(start, end int) {
	i := start
	switch s.text.Fold(i) {
	case "and", "or", "but":
		i++
	}
	i = s.skipJoined(i, end)
	first := &s.acts[0]
	if v, ok := s.verbAt(i, true); ok && v.form == first.Verbs[0].form && first.Verbs[0].End > first.Verbs[0].Start && !(v.noun && s.isNounThere(v)) {
		a := s.begin(Act{Start: start, Voice: Asked, Rule: NextClause, Inherited: true}, v)
		a.Rule = NextClause
		s.ask(&a, v)
		s.follow(a, end)
		return
	}
	if a, ok := s.open(start, end); ok {
		s.follow(a, end)
	}
}

// isNounThere says whether a word that could be a noun is one at the head of a later piece.
func (s *scan) isNounThere(v Verb) bool {
	if s.takesObject(v) {
		return false
	}
	switch s.text.Fold(v.End) {
	case "within", "with", "towards", "together":
		return false
	}
	return stopsObject(s.text.Fold(v.End))
}

// openBelow reads the first piece of a provision under a chapeau that asks or binds.
func (s *scan) openBelow(start, end int) (Act, bool) {
	from := start
	start = s.skipOpening(start, end)
	at := s.skipAdverbs(start)
	if v, ok := s.verbAt(start, true); ok && (v.form == bare || v.form == participle) && s.isVerbBelow(v) {
		a := s.begin(Act{Voice: Asked, Inherited: true, Rule: ImperativeBelow}, v)
		a.Start = from
		if v.form == participle {
			a.Rule = GerundBelow
		}
		s.ask(&a, v)
		return a, true
	}
	if at < end && s.governed.Mood == Should && s.text.Tokens[at].IsWord() && !isDeterminer(s.text.Fold(at)) {
		v := Verb{Base: s.text.Fold(at), Start: at, End: at + 1, act: true}
		a := s.begin(Act{Voice: Asked, Inherited: true, Rule: ImperativeBelow}, v)
		a.Start = start
		s.ask(&a, v)
		return a, true
	}
	if base, ok := s.gerund(at); ok {
		v := Verb{Base: base, Start: at, End: at + 1, act: true, form: participle}
		a := s.begin(Act{Voice: Asked, Inherited: true, Rule: GerundBelow}, v)
		a.Start = start
		s.ask(&a, v)
		return a, true
	}
	if a, ok := s.openModal(start, at, end); ok {
		return a, true
	}
	a := s.below(start, end, NounBelow)
	if base := s.nominalization(start); base != "" {
		a.Rule = NominalBelow
		at := start
		if s.text.Fold(at) == "the" {
			at++
		}
		a.Verbs = []Verb{{Base: base, Start: at, End: at + 1}}
	}
	return a, true
}

// skipOpening passes what stands before the verb of a governed paragraph: "In order to reinforce the
// fight, ensure …"; "Working within their legal frameworks, consider …" where the chapeau calls for a bare
// verb.
func (s *scan) skipOpening(start, end int) int {
	first := s.text.Fold(start)
	v, isVerb := s.verbAt(start, true)
	if !opensAside(first) && !(isVerb && v.form == participle && s.governed.Mood == Should) {
		return start
	}
	for k := start + 1; k < end && k < start+40; k++ {
		if s.text.Fold(k) != "," {
			continue
		}
		if v, ok := s.verbAt(k+1, true); ok && v.form == bare && (!v.noun || s.takesObject(v)) {
			return k + 1
		}
	}
	return start
}

// isVerbBelow tells a verb from a noun at the head of a governed paragraph: "Support measures …" is a
// verb after "should:", a noun after "such as:".
func (s *scan) isVerbBelow(v Verb) bool {
	if !v.noun || s.governed.Mood == Should || s.takesObject(v) {
		return true
	}
	switch s.text.Fold(v.End) {
	case "of", "for", "in", "to", "by", "on", "with", "and", "or", "-":
		return false
	}
	return s.governed.Verb == "recommend" || s.governed.Verb == "should"
}

// gerund reads an "-ing" word that no lexicon knows.
func (s *scan) gerund(i int) (string, bool) {
	word := s.text.Fold(i)
	if len(word) < 6 || !strings.HasSuffix(word, "ing") || s.text.Fold(i+1) == "-" {
		return "", false
	}
	next := s.text.Fold(i + 1)
	if !isDeterminer(next) && next != "," {
		return "", false
	}
	return strings.TrimSuffix(word, "ing"), true
}

// nominalization reads "The introduction of …" as "introduce", or "".
func (s *scan) nominalization(i int) string {
	if s.text.Fold(i) == "the" {
		i++
	}
	if next := s.text.Fold(i + 1); next != "of" && next != "," {
		return ""
	}
	return s.lexicon.nominal[s.text.Fold(i)]
}

// below is the act of a paragraph whose only verb stands in the chapeau.
func (s *scan) below(start, end int, rule Rule) Act {
	g := s.governed
	return Act{
		Kind: g.Kind, Strength: g.Strength, Start: start, End: end, Inherited: true, Rule: rule, Voice: Asked,
		Verbs:   []Verb{{Base: g.Verb, Start: start, End: start, kind: g.Kind, strength: g.Strength}},
		Subject: start, SubjectEnd: start,
	}
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
		if own && (v.kind == graph.Affirmation || v.kind == graph.Appraisal) {
			return v.kind
		}
	case Bound:
		if own && v.kind != graph.Pledge {
			return v.kind
		}
	}
	return s.governed.Kind
}

func (s *scan) strengthIn(v Verb, a *Act) int {
	if a.Inherited {
		return a.Strength
	}
	return max(v.strength, 1)
}

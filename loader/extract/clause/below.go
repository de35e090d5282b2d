package clause

import "strings"

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
	a := s.openBelow(start, first)
	a.Start = 0
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
	return s.grammar.marksNoun(s.text.Fold(v.End))
}

// openBelow reads the first piece of a provision under a chapeau that asks or binds.
func (s *scan) openBelow(start, end int) Act {
	start = s.skipOpening(start, end)
	at := s.skipAdverbs(start)
	if v, ok := s.verbAt(start, true); ok && (v.form == bare || v.form == participle) && s.isVerbBelow(v) {
		return s.imperative(v)
	}
	if at < end && s.governed.Mood == Should && s.text.Tokens[at].IsWord() && !s.grammar.determiners[s.text.Fold(at)] {
		return s.imperative(Verb{Base: s.text.Fold(at), Start: at, End: at + 1, act: true})
	}
	if base, ok := s.gerund(at); ok {
		return s.imperative(Verb{Base: base, Start: at, End: at + 1, act: true, form: participle})
	}
	if a, ok := s.openModal(start, at, end); ok {
		return a
	}
	a := s.below(start, end, NounBelow)
	if s.text.Fold(start) == "the" {
		start++
	}
	if base := s.nominalization(start); base != "" {
		a.Rule = NominalBelow
		a.Verbs = []Verb{{Base: base, Start: start, End: start + 1}}
	}
	return a
}

// imperative is the act of a verb that a chapeau asks for.
func (s *scan) imperative(v Verb) Act {
	a := s.begin(Act{Voice: Asked, Inherited: true, Rule: ImperativeBelow}, v)
	if v.form == participle {
		a.Rule = GerundBelow
	}
	s.ask(&a, v)
	return a
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
	if !s.grammar.determiners[next] && next != "," {
		return "", false
	}
	return strings.TrimSuffix(word, "ing"), true
}

// nominalization reads "introduction of …" as "introduce", or "".
func (s *scan) nominalization(i int) string {
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

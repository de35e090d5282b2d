package clause

import (
	"strings"

	"reaffirm/graph"
)

// open reads how a piece opens: a subject and a verb, or a verb alone.
func (s *scan) open(start, end int) (Act, bool) {
	i := start
	switch s.text.Fold(i) {
	case "and", "but", "or":
		i++
	}
	if start > 0 && s.carriesOn(i) {
		return Act{}, false
	}
	i = s.skipOpeningAside(i, end)
	i = s.skipAsides(i)
	if i >= end {
		return Act{}, false
	}
	if s.text.Fold(i) == "we" || s.text.Fold(i) == "i" {
		return s.openWe(start, i, end)
	}
	if a, ok := s.openVerb(start, i, end); ok {
		return a, true
	}
	if a, ok := s.openPassive(start, i, end); ok {
		return a, true
	}
	if a, ok := s.openOrgan(start, i, end); ok {
		return a, true
	}
	return s.openModal(start, i, end)
}

// carriesOn says whether a later piece goes on with what an earlier one began: "; to review legal
// frameworks, taking into account …", "; that drug treatment …".
func (s *scan) carriesOn(i int) bool {
	switch s.text.Fold(i) {
	case "to":
		v, ok := s.verbAt(i+1, true)
		return ok && v.form == bare
	case "that", "which", "who", "by":
		return true
	}
	return false
}

// openVerb reads a paragraph that opens with its verb: "Reaffirm …", "Requests …", "Recalling …",
// "Gravely concerned …".
func (s *scan) openVerb(start, i, end int) (Act, bool) {
	v, ok := s.verbAt(i, true)
	if !ok {
		if s.text.Fold(i) == "have" && start == 0 {
			return s.afterReport(i, end)
		}
		if s.text.Fold(i) == "having" {
			return s.openHaving(start, i)
		}
		return Act{}, false
	}
	a := Act{Start: start, Voice: Speaker, Subject: v.Start, SubjectEnd: v.Start, Rule: VerbAlone}
	switch {
	case v.state:
		a.Rule = StateOfMind
	case v.form == past && !(start == 0 && v.drafting && !v.weak && !v.act && s.takesObject(v)):
		return Act{}, false
	case v.form == participle && (!v.drafting || len(s.acts) > 0 && s.acts[0].Verbs[0].form != participle):
		return Act{}, false
	case v.noun && !s.takesObject(v) && !s.opensAsVerb(v):
		return Act{}, false
	case !v.drafting && s.hasFiniteVerb(v.End, end) && v.noun:
		return Act{}, false
	}
	if v.form == third || v.form == participle && !v.state {
		a.Voice = Organ
	}
	return s.begin(a, v), true
}

// opensAsVerb says whether a word that could be a noun is a verb because an organ opens its paragraphs so:
// "Notes progress made", "Noting current trends".
func (s *scan) opensAsVerb(v Verb) bool {
	return v.drafting && (v.form == participle || v.form == third && !s.grammar.marksNoun(s.text.Fold(v.End)))
}

// openHaving reads "Having considered the report": what was considered is taken into account. Where the
// speakers only say that they came together, it is no act.
func (s *scan) openHaving(start, i int) (Act, bool) {
	if s.gathers(i) {
		s.opener = true
		return Act{}, false
	}
	at := s.skipAdverbs(i + 1)
	v, ok := s.verbAt(at, true)
	if !ok || v.form != past {
		if !strings.HasSuffix(s.text.Fold(at), "ed") && s.text.Fold(at) != "heard" {
			return Act{}, false
		}
		v = Verb{Base: s.text.Fold(at), Start: at, End: at + 1}
	}
	v.kind, v.act, v.form = graph.Affirmation, false, participle
	v.strength = s.lexicon.strengthOf("take into account")
	return s.begin(Act{Start: start, Voice: Speaker, Rule: VerbAlone}, v), true
}

// afterReport reads a paragraph that first reports what the speakers have done: "Have undertaken a
// review …, and recommit to …". The report is no act; what follows it is.
func (s *scan) afterReport(have, end int) (Act, bool) {
	v, ok := s.verbAt(have+1, true)
	if !ok || v.form != past {
		return Act{}, false
	}
	v.form = bare
	report := s.begin(Act{Start: have, Voice: Speaker}, v)
	next, _, ok := s.nextClause(&report, end)
	return next, ok
}

// takesObject says whether what follows a word that could be a noun shows that it is a verb.
func (s *scan) takesObject(v Verb) bool {
	if v.End-v.Start > 1 {
		return true
	}
	next := s.skipAsides(v.End)
	word := s.text.Fold(next)
	if word == "such" && s.text.Fold(next+1) == "as" {
		return false
	}
	if next > v.End || s.grammar.determiners[word] {
		return true
	}
	if v.drafting && (word == "that" || word == "with" || word == "to" && !v.weak) {
		return true
	}
	return next < s.text.Len() && s.text.Tokens[next].IsCapital() && s.text.Tokens[next].IsWord()
}

func (s *scan) hasFiniteVerb(i, end int) bool {
	for ; i < end; i++ {
		word := s.text.Fold(i)
		if s.grammar.finite[word] {
			return true
		}
		if oneOf(word, "that", "which", "who", ",") {
			return false
		}
	}
	return false
}

// begin fills an act with its first verb.
func (s *scan) begin(a Act, v Verb) Act {
	if a.Subject == 0 && a.SubjectEnd == 0 {
		a.Subject, a.SubjectEnd = v.Start, v.Start
	}
	a.Verbs = []Verb{v}
	a.Kind = v.kind
	a.Strength = v.strength
	if v.Base == "agree" && s.statesFact(v.End) {
		a.Kind = graph.Affirmation
	}
	if v.state && a.Rule == SubjectWe {
		a.Rule = StateOfMind
	}
	if v.act && !v.drafting && a.Strength == 0 {
		a.Strength = s.lexicon.strengthOf("will")
	}
	return a
}

// statesFact says whether a that-clause that begins at token i says how things are rather than what is to
// be done: "agree that stimulants continue to pose a challenge".
func (s *scan) statesFact(i int) bool {
	if s.text.Fold(i) != "that" {
		return false
	}
	for k := i + 1; k < s.text.Len() && k < i+60; k++ {
		switch s.text.Fold(k) {
		case "should", "shall", "must", "will", "would", "be":
			return false
		case ";", ".":
			return true
		}
	}
	return true
}

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

// skipOpeningAside passes an adverbial before the subject: "In this connection, we …", "Convinced of
// that, …" is not one, since it is an act of its own.
func (s *scan) skipOpeningAside(i, end int) int {
	first := s.text.Fold(i)
	if !opensAside(first) && !isAdverb(first) || first == "having" {
		return i
	}
	if _, ok := s.verbAt(i, false); ok {
		return i
	}
	for k := i + 1; k < end && k < i+30; k++ {
		if s.text.Fold(k) == "," {
			next := s.skipAdverbs(k + 1)
			if s.text.Fold(next) == "we" {
				return k + 1
			}
			if k < i+14 {
				return k + 1
			}
		}
	}
	return i
}

// openWe reads "We urge", "We, the Ministers …, have met", "We will strengthen", "We have decided".
func (s *scan) openWe(start, we, end int) (Act, bool) {
	a := Act{Start: start, Voice: Speaker, Subject: we, SubjectEnd: we + 1, Rule: SubjectWe}
	at := we + 1
	for _, from := range s.predicates(at, end) {
		if v, ok := s.predicate(from); ok {
			return s.begin(a, v), true
		}
		if s.gathers(from) {
			s.opener = true
			return Act{}, false
		}
	}
	s.opener = s.opener || s.names(at, end)
	return Act{}, false
}

// predicates lists where the verb of "we" may begin: at once, or after an apposition between commas.
func (s *scan) predicates(at, end int) []int {
	list := []int{at}
	for k := at; k < end && k < at+120; k++ {
		if s.text.Fold(k) == "," {
			list = append(list, k+1)
		}
	}
	if s.text.Fold(at) != "," && s.text.Fold(at) != "the" {
		return list[:1]
	}
	return list
}

// predicate reads the verb of a first person: with its auxiliaries where it has any.
func (s *scan) predicate(at int) (Verb, bool) {
	at = s.skipAsides(at)
	word := s.text.Fold(at)
	switch word {
	case "will", "shall", "must", "should", "can", "need":
		next := at + 1
		negated := false
		if s.text.Fold(next) == "not" {
			negated, next = true, next+1
		}
		if s.text.Fold(next) == "to" {
			next++
		}
		v, ok := s.verbAt(next, true)
		if ok && v.form == bare {
			v.Negated = negated
			if !v.drafting || v.act {
				v.kind, v.act, v.strength = graph.Pledge, true, s.lexicon.strengthOf("will")
			}
			return v, true
		}
		return Verb{}, false
	case "have":
		v, ok := s.verbAt(at+1, false)
		return v, ok && v.form == past
	case "do":
		if s.text.Fold(at+1) == "not" {
			v, ok := s.verbAt(at+2, true)
			v.Negated = true
			return v, ok
		}
	}
	v, ok := s.verbAt(at, true)
	if !ok || v.form != bare && !v.isState() {
		return Verb{}, false
	}
	return v, true
}

// gathers says whether the speakers only say that they came together.
func (s *scan) gathers(at int) bool {
	at = s.skipAsides(at)
	switch s.text.Fold(at) {
	case "have", "having", "are", "were":
		at = s.skipAdverbs(at + 1)
	}
	switch s.text.Fold(at) {
	case "met", "assembled", "gathered", "convened", "meeting", "gathering", "come", "participated":
		return true
	}
	return false
}

// names says whether the piece only names who speaks: "We, the States Members of the United Nations,".
func (s *scan) names(at, end int) bool {
	switch s.text.Fold(at) {
	case ",", "the":
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
	case v.isState():
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
	if v.form == third || v.form == participle && !v.isState() {
		a.Voice = Organ
	}
	return s.begin(a, v), true
}

// opensAsVerb says whether a word that could be a noun is a verb because an organ opens its paragraphs so:
// "Notes progress made", "Noting current trends".
func (s *scan) opensAsVerb(v Verb) bool {
	return v.drafting && (v.form == participle || v.form == third && !stopsObject(s.text.Fold(v.End)))
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
	if next > v.End || isDeterminer(word) {
		return true
	}
	if v.drafting && (word == "that" || word == "with" || word == "to" && !v.weak) {
		return true
	}
	return next < s.text.Len() && s.text.Tokens[next].IsCapital() && s.text.Tokens[next].IsWord()
}

func (s *scan) hasFiniteVerb(i, end int) bool {
	for ; i < end; i++ {
		switch s.text.Fold(i) {
		case "is", "are", "was", "were", "has", "have", "had", "should", "shall", "must", "may", "can", "will":
			return true
		case "that", "which", "who", ",":
			return false
		}
	}
	return false
}

// openOrgan reads "The Security Council calls upon …", "It further calls for …".
func (s *scan) openOrgan(start, i, end int) (Act, bool) {
	if s.describes {
		return Act{}, false
	}
	if s.text.Fold(i) == "it" {
		v, ok := s.verbAt(i+1, false)
		if !ok || v.form != third || v.noun && !s.takesObject(v) {
			return Act{}, false
		}
		return s.begin(Act{Start: start, Voice: Organ, Subject: i, SubjectEnd: i + 1, Rule: OrganSpeaks}, v), true
	}
	if s.text.Fold(i) != "the" {
		return Act{}, false
	}
	at := i + 1
	if at >= end || !s.text.Tokens[at].IsCapital() {
		return Act{}, false
	}
	for k := at + 1; k < end && k < at+14; k++ {
		token := s.text.Tokens[k]
		if v, ok := s.verbAt(k, false); ok && v.form == third && !v.isState() && !(v.noun && !s.takesObject(v)) {
			a := Act{Start: start, Voice: Organ, Subject: i, SubjectEnd: k, Rule: OrganSpeaks}
			return s.begin(a, v), true
		}
		switch token.Fold {
		case "of", "on", "for", "the", "and", "in", "to", "'s", "'", ",":
			continue
		}
		if !token.IsCapital() && !isAdverb(token.Fold) {
			break
		}
	}
	return Act{}, false
}

// openPassive reads "It is recommended that States consider …", "States are urged to adopt …".
func (s *scan) openPassive(start, i, end int) (Act, bool) {
	if s.describes {
		return Act{}, false
	}
	for k := i; k < end && k < i+24; k++ {
		if word := s.text.Fold(k); word == "is" || word == "are" {
			v, ok := s.draftingAt(s.skipAdverbs(k + 1))
			next := s.text.Fold(v.End)
			if !ok || v.form != past || v.kind != graph.Directive || next != "to" && next != "that" {
				return Act{}, false
			}
			a := Act{Start: start, Voice: Asked, Subject: i, SubjectEnd: k, Rule: PassiveVerb}
			if s.text.Fold(i) == "it" {
				a.Voice, a.SubjectEnd = Organ, i
			}
			return s.begin(a, v), true
		}
		if opensClause(s.text.Fold(k)) {
			return Act{}, false
		}
	}
	return Act{}, false
}

func opensClause(word string) bool {
	return oneOf(word, "that", "which", "who", "where", "because", "while", "should", "has", "have", "may", "can", "was", "were", ",")
}

// openModal reads "Member States should strengthen …". Under a heading that announces a description it asks
// nobody; nor does "must", unless it is somebody who must.
func (s *scan) openModal(start, i, end int) (Act, bool) {
	if s.describes {
		return Act{}, false
	}
	modal := s.findModal(i, end)
	if modal < 0 {
		return Act{}, false
	}
	if start > 0 && len(s.acts) == 0 && s.text.Fold(modal) == "must" && !s.isActor(i, modal) {
		return Act{}, false
	}
	at := modal + 1
	negated := false
	if s.text.Fold(at) == "not" {
		negated, at = true, at+1
	}
	a := Act{Start: start, Voice: Asked, Subject: i, SubjectEnd: modal, Rule: ModalVerb}
	v := Verb{Base: s.text.Fold(modal), Start: modal, End: modal + 1, kind: graph.Directive, drafting: true, Negated: negated}
	s.readInfinitive(&v, at, end)
	v.strength = s.lexicon.strengthOf(s.text.Fold(modal))
	a = s.begin(a, v)
	a.Kind, a.Strength = graph.Directive, v.strength
	return a, true
}

// readInfinitive reads the verb that a modal leads to: "should strengthen", "should, in cooperation with the
// Board, (a) seek", "should be evaluated"; "be" where what follows is no verb.
func (s *scan) readInfinitive(v *Verb, at, end int) {
	at = s.skipJoined(at, end)
	if s.text.Fold(at) == "(" && s.text.Fold(at+2) == ")" {
		at = s.skipAdverbs(at + 3)
	}
	if at >= end || !s.text.Tokens[at].IsWord() {
		return
	}
	be := s.text.Fold(at) == "be"
	if be {
		at = s.skipAdverbs(at + 1)
	}
	w, ok := s.draftingAt(at)
	if !ok || be && w.form != past {
		w, ok = s.actionAt(at)
	}
	switch {
	case ok && (!be || w.form == past):
		v.Base, v.End, v.act = w.Base, w.End, true
	case be:
		v.Base, v.End, v.act = "be", at, true
	default:
		v.Base, v.End, v.act = s.text.Fold(at), at+1, true
	}
}

// findModal is the token of the main "should", "shall" or "must" of the piece, or -1.
func (s *scan) findModal(i, end int) int {
	for k := i; k < end && k < i+60; k++ {
		switch word := s.text.Fold(k); {
		case isModal(word):
			return k
		case word == "that" && k > i && oneOf(s.text.Fold(k-1), "for", "in", "of", "to", "with", "by"):
			continue // "for that purpose"
		case oneOf(word, "that", "which", "who", "whose") && k < i+5 && s.isActor(i, k):
			return s.modalAfter(k, end) // "States in which cultivation exists should …"
		case word == "that", word == "which", word == "who", word == "where", word == "because", word == "as" && k == i, word == "while",
			word == "is", word == "are", word == "has", word == "have", word == "was", word == "were", word == "may", word == "can":
			return -1
		}
	}
	return -1
}

// modalAfter is the next modal verb within the piece, or -1.
func (s *scan) modalAfter(i, end int) int {
	for k := i; k < end && k < i+30; k++ {
		if isModal(s.text.Fold(k)) {
			return k
		}
	}
	return -1
}

// isActor says whether the subject is somebody who can be asked to act.
func (s *scan) isActor(i, j int) bool {
	for k := i; k < j; k++ {
		switch s.text.Fold(k) {
		case "states", "state", "governments", "government", "parties", "countries", "country", "council", "assembly", "commission", "committee",
			"board", "office", "secretariat", "secretary", "organizations", "agencies", "bodies", "entities", "institutions", "members":
			return true
		case "to", "by", "for", "with", "in":
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
	if v.isState() && a.Rule == SubjectWe {
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

func (v Verb) isState() bool { return v.state }

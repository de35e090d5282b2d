package clause

import "reaffirm/graph"

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
	s.opener = s.opener || s.names(at)
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
	if !ok || v.form != bare && !v.state {
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
	return s.grammar.gatherings[s.text.Fold(at)]
}

// names says whether the piece only names who speaks: "We, the States Members of the United Nations,".
func (s *scan) names(at int) bool {
	switch s.text.Fold(at) {
	case ",", "the":
		return true
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
		if v, ok := s.verbAt(k, false); ok && v.form == third && !v.state && !(v.noun && !s.takesObject(v)) {
			a := Act{Start: start, Voice: Organ, Subject: i, SubjectEnd: k, Rule: OrganSpeaks}
			return s.begin(a, v), true
		}
		switch token.Fold {
		case "of", "on", "for", "the", "and", "in", "to", "'s", "'", ",":
			continue
		}
		if !token.IsCapital() && !s.grammar.isAdverb(token.Fold) {
			break
		}
	}
	return Act{}, false
}

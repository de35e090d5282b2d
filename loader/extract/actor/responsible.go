package actor

import (
	"reaffirm/graph"
	"reaffirm/loader/extract/clause"
)

// "We request the Office, in close cooperation with Member States, to continue …"
// "Enable the Office to assist them …"
func isAddressee(s *site) bool {
	if len(s.path) == 0 || !s.words.DirectiveVerbs[s.path[0].verb] || s.modifies() {
		return false
	}
	switch verb := s.path[0]; {
	case verb.form == clause.Past:
		return false
	case verb.verb == "recommend":
		return s.leadsToInfinitive()
	case s.words.EnablingVerbs[verb.verb]:
		return s.verbs[verb.at] && s.leadsToInfinitive() // not "resources to enable the Office to …"
	}
	return true
}

// leadsToInfinitive says whether "to" and a verb follow the mention within its clause.
func (s *site) leadsToInfinitive() bool {
	for i := s.end; i < s.text.Len() && i < s.end+60; i++ {
		if s.text.Fold(i) == "to" {
			next := s.nextWord(i + 1)
			_, form, _, ok := s.lexicon.Verb(next)
			if ok && form == clause.Bare || i == s.end && !s.words.Articles[next] {
				return true
			}
		}
		if s.endsPath(i) && !oneOf(s.text.Fold(i), "that", "who", "which", "where") {
			return false
		}
	}
	return false
}

// nextWord is the first word from token i on that is no adverb.
func (s *site) nextWord(i int) string {
	for isManner(s.text.Fold(i)) || oneOf(s.text.Fold(i), "further", "also") {
		i++
	}
	return s.text.Fold(i)
}

// "Member States should strengthen …"; "to that end, affected States should make …"; "States are urged to …"
func isSubjectOfShould(s *site) bool {
	if s.act == nil || s.modifies() {
		return false
	}
	if s.relativeShould() {
		return true
	}
	if len(s.path) > 0 {
		return false
	}
	switch s.predicate() {
	case "should", "shall", "must":
		return !hasParticipatoryRole(s)
	case "is", "are":
		return s.act.Rule == clause.PassiveVerb && s.act.Subject <= s.m.start && s.m.end <= s.act.SubjectEnd
	}
	return false
}

// relativeShould reads "the Board, which, in consultation with Member States, should seek to …".
func (s *site) relativeShould() bool {
	i := s.m.end
	if s.m.class || s.text.Fold(i) != "," || s.text.Fold(i+1) != "which" && s.text.Fold(i+1) != "who" {
		return false
	}
	i += 2
	if s.text.Fold(i) == "," {
		for i++; i < s.text.Len() && s.text.Fold(i) != ","; i++ {
			if s.endsPath(i) {
				return false
			}
		}
		i++
	}
	switch s.text.Fold(i) {
	case "should", "shall", "must":
		return true
	}
	return false
}

// predicate is the first finite verb after the mention, where the mention can be its subject, or "".
func (s *site) predicate() string {
	relative := false
	for i := s.end; i < s.text.Len() && i < s.end+40; i++ {
		switch word := s.text.Fold(i); word {
		case ";", ".", ":":
			return ""
		case "that", "which", "who", "where":
			relative = true
		case "should", "shall", "must", "may", "can", "will", "could":
			return word
		case "is", "are", "has", "have", "was", "were":
			if relative {
				relative = false
				continue
			}
			return word
		default:
			if base, form, _, ok := s.lexicon.Verb(word); ok && i == s.end && form == clause.Bare && !s.words.Prepositions[s.text.Fold(i+1)] {
				return base
			}
			if base, form, ok := s.verbAt(i); ok && !relative && s.inside[i] < 0 && (form == clause.Bare || form == clause.Third) && s.text.Fold(i-1) != "to" {
				return base
			}
		}
	}
	return ""
}

// "Ensure that international agencies engage in dialogue …"; "recommend that States adopt …"
func isAgentEnsured(s *site) bool {
	if s.act == nil || len(s.path) > 0 || s.stop < 1 || s.text.Fold(s.stop) != "that" || s.modifies() {
		return false
	}
	base, _, _, ok := s.lexicon.Verb(s.text.Fold(s.stop - 1))
	if !ok || !s.words.EnsuringVerbs[base] {
		return false
	}
	if s.after(0) == ":" {
		return true // "It is recommended that States:"
	}
	switch p := s.predicate(); p {
	case "", "is", "are", "has", "have", "was", "were", "be", "may", "can", "could":
		return false
	default:
		return true
	}
}

// "Highlight the need for Member States to formulate …"; "emphasize the need to strengthen the control
// of precursors by Member States"
func isAgentOfNeed(s *site) bool {
	if s.act == nil {
		return false
	}
	if s.prep("for") && s.words.Needs[s.noun()] {
		return s.leadsToInfinitive() && !s.modifies()
	}
	if s.prep("by") && s.act.Kind == graph.Affirmation && !s.words.Issuing[s.noun()] && s.noun() != "played" && s.noun() != "made" {
		last := s.act.Verbs[len(s.act.Verbs)-1]
		for i := last.End; i < last.End+5; i++ {
			if s.text.Fold(i) == "need" {
				return true
			}
		}
	}
	return false
}

// "encourage efforts by civil society to develop …"; "encourage further contributions of relevant entities"
func isEncouraged(s *site) bool {
	if !s.prep("of", "by", "from") || !s.words.OwnEfforts[s.noun()] {
		return false
	}
	return len(s.path) > 1 && s.words.EncouragingVerbs[s.path[1].verb]
}

// "Call for continued cooperation between Member States, the Board and the World Health Organization"
func isCalledToCooperate(s *site) bool {
	return s.prep("between", "among") && s.words.SharedWork[s.noun()] && s.governor() == "call for"
}

// "Promote guiding principles among development agencies, in particular financial institutions, to
// integrate measures …"
func isAgentAmong(s *site) bool {
	if s.act == nil || s.act.Kind != graph.Directive {
		return false
	}
	for _, st := range s.path {
		if st.verb != "" {
			return false
		}
		if st.prep == "among" && !s.words.SharedWork[st.noun] {
			return s.after(0) == "," && s.after(1) == "to"
		}
	}
	return false
}

// "a report to be prepared by the Office"
func isAgentOfPassive(s *site) bool {
	if s.act == nil || !s.prep("by") {
		return false
	}
	at := s.path[0].at - 1
	if _, form, _, ok := s.lexicon.Verb(s.text.Fold(at)); !ok || form != clause.Past || s.words.Examining[s.text.Fold(at)] {
		return false
	}
	return s.text.Fold(at-1) == "be" && s.asks()
}

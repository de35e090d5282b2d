package clause

import "reaffirm/graph"

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
		word := s.text.Fold(k)
		if s.grammar.actors[word] {
			return true
		}
		if oneOf(word, "to", "by", "for", "with", "in") {
			return false
		}
	}
	return false
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

package clause

import (
	"slices"

	"reaffirm/graph"
)

// joint is how a clause may be joined to the one before it.
type joint uint8

const (
	noJoint  joint = iota
	commaAnd       // ", and": between clauses; the drafters set no comma before the "and" of a plain list
	comma
	plainAnd
)

// A place is where a further clause may begin.
type place struct {
	joint joint
	from  int  // token of its subject or verb
	aside bool // something stands between joint and verb: ", and, to that end, enter into agreements"
	open  bool // an infinitive or a relative clause has begun, which the words after the joint may carry on
	that  bool // the clause before it consists of a that-clause
	near  bool // it follows the verb before it almost at once: "establishing new or strengthening existing"
	end   int  // of the piece
}

// nextClause looks for the clause that follows an act within the piece, and the token where the act ends.
func (s *scan) nextClause(a *Act, end int) (next Act, cut int, ok bool) {
	last := a.Verbs[len(a.Verbs)-1]
	p := place{that: s.text.Fold(s.skipAsides(last.End)) == "that", end: end}
	for i := last.End; i < end; i++ {
		p.open = p.open || s.opensInfinitive(i) || oneOf(s.text.Fold(i), "that", "which", "who", "whose", "whereby")
		j, at := s.jointAt(i)
		if j == noJoint || j == comma && p.open && s.endsVerb(i) {
			continue // "to prevent, reduce or eliminate them"
		}
		p.joint, p.near = j, at-last.End <= 3
		p.from = s.skipAsides(at)
		if j != comma {
			p.from = s.skipJoined(at, end)
		}
		p.aside = p.from > s.skipAdverbs(at)
		if next, ok := s.clauseAt(a, p); ok {
			next.Start = at
			for s.text.Fold(next.Start) == "," {
				next.Start++
			}
			return next, i, true
		}
	}
	return Act{}, end, false
}

// opensInfinitive says whether an infinitive begins at token i.
func (s *scan) opensInfinitive(i int) bool {
	if s.text.Fold(i) != "to" {
		return false
	}
	v, ok := s.verbAt(s.skipAsides(i+1), true)
	return ok && v.form == bare
}

// jointAt reads the joint at token i, and where the next clause would begin.
func (s *scan) jointAt(i int) (joint, int) {
	switch s.text.Fold(i) {
	case ",":
		if oneOf(s.text.Fold(i+1), "and", "or", "but") {
			return commaAnd, i + 2
		}
		return comma, i + 1
	case "and", "or":
		if s.text.Fold(i-1) != "," {
			return plainAnd, i + 1
		}
	}
	return noJoint, i
}

// clauseAt reads a further clause at a place, if one begins there.
func (s *scan) clauseAt(a *Act, p place) (Act, bool) {
	if p.from >= p.end {
		return Act{}, false
	}
	if s.text.Fold(p.from) == "we" {
		return s.weClause(p)
	}
	if next, ok := s.shouldClause(p); ok {
		return next, true
	}
	imperative := a.Voice == Asked && !a.hasSubject()
	v, ok := s.verbAt(p.from, imperative)
	if !ok || !s.agrees(v, a) || s.text.Tokens[v.Start].IsCapital() {
		return Act{}, false
	}
	if v.noun && !s.takesObject(v) && (!imperative || !v.common || s.grammar.marksNoun(s.text.Fold(v.End))) {
		return Act{}, false
	}
	if v.form == participle && !v.drafting && (p.joint == comma || !p.near) {
		return Act{}, false
	}
	if (v.weak || imperative && p.joint == plainAnd) && !s.joins(v, a, p) {
		return Act{}, false
	}
	if v.weak && a.Voice == Asked && a.hasSubject() {
		return Act{}, false
	}
	next := s.begin(Act{Voice: a.Voice, Subject: v.Start, SubjectEnd: v.Start, Inherited: a.Inherited && imperative}, v)
	next.Rule = NextClause
	if imperative {
		s.ask(&next, v)
	}
	return next, true
}

// agrees says whether a verb has the form of the act's own verb: after "Requests" comes "encourages".
func (s *scan) agrees(v Verb, a *Act) bool {
	if !v.state {
		return v.form == a.Verbs[0].form
	}
	return a.Voice == Speaker && (v.form == bare || a.Verbs[0].state)
}

// weClause reads ", and we resolve to …".
func (s *scan) weClause(p place) (Act, bool) {
	v, ok := s.predicate(p.from + 1)
	if !ok {
		return Act{}, false
	}
	next := s.begin(Act{Voice: Speaker, Subject: p.from, SubjectEnd: p.from + 1}, v)
	next.Rule = NextClause
	return next, true
}

// shouldClause reads a clause with a subject of its own: "…, and, to the extent possible, affected States
// should make a commitment".
func (s *scan) shouldClause(p place) (Act, bool) {
	if p.joint != commaAnd {
		return Act{}, false
	}
	modal := s.findModal(p.from, min(p.end, p.from+8))
	if modal < 0 || !s.isActor(p.from, modal) {
		return Act{}, false
	}
	a, ok := s.openModal(p.from, p.from, p.end)
	a.Rule = NextClause
	return a, ok
}

// joins says whether a verb that could as well carry on an infinitive ("to prevent X and foster Y"), a
// relative clause or a that-clause begins a clause of its own.
func (s *scan) joins(v Verb, a *Act, p place) bool {
	if p.aside && p.joint != comma {
		return true
	}
	says := v.drafting && !v.act
	affirms := a.Kind == graph.Affirmation || a.Kind == graph.Appraisal
	if p.that || a.Voice == Speaker && says && affirms {
		return says && (p.joint == commaAnd || p.joint == plainAnd && a.Voice == Speaker)
	}
	switch {
	case p.joint == commaAnd:
		return true
	case p.joint == plainAnd || !p.open:
		return !p.open
	}
	return s.rowOfClauses(v, p.end)
}

// rowOfClauses looks at how a row of verbs after commas goes on: one that ends in ", and V" is a row of
// clauses, one that ends in "and V" belongs to the infinitive before it.
func (s *scan) rowOfClauses(v Verb, end int) bool {
	for i := v.End; i < end; i++ {
		next, at := s.jointAt(i)
		if next == noJoint || next == plainAnd && s.endsVerb(i) {
			continue // "to estimate and assess", "develop and implement": verbs that share an object
		}
		w, ok := s.verbAt(s.skipJoined(at, end), true)
		if !ok || w.form != v.form || w.noun && !s.takesObject(w) && s.grammar.marksNoun(s.text.Fold(w.End)) {
			continue
		}
		switch next {
		case commaAnd:
			return true
		case plainAnd:
			return false
		}
	}
	return false
}

// endsVerb says whether a bare verb ends right before token i.
func (s *scan) endsVerb(i int) bool {
	v, ok := s.verbAt(i-1, true)
	return ok && v.End == i && v.form == bare
}

// coordinateVerbs adds the verbs that share an act's object: "Develop, review and strengthen policies".
func (s *scan) coordinateVerbs(a *Act, end int) {
	for {
		last := a.Verbs[len(a.Verbs)-1]
		at, ok := s.sharedObject(last)
		if last.state || !ok {
			return
		}
		v, ok := s.verbAt(at, true)
		if !ok || at >= end || v.form != last.form || v.state {
			return
		}
		row := s.leadsToVerb(v)
		if s.text.Fold(at-1) == "," && !row {
			return
		}
		if v.noun && !row && !s.takesObject(v) && s.grammar.marksNoun(s.text.Fold(v.End)) {
			return
		}
		a.Verbs = append(a.Verbs, v)
		if a.Kind != graph.Directive || a.Voice != Asked {
			a.Strength = max(a.Strength, v.strength)
		}
	}
}

// sharedObject is where a verb that shares its object with the one before it would begin: after "and", "or",
// "and/or" or a comma.
func (s *scan) sharedObject(last Verb) (at int, ok bool) {
	at = last.End
	comma := s.text.Fold(at) == ","
	if comma {
		at++
	}
	switch {
	case oneOf(s.text.Fold(at), "and", "or"):
		at++
		if s.text.Fold(at) == "/" {
			at += 2
		}
		return at, true
	case comma:
		return at, true
	case last.form == participle && oneOf(s.text.Fold(at+1), "or", "and"):
		return at + 2, true // "Establishing new or strengthening existing frameworks"
	}
	return at, false
}

// leadsToVerb says whether a verb in a row is followed by another one: "develop, review and strengthen".
func (s *scan) leadsToVerb(v Verb) bool {
	at, ok := s.sharedObject(Verb{End: v.End})
	if !ok {
		return false
	}
	next, ok := s.verbAt(at, true)
	return ok && next.form == v.form
}

func oneOf(word string, words ...string) bool { return slices.Contains(words, word) }

package clause

import "reaffirm/graph"

// coordinateVerbs adds the verbs that share an act's object: "Develop, review and strengthen policies".
func (s *scan) coordinateVerbs(a *Act, end int) {
	for {
		last := a.Verbs[len(a.Verbs)-1]
		if last.isState() || a.Voice == Organ && len(a.Verbs) > 6 {
			return
		}
		at := last.End
		comma := s.text.Fold(at) == ","
		if comma {
			at++
		}
		switch s.text.Fold(at) {
		case "and", "or":
			at++
			if s.text.Fold(at) == "/" {
				at += 2
			}
		default:
			if last.form == participle && oneOf(s.text.Fold(at+1), "or", "and") && !comma {
				at += 2 // "Establishing new or strengthening existing frameworks"
				break
			}
			if !comma {
				return
			}
		}
		v, ok := s.verbAt(at, true)
		if !ok || at >= end || v.form != last.form || v.isState() {
			return
		}
		if v.noun && !s.takesObject(v) && stopsObject(s.text.Fold(v.End)) && !s.leadsToVerb(v, last.form) {
			return
		}
		if comma && s.text.Fold(at-1) == "," && !s.leadsToVerb(v, last.form) {
			return
		}
		a.Verbs = append(a.Verbs, v)
		if a.Kind == graph.Directive && a.Voice == Asked {
			continue
		}
		a.Strength = max(a.Strength, v.strength)
	}
}

func oneOf(word string, words ...string) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}

// leadsToVerb says whether a verb in a row is followed by another one: "develop, review and strengthen".
func (s *scan) leadsToVerb(v Verb, f form) bool {
	at := v.End
	if s.text.Fold(at) == "," {
		at++
	}
	switch s.text.Fold(at) {
	case "and", "or":
		at++
	default:
		if at == v.End {
			return false
		}
	}
	next, ok := s.verbAt(at, true)
	return ok && next.form == f
}

// joint is how a clause may be joined to the one before it.
type joint uint8

const (
	noJoint  joint = iota
	commaAnd       // ", and": between clauses; the drafters set no comma before the "and" of a plain list
	comma
	plainAnd
)

// jointAt reads the joint at token i, and where the next clause would begin.
func (s *scan) jointAt(i int) (joint, int) {
	switch s.text.Fold(i) {
	case ",":
		switch s.text.Fold(i + 1) {
		case "and", "or", "but":
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

// nextClause looks for the clause that follows an act within the piece, and the token where the act ends.
func (s *scan) nextClause(a *Act, end int) (next Act, cut int, ok bool) {
	open := false // an infinitive or a relative clause has begun, which an "and" may carry on
	last := a.Verbs[len(a.Verbs)-1]
	that := s.text.Fold(s.skipAsides(last.End)) == "that"
	for i := last.End; i < end; i++ {
		switch word := s.text.Fold(i); word {
		case "to":
			if v, ok := s.verbAt(s.skipAsides(i+1), true); ok && v.form == bare {
				open = true
			}
		case "that", "which", "who", "whose", "whereby":
			open = true
		}
		j, at := s.jointAt(i)
		if j == noJoint || j == comma && open && s.endsVerb(i) {
			continue // "to prevent, reduce or eliminate them"
		}
		if next, ok := s.clauseAt(a, j, at, end, open, that); ok {
			next.Start = s.startOf(at)
			return next, i, true
		}
	}
	return Act{}, end, false
}

func (s *scan) startOf(i int) int {
	for s.text.Fold(i) == "," {
		i++
	}
	return i
}

// clauseAt reads a further clause that begins at token at, if one does.
func (s *scan) clauseAt(a *Act, j joint, at, end int, open, that bool) (Act, bool) {
	from := s.skipAsides(at)
	if j != comma {
		from = s.skipJoined(at, end)
	}
	if from >= end {
		return Act{}, false
	}
	if s.text.Fold(from) == "we" {
		next := Act{Voice: Speaker, Subject: from, SubjectEnd: from + 1, Rule: NextClause}
		v, ok := s.predicate(from + 1)
		if !ok {
			return Act{}, false
		}
		next = s.begin(next, v)
		next.Rule = NextClause
		return next, true
	}
	imperative := a.Voice == Asked && !s.hasSubject(a)
	if next, ok := s.shouldClause(j, from, end); ok {
		return next, true
	}
	v, ok := s.verbAt(from, imperative)
	if !ok || v.form != a.Verbs[0].form && !(v.isState() && a.Voice == Speaker) {
		return Act{}, false
	}
	if v.isState() && !a.Verbs[0].isState() && v.form != bare {
		return Act{}, false
	}
	if s.text.Tokens[v.Start].IsCapital() {
		return Act{}, false // "Project Ion"
	}
	if v.noun && !s.takesObject(v) && (!v.common || stopsObject(s.text.Fold(v.End)) || !imperative) {
		return Act{}, false
	}
	if v.form == participle && !v.drafting && (j == comma || at-a.Verbs[len(a.Verbs)-1].End > 3) {
		return Act{}, false
	}
	if (v.weak || imperative && j == plainAnd) && !s.joins(a, v, j, end, open, that, from > s.skipAdverbs(at)) {
		return Act{}, false
	}
	if a.Voice == Asked && s.hasSubject(a) && v.weak {
		return Act{}, false
	}
	next := Act{Voice: a.Voice, Subject: v.Start, SubjectEnd: v.Start, Rule: NextClause, Inherited: a.Inherited && imperative}
	next = s.begin(next, v)
	next.Rule = NextClause
	if imperative {
		s.ask(&next, v)
	}
	return next, true
}

// shouldClause reads a clause with a subject of its own: "…, and, to the extent possible, affected States
// should make a commitment".
func (s *scan) shouldClause(j joint, from, end int) (Act, bool) {
	if j != commaAnd {
		return Act{}, false
	}
	modal := s.findModal(from, min(end, from+8))
	if modal < 0 || !s.isActor(from, modal) {
		return Act{}, false
	}
	a, ok := s.openModal(from, from, end)
	a.Rule = NextClause
	return a, ok
}

// joins says whether a verb that could as well carry on an infinitive ("to prevent X and foster Y"), a
// relative clause or a that-clause begins a clause of its own.
func (s *scan) joins(a *Act, v Verb, j joint, end int, open, that, aside bool) bool {
	if aside && j != comma {
		return true // "…, and, to that end, enter into agreements"
	}
	if that || a.Voice == Speaker && v.drafting && !v.act && saysHowThingsAre(a.Kind) {
		return v.drafting && !v.act && (j == commaAnd || j == plainAnd && a.Voice == Speaker)
	}
	switch j {
	case commaAnd:
		return true
	case plainAnd:
		return !open
	}
	if !open {
		return true
	}
	return s.rowOfClauses(v, end)
}

func saysHowThingsAre(k graph.CommitmentKind) bool {
	return k == graph.Affirmation || k == graph.Appraisal
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
		if !ok || w.form != v.form || w.noun && !s.takesObject(w) && stopsObject(s.text.Fold(w.End)) {
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

// endsVerb says whether a verb ends right before token i.
func (s *scan) endsVerb(i int) bool {
	v, ok := s.verbAt(i-1, true)
	return ok && v.End == i && v.form == bare
}

// skipJoined passes what may stand between a conjunction and its verb: ", in accordance with national
// law, encourage".
func (s *scan) skipJoined(at, end int) int {
	at = s.skipAsides(at)
	if s.text.Fold(at) == "," && opensAside(s.text.Fold(at+1)) && !s.statesPurpose(at+1) {
		for k := at + 2; k < end && k < at+16; k++ {
			if s.text.Fold(k) == "," {
				return s.skipAsides(k + 1)
			}
		}
	}
	if opensAside(s.text.Fold(at)) && !s.statesPurpose(at) {
		for k := at + 1; k < end && k < at+8; k++ {
			if s.text.Fold(k) == "," {
				return s.skipAsides(k + 1)
			}
		}
	}
	return at
}

// statesPurpose says whether "in order to", "with a view to" or an infinitive begins at token i: what
// follows it carries the purpose on and is no new clause.
func (s *scan) statesPurpose(i int) bool {
	switch s.text.Fold(i) + " " + s.text.Fold(i+1) {
	case "in order", "with a", "so as", "for the", "with the":
		return true
	}
	if s.text.Fold(i) != "to" {
		return false
	}
	v, ok := s.verbAt(i+1, true)
	return ok && v.form == bare
}

func (s *scan) hasSubject(a *Act) bool { return a.SubjectEnd > a.Subject }

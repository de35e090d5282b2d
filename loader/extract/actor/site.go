package actor

import (
	"reaffirm/graph"
	"reaffirm/loader/extract/clause"
)

// A site is a mention with the words around it, as the rules see it.
type site struct {
	*reading
	m    mention
	path []step
	stop int         // token at which the path ended ("that", ";"), or one before the clause
	end  int         // token after the mention, or after the list whose member it is
	act  *clause.Act // the clause that holds it, or nil
}

// sites are the readings of one mention: one for each path that leads to it. "the participation of and
// support for civil society" has two.
func (r *reading) sites(k int) []*site {
	m := r.mentions[k]
	base := site{reading: r, m: m, end: r.listEnd(k)}
	for i := range r.clauses.Acts {
		if a := &r.clauses.Acts[i]; a.Start <= m.start && m.start < a.End {
			base.act = a
		}
	}
	first := base
	first.path, first.stop = r.path(m.np-1, m.np)
	switch m.pronoun {
	case possessive:
		st, ok := r.governsPronoun(m)
		if !ok || len(first.path) == 0 || first.path[0].verb == "" || r.actsIn(m.body, base.act) {
			return nil
		}
		first.path = append([]step{st}, first.path...)
		return []*site{&first}
	case objectPronoun:
		if len(first.path) == 0 || !r.words.PronounVerbs[first.path[0].verb] {
			return nil
		}
		return []*site{&first}
	}
	sites := []*site{&first}
	if len(first.path) > 0 && first.path[0].prep != "" {
		if at := r.sharedObject(first.path[0].at); at >= 0 {
			second := base
			second.path, second.stop = r.path(at, m.np)
			sites = append(sites, &second)
		}
	}
	return sites
}

// actsIn says whether a body is whom the clause asks or binds, so that "its work" there is its own doing.
func (r *reading) actsIn(body string, act *clause.Act) bool {
	if act == nil {
		return true
	}
	if act.Kind != graph.Affirmation && act.Kind != graph.Appraisal && body == memberStates {
		return true
	}
	for k, m := range r.mentions {
		if m.body == body && m.pronoun == noPronoun && act.Start <= m.start && m.start < act.End {
			steps, _ := r.path(r.mentions[k].np-1, m.np)
			if len(steps) == 0 || r.words.DirectiveVerbs[steps[0].verb] {
				return true
			}
		}
	}
	return false
}

// sharedObject finds a preposition whose object stands after a later one: "of" in "participation of and
// support for civil society", where i is the token of "for". It is -1 where there is none.
func (r *reading) sharedObject(i int) int {
	for k := i - 1; k > 0 && k > i-10; k-- {
		if r.inside[k] >= 0 {
			return -1
		}
		if word := r.text.Fold(k); word == "and" || word == "or" {
			at := r.beforeFormula(k - 1)
			if r.text.Fold(at) == "," {
				at--
			}
			if at >= 0 && r.words.Prepositions[r.text.Fold(at)] {
				return at
			}
			continue
		}
		if r.words.Prepositions[r.text.Fold(k)] && r.text.Fold(k-1) != "and" {
			return -1
		}
	}
	return -1
}

// verb says whether the nearest governing word is one of the verbs.
func (s *site) verb(bases ...string) bool {
	if len(s.path) == 0 || s.path[0].verb == "" {
		return false
	}
	return oneOf(s.path[0].verb, bases...)
}

// prep says whether the nearest governing word is one of the prepositions.
func (s *site) prep(words ...string) bool {
	return len(s.path) > 0 && s.path[0].prep != "" && oneOf(s.path[0].prep, words...)
}

// noun is the noun before the nearest governing preposition, or "".
func (s *site) noun() string {
	if len(s.path) == 0 {
		return ""
	}
	return s.path[0].noun
}

// governor is the nearest verb of the path, or "".
func (s *site) governor() string {
	for _, st := range s.path {
		if st.verb != "" {
			return st.verb
		}
	}
	return ""
}

// firstVerb is the verb whose object the mention is, or "".
func (s *site) firstVerb() string {
	if len(s.path) == 0 {
		return ""
	}
	return s.path[0].verb
}

// after is the folded token n places after the mention's list.
func (s *site) after(n int) string { return s.text.Fold(s.end + n) }

// asks says whether the clause asks or binds somebody, rather than affirming or describing.
func (s *site) asks() bool {
	return s.act != nil && (s.act.Kind == graph.Directive || s.act.Kind == graph.Pledge)
}

// modifies says whether the mention only modifies a noun after it: "Commission resolutions", "the
// Office's reports".
func (s *site) modifies() bool {
	next := s.after(0)
	if next == "'s" || next == "'" || next == "-" {
		return true
	}
	if s.end >= s.text.Len() || !s.text.Tokens[s.end].IsWord() || s.skips(s.end) {
		return false
	}
	if s.words.Followers[next] || s.words.Prepositions[next] || isManner(next) {
		return false
	}
	if _, _, ok := s.verbAt(s.end); ok {
		return false
	}
	_, form, noun, ok := s.lexicon.Verb(next)
	return !ok || noun && (form == clause.Third || form == clause.Bare)
}

// skips says whether a formula begins at token i.
func (s *site) skips(i int) bool {
	for j := i; j < len(s.skip) && j < i+12; j++ {
		if s.skip[j] == i {
			return true
		}
	}
	return false
}

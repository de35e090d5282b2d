package clause

import (
	"strings"

	"reaffirm/graph"
)

// verbAt reads the verb that begins at token i, after any adverbs: a drafting verb with what belongs
// to its name ("note with great concern"), a state of mind ("deeply concerned") or a verb of action.
// Verbs of action are looked for only where actions is true.
func (s *scan) verbAt(i int, actions bool) (Verb, bool) {
	if v, ok := s.stateAt(i); ok {
		return v, true
	}
	i = s.skipAdverbs(i)
	if s.text.Fold(i) == "re" && s.text.Fold(i+1) == "-" {
		v, ok := s.draftingAt(i + 2)
		v.Base, v.Start = "re-"+v.Base, i // "re-emphasizes"
		return v, ok
	}
	if s.text.Fold(i+1) == "-" && s.text.Tokens[i+1].Glued {
		return Verb{}, false
	}
	if v, ok := s.draftingAt(i); ok {
		return v, true
	}
	if v, ok := s.continuedAt(i); ok {
		return v, true
	}
	if actions {
		return s.actionAt(i)
	}
	return Verb{}, false
}

// continuedAt reads "continue to underscore": saying on is saying.
func (s *scan) continuedAt(i int) (Verb, bool) {
	if base := s.text.Fold(i); base != "continue" && base != "continues" || s.text.Fold(i+1) != "to" {
		return Verb{}, false
	}
	v, ok := s.draftingAt(s.skipAdverbs(i + 2))
	if !ok || v.form != bare || v.weak || v.act {
		return Verb{}, false
	}
	v.Start = i
	if s.text.Fold(i) == "continues" {
		v.form = third
	}
	return v, true
}

// stateAt reads "gravely concerned about", "are determined to", "mindful of".
func (s *scan) stateAt(i int) (Verb, bool) {
	at := i
	copula := false
	switch s.text.Fold(at) {
	case "are", "is", "am", "being", "remain", "remains", "remaining":
		copula, at = true, at+1
	}
	at = s.skipAdverbs(at)
	if copula {
		at = s.skipAsides(at) // "are, however, deeply concerned"
	}
	st, ok := s.lexicon.states[s.text.Fold(at)]
	if !ok {
		return Verb{}, false
	}
	switch s.text.Fold(s.skipAdverbs(at + 1)) {
	case "about", "at", "by", "that", "to", "of", "over", "with", "in", "and", "also", ",", "as":
	default:
		return Verb{}, false
	}
	for !copula && i > 0 && s.isIntensifier(s.text.Fold(i-1)) {
		i-- // "gravely concerned" is its name
	}
	return Verb{Base: s.words(i, at+1), Start: i, End: at + 1, kind: st.Kind, strength: s.lexicon.stateStrength(st.Kind), form: stateForm(copula), drafting: true, state: true}, true
}

// isIntensifier says whether an adverb is part of the name of a state of mind.
func (s *scan) isIntensifier(word string) bool { return isManner(word) && s.grammar.isAdverb(word) }

func stateForm(copula bool) form {
	if copula {
		return bare
	}
	return participle
}

func (s *scan) draftingAt(i int) (Verb, bool) {
	var best Verb
	found := false
	for _, o := range s.lexicon.openings[s.text.Fold(i)] {
		d := &s.lexicon.drafting[o.verb]
		if d.Modal {
			continue
		}
		end, name, ok := s.matchWords(i, d)
		if !ok || found && end <= best.End {
			continue
		}
		if d.That && s.text.Fold(end) != "that" {
			continue
		}
		found = true
		best = Verb{Base: name, Start: i, End: end, kind: d.Kind, strength: d.strength, form: o.form,
			noun: d.Noun, weak: d.Weak, act: d.Act, drafting: true}
		if d.Names || d.Restates {
			s.readObject(&best, d)
			if d.Names && best.End == end && d.Act {
				found = false // "extend the mandate" is a plain act
			}
		}
	}
	if found {
		s.readManner(&best)
	}
	return best, found
}

func (s *scan) actionAt(i int) (Verb, bool) {
	if i >= len(s.text.Tokens) {
		return Verb{}, false
	}
	a, ok := s.lexicon.actions[s.text.Fold(i)]
	if ok {
		v := Verb{Base: a.base, Start: i, End: i + 1, form: a.form, noun: a.noun, common: a.common, act: true, kind: graph.Pledge, weak: true}
		if words := s.phraseAt(i); words != nil {
			v.Base, v.End, v.noun = strings.Join(words, " "), i+len(words), false
		}
		return v, true
	}
	if words := s.phraseAt(i); words != nil {
		return Verb{Base: strings.Join(words, " "), Start: i, End: i + len(words), act: true, kind: graph.Pledge, weak: true}, true
	}
	return Verb{}, false
}

func (s *scan) phraseAt(i int) []string {
next:
	for _, words := range s.lexicon.phrases[s.text.Fold(i)] {
		for k, word := range words[1:] {
			if s.text.Fold(i+1+k) != word {
				continue next
			}
		}
		return words
	}
	return nil
}

// words joins tokens in lower case.
func (s *scan) words(i, j int) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		if k > i && !s.text.Tokens[k].Glued {
			b.WriteByte(' ')
		}
		b.WriteString(s.text.Fold(k))
	}
	return b.String()
}

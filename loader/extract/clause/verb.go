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

func (s *scan) skipAdverbs(i int) int {
	for isAdverb(s.text.Fold(i)) {
		i++
	}
	return i
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
	for !copula && i > 0 && isIntensifier(s.text.Fold(i-1)) {
		i-- // "gravely concerned" is its name
	}
	return Verb{Base: s.words(i, at+1), Start: i, End: at + 1, kind: st.Kind, strength: s.lexicon.stateStrength(st.Kind), form: stateForm(copula), drafting: true, state: true}, true
}

// isIntensifier says whether an adverb is part of the name of a state of mind.
func isIntensifier(word string) bool {
	return word != "only" && len(word) > 4 && strings.HasSuffix(word, "ly") && isAdverb(word)
}

func stateForm(copula bool) form {
	if copula {
		return bare
	}
	return participle
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

// matchWords matches the words of a drafting verb, with adverbs ("calls once again upon") or, for verbs
// that allow it, adjectives ("pay special tribute") in between.
func (s *scan) matchWords(i int, d *draftingVerb) (end int, name string, ok bool) {
	name = d.words[0]
	at := i + 1
	for _, word := range d.words[1:] {
		limit := at + 1
		if d.Gap {
			limit = at + 5
		}
		from := at
		if !d.Gap {
			from = s.skipAsides(at)
			limit = from + 1
		}
		hit := -1
		for k := from; k < limit; k++ {
			fold := s.text.Fold(k)
			if fold == word || d.Gap && fold == word+"s" {
				hit = k
				break
			}
			if stopsObject(fold) && fold != "and" {
				break
			}
		}
		if hit < 0 {
			return 0, "", false
		}
		if d.Gap {
			name += s.adjectives(at, hit)
		}
		name += " " + word
		at = hit + 1
	}
	return at, name, true
}

// adjectives joins the words between i and j but for determiners and possessives, each after a blank.
func (s *scan) adjectives(i, j int) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		if w := s.text.Fold(k); !isDeterminer(w) && w != "," {
			b.WriteString(" " + w)
		}
	}
	return b.String()
}

// skipAsides passes adverbs and set phrases such as "in this regard", with commas around them.
func (s *scan) skipAsides(i int) int {
	for {
		start := i
		i = s.skipAdverbs(i)
		at := i
		if s.text.Fold(at) == "," {
			at++
		}
		at = s.skipAdverbs(at)
		if at > i+1 && s.text.Fold(i) == "," && s.text.Fold(at) == "," {
			i = s.skipAdverbs(at + 1) // ", however,"
			continue
		}
		if m, ok := s.grammar.asides.Longest(&s.text, at); ok {
			i = m.End
			if s.text.Fold(i) == "," {
				i++
			}
		}
		if i == start {
			return i
		}
	}
}

// readObject reads what is restated or expressed, where that decides what the verb does: "reaffirm our
// unwavering commitment", "express its deep concern", "renews its call". Only an object of the speaker's
// own counts for verbs that mean something alone: "reaffirm the commitment of States" affirms.
func (s *scan) readObject(v *Verb, d *draftingVerb) {
	at := s.ownObject(v.End)
	own := false
	for k := at; k < at+7 && k < len(s.text.Tokens); k++ {
		word := s.text.Fold(k)
		switch word {
		case "our", "its", "their", "his", "my":
			own = true
			continue
		case "of", "to", "that", "for", "in", "on", ",", ";", ".", ":", "at", "by", "with", "the":
			return
		}
		kind, ok := s.lexicon.complements[word]
		if !ok || !own && !d.Names {
			continue
		}
		v.kind = kind
		if kind != d.Kind {
			v.strength = s.lexicon.kindStrength(kind, v.strength)
		}
		if d.Names && word != "need" {
			v.Base += s.adjectives(at, k) + " " + word
			v.End = k + 1
		}
		return
	}
}

// ownObject is where the object of a verb begins: at once, or after an aside that ends before a possessive
// ("Reaffirm, consistent with that objective, our determination").
func (s *scan) ownObject(i int) int {
	if s.text.Fold(i) != "," {
		return i
	}
	for k := i + 1; k < i+30; k++ {
		if s.text.Fold(k) == "," {
			switch s.text.Fold(k + 1) {
			case "our", "its", "their":
				return k + 1
			}
		}
		if s.text.Fold(k) == ";" {
			break
		}
	}
	return i
}

// readManner reads "with great concern" after a verb: it turns noting into an appraisal.
func (s *scan) readManner(v *Verb) {
	if s.text.Fold(v.End) != "with" {
		return
	}
	for k := v.End + 1; k < v.End+5; k++ {
		word := s.text.Fold(k)
		if s.lexicon.complements[word] == graph.Appraisal {
			v.Base += " with" + s.adjectives(v.End+1, k) + " " + word
			v.End = k + 1
			v.kind = graph.Appraisal
			return
		}
		if stopsObject(word) && word != "and" {
			return
		}
	}
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

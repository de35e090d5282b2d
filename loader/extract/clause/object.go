package clause

import (
	"strings"

	"reaffirm/graph"
)

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
			if s.grammar.marksNoun(fold) && fold != "and" {
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
		if s.grammar.marksNoun(word) && word != "and" {
			return
		}
	}
}

// adjectives joins the words between i and j but for determiners and possessives, each after a blank.
func (s *scan) adjectives(i, j int) string {
	var b strings.Builder
	for k := i; k < j; k++ {
		if w := s.text.Fold(k); !s.grammar.determiners[w] && w != "," {
			b.WriteString(" " + w)
		}
	}
	return b.String()
}

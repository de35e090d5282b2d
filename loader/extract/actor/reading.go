package actor

import (
	"reaffirm/loader/extract/clause"
	"reaffirm/loader/extract/clause/prose"
)

// A reading is a provision with what is known of its words while its bodies are being read.
type reading struct {
	lexicon  clause.Lexicon
	words    *vocabulary
	text     *prose.Text
	clauses  *clause.Clauses
	mentions []mention
	inside   []int  // token → index of the mention that covers it, or -1
	skip     []int  // token → first token of the formula that ends there ("as appropriate"), or -1
	verbs    []bool // token → begins a verb of an act
}

// open prepares the reading of one provision.
func (f *Finder) open(c *clause.Clauses, earlier, agents []string) *reading {
	t := &c.Text
	r := &reading{
		lexicon: f.lexicon, words: f.words, text: t, clauses: c, mentions: f.gazetteer.mentions(t, earlier, agents),
		inside: make([]int, t.Len()), skip: make([]int, t.Len()), verbs: make([]bool, t.Len()),
	}
	for i := range r.inside {
		r.inside[i], r.skip[i] = -1, -1
	}
	for k, m := range r.mentions {
		if m.pronoun == noPronoun {
			for i := m.start; i < m.end; i++ {
				r.inside[i] = k
			}
		}
	}
	for _, m := range f.formulas.All(t) {
		if r.inside[m.Start] < 0 && r.inside[m.End-1] < 0 && t.Fold(m.End) != "by" {
			r.skip[m.End-1] = m.Start
		}
	}
	for _, a := range c.Acts {
		for _, v := range a.Verbs {
			if v.Start < v.End {
				r.verbs[v.Start] = true
			}
		}
	}
	return r
}

// commitment is the id of the commitment whose clause holds token i, or "".
func (r *reading) commitment(i int) string {
	for k, a := range r.clauses.Acts {
		if k < len(r.clauses.Commitments) && a.Start <= i && i < a.End {
			return r.clauses.Commitments[k].ID
		}
	}
	return ""
}

// verbAt reads token i as a verb, where its form and neighbours show that it is one.
func (r *reading) verbAt(i int) (string, clause.Form, bool) {
	word := r.text.Fold(i)
	switch word {
	case "is", "are", "was", "were", "be", "been", "being":
		return "be", clause.Bare, true
	case "has", "have", "had":
		return "have", clause.Bare, true
	case "should", "shall", "must", "may", "can", "will", "could", "would", "might":
		return word, clause.Bare, true
	}
	base, form, noun, ok := r.lexicon.Verb(word)
	if !ok {
		return "", 0, false
	}
	if i < len(r.verbs) && r.verbs[i] {
		return base, form, true
	}
	before, after := r.text.Fold(i-1), r.text.Fold(i+1)
	if before == "-" || after == "-" {
		return "", 0, false
	}
	switch form {
	case clause.Bare:
		if !noun || before == "to" || before == "we" || before == "should" || before == "not" {
			return base, form, true
		}
		object := r.words.Articles[after] || r.startsMention(i+1)
		return base, form, object && (isJoiner(before) || i > 0 && r.inside[i-1] >= 0)
	case clause.Third:
		return base, form, !noun && !r.words.Prepositions[after]
	case clause.Participle:
		if after == "of" || r.words.Articles[before] {
			return "", 0, false
		}
		return base, form, !r.words.GerundNouns[word] || r.words.Articles[after] || r.startsMention(i+1)
	case clause.Past:
		return base, form, r.words.Prepositions[after] || after == "," || after == "and" || r.words.Prepositions[r.text.Fold(i+2)] && after == "jointly"
	}
	return "", 0, false
}

func (r *reading) startsMention(i int) bool {
	for _, m := range r.mentions {
		if m.start == i || m.np == i {
			return true
		}
	}
	return false
}

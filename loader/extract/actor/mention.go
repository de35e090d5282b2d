package actor

import (
	"slices"

	"reaffirm/loader/extract/clause/prose"
)

// A mention is a stretch of tokens that names a body or a class of actors.
type mention struct {
	body    string // id, or "" for a body outside the graph, which only helps to read lists
	start   int
	end     int
	np      int  // first token of its noun phrase: "all relevant" of "all relevant United Nations entities"
	class   bool // a class of actors
	weak    bool // counts only where it plays a part: "countries"
	short   bool // "the Commission"
	pronoun pronoun
}

// The classes of actors that the code knows by name.

const (
	memberStates  = prefix + "member-states"
	unEntities    = prefix + "un-entities"
	intlOrgs      = prefix + "intl-orgs"
	ifis          = prefix + "ifis"
	privateSector = prefix + "private-sector"
)

// mentions finds every body named in the text, in order; above are the mentions of the chapeaux, in
// order, to which short forms may refer, and agents whom the chapeaux make agents.
func (g *gazetteer) mentions(t *prose.Text, above, agents []string) []mention {
	var found []mention
	for _, m := range g.names.All(t) {
		if m.End < t.Len() && t.Tokens[m.End].Fold == "-" && t.Tokens[m.End].Glued && t.Fold(m.End+1) != "led" {
			continue
		}
		if m.End == m.Start+1 && t.Fold(m.Start) == "states" && endsTitle(t, m.Start) {
			continue
		}
		e := g.entries[m.Value]
		end := m.End
		if g.classes[e.body] && g.heads[t.Fold(end)] {
			end++ // "civil society organizations"
		}
		found = append(found, mention{body: e.body, start: m.Start, end: end, weak: e.weak, class: g.classes[e.body]})
	}
	found = append(found, g.classNouns(t, found)...)
	found = append(found, g.theUnitedNations(t, found)...)
	sortMentions(found)
	found = g.shortForms(t, found, above)
	for i := range found {
		found[i].np = g.nounPhraseStart(t, found, i)
	}
	found = g.pronouns(t, found, agents)
	sortMentions(found)
	return found
}

func sortMentions(ms []mention) {
	slices.SortStableFunc(ms, func(a, b mention) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return a.end - b.end
	})
}

// endsTitle says whether the word at token i ends a longer name: "Conference on Small Island Developing States".
func endsTitle(t *prose.Text, i int) bool {
	return i > 1 && t.Tokens[i-1].IsCapital() && t.Tokens[i-1].IsWord() && t.Tokens[i-2].IsWord()
}

func covered(ms []mention, i int) bool {
	for _, m := range ms {
		if m.start <= i && i < m.end {
			return true
		}
	}
	return false
}

// nounPhraseStart moves back from a mention over its article and adjectives.
func (g *gazetteer) nounPhraseStart(t *prose.Text, ms []mention, k int) int {
	i := ms[k].start
	for i > 0 {
		word := t.Fold(i - 1)
		if !t.Tokens[i-1].IsWord() || covered(ms, i-1) || !g.words.Adjectives[word] {
			break
		}
		if !ms[k].class && !g.words.Articles[word] && word != "relevant" && word != "other" {
			break
		}
		i--
	}
	return i
}

// belongsToTitle says whether the mention only completes the description of another body: "the leading
// entity of the United Nations system".
func (r *reading) belongsToTitle(m mention) bool {
	if m.body != unEntities {
		return false
	}
	switch r.text.Fold(m.np - 1) {
	case "as":
		return true
	case "of", "in", "within":
		return r.words.Organs[r.text.Fold(m.np-2)]
	}
	return false
}

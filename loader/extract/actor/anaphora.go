package actor

import (
	"strings"

	"reaffirm/loader/extract/clause/prose"
)

// shortForms adds "the Commission", "the Board", "the Office": each means the nearest body before it
// whose name holds the word, in the provision or its chapeaux, or else the one that the gazetteer gives.
func (g *gazetteer) shortForms(t *prose.Text, found []mention, above []string) []mention {
	all := found
	for i := range t.Tokens {
		token := t.Tokens[i]
		short, ok := g.shorts[token.Text]
		if !ok || covered(found, i) || i > 0 && t.Tokens[i-1].IsCapital() && t.Fold(i-1) != "the" {
			continue
		}
		if next := t.Fold(i + 1); (next == "on" || next == "for" || next == "of") && i+2 < t.Len() && namesMore(t, i+2) {
			continue
		}
		body, known := g.antecedent(t, all, above, token.Fold, i)
		switch {
		case known && body == "":
			continue
		case !known && short.antecedent:
			continue
		case !known:
			body = short.body
		}
		all = append(all, mention{body: body, start: i, end: i + 1, short: true})
	}
	sortMentions(all)
	return all
}

// namesMore says whether a name goes on: "Office of the High Commissioner", "Commission on the Status …".
func namesMore(t *prose.Text, i int) bool {
	if t.Fold(i) == "the" {
		i++
	}
	return i < t.Len() && t.Tokens[i].IsCapital()
}

// antecedent is the nearest body before token i whose name holds the word; known is false where there
// is none.
func (g *gazetteer) antecedent(t *prose.Text, found []mention, above []string, word string, i int) (body string, known bool) {
	for k := len(found) - 1; k >= 0; k-- {
		m := found[k]
		if m.end > i || m.class || m.short {
			continue
		}
		for j := m.start; j < m.end; j++ {
			if t.Fold(j) == word {
				return m.body, true
			}
		}
	}
	for k := len(above) - 1; k >= 0; k-- {
		if g.nameHolds(above[k], word) {
			return above[k], true
		}
	}
	return "", false
}

func (g *gazetteer) nameHolds(body, word string) bool {
	for short, meant := range g.shorts {
		if meant.body == body && strings.ToLower(short) == word {
			return true
		}
	}
	return false
}

// pronoun is how a mention refers to a body named elsewhere.
type pronoun uint8

const (
	noPronoun     pronoun = iota
	objectPronoun         // "them"
	possessive            // "its", "their"
	demonstrated          // "those organizations"
)

// pronouns adds the mentions that have no name: "invite them to continue", "enhance their capacities",
// "facilitate its work", "those organizations". Each refers to the nearest body before it that fits in
// number; agents are whom "them" means where the provision names nobody before it.
func (g *gazetteer) pronouns(t *prose.Text, found []mention, agents []string) []mention {
	all := found
	for i := range t.Tokens {
		var bodies []string
		end := i + 1
		kind := noPronoun
		switch t.Fold(i) {
		case "them":
			kind, bodies = objectPronoun, pluralBefore(t, found, i)
			if bodies == nil {
				bodies = agents
			}
		case "their":
			kind, bodies = possessive, pluralBefore(t, found, i)
		case "its":
			kind, bodies = possessive, singularBefore(found, i)
		case "that", "those", "these", "such", "said":
			if end = demonstrative(t, i); end == 0 || covered(found, end-1) {
				continue
			}
			kind, bodies = demonstrated, pluralOrganizationsBefore(found, i)
			if t.Fold(end-1) == "body" || t.Fold(end-1) == "organization" {
				bodies = singularBefore(found, i)
			}
		}
		for _, body := range bodies {
			all = append(all, mention{body: body, start: i, end: end, np: i, weak: true, class: g.classes[body], pronoun: kind})
		}
	}
	return all
}

// demonstrative is the token after "those organizations", "that body", or 0.
func demonstrative(t *prose.Text, i int) int {
	at := i + 1
	if t.Fold(at) == "relevant" || t.Fold(at) == "same" {
		at++
	}
	switch t.Fold(at) {
	case "organizations", "entities", "agencies", "bodies", "institutions":
		if t.Fold(i) != "that" {
			return at + 1
		}
	case "body", "organization":
		if t.Fold(i) == "that" || t.Fold(i) == "said" {
			return at + 1
		}
	}
	return 0
}

// pluralBefore lists the bodies of the nearest plural before token i: a class of actors, or a row of names.
func pluralBefore(t *prose.Text, found []mention, i int) []string {
	for k := len(found) - 1; k >= 0; k-- {
		if found[k].end > i {
			continue
		}
		first := rowStart(t, found, k)
		if !found[k].class && first == k {
			continue
		}
		return bodiesOf(found[first : k+1])
	}
	return nil
}

// rowStart is the index of the first mention of the row that mention k ends: "the Office" in "the Office, the
// Board and relevant agencies".
func rowStart(t *prose.Text, found []mention, k int) int {
	for k > 0 {
		j := found[k].np
		for j > found[k-1].end && (isJoiner(t.Fold(j-1)) || t.Fold(j-1) == "the") {
			j--
		}
		if j != found[k-1].end || j == found[k].np {
			break
		}
		k--
	}
	return k
}

func singularBefore(found []mention, i int) []string {
	for k := len(found) - 1; k >= 0; k-- {
		if m := found[k]; m.end <= i && !m.class && m.body != "" {
			return []string{m.body}
		}
	}
	return nil
}

func pluralOrganizationsBefore(found []mention, i int) []string {
	for k := len(found) - 1; k >= 0; k-- {
		if m := found[k]; m.end <= i && m.class && m.body != memberStates {
			return []string{m.body}
		}
	}
	return nil
}

func bodiesOf(row []mention) []string {
	var list []string
	for _, m := range row {
		if m.body != "" {
			list = append(list, m.body)
		}
	}
	return list
}

// governsPronoun reads what a possessive belongs to, as the step that "of" would make: "its work" is the
// work of the body. It is false where the possessive stands in a set phrase ("within its mandate").
func (r *reading) governsPronoun(m mention) (step, bool) {
	for i := m.end; i < m.end+12 && i < len(r.skip); i++ {
		if at := r.skip[i]; at >= 0 && at <= m.start {
			return step{}, false
		}
	}
	for k := m.end; k < m.end+4 && k < r.text.Len(); k++ {
		word := r.text.Fold(k)
		if r.words.Capacity[word] || r.words.Work[word] {
			return step{at: m.start, prep: "of", noun: word}, true
		}
		if !r.text.Tokens[k].IsWord() || r.words.Prepositions[word] {
			break
		}
	}
	return step{}, false
}

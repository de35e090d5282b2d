package actor

import (
	"slices"
	"sort"

	"reaffirm/loader/extract/clause/prose"
)

// A mention is a stretch of tokens that names a body or a class of actors.
type mention struct {
	body  string // id, or "" for a body outside the graph, which only helps to read lists
	start int
	end   int
	np    int // first token of its noun phrase: "all relevant" of "all relevant United Nations entities"
	class bool
	weak  bool
	short bool // "the Commission"

	pronoun pronoun
}

const (
	memberStates  = prefix + "member-states"
	unEntities    = prefix + "un-entities"
	intlOrgs      = prefix + "intl-orgs"
	ifis          = prefix + "ifis"
	privateSector = prefix + "private-sector"
)

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

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
		if isClassID(e.body) && g.heads[t.Fold(end)] {
			end++ // "civil society organizations"
		}
		found = append(found, mention{body: e.body, start: m.Start, end: end, weak: e.weak, class: isClassID(e.body)})
	}
	found = append(found, g.classNouns(t, found)...)
	found = append(found, g.theUnitedNations(t, found)...)
	sortMentions(found)
	found = g.shortForms(t, found, above)
	for i := range found {
		found[i].np = nounPhraseStart(t, found, i)
	}
	found = pronouns(t, found, agents)
	sortMentions(found)
	return found
}

// endsTitle says whether the word at token i ends a longer name: "Conference on Small Island Developing States".
func endsTitle(t *prose.Text, i int) bool {
	return i > 1 && t.Tokens[i-1].IsCapital() && t.Tokens[i-1].IsWord() && t.Tokens[i-2].IsWord()
}

func sortMentions(ms []mention) {
	slices.SortStableFunc(ms, func(a, b mention) int {
		if a.start != b.start {
			return a.start - b.start
		}
		return a.end - b.end
	})
}

func isClassID(body string) bool {
	switch body {
	case memberStates, unEntities, intlOrgs, ifis, privateSector, prefix + "civil-society", prefix + "academia":
		return true
	}
	return false
}

// classNouns finds "competent international and regional bodies": a general noun whose adjectives tell
// which class of actors it means.
func (g *gazetteer) classNouns(t *prose.Text, named []mention) []mention {
	var found []mention
	var ends map[int]prose.Match
	for h := range t.Tokens {
		if !g.heads[t.Fold(h)] || covered(named, h) {
			continue
		}
		if ends == nil {
			ends = make(map[int]prose.Match)
			for _, m := range g.modifiers.All(t) {
				ends[m.End] = m
			}
		}
		start, classes := g.modify(t, named, ends, h)
		if classes == nil && g.inListAfterNamed(t, named, start, h) {
			classes = []string{intlOrgs}
		}
		for _, class := range classes {
			found = append(found, mention{body: class, start: start, end: h + 1, class: true})
		}
	}
	return found
}

// modify reads the adjectives of a general noun from right to left: where they begin, and the classes
// that they tell.
func (g *gazetteer) modify(t *prose.Text, named []mention, ends map[int]prose.Match, h int) (start int, classes []string) {
	start = h
	financial, development := false, false
	for {
		m, ok := ends[start]
		if !ok {
			skip := start
			for skip > 0 && isJoiner(t.Fold(skip-1)) {
				skip--
			}
			if m, ok = ends[skip]; !ok || skip == start {
				break
			}
		}
		if t.Fold(m.Start) == "of" || covered(named, m.Start) {
			break
		}
		switch class := g.classOf[m.Value]; class {
		case "":
		case "financial":
			financial = true
		case "development":
			development = true
		default:
			if id := prefix + class; !slices.Contains(classes, id) {
				classes = append(classes, id)
			}
		}
		start = m.Start
	}
	switch {
	case financial && len(classes) > 0:
		classes = []string{ifis}
	case financial:
		classes = []string{privateSector}
	case development && len(classes) == 0 && (t.Fold(h) == "agencies" || t.Fold(h) == "organizations"):
		classes = []string{intlOrgs}
	}
	if t.Fold(h) == "organization" && len(classes) > 0 {
		classes = nil // "international organization" as a kind of thing
	}
	return start, classes
}

// inListAfterNamed says whether "other relevant organizations" carries on a list of named bodies.
func (g *gazetteer) inListAfterNamed(t *prose.Text, named []mention, start, h int) bool {
	if t.Fold(start) != "other" || t.Fold(h) == "partners" {
		return false
	}
	i := start
	for i > 0 && isJoiner(t.Fold(i-1)) {
		i--
	}
	if i == start {
		return false
	}
	for _, m := range named {
		if m.end == i && !m.class && m.body != "" {
			return true
		}
	}
	return false
}

func isJoiner(word string) bool { return word == "," || word == "and" || word == "or" }

// theUnitedNations finds the Organization itself as an actor: "the efforts of the United Nations".
func (g *gazetteer) theUnitedNations(t *prose.Text, named []mention) []mention {
	var found []mention
	for i := 3; i+1 < t.Len(); i++ {
		if t.Fold(i) != "united" || t.Fold(i+1) != "nations" || covered(named, i) || t.Fold(i-1) != "the" {
			continue
		}
		if i+2 < t.Len() && t.Tokens[i+2].IsWord() && !isSmallWord(t.Fold(i+2)) {
			continue
		}
		switch t.Fold(i-3) + " " + t.Fold(i-2) {
		case "efforts of", "efforts by", "work of", "support for", "role of", "support of", "activities of", "assistance of", "cooperation with":
			found = append(found, mention{body: unEntities, start: i, end: i + 2, class: true})
		}
	}
	return found
}

func isSmallWord(word string) bool {
	switch word {
	case "and", "or", "in", "to", "for", "of", "on", "at", "by", "with", "as", "is", "are", "has", "which", "that":
		return true
	}
	return false
}

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
	for _, short := range sortedKeys(g.shorts) {
		if prose.Read(short).Tokens[0].Fold == word && g.shorts[short].body == body {
			return true
		}
	}
	return false
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
func nounPhraseStart(t *prose.Text, ms []mention, k int) int {
	i := ms[k].start
	for i > 0 {
		word := t.Fold(i - 1)
		if !t.Tokens[i-1].IsWord() || covered(ms, i-1) || !isAdjectival(word) {
			break
		}
		if !ms[k].class && !isArticle(word) && word != "relevant" && word != "other" {
			break
		}
		i--
	}
	return i
}

// isAdjectival lists the words that stand before the names of bodies.
func isAdjectival(word string) bool {
	switch word {
	case "the", "all", "other", "relevant", "competent", "appropriate", "concerned", "interested", "those", "these", "such", "various",
		"several", "some", "many", "most", "each", "every", "any", "existing", "transit", "affected", "requesting", "requested", "developing", "participating",
		"neighbouring", "donor", "both", "its", "their", "our", "different", "certain", "specific", "international", "regional", "national",
		"local", "consumer", "producing", "developed", "individual", "new", "more", "a", "an", "key", "respective", "organized":
		return true
	}
	return false
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
		return r.groups["organs"][r.text.Fold(m.np-2)]
	}
	return false
}

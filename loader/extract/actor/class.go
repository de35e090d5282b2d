package actor

import (
	"slices"

	"reaffirm/loader/extract/clause/prose"
)

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

// theUnitedNations finds the Organization itself as an actor: "the efforts of the United Nations".
func (g *gazetteer) theUnitedNations(t *prose.Text, named []mention) []mention {
	var found []mention
	for i := 3; i+1 < t.Len(); i++ {
		if t.Fold(i) != "united" || t.Fold(i+1) != "nations" || covered(named, i) || t.Fold(i-1) != "the" {
			continue
		}
		if next := t.Fold(i + 2); i+2 < t.Len() && t.Tokens[i+2].IsWord() && !g.words.Prepositions[next] && !g.words.Followers[next] {
			continue // a longer name, or one that modifies a noun
		}
		if g.words.UnitedNationsDo[t.Fold(i-3)+" "+t.Fold(i-2)] {
			found = append(found, mention{body: unEntities, start: i, end: i + 2, class: true})
		}
	}
	return found
}

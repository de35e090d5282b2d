package cite

import (
	"slices"
	"strings"

	"reaffirm/graph"
)

// anaphora reads phrases that point back to instruments named before, in the text or in a chapeau.
// It runs when everything that is named has been found; above gives the mentions of the chapeaux.
func (r *reader) anaphora(above func() []mention) {
	covered := r.covered()
	for i := 0; i+1 < r.t.Len(); i++ {
		if covered[i] || covered[i+1] {
			continue
		}
		if m, ok := r.backPlural(i, above); ok {
			r.add(m)
			i = m.end - 1
			continue
		}
		if m, ok := r.backSingular(i, above); ok {
			r.add(m)
			i = m.end - 1
		}
	}
	slices.SortStableFunc(r.found, func(a, b mention) int { return a.start - b.start })
}

// backPlural reads a plural that means all the instruments of its sort named before it.
//
//	… the 1988 Convention and the Convention against Corruption … ratify or accede to those instruments
func (r *reader) backPlural(i int, above func() []mention) (mention, bool) {
	switch r.fold(i) {
	case "those", "these":
	default:
		return mention{}, false
	}
	noun := i + 1
	switch r.fold(noun) {
	case "international", "legal", "important", "policy", "three", "two", "drug", "control":
		noun++
	}
	fits := plural(r.fold(noun))
	if fits == nil {
		return mention{}, false
	}
	m := mention{start: i, nameStart: i, end: noun + 1, nameEnd: noun + 1, collective: true, rule: ruleBackPlural}
	m.refs = r.f.named(r.found, i, fits)
	if len(m.refs) == 0 {
		m.refs, m.rule = r.f.named(above(), -1, fits), ruleBackChapeau
	}
	m.collective = len(m.refs) > 1
	return m, len(m.refs) > 0
}

// backSingular reads "the" or "that" with a bare head, which means the instrument with that head in
// its name that was named last.
//
//	the 2011 Political Declaration on HIV and AIDS … to achieve the Declaration's global target
func (r *reader) backSingular(i int, above func() []mention) (mention, bool) {
	switch r.fold(i) {
	case "the", "that", "this", "said":
	default:
		return mention{}, false
	}
	at, ok := r.f.heads.names.Longest(&r.t, i+1)
	if !ok || at.End < r.t.Len() && (r.t.Tokens[at.End].IsCapital() || qualifies(r.fold(at.End))) {
		return mention{}, false
	}
	head := r.quote(at.Start, at.End)
	m := mention{start: i + 1, nameStart: i + 1, end: at.End, nameEnd: at.End, rule: ruleBackSingular}
	last, ok := r.lastWithHead(r.found, i, head)
	if !ok {
		last, ok = r.lastWithHead(above(), -1, head)
		m.rule = ruleBackChapeau
	}
	m.refs = []ref{last}
	r.pinpointBefore(&m)
	return m, ok
}

// qualifies says whether a word after a bare head says which of its sort is meant.
func qualifies(fold string) bool {
	switch fold {
	case "on", "of", "for", "against", "to", "concerning", "relating", "regarding", "adopted", "annexed", "established":
		return true
	}
	return false
}

// lastWithHead finds the instrument named last before token i, -1 for the end, whose name has the head.
func (r *reader) lastWithHead(found []mention, i int, head string) (ref, bool) {
	for k := len(found) - 1; k >= 0; k-- {
		m := found[k]
		if i >= 0 && m.start >= i || len(m.refs) != 1 || m.rule == ruleSelf {
			continue
		}
		if containsWords(r.f.title(m.refs[0]), head) {
			return m.refs[0], true
		}
	}
	return ref{}, false
}

// named lists the instruments that fit a plural and are named before token i, -1 for the end, each
// once, in order.
func (f *Finder) named(found []mention, i int, fits func(graph.InstrumentKind, string) bool) []ref {
	var out []ref
	for _, m := range found {
		if i >= 0 && m.start >= i || m.rule == ruleSelf {
			continue
		}
		for _, cited := range m.refs {
			if fits(cited.kind, f.title(cited)) && !slices.ContainsFunc(out, func(o ref) bool { return o.id == cited.id }) {
				out = append(out, cited)
			}
		}
	}
	return out
}

// plural says which instruments, by kind and title, a plural noun covers; nil for any other word.
func plural(fold string) func(graph.InstrumentKind, string) bool {
	of := func(word string, kinds ...graph.InstrumentKind) func(graph.InstrumentKind, string) bool {
		return func(k graph.InstrumentKind, title string) bool {
			return slices.Contains(kinds, k) && (word == "" || containsWords(title, word)) && !strings.HasPrefix(title, "Charter")
		}
	}
	switch fold {
	case "conventions":
		return of("Convention", graph.Treaty)
	case "covenants":
		return of("Covenant", graph.Treaty)
	case "treaties":
		return of("", graph.Treaty)
	case "protocols":
		return of("", graph.Protocol)
	case "instruments":
		return of("", graph.Treaty, graph.Protocol)
	case "documents":
		return of("", graph.Declaration, graph.Plan)
	case "declarations":
		return of("", graph.Declaration)
	case "resolutions", "decisions":
		return of("", graph.Resolution)
	}
	return nil
}

// containsWords says whether words stand in a title, whole.
func containsWords(title, words string) bool {
	return strings.Contains(" "+title+" ", " "+words+" ")
}

package cite

import (
	"slices"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

// known reads a name of the gazetteer.
//
//	the Convention on Psychotropic Substances of 1971
//	the three international drug control conventions
func (r *reader) known(i int) (int, bool) {
	at, ok := r.f.gazetteer.names.Longest(&r.t, i)
	if !ok {
		return 0, false
	}
	n, ok := r.f.gazetteer.reading(at.Value, r.document.year)
	if !ok {
		return 0, false
	}
	if n.bare && !r.unclaimed(at) || n.drugs && !r.document.drugs && !r.f.gazetteer.onDrugs(&r.t) {
		return 0, false
	}
	m := mention{
		start: at.Start, nameStart: at.Start, end: at.End, nameEnd: at.End,
		refs: r.f.gazetteer.refs(n.members), collective: len(n.members) > 1, rule: ruleName,
	}
	if m.collective {
		m.rule = ruleCollective
	}
	if n.bare {
		m.rule = ruleBareCollective
	}
	if m.rule == ruleName {
		r.parenthesis(&m)
		r.year(&m, n.members[0])
	}
	r.pinpointAfter(&m)
	r.pinpointBefore(&m)
	r.add(m)
	return m.end, true
}

// parenthesis takes in a short name or an acronym in parentheses after the name: "(the Riyadh Guidelines)".
func (r *reader) parenthesis(m *mention) {
	if r.text(m.nameEnd) != "(" {
		return
	}
	i := m.nameEnd + 1
	if r.fold(i) == "the" {
		i++
	}
	end := i
	if at, ok := r.f.gazetteer.names.Longest(&r.t, i); ok {
		if n, ok := r.f.gazetteer.reading(at.Value, r.document.year); ok && len(n.members) == 1 && m.names(r.f.gazetteer.ref(n.members[0]).id) {
			end = at.End
		}
	}
	if end == i && acronym(r.text(i)) {
		end = i + 1
	}
	if end > i && r.text(end) == ")" {
		m.end, m.nameEnd = end+1, end+1
		if r.fold(m.end) == "programme" || r.fold(m.end) == "system" {
			m.end, m.nameEnd = m.end+1, m.end+1
		}
	}
}

func acronym(s string) bool { return len(s) > 1 && strings.ToUpper(s) == s && !digits(s) }

// unclaimed says whether "the conventions" of the match can mean those that a field calls so for short:
// nothing else is named before it that it could mean, and nothing follows that says which.
//
//	scheduling decisions by the Commission on Narcotic Drugs … to ensure that the objectives of the conventions are met
func (r *reader) unclaimed(at prose.Match) bool {
	switch r.fold(at.End) {
	case "on", "of", "against", "to", "for", "and", "concerning", "relating", "related", "listed", "mentioned", "referred", "-", "’s", "'s":
		return false
	}
	for i := range at.Start {
		if r.fold(i) == r.fold(at.End-1) {
			return false
		}
	}
	return !slices.ContainsFunc(r.found, func(m mention) bool {
		return slices.ContainsFunc(m.refs, func(f ref) bool { return f.kind == graph.Treaty || f.kind == graph.Protocol })
	})
}

// self reads a document's words about itself, which cite it as an instrument like any other.
//
//	the effective implementation of the present Political Declaration and its Plan of Action
//	Following up to this Ministerial Declaration
func (r *reader) self(i int) (int, bool) {
	if r.document.own < 0 || r.fold(i) != "present" && r.fold(i) != "this" {
		return 0, false
	}
	end, ok := i+2, false
	switch r.text(i + 1) {
	case "document", "resolution", "Resolution", "Document":
		ok = true
	case "outcome":
		end, ok = i+3, r.fold(i+2) == "document"
	default:
		var at prose.Match
		if at, ok = r.f.heads.names.Longest(&r.t, i+1); ok {
			end, ok = at.End, r.f.heads.kind(at.Value) != graph.Treaty && r.f.heads.kind(at.Value) != graph.Protocol
		}
	}
	if !ok {
		return 0, false
	}
	if (r.fold(end) == "and") && (r.fold(end+1) == "its" || r.fold(end+1) == "the") {
		if at, more := r.f.heads.names.Longest(&r.t, end+2); more {
			end = at.End
		}
	}
	m := mention{start: i, nameStart: i, end: end, nameEnd: end, refs: []ref{r.f.gazetteer.ref(r.document.own)}, rule: ruleSelf}
	r.pinpointBefore(&m)
	r.add(m)
	return m.end, true
}

// protocolsThereto reads the protocols to the treaty named just before.
//
//	the United Nations Convention against Transnational Organized Crime and, as appropriate, the Protocols thereto
func (r *reader) protocolsThereto(i int) (int, bool) {
	text, end := r.text(i), i+1
	if text == "Optional" {
		text, end = r.text(end), end+1
	}
	if text != "Protocols" || r.fold(end) != "thereto" && r.fold(i-1) != "its" {
		return 0, false
	}
	if r.fold(end) == "thereto" {
		end++
	}
	for k := len(r.found) - 1; k >= 0; k-- {
		last := r.found[k]
		if len(last.refs) != 1 || last.refs[0].kind != graph.Treaty || r.stops(last.end, i) {
			continue
		}
		members := r.f.gazetteer.protocols(last.refs[0].id)
		if len(members) == 0 {
			return 0, false
		}
		r.add(mention{start: i, nameStart: i, end: end, nameEnd: end, refs: r.f.gazetteer.refs(members), collective: true, rule: ruleProtocols})
		return end, true
	}
	return 0, false
}

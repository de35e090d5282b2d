package cite

import (
	"strings"

	"reaffirm/graph"
)

// quotedTitle reads a title in quotation marks at token i. After an instrument it is that one's title;
// after a word for a publication it names one.
//
//	Commission resolution 56/15 of 15 March 2013, entitled “Follow-up to the Plan of Action …”
//	the publication entitled “Ensuring Balance in National Policies on Controlled Substances: …”
func (r *reader) quotedTitle(i int) (int, bool) {
	if (r.text(i) != "“" && r.text(i) != "\"") || (r.fold(i-1) != "entitled" && r.fold(i-1) != "titled") {
		return 0, false
	}
	closing := i + 1
	for closing < r.t.Len() && r.text(closing) != "”" && r.text(closing) != "\"" {
		closing++
	}
	if closing == r.t.Len() {
		return 0, false
	}
	title := strings.TrimRight(r.quote(i+1, closing), ",.; ")
	if m := r.bearer(i - 1); m != nil {
		if f := m.refs[0].form; f != nil && len(m.refs) == 1 && f.Kind == graph.Resolution {
			f.Title += ", “" + title + "”"
		}
		r.quoted = append(r.quoted, stretch{i, closing + 1})
		return closing + 1, true
	}
	if at, ok := r.f.gazetteer.names.Longest(&r.t, i+1); ok && at.End >= closing-3 {
		return r.known(i + 1)
	}
	kind, ok := r.publication(i - 1)
	if !ok || len(strings.Fields(title)) < 3 {
		return 0, false
	}
	m := mention{start: i + 1, nameStart: i + 1, end: closing, nameEnd: closing, refs: []ref{formRef(title, kind)}, rule: ruleQuoted}
	r.add(m)
	return closing + 1, true
}

// bearer is the instrument that a title introduced by the word "entitled" at token i is the title of:
// the one that ends there but for its date, or nil.
func (r *reader) bearer(i int) *mention {
	if len(r.found) == 0 {
		return nil
	}
	last := &r.found[len(r.found)-1]
	for k := last.end; k < i; k++ {
		switch fold := r.fold(k); {
		case fold == "," || fold == "of" || fold == "on" || fold == "adopted" || fold == ")" || month(fold) || digits(fold):
		default:
			return nil
		}
	}
	return last
}

// publication looks before the word "entitled" for what bears the title.
func (r *reader) publication(i int) (graph.InstrumentKind, bool) {
	for k := i - 1; k >= 0 && k >= i-8; k-- {
		switch r.fold(k) {
		case "report", "reports", "study", "publication", "note", "paper", "compendium":
			return graph.Report, true
		case "guide", "guidelines", "handbook", "manual", "guidance", "toolkit", "principles", "standards":
			return graph.Guideline, true
		case "declaration", "statement", "communiqué":
			return graph.Declaration, true
		case "strategy", "plan", "framework", "agenda":
			return graph.Plan, true
		case "item", "section", "segment", "chapter", "debate", "theme", "session", "meeting", "event", ";", ".":
			return "", false
		}
	}
	return "", false
}

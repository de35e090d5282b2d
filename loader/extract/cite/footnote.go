package cite

import (
	"cmp"
	"slices"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

// A note is a footnote's marker as it belongs to one instrument of a mention.
type note struct {
	instrument string // "" for all
	marker     string
}

func (m *mention) attach(instrument, marker string) {
	n := note{instrument: instrument, marker: marker}
	if !slices.Contains(m.notes, n) {
		m.notes = append(m.notes, n)
	}
}

// marker is the first footnote of an instrument of the mention.
func (m *mention) marker(instrument string) string {
	for _, n := range m.notes {
		if n.instrument == "" || n.instrument == instrument {
			return n.marker
		}
	}
	return ""
}

// footnote reads a note of the provision. What it says of an instrument that the text names beside the
// mark belongs to that citation: its symbol, its place, its misprints. What it alone names is a
// citation through the footnote, without a span.
func (r *reader) footnote(p *graph.Provision, fn *graph.Footnote) []graph.DataIssue {
	in := r.f.read(prose.Read(cmp.Or(fn.Resolved, fn.Text)), r.document, true)
	in.anaphora(func() []mention { return r.found })
	in.stances(nil)
	anchor := r.anchor(fn.Offset)
	if anchor >= 0 && len(in.found) == 0 {
		r.found[anchor].attach("", fn.Marker)
	}
	var issues []graph.DataIssue
	for _, n := range in.found {
		for _, e := range n.errata {
			issues = append(issues, e.issue(p.ID, fn.Source))
		}
		for _, f := range n.refs {
			r.merge(n, f, anchor, fn)
		}
	}
	return issues
}

func (r *reader) merge(n mention, f ref, anchor int, fn *graph.Footnote) {
	if k := r.citing(f.id, anchor, fn.Offset); k >= 0 {
		m := &r.found[k]
		m.attach(f.id, fn.Marker)
		m.errata = append(m.errata, n.errata...)
		if m.pinpoint == "" && len(m.refs) == 1 {
			m.pinpoint = n.pinpoint
		}
		return
	}
	if anchor >= 0 && r.identifies(n, f, &r.found[anchor]) {
		r.found[anchor].identify(f, n.pinpoint, fn.Marker)
		return
	}
	n.refs, n.printed, n.notes = []ref{f}, false, []note{{marker: fn.Marker}}
	n.start = fn.Offset
	r.found = append(r.found, n)
}

// anchor is the last mention that ends at the mark of a footnote, -1 where none does.
func (r *reader) anchor(offset int) int {
	for k := len(r.found) - 1; k >= 0; k-- {
		m := &r.found[k]
		if !m.printed || r.t.Tokens[m.start].Start >= offset {
			continue
		}
		for i := m.end; i < r.t.Len() && r.t.Tokens[i].Start < offset; i++ {
			if r.t.Tokens[i].IsWord() {
				return -1
			}
		}
		return k
	}
	return -1
}

// citing is the mention of an instrument to which a note at the offset belongs: the one at the mark,
// else the nearest before it, else the first after it; -1 where the text does not cite it.
func (r *reader) citing(id string, anchor, offset int) int {
	if anchor >= 0 && r.found[anchor].names(id) {
		return anchor
	}
	best := -1
	for k := range r.found {
		m := &r.found[k]
		if !m.names(id) {
			continue
		}
		if m.printed && r.t.Tokens[m.start].Start >= offset && best >= 0 {
			break
		}
		best = k
	}
	return best
}

// identifies says whether what a note cites is only the symbol of the instrument at its mark.
//
//	the Accra declaration¹⁹    ¹⁹ Commission on Narcotic Drugs resolution 56/2, annex.
func (r *reader) identifies(n mention, f ref, at *mention) bool {
	switch n.rule {
	case ruleResolution, ruleSymbol, ruleRecord, ruleRegistration:
	default:
		return false
	}
	if len(at.refs) != 1 || len(n.refs) != 1 || at.rule == ruleResolution || at.rule == ruleSymbol {
		return false
	}
	if at.refs[0].form != nil {
		return at.refs[0].form.Symbol == ""
	}
	known := r.f.gazetteer.instruments[r.f.gazetteer.byID[at.refs[0].id]]
	return known.Symbol == "" && known.Document == "" && known.Kind != graph.Treaty && f.form != nil
}

// identify gives the mention what its note says: the known instrument that a symbol stands for, the
// symbol of one known by its form, or the issue of a series.
func (m *mention) identify(f ref, pinpoint, marker string) {
	m.attach("", marker)
	switch form := m.refs[0].form; {
	case form == nil:
		m.pinpoint = join(f.form.Symbol, pinpoint)
		return
	case f.form == nil:
		m.refs = []ref{f}
	default:
		form.Symbol = f.form.Symbol
	}
	if m.pinpoint == "" {
		m.pinpoint = pinpoint
	}
}

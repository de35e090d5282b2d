package cite

import (
	"slices"

	"reaffirm/graph"
)

// A mention is a stretch of text that names one instrument, or several by one phrase.
type mention struct {
	start, end         int // tokens, with the words of the pinpoint
	nameStart, nameEnd int // tokens of the name alone
	refs               []ref
	collective         bool
	pinpoint           string
	rule               rule
	organ              *organ // of a resolution
	errata             []erratum
	notes              []note // footnotes that belong to it
	printed            bool   // false for what a footnote alone names
	stance             stance
}

// A ref is an instrument as a mention means it: known, or found by its form.
type ref struct {
	id   string
	kind graph.InstrumentKind
	form *graph.Instrument // nil where the gazetteer or the corpus knows it
}

func (g *gazetteer) ref(n int) ref {
	return ref{id: g.instruments[n].ID, kind: g.instruments[n].Kind}
}

func (g *gazetteer) refs(members []int) []ref {
	out := make([]ref, len(members))
	for i, n := range members {
		out[i] = g.ref(n)
	}
	return out
}

func (m *mention) names(id string) bool {
	return slices.ContainsFunc(m.refs, func(r ref) bool { return r.id == id })
}

func formRef(title string, kind graph.InstrumentKind) ref {
	id := idPrefix + shortSlug(title)
	return ref{id: id, kind: kind, form: &graph.Instrument{ID: id, Kind: kind, Title: title}}
}

// Package cite finds the instruments that a provision cites: treaties to the article, resolutions,
// documents of the corpus, guidelines and programmes, by name, by number, by symbol, by the form of an
// unknown title, through footnotes and by phrases that point back. It says how the provision stands to
// each, and what of it is misprinted in the source.
//
// A document's words about itself ("the present Political Declaration") cite it too. A name inside a
// longer name ("Joint Ministerial Statement of the 2014 high-level review … of the Political
// Declaration and Plan of Action") is no citation of its own.
package cite

import (
	"cmp"
	"slices"
	"sync"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

// A Finder is safe for concurrent use.
type Finder struct {
	gazetteer *gazetteer
	organs    *organs
	heads     *heads
	triggers  *triggers
	documents map[string]document
}

// Found is what one provision cites.
type Found struct {
	Citations   []graph.Citation   // by place in the text, then instrument; a footnote's stand where its mark does
	Instruments []graph.Instrument // those known by their form alone, each once
	Issues      []graph.DataIssue
}

// New prepares the embedded gazetteer, checked, for a corpus of the given documents. Each becomes an
// instrument that links to it, known by its symbol and title or, where the gazetteer has it, as there.
func New(documents []graph.Document) (*Finder, error) {
	f := &Finder{documents: make(map[string]document, len(documents))}
	var err error
	if f.gazetteer, err = loadGazetteer(); err != nil {
		return nil, err
	}
	if f.organs, err = loadOrgans(); err != nil {
		return nil, err
	}
	if f.heads, err = loadHeads(); err != nil {
		return nil, err
	}
	if f.triggers, err = loadTriggers(); err != nil {
		return nil, err
	}
	f.gazetteer.adopt(documents, f.heads)
	for _, d := range documents {
		f.documents[d.ID] = f.contextOf(d)
	}
	return f, nil
}

// Instruments lists the gazetteer in the order of its data file, then the documents of the corpus that
// it does not hold, in the order given to New.
func (f *Finder) Instruments() []graph.Instrument {
	out := slices.Clone(f.gazetteer.instruments)
	for i := range out {
		out[i].Aliases = slices.Clone(out[i].Aliases)
	}
	return out
}

// Find reads one provision, whose Text t is, with the chapeaux that govern it, outermost first. Its commitments bound
// the clauses in which a citation's stance is looked for; without them whole sentences do.
func (f *Finder) Find(p *graph.Provision, t prose.Text, chapeaux []*graph.Provision, commitments []graph.Commitment) Found {
	d := f.context(p.Document)
	r := f.read(t, d, false)
	r.anaphora(sync.OnceValue(func() []mention { return f.above(chapeaux, d) }))
	r.stances(commitments)
	var out Found
	for _, m := range r.found {
		for _, e := range m.errata {
			out.Issues = append(out.Issues, e.issue(p.ID, p.Source))
		}
	}
	for i := range p.Footnotes {
		out.Issues = append(out.Issues, r.footnote(p, &p.Footnotes[i])...)
	}
	out.Citations = r.citations(p)
	out.Instruments = forms(r.found)
	return out
}

// NoteIssues reads a footnote that a title or a heading of a document calls. It belongs to no provision
// and so cites for none; a misprint in it is still an issue.
func (f *Finder) NoteIssues(document string, n *graph.Footnote) []graph.DataIssue {
	var out []graph.DataIssue
	for _, m := range f.read(prose.Read(cmp.Or(n.Resolved, n.Text)), f.context(document), true).found {
		for _, e := range m.errata {
			out = append(out, e.issue("", n.Source))
		}
	}
	return out
}

// above lists what the chapeaux name, in reading order.
func (f *Finder) above(chapeaux []*graph.Provision, d document) []mention {
	var out []mention
	for _, c := range chapeaux {
		out = append(out, f.read(prose.Read(c.Text), d, false).found...)
	}
	return out
}

// title is the name by which an instrument is known.
func (f *Finder) title(r ref) string {
	if r.form != nil {
		return r.form.Title
	}
	return f.gazetteer.instruments[f.gazetteer.byID[r.id]].Title
}

func (r *reader) citations(p *graph.Provision) []graph.Citation {
	type placed struct {
		at int
		graph.Citation
	}
	var all []placed
	for i := range r.found {
		m := &r.found[i]
		c := graph.Citation{
			Provision: p.ID, Stance: m.stance.stance, Pinpoint: m.pinpoint, Collective: m.collective, Erratum: len(m.errata) > 0,
			Evidence: m.evidence(),
		}
		at := m.start
		if m.printed {
			span := r.t.Span(m.start, m.end)
			c.Span, at = &span, span.Start
		}
		for _, f := range m.refs {
			c.Instrument, c.Footnote = f.id, m.marker(f.id)
			all = append(all, placed{at: at, Citation: c})
		}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.at, b.at), r.f.compare(a.Instrument, b.Instrument))
	})
	out := make([]graph.Citation, len(all))
	for i := range all {
		out[i] = all[i].Citation
		if all[i].Span != nil {
			span := *all[i].Span
			out[i].Span = &span
		}
	}
	return out
}

// compare orders instruments: those of the gazetteer in its order, then others by id.
func (f *Finder) compare(a, b string) int {
	i, knownA := f.gazetteer.byID[a]
	j, knownB := f.gazetteer.byID[b]
	switch {
	case knownA && knownB:
		return i - j
	case knownA:
		return -1
	case knownB:
		return 1
	}
	return cmp.Compare(a, b)
}

func (m *mention) evidence() graph.Evidence {
	e := graph.Evidence{Method: m.rule.method(), Rule: string(m.rule), Confidence: m.rule.confidence()}
	if m.stance.rule != "" {
		e.Rule += "/" + m.stance.rule
		e.Confidence = min(e.Confidence, m.stance.confidence)
	}
	return e
}

func forms(found []mention) []graph.Instrument {
	var out []graph.Instrument
	for _, m := range found {
		for _, f := range m.refs {
			if f.form != nil && !slices.ContainsFunc(out, func(i graph.Instrument) bool { return i.ID == f.id }) {
				out = append(out, *f.form)
			}
		}
	}
	return out
}

package cite

import (
	"strconv"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

// A document is what the reading of a provision depends on.
type document struct {
	year  int    // of adoption, 0 where unknown: names change their meaning with time
	organ *organ // that adopted it, or nil: "its resolution"
	own   int    // the instrument that the document is, -1 where it is none: "the present Declaration"
	drugs bool   // it is on drug control, as its title or its organ says
}

// adopt makes every document of the corpus an instrument. One that the gazetteer knows by id or symbol
// is linked; any other becomes an instrument of its own, named by its symbol and, where its title is
// that of an instrument and no other document's, by its title. Documents that are not there are unlinked.
func (g *gazetteer) adopt(documents []graph.Document, h *heads) {
	titles := map[string]int{}
	present := map[string]bool{}
	for _, d := range documents {
		titles[strings.ToLower(d.Title)]++
		present[d.ID] = true
	}
	for i := range g.instruments {
		if !present[g.instruments[i].Document] {
			delete(g.byDocument, g.instruments[i].Document)
			g.instruments[i].Document = ""
		}
	}
	for _, d := range documents {
		if n, ok := g.bySlug[slug(d.Symbol)]; ok && d.Symbol != "" {
			if g.instruments[n].Document == "" && g.instruments[n].Symbol == d.Symbol {
				g.instruments[n].Document = d.ID
				g.byDocument[d.ID] = n
			}
		}
		if n, known := g.byDocument[d.ID]; known && g.instruments[n].Symbol == "" {
			g.instruments[n].Symbol = d.Symbol
		}
		if _, known := g.byDocument[d.ID]; !known {
			g.adoptNew(d, titles[strings.ToLower(d.Title)] == 1, h)
		}
	}
}

func (g *gazetteer) adoptNew(d graph.Document, uniqueTitle bool, h *heads) {
	n := len(g.instruments)
	i := graph.Instrument{
		ID: idPrefix + d.ID, Kind: h.documentKind(d), Title: d.Title, Symbol: d.Symbol, Adopted: d.Adopted, Document: d.ID, Recognized: true,
	}
	if d.ShortTitle != d.Title {
		i.Short = d.ShortTitle
	}
	if _, taken := g.byID[i.ID]; taken {
		return
	}
	g.byID[i.ID] = n
	g.byDocument[d.ID] = n
	g.adoptSymbol(d.Symbol, n)
	for _, title := range []string{d.Title, d.ShortTitle} {
		if h.citable(title) && (uniqueTitle || title != d.Title) && !strings.ContainsAny(title, "()|") {
			if _, err := g.addName(title, name{members: []int{n}}); err == nil && title != d.Title {
				i.Aliases = append(i.Aliases, graph.Alias{Name: title})
			}
		}
	}
	g.instruments = append(g.instruments, i)
}

// adoptSymbol enters the symbol of a document: its own, or that of the official record that holds it
// and the place there, "E/2009/28, chap. I, sect. C".
func (g *gazetteer) adoptSymbol(symbol string, n int) {
	if within, pinpoint, ok := strings.Cut(symbol, ", "); ok {
		g.records = append(g.records, record{slug: slug(within), pinpoint: pinpoint, instrument: n})
		return
	}
	key := slug(symbol)
	if _, taken := g.bySlug[key]; !taken && key != "" {
		g.bySlug[key] = n
	}
}

// citable says whether a title can be told from ordinary words: it is long enough and turns on a head
// ("Declaration", "Programme of Action"), or begins with a year.
func (h *heads) citable(title string) bool {
	words := strings.Fields(title)
	if len(words) < 3 {
		return false
	}
	if yearToken(words[0]) {
		return true
	}
	_, ok := h.first(title)
	return ok && len(words) >= 4
}

func (h *heads) documentKind(d graph.Document) graph.InstrumentKind {
	if kind, ok := h.first(d.Title); ok {
		return kind
	}
	if strings.Contains(d.Symbol, "/RES/") {
		return graph.Resolution
	}
	return graph.Report
}

// first is the kind of the first head in a title.
func (h *heads) first(title string) (graph.InstrumentKind, bool) {
	t := prose.Read(title)
	for i := range t.Tokens {
		if at, ok := h.names.Longest(&t, i); ok {
			return h.kind(at.Value), true
		}
	}
	return "", false
}

// context says how to read the provisions of a document.
func (f *Finder) context(id string) document {
	if d, ok := f.documents[id]; ok {
		return d
	}
	return document{own: -1}
}

func (f *Finder) contextOf(d graph.Document) document {
	out := document{own: -1, organ: f.organs.ofDocument(d.Symbol, d.Body)}
	if len(d.Adopted) >= 4 {
		out.year, _ = strconv.Atoi(d.Adopted[:4])
	}
	if n, ok := f.gazetteer.byDocument[d.ID]; ok {
		out.own = n
	}
	title := d.Title
	if out.organ != nil {
		title += " " + out.organ.Name
	}
	t := prose.Read(title)
	out.drugs = f.gazetteer.onDrugs(&t)
	return out
}

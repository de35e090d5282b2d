package cite_test

import (
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
)

// ids that other parts of the project and its users rely on.
const fixedIDs = `convention-1961 protocol-1972 convention-1971 convention-1988 untoc untoc-trafficking untoc-smuggling untoc-firearms
	uncac un-charter udhr crc cedaw pdpa-2009 jms-2014 ungass-2016 md-2019 political-declaration-1998 agenda-2030 guiding-principles-alternative-development`

func TestGazetteer(t *testing.T) {
	byID := map[string]graph.Instrument{}
	for _, i := range newFinder(t, corpusDocuments()...).Instruments() {
		if _, twice := byID[i.ID]; twice {
			t.Errorf("%s stands twice", i.ID)
		}
		byID[i.ID] = i
	}
	for _, id := range strings.Fields(fixedIDs) {
		if _, ok := byID["instrument/"+id]; !ok {
			t.Errorf("no instrument/%s", id)
		}
	}
	for id, i := range byID {
		if !i.Recognized {
			t.Errorf("%s is not marked as recognized", id)
		}
		if i.Broader != "" {
			if _, ok := byID[i.Broader]; !ok {
				t.Errorf("%s belongs to %s, which is not there", id, i.Broader)
			}
		}
		for _, a := range i.Aliases {
			if a.Name == i.Title || strings.ContainsAny(a.Name, "()|") {
				t.Errorf("%s has the alias %q", id, a.Name)
			}
		}
	}
}

// Every name of the gazetteer is found where it stands in a sentence, in the years of its use.
func TestEveryNameIsFound(t *testing.T) {
	years := map[int]string{0: "now", 2000: "then", 2009: "pdpa-2009", 2014: "jms-2014"}
	f := newFinder(t, append(corpusDocuments(),
		graph.Document{ID: "now", Title: "Now on drugs", Adopted: "2025-01-01"}, graph.Document{ID: "then", Title: "Then on drugs", Adopted: "1999"})...)
	for _, i := range f.Instruments() {
		for _, a := range i.Aliases {
			document := years[a.From]
			if a.From == 0 && a.To != 0 {
				document = "then"
			}
			if document == "" {
				document = "now"
				if a.To != 0 {
					document = "jms-2014"
				}
			}
			p := provision(document, "Consider "+a.Name+" with care;")
			if !slices.ContainsFunc(citedIn(f, p, nil, nil).Citations, func(c graph.Citation) bool { return c.Instrument == i.ID }) {
				t.Errorf("%s is not found by the name %q", i.ID, a.Name)
			}
		}
	}
}

func TestDocumentsAreInstruments(t *testing.T) {
	find := func(is []graph.Instrument, id string) graph.Instrument {
		t.Helper()
		for _, i := range is {
			if i.ID == "instrument/"+id {
				return i
			}
		}
		t.Fatalf("no instrument/%s", id)
		return graph.Instrument{}
	}
	f := newFinder(t,
		graph.Document{ID: "a-res-s-20-2", Title: "Political Declaration", ShortTitle: "Political Declaration", Symbol: "A/RES/S-20/2", Adopted: "1998-06-10"},
		graph.Document{ID: "quayside", Title: "Quayside Programme of Action", ShortTitle: "2001 Quayside Programme", Symbol: "A/CONF.1/2", Adopted: "2001"},
		graph.Document{ID: "twin-1", Title: "Declaration on the rights of twins", Symbol: "A/RES/60/1000"},
		graph.Document{ID: "twin-2", Title: "Declaration on the rights of twins", Symbol: "A/RES/61/1000"},
		graph.Document{ID: "bare", Title: "Rights of the child"},
	)
	all := f.Instruments()
	if i := find(all, "political-declaration-1998"); i.Document != "a-res-s-20-2" || slices.ContainsFunc(all, func(i graph.Instrument) bool { return i.ID == "instrument/a-res-s-20-2" }) {
		t.Errorf("a known instrument is linked by its symbol and is not made twice: %+v", i)
	}
	if i := find(all, "pdpa-2009"); i.Document != "" {
		t.Errorf("an instrument links to document %q, which the corpus does not hold", i.Document)
	}
	if i := find(all, "quayside"); i.Document != "quayside" || i.Kind != graph.Plan || i.Symbol != "A/CONF.1/2" || i.Short != "2001 Quayside Programme" || !i.Recognized {
		t.Errorf("a document of the corpus: %+v", i)
	}
	for text, want := range map[string]string{
		"Recall the Quayside Programme of Action;":        "instrument/quayside",
		"Recall the 2001 Quayside Programme;":             "instrument/quayside",
		"See A/CONF.1/2.":                                 "instrument/quayside",
		"Recall General Assembly resolution 61/1000;":     "instrument/twin-2",
		"Protect the rights of the child;":                "",
		"Recall the Declaration on the rights of twins;":  "", // of two, none is meant for sure
		"Recall the Declaration on the Rights of Quarks;": "instrument/declaration-on-the-rights-of-quarks",
	} {
		got := ""
		for _, c := range citedIn(f, provision("bare", text), nil, nil).Citations {
			got = c.Instrument
		}
		if got != want {
			t.Errorf("%s: cites %q, want %q", text, got, want)
		}
	}
}

func TestErrataAreIssues(t *testing.T) {
	f := newFinder(t, corpusDocuments()...)
	p := provision("jms-2014", "the Single Convention on Narcotic Drugs of 1953^1^ and", "General Assembly resolution S-30-1, annex.")
	p.Source = graph.Source{File: "made-up.md", StartLine: 3}
	issues := citedIn(f, p, nil, nil).Issues
	want := []graph.DataIssue{
		{Code: "ERRATUM_YEAR", Severity: graph.Warning, Provision: "jms-2014/1", Source: p.Source,
			Message: `the treaty is printed as "Single Convention on Narcotic Drugs of 1953"; it is that of 1961`},
		{Code: "ERRATUM_SYMBOL", Severity: graph.Warning, Provision: "jms-2014/1", Source: p.Footnotes[0].Source,
			Message: `the symbol is printed "S-30-1"; "S-30/1" is meant`},
	}
	if !slices.Equal(issues, want) {
		t.Errorf("got %+v", issues)
	}
	of := f.NoteIssues("ungass-2016", &graph.Footnote{Marker: "1", Text: "General Assembly resolution S-30-1, annex.", Source: graph.Source{StartLine: 172}})
	if len(of) != 1 || of[0].Code != "ERRATUM_SYMBOL" || of[0].Provision != "" || of[0].Source.StartLine != 172 {
		t.Errorf("of a note of a heading: %+v", of)
	}
}

func TestInstrumentsByForm(t *testing.T) {
	f := newFinder(t, corpusDocuments()...)
	p := provision("jms-2014", "Recall Commission on Narcotic Drugs resolution 56/15 of 15 March 2013, entitled “Harbours and drugs”, General Assembly resolution 63/197 and the Rotterdam Programme of Action;^1^ see E/INCB/2012/1", "General Assembly resolution 62/5, annex.")
	want := []graph.Instrument{
		{ID: "instrument/cnd-res-56-15", Kind: graph.Resolution, Title: "Commission on Narcotic Drugs resolution 56/15, “Harbours and drugs”"},
		{ID: "instrument/a-res-63-197", Kind: graph.Resolution, Title: "General Assembly resolution 63/197", Symbol: "A/RES/63/197"},
		{ID: "instrument/rotterdam-programme-of-action", Kind: graph.Plan, Title: "Rotterdam Programme of Action", Symbol: "A/RES/62/5"},
		{ID: "instrument/e-incb-2012-1", Kind: graph.Report, Title: "Report of the International Narcotics Control Board (E/INCB/2012/1)", Symbol: "E/INCB/2012/1", Broader: "instrument/incb-annual-report"},
	}
	got := citedIn(f, p, nil, nil).Instruments
	same := func(a, b graph.Instrument) bool {
		return a.ID == b.ID && a.Kind == b.Kind && a.Title == b.Title && a.Symbol == b.Symbol && a.Broader == b.Broader && !a.Recognized
	}
	if !slices.EqualFunc(got, want, same) {
		t.Errorf("got %+v", got)
	}
}

// What a chapeau names is meant by the phrases of the paragraphs below it.
func TestChapeau(t *testing.T) {
	f := newFinder(t, corpusDocuments()...)
	chapeau := provision("md-2019", "With regard to the 1988 Convention and the Convention against Corruption, States should:")
	found := citedIn(f, provision("md-2019", "Implement those conventions;"), []*graph.Provision{chapeau}, nil)
	var got []string
	for _, c := range found.Citations {
		got = append(got, written(c)+" "+c.Evidence.Rule)
	}
	want := `convention-1988 collective "those conventions" instrument-of-a-chapeau/implementation, uncac collective "those conventions" instrument-of-a-chapeau/implementation`
	if strings.Join(got, ", ") != want {
		t.Errorf("got %s", strings.Join(got, ", "))
	}
}

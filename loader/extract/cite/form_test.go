package cite_test

import (
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/extract/cite"
)

// checkForm checks what holds of every finding: spans reproduce their quotes, citations are in order,
// every cited instrument is known or given, and evidence says how it was found.
func checkForm(t *testing.T, gazetteer []graph.Instrument, p *graph.Provision, found cite.Found) {
	t.Helper()
	text := []rune(p.Text)
	last := 0
	for _, c := range found.Citations {
		if c.Provision != p.ID {
			t.Errorf("citation of %s for provision %q, want %q", c.Instrument, c.Provision, p.ID)
		}
		if c.Span == nil && c.Footnote == "" {
			t.Errorf("citation of %s has neither words nor a footnote", c.Instrument)
		}
		if s := c.Span; s != nil {
			if s.Start < 0 || s.End > len(text) || s.Start >= s.End || string(text[s.Start:s.End]) != string([]rune(s.Quote)) {
				t.Errorf("span %v does not reproduce its quote in %q", *s, p.Text)
			}
			if s.Start < last {
				t.Errorf("citation of %s out of order", c.Instrument)
			}
			last = s.Start
		}
		if !slices.Contains(graph.Stances(), c.Stance) || c.Evidence.Rule == "" || c.Evidence.Confidence <= 0 || c.Evidence.Confidence > 1 {
			t.Errorf("citation of %s: stance %q, evidence %+v", c.Instrument, c.Stance, c.Evidence)
		}
		known := func(i graph.Instrument) bool { return i.ID == c.Instrument }
		if !slices.ContainsFunc(gazetteer, known) && !slices.ContainsFunc(found.Instruments, known) {
			t.Errorf("instrument %s is neither in the gazetteer nor given", c.Instrument)
		}
	}
	for _, i := range found.Instruments {
		if i.Recognized || i.Title == "" || !strings.HasPrefix(i.ID, "instrument/") || !slices.Contains(graph.InstrumentKinds(), i.Kind) {
			t.Errorf("instrument found by form: %+v", i)
		}
	}
}

func FuzzFind(f *testing.F) {
	finder := newFinder(f, corpusDocuments()...)
	gazetteer := finder.Instruments()
	for _, seed := range []string{
		"General Assembly resolutions S-20/2, S-20/3 and S-20/4 A to E, annex, para. 18 (c)",
		"article 3, paragraph 1 (c) (iii), of the 1988 Convention and the Protocols thereto, entitled “x”",
		"the Convention on the é, of 1953; those instruments (A/RES/70-1) 1325 (2000)",
		"Official Records of the Council, 2009, Supplement No. 8 (E/2009/28), chap. I, sect. C",
		"\xff“the present Declaration \x80of",
	} {
		f.Add(seed, seed, 3)
	}
	f.Fuzz(func(t *testing.T, text, note string, offset int) {
		p := &graph.Provision{ID: "p", Document: "pdpa-2009", Text: text, Footnotes: []graph.Footnote{{Marker: "1", Text: note, Offset: offset}}}
		chapeau := &graph.Provision{ID: "c", Document: "pdpa-2009", Text: note}
		checkForm(t, gazetteer, p, citedIn(finder, p, []*graph.Provision{chapeau}, []graph.Commitment{{Span: graph.Span{Start: offset, End: offset + 9}}}))
	})
}

func BenchmarkFind(b *testing.B) {
	f := newFinder(b, corpusDocuments()...)
	p := provision("md-2019", "We underscore that the Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol and other relevant instruments constitute the cornerstone of the international drug control system, and urge all Member States that have not yet done so to consider taking measures to ratify or accede to those instruments;")
	b.SetBytes(int64(len(p.Text)))
	b.ReportAllocs()
	for b.Loop() {
		citedIn(f, p, nil, nil)
	}
}

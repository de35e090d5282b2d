package loader

import (
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/corpus"
	"reaffirm/loader/undoc"
)

func TestCitation(t *testing.T) {
	c, _, err := corpus.Read(corpus.Embedded())
	if err != nil {
		t.Fatal(err)
	}
	shortTitles := make(map[string]string)
	var outlines []undoc.Outline
	for _, d := range c.Documents {
		shortTitles[d.ID] = d.ShortTitle
		outlines = append(outlines, d.Outline())
	}
	got := make(map[string]string)
	for _, d := range undoc.Parse(c.Sources[0].File, c.Sources[0].Text, outlines).Documents {
		for _, p := range d.Provisions {
			got[p.ID] = citation(shortTitles[d.ID], d, p)
		}
	}
	for id, want := range map[string]string{
		"md-2019/p6":           "2019 Ministerial Declaration, 6th para.",
		"md-2019/p22":          "2019 Ministerial Declaration, 22nd para.",
		"md-2019/p26/b":        "2019 Ministerial Declaration, 26th para. (b)",
		"ungass-2016/p1":       "2016 outcome document, 1st para.",
		"ungass-2016/5":        "2016 outcome document, para. 5",
		"ungass-2016/5/p1":     "2016 outcome document, para. 5, 1st unnumbered para.",
		"ungass-2016/5/y":      "2016 outcome document, para. 5 (y)",
		"jms-2014/33":          "2014 Joint Ministerial Statement, para. 33",
		"jms-2014/b/15":        "2014 Joint Ministerial Statement, sect. B, para. 15",
		"pdpa-2009/pd/p2":      "2009 Political Declaration, 2nd para.",
		"pdpa-2009/pd/24/b/i":  "2009 Political Declaration, para. 24 (b) (i)",
		"pdpa-2009/pa/51/a/iv": "2009 Plan of Action, para. 51 (a) (iv)",
	} {
		if got[id] != want {
			t.Errorf("%s is cited as %q, want %q", id, got[id], want)
		}
	}
	seen := make(map[string]string)
	for id, s := range got {
		if other, again := seen[s]; again {
			t.Errorf("%s and %s are both cited as %q", id, other, s)
		}
		seen[s] = id
	}
}

// TestCitationOfSteps cites what the embedded documents do not have.
func TestCitationOfSteps(t *testing.T) {
	section := func(label string) undoc.Step { return undoc.Step{Kind: undoc.SectionStep, Label: label} }
	paragraph := func(label string) undoc.Step { return undoc.Step{Kind: undoc.ParagraphStep, Label: label} }
	item := func(label string) undoc.Step { return undoc.Step{Kind: undoc.ItemStep, Label: label} }
	unmarked := func(n int, straight bool) undoc.Step {
		return undoc.Step{Kind: undoc.UnmarkedStep, Ordinal: n, Straight: straight}
	}
	for _, test := range []struct {
		want  string
		steps []undoc.Step
	}{
		{"Doc, annex, para. 5", []undoc.Step{section("ANNEX"), paragraph("5.")}},
		{"Doc, annex II, sect. B, para. 1 (a)", []undoc.Step{section("Annex II"), section("B."), paragraph("1."), item("(a)")}},
		{"Doc, annex, article 13 bis, 1st para.", []undoc.Step{section("Annex"), section("Article 13 bis"), unmarked(1, true)}},
		{"Doc, “Proposals for action”, para. 2", []undoc.Step{section("Proposals for action"), paragraph("2.")}},
		{"Doc, Plan of Action, para. 3", []undoc.Step{{Kind: undoc.PartStep, Label: "Plan of Action"}, paragraph("3.")}},
		{"Doc, subpara. (a) (i)", []undoc.Step{item("(a)"), item("(i)")}},
		{"Doc, 4th unnumbered para.", []undoc.Step{unmarked(4, false)}},
		{"Doc, 11th para.", []undoc.Step{unmarked(11, true)}},
		{"Doc, 103rd para.", []undoc.Step{unmarked(103, true)}},
		{"Doc, para. 4.1.2", []undoc.Step{paragraph("4.1.2")}},
		{"Doc, para. 2, 1st unnumbered para., para. 1", []undoc.Step{paragraph("2."), unmarked(1, true), paragraph("1.")}},
	} {
		d := undoc.Document{Steps: map[string][]undoc.Step{"id": test.steps}}
		if got := citation("Doc", d, graph.Provision{ID: "id"}); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

package topic_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
	"reaffirm/loader/extract/topic"
)

func newFinder(t testing.TB) *topic.Finder {
	t.Helper()
	f, err := topic.New()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func find(f *topic.Finder, p *graph.Provision) []graph.About {
	text := prose.Read(p.Text)
	return f.Find(p, &text, f.Lend(p.Headings))
}

func TestThemes(t *testing.T) {
	themes := newFinder(t).Themes()
	place := map[string]int{}
	for i, theme := range themes {
		if _, twice := place[theme.ID]; twice || !strings.HasPrefix(theme.ID, "theme/") || theme.Name == "" || theme.Note == "" {
			t.Errorf("theme %+v", theme)
		}
		place[theme.ID] = i
		if theme.Broader == "" {
			continue
		}
		above, ok := place[theme.Broader]
		if !ok || themes[above].Broader != "" {
			t.Errorf("%s: %s is not a theme of the first level that stands before it", theme.ID, theme.Broader)
		}
	}
	for _, id := range []string{"demand-reduction", "access-to-controlled-substances", "supply-reduction", "human-rights-and-groups", "evolving-reality",
		"international-cooperation", "alternative-development", "money-laundering", "judicial-cooperation", "precursors", "data-and-monitoring", "institutions-and-mandates"} {
		if i, ok := place["theme/"+id]; !ok || themes[i].Broader != "" {
			t.Errorf("no theme/%s on the first level", id)
		}
	}
}

func TestFind(t *testing.T) {
	f := newFinder(t)
	tests := []struct {
		name     string
		headings []string
		text     string
		want     string // themes in order of the list: "heading", the phrase, or both
	}{
		{name: "phrase", text: "Enhance the use of mutual legal assistance among harbours that are far apart from one another;", want: `mutual-legal-assistance "mutual legal assistance"`},
		{name: "heading", headings: []string{"3. Transfer of proceedings", "Action"}, text: "Consider agreements;", want: `transfer-of-proceedings heading`},
		{name: "heading and phrase", headings: []string{"1. Extradition"}, text: "Expedite extradition of those who flee;", want: `extradition heading "extradition"`},
		{name: "heading in capitals", headings: []string{"D. COUNTERING MONEY-LAUNDERING"}, text: "Consider agreements;", want: `money-laundering heading`},
		{name: "every theme of the innermost heading", headings: []string{"Drugs and human rights, youth and women"}, text: "Act on it;", want: `human-rights-and-groups heading, human-rights heading, women heading, youth-and-children heading`},
		{name: "first part of an outer heading", headings: []string{"Supply reduction and related measures; and countering money-laundering", "Prevention of drug-related crime"}, text: "Act on it;",
			want: `supply-reduction heading, drug-related-crime heading`},
		{name: "an inner heading chooses among those of an outer one", headings: []string{"Countering money-laundering and promoting judicial cooperation", "1. Extradition"}, text: "Act on it;", want: `extradition heading`},
		{name: "a heading that names no theme", headings: []string{"C. Control of precursors", "Problem"}, text: "Act on it;", want: `precursors heading`},
		{name: "weak phrase in passing", text: "Act on it together with the many parties concerned, among which are parliaments, churches, trade unions, sports clubs, the media and the private sector, as appropriate and where they wish to;", want: ``},
		{name: "weak phrase that the text dwells on", text: "Act with the private sector wherever the parties concerned, among which are parliaments, churches, trade unions and sports clubs, ask for it, since the private sector can do so;", want: `civil-society "private sector"`},
		{name: "weak phrase of a short text", text: "Work with the private sector;", want: `civil-society "private sector"`},
		{name: "formula of sovereignty", text: "Do so with full respect for the sovereignty and territorial integrity of States, the principle of non-intervention in the internal affairs of States, all human rights, fundamental freedoms and the inherent dignity of all individuals;", want: ``},
	}
	for _, test := range tests {
		p := &graph.Provision{ID: "p", Headings: test.headings, Text: test.text}
		var got []string
		for _, a := range find(f, p) {
			s := strings.TrimPrefix(a.Theme, "theme/")
			if a.Heading != "" {
				s += " heading"
			}
			if a.Span != nil {
				s += fmt.Sprintf(" %q", a.Span.Quote)
			}
			got = append(got, s)
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: got %s, want %s", test.name, strings.Join(got, ", "), test.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	finder := newFinder(f)
	f.Add("Prevention of drug abuse", "Decide to establish 2019 as a target date “by 2030”; in 2029 – review, by the years 2003 and 2008")
	f.Add("É \xff", "at its session, in 2022, should \x80 by 2030")
	f.Fuzz(func(t *testing.T, heading, text string) {
		p := &graph.Provision{ID: "p", Headings: []string{heading}, Text: text}
		var seen []string
		for _, a := range find(finder, p) {
			if a.Span == nil && a.Heading == "" || a.Provision != "p" || slices.Contains(seen, a.Theme) {
				t.Errorf("about %+v", a)
			}
			seen = append(seen, a.Theme)
			if a.Span != nil {
				checkSpan(t, text, *a.Span)
			}
		}
		for _, d := range topic.Deadlines(text) {
			checkSpan(t, text, d.Span)
		}
		topic.Date(p, []graph.Commitment{{}, {Span: graph.Span{Start: 5, End: 9}}})
	})
}

func BenchmarkFind(b *testing.B) {
	f := newFinder(b)
	p := &graph.Provision{ID: "p", Headings: []string{"Part II. Supply reduction and related measures", "C. Control of precursors and of amphetamine-type stimulants"},
		Text: "Strengthen national and regional cooperation among drug control agencies, customs authorities, police authorities, forensic laboratories, relevant industries and operators along the supply chain with a view to preventing the diversion of precursor chemicals by 2019;"}
	b.SetBytes(int64(len(p.Text)))
	b.ReportAllocs()
	for b.Loop() {
		find(f, p)
		topic.Deadlines(p.Text)
	}
}

package lineage_test

import (
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"reaffirm/graph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/loader/lineage"
)

// four is the input that the four documents make.
func four(t *testing.T) lineage.Input {
	t.Helper()
	g, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return lineage.Input{Documents: g.Documents, Provisions: g.Provisions, Commitments: g.Commitments, Involvements: g.Involvements, Citations: g.Citations, Abouts: g.Abouts}
}

// TestIndexMissesNothing compares the links found through the index with those of all pairs.
func TestIndexMissesNothing(t *testing.T) {
	m := lineage.NewModel(four(t))
	want, got := m.LinkAllPairs(), m.Link()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("by comparing all pairs and not by the index, or the other way round: %v", differing(got, want))
	}
	if len(want.Reaffirmations) < 200 {
		t.Errorf("only %d links", len(want.Reaffirmations))
	}
}

// differing gives the ids of the links that only one of two outputs has.
func differing(a, b lineage.Output) []string {
	count := map[string]int{}
	for _, r := range append(slices.Clone(a.Reaffirmations), b.Reaffirmations...) {
		count[r.ID]++
	}
	maps.DeleteFunc(count, func(_ string, n int) bool { return n == 2 })
	return slices.Sorted(maps.Keys(count))
}

// TestCompareAgreesWithLink asks for the figures of pairs, most of them not linked.
func TestCompareAgreesWithLink(t *testing.T) {
	in := four(t)
	m := lineage.NewModel(in)
	found := map[string]bool{}
	for _, r := range m.Link().Reaffirmations {
		found[r.ID] = r.Relation != graph.Echoes
	}
	pairs := 0
	for i := range in.Provisions {
		for j := i % 61; j < i; j += 61 {
			later, earlier := in.Provisions[i].ID, in.Provisions[j].ID
			c, err := m.Compare(later, earlier)
			if err != nil {
				continue // of one document
			}
			pairs++
			linked := c.Linked && c.Reaffirmation.Relation != graph.Echoes
			if linked != found[graph.ReaffirmationID(later, earlier)] {
				t.Errorf("%s to %s: linked is %v by comparing, %v by linking", later, earlier, linked, !linked)
			}
		}
	}
	if pairs < 500 {
		t.Errorf("only %d pairs", pairs)
	}
}

func TestSameLinksWhateverTheWorkers(t *testing.T) {
	in := four(t)
	in.Workers = 1
	want := lineage.Link(in)
	in.Workers = 7
	if got := lineage.Link(in); !reflect.DeepEqual(got, want) {
		t.Error("seven workers find other links than one")
	}
}

// TestDiffsReproduceTheTexts joins the parts of each diff to either text.
func TestDiffsReproduceTheTexts(t *testing.T) {
	in := four(t)
	texts := map[string]string{}
	for _, p := range in.Provisions {
		texts[p.ID] = p.Text
	}
	for _, r := range lineage.Link(in).Reaffirmations {
		if r.Relation == graph.Echoes {
			continue
		}
		var later, earlier strings.Builder
		for _, p := range r.Diff {
			if p.Op != graph.Delete && p.Op != graph.MovedFrom {
				later.WriteString(p.Text)
			}
			if p.Op != graph.Insert && p.Op != graph.MovedTo {
				earlier.WriteString(p.Text)
			}
		}
		if letters(later.String()) != letters(texts[r.Later]) {
			t.Errorf("%s: the diff gives as later text %q", r.Later, later.String())
		}
		if letters(earlier.String()) != letters(texts[r.Earlier]) {
			t.Errorf("%s: the diff gives as earlier text %q", r.Earlier, earlier.String())
		}
	}
}

// letters are the letters and digits of a text in lower case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

const (
	tramadol = "Requests the World Health Organization to review the scheduling of tramadol and ketamine in cooperation with interested laboratories;"
	hedged   = "Requests the World Health Organization to review, as appropriate, the scheduling of tramadol, ketamine and fentanyl in cooperation with interested national laboratories;"
	formula  = "Encourages Member States, in accordance with national legislation and as appropriate, to consider doing so within their mandates;"
	other    = "Urges Governments, in accordance with national legislation and as appropriate, to plant trees along the road within their mandates;"
)

func TestPairs(t *testing.T) {
	for name, test := range map[string]struct {
		earlier, later string
		want           graph.Relation // "" for no link
	}{
		"the same words":               {tramadol, tramadol, graph.Restates},
		"case and punctuation aside":   {tramadol, strings.ToUpper(strings.Trim(tramadol, ";")) + ".", graph.Restates},
		"words added":                  {tramadol, "Invites the World Health Organization and the Board to speed up the scheduling of tramadol and ketamine, together with interested laboratories;", graph.Adapts},
		"a formula is no link":         {formula, other, ""},
		"a text too short to carry on": {"Eradication;", "Eradication;", ""},
	} {
		t.Run(name, func(t *testing.T) {
			in := lineage.Input{
				Documents:  []graph.Document{{ID: "old", Adopted: "2001"}, {ID: "new", Adopted: "2011-05-01"}},
				Provisions: []graph.Provision{{ID: "old/1", Document: "old", Text: test.earlier}, {ID: "new/1", Document: "new", Text: test.later}},
			}
			var got graph.Relation
			for _, r := range lineage.Link(in).Reaffirmations {
				got = r.Relation
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestOnlyLaterDocumentsCarryOn(t *testing.T) {
	for name, adopted := range map[string]string{"the same day": "2001-01-01", "undated": ""} {
		t.Run(name, func(t *testing.T) {
			in := lineage.Input{
				Documents:  []graph.Document{{ID: "a", Adopted: "2001-01-01"}, {ID: "b", Adopted: adopted}},
				Provisions: []graph.Provision{{ID: "a/1", Document: "a", Text: tramadol}, {ID: "b/1", Document: "b", Text: tramadol}},
			}
			if out := lineage.Link(in); len(out.Reaffirmations) != 0 {
				t.Errorf("linked: %+v", out.Reaffirmations)
			}
			if _, err := lineage.NewModel(in).Compare("b/1", "a/1"); err == nil {
				t.Error("compared without error")
			}
		})
	}
}

func TestRepetitions(t *testing.T) {
	out := lineage.Link(lineage.Input{
		Documents:  []graph.Document{{ID: "a", Adopted: "2001"}},
		Provisions: []graph.Provision{{ID: "a/1", Document: "a", Text: tramadol}, {ID: "a/2", Document: "a", Text: tramadol}},
	})
	if len(out.Repetitions) != 1 || out.Repetitions[0].First != "a/1" || out.Repetitions[0].Second != "a/2" || len(out.Reaffirmations) != 0 {
		t.Errorf("got %+v", out)
	}
}

func TestChanges(t *testing.T) {
	span := func(text, quote string) graph.Span {
		at := strings.Index(text, quote)
		return graph.Span{Start: at, End: at + len(quote), Quote: quote}
	}
	urged := strings.Replace(tramadol, "Requests", "Urges", 1)
	in := lineage.Input{
		Documents:  []graph.Document{{ID: "old", Adopted: "2001"}, {ID: "new", Adopted: "2011"}},
		Provisions: []graph.Provision{{ID: "old/1", Document: "old", Text: urged}, {ID: "new/1", Document: "new", Text: hedged}},
		Commitments: []graph.Commitment{
			{Provision: "old/1", Kind: graph.Directive, Verbs: []string{"urge"}, Strength: 5, Span: span(urged, urged), Deadlines: []graph.Deadline{{Year: 2005, Span: span(urged, "review")}}},
			{Provision: "new/1", Kind: graph.Directive, Verbs: []string{"request"}, Strength: 3, Span: span(hedged, hedged), Qualifiers: []graph.Qualifier{{Name: "as appropriate", Span: span(hedged, "as appropriate")}},
				Deadlines: []graph.Deadline{{Year: 2015, Span: span(hedged, "review")}}},
		},
		Citations: []graph.Citation{{Provision: "new/1", Instrument: "instrument/old", Stance: graph.Reaffirms}},
	}
	out := lineage.Link(in)
	if len(out.Reaffirmations) != 1 {
		t.Fatalf("got %d links", len(out.Reaffirmations))
	}
	r := out.Reaffirmations[0]
	got := map[graph.ChangeKind]string{}
	for _, c := range r.Changes {
		got[c.Kind] = c.Rule
	}
	want := map[graph.ChangeKind]string{graph.Weakened: "drafting-verb", graph.Qualified: "qualifier-added",
		graph.Updated: "deadline-moved", graph.Expanded: "item-added"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("changes are %v, want %v", got, want)
	}
	if !reflect.DeepEqual(r.Announced, []string{"new/1"}) {
		t.Errorf("announced by %v, want new/1", r.Announced)
	}
}

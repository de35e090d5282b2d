package lineage_test

import (
	"math"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reaffirm/graph"
	"reaffirm/loader/lineage"
)

// prose draws a text of words and phrases of drafting, with marks, capitals and letters outside ASCII.
var prose = rapid.Custom(func(t *rapid.T) string {
	piece := rapid.SampledFrom([]string{"tuna", "quotas", "harbour masters", "coastal States", "trawlers", "driftnets", "estuaries",
		"the Côte d’Ivoire", "inter-agency", "publish", "inspect", "promote", "urge", "should", "may", "reaffirm our commitment to", "and", "of", "in", "each",
		"as appropriate", "in accordance with national legislation", "by 2020", "including", "only", "money-laundering", "the Commission", "é́", "—"})
	mark := rapid.SampledFrom([]string{" ", " ", " ", ", ", "; ", ". ", " (", ") ", ": "})
	var b strings.Builder
	for range rapid.IntRange(1, 40).Draw(t, "words") {
		b.WriteString(piece.Draw(t, "piece"))
		b.WriteString(mark.Draw(t, "mark"))
	}
	return b.String()
})

// variant draws a text made of stretches of another and of new ones.
func variant(t *rapid.T, of string) string {
	words := strings.Fields(of)
	var out []string
	for range rapid.IntRange(1, 4).Draw(t, "stretches") {
		from := rapid.IntRange(0, len(words)).Draw(t, "from")
		to := rapid.IntRange(from, len(words)).Draw(t, "to")
		out = append(out, words[from:to]...)
		if rapid.Bool().Draw(t, "new words") {
			out = append(out, prose.Draw(t, "new"))
		}
	}
	return strings.Join(out, " ")
}

func pair(earlier, later string) lineage.Input {
	return lineage.Input{
		Documents:  []graph.Document{{ID: "old", Adopted: "2001"}, {ID: "new", Adopted: "2011"}},
		Provisions: []graph.Provision{{ID: "old/1", Document: "old", Text: earlier}, {ID: "new/1", Document: "new", Text: later}},
	}
}

func compared(t *rapid.T, earlier, later string) lineage.Comparison {
	c, err := lineage.NewModel(pair(earlier, later)).Compare("new/1", "old/1")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestEvidenceOfAnyPair: whatever two texts are, the diff turns the one into the other, every span holds
// the words that it quotes, and what is aligned goes on through the later text.
func TestEvidenceOfAnyPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		earlier := prose.Draw(t, "earlier")
		later := variant(t, earlier)
		r := compared(t, earlier, later).Reaffirmation
		if r.Relation == graph.Echoes {
			return
		}
		var toLater, toEarlier strings.Builder
		for _, p := range r.Diff {
			if p.Op != graph.Delete && p.Op != graph.MovedFrom {
				toLater.WriteString(p.Text)
			}
			if p.Op != graph.Insert && p.Op != graph.MovedTo {
				toEarlier.WriteString(p.Text)
			}
		}
		if letters(toLater.String()) != letters(later) || letters(toEarlier.String()) != letters(earlier) {
			t.Fatalf("the diff makes %q and %q of %q and %q", &toEarlier, &toLater, earlier, later)
		}
		holds := func(s *graph.Span, text string) {
			if runes := []rune(text); s != nil && (s.Start < 0 || s.End > len(runes) || string(runes[s.Start:s.End]) != s.Quote || s.Quote == "") {
				t.Fatalf("span %+v is not in %q", s, text)
			}
		}
		last := 0
		for i := range r.Aligned {
			holds(&r.Aligned[i].Later, later)
			holds(&r.Aligned[i].Earlier, earlier)
			if r.Aligned[i].Later.Start < last {
				t.Fatalf("%+v goes back in the later text", r.Aligned[i])
			}
			last = r.Aligned[i].Later.End
		}
		for _, c := range r.Changes {
			holds(c.Later, later)
			holds(c.Earlier, earlier)
		}
	})
}

// TestFiguresAreOfBothTexts: what two texts have in common does not depend on which is the later.
func TestFiguresAreOfBothTexts(t *testing.T) {
	near := func(a, b float64) bool { return math.Abs(a-b) < 1e-4*(1+math.Abs(a)) }
	rapid.Check(t, func(t *rapid.T) {
		a := prose.Draw(t, "a")
		b := variant(t, a)
		x, y := compared(t, a, b), compared(t, b, a)
		if !near(x.Mass, y.Mass) || !near(x.Wording, y.Wording) || !near(x.Clauses, y.Clauses) || !near(x.Order, y.Order) ||
			!near(x.LaterShare, y.EarlierShare) || !near(x.Figures.Later, y.Figures.Earlier) {
			t.Fatalf("%+v\n%+v", x.Figures, y.Figures)
		}
		if x.Mass < 0 || x.LaterShare < 0 || x.LaterShare > 1.0001 || x.Order > x.Mass+1e-4 || x.Clauses > x.Mass+1e-4 || x.Own > x.Mass+1e-4 {
			t.Fatalf("%+v", x.Figures)
		}
	})
}

// TestATextRestatesItself: with score 1 and no change, whatever its case and punctuation.
func TestATextRestatesItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := prose.Draw(t, "text")
		c := compared(t, text, strings.ToUpper(text)+"!")
		if c.Figures.Later < lineage.InForce().PlainMass {
			return // it says too little
		}
		r := c.Reaffirmation
		if !c.Linked || r.Relation != graph.Restates || r.Score != 1 || len(r.Changes) > 0 {
			t.Fatalf("%q: linked %v, %s, score %.2f, changes %+v", text, c.Linked, r.Relation, r.Score, r.Changes)
		}
		for _, p := range r.Diff {
			if p.Op != graph.Equal {
				t.Fatalf("%q: the diff has %+v", text, p)
			}
		}
	})
}

// TestLinksOfAnyCorpus: the links are the same by the index and by all pairs, whatever the workers.
func TestLinksOfAnyCorpus(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := lineage.Input{Documents: []graph.Document{{ID: "a", Adopted: "2001"}, {ID: "b", Adopted: "2002"}, {ID: "c", Adopted: "2003"}}}
		var texts []string
		for _, d := range in.Documents {
			for n := range rapid.IntRange(1, 6).Draw(t, "provisions") {
				text := prose.Draw(t, "text")
				if len(texts) > 0 && rapid.Bool().Draw(t, "carries on") {
					text = variant(t, rapid.SampledFrom(texts).Draw(t, "of"))
				}
				texts = append(texts, text)
				in.Provisions = append(in.Provisions, graph.Provision{ID: d.ID + "/" + string(rune('1'+n)), Document: d.ID, Text: text})
			}
		}
		in.Workers = 1
		want := lineage.NewModel(in).LinkAllPairs()
		for _, workers := range []int{1, 3} {
			in.Workers = workers
			if got := lineage.Link(in); !reflect.DeepEqual(got, want) {
				t.Fatalf("with %d workers the links differ: %v", workers, differing(got, want))
			}
		}
	})
}

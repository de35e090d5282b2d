package graph_test

import (
	"math"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		what   string
		damage func(*graph.Graph)
		want   string // in the error
	}{
		{"an empty id", func(g *graph.Graph) { g.Themes[6].ID = "" }, "has no id"},
		{"an id twice", func(g *graph.Graph) { g.Bodies[1].ID = g.Bodies[0].ID }, "is the id of a BODY and of a BODY"},
		{"an id of another type", func(g *graph.Graph) { g.Themes[6].ID = "body/theme" }, "not the form of a THEME id"},
		{"a body that is not there", func(g *graph.Graph) { g.Involvements[0].Body = "body/none" }, `refers to "body/none"`},
		{"a body of another type", func(g *graph.Graph) { g.Documents[0].Body = "theme/demand" }, "which is no BODY"},
		{"a document that is not there", func(g *graph.Graph) { g.Provisions[0].Document = "none" }, `refers to "none"`},
		{"a provision of another document than its id says", func(g *graph.Graph) { g.Provisions[0].Document = "md-2019" }, "is in md-2019, but"},
		{"a section of another document", func(g *graph.Graph) { g.Provisions[1].Section = "md-2019#1" }, "is in pd-2009, but md-2019#1 is not"},
		{"a child before its parent", func(g *graph.Graph) { g.Provisions[2], g.Provisions[3] = g.Provisions[3], g.Provisions[2] }, "comes before its parent"},
		{"a section within itself", func(g *graph.Graph) { g.Sections[1].Parent = g.Sections[1].ID }, "comes before its parent"},
		{"a body within itself", func(g *graph.Graph) { g.Bodies[0].MemberOf = g.Bodies[0].ID }, "belongs to itself"},
		{"instruments in a circle", func(g *graph.Graph) {
			byID(g.Instruments, "instrument/convention-1961").Broader = "instrument/annex-1972"
		}, "belongs to itself"},
		{"a theme before the one above it", func(g *graph.Graph) { g.Themes[0], g.Themes[1] = g.Themes[1], g.Themes[0] }, "comes before the theme above it"},
		{"a provision of no kind", func(g *graph.Graph) { g.Provisions[0].Kind = "" }, "ProvisionKind"},
		{"a commitment of a kind that is none", func(g *graph.Graph) { g.Commitments[0].Kind = "VOW" }, `"VOW" is no graph.CommitmentKind`},
		{"a role that is none", func(g *graph.Graph) { g.Involvements[0].Role = "CHIEF" }, "graph.Role"},
		{"a stance that is none", func(g *graph.Graph) { g.Citations[0].Stance = "" }, "graph.Stance"},
		{"a relation that is none", func(g *graph.Graph) { g.Reaffirmations[0].Relation = "" }, "graph.Relation"},
		{"a change that is none", func(g *graph.Graph) { byID(g.Reaffirmations, "ungass-2016/2~pd-2009/1").Changes[0].Kind = "" }, "graph.ChangeKind"},
		{"a method that is none", func(g *graph.Graph) { g.Abouts[0].Evidence.Method = "GUESS" }, "graph.Method"},
		{"a span that reads otherwise", func(g *graph.Graph) { g.Commitments[0].Span.Quote = "other" }, `not "other"`},
		{"a span outside of the text", func(g *graph.Graph) { g.Commitments[0].Span.End = 9999 }, "is outside"},
		{"a span that ends before it starts", func(g *graph.Graph) { g.Commitments[0].Span.End = 0 }, "is outside"},
		{"a qualifier elsewhere", func(g *graph.Graph) { byID(g.Commitments, "pd-2009/2:1").Qualifiers[0].Span.Start++ }, "reads"},
		{"a deadline elsewhere", func(g *graph.Graph) { byID(g.Commitments, "pd-2009/1:2").Deadlines[0].Span.Start++ }, "reads"},
		{"an aligned span elsewhere", func(g *graph.Graph) {
			g.Reaffirmations[0].Aligned = []graph.AlignedSpan{{Later: graph.Span{Quote: "x"}}}
		}, "reads"},
		{"written, but where", func(g *graph.Graph) { g.Involvements[1].Span, g.Involvements[1].Implied = nil, false }, "written but has no span"},
		{"cited, but where", func(g *graph.Graph) { g.Citations[0].Span, g.Citations[0].Footnote = nil, "" }, "neither span nor footnote"},
		{"a commitment of another provision", func(g *graph.Graph) { g.Involvements[0].Commitment = "md-2019/p1:1" }, "which is a commitment of"},
		{"a confidence above 1", func(g *graph.Graph) { g.Citations[0].Evidence.Confidence = 1.5 }, "not within 0 to 1"},
		{"a confidence that is no number", func(g *graph.Graph) { g.Citations[0].Evidence.Confidence = math.NaN() }, "not within 0 to 1"},
		{"a score below 0", func(g *graph.Graph) { g.Reaffirmations[0].Score = -0.1 }, "has score -0.1"},
		{"a link to a later document", func(g *graph.Graph) {
			l := &g.Reaffirmations[0]
			l.Later, l.Earlier, l.Aligned, l.Changes = l.Earlier, l.Later, nil, nil
		}, "does not go from a later to an earlier"},
		{"a link twice", func(g *graph.Graph) { g.Reaffirmations = append(g.Reaffirmations, g.Reaffirmations[0]) }, "of a REAFFIRMATION and of a REAFFIRMATION"},
		{"a repetition across documents", func(g *graph.Graph) { g.Repetitions[0].Second = "md-2019/p1" }, "of different documents"},
		{"an announcement that is not there", func(g *graph.Graph) { g.Reaffirmations[0].Announced = []string{"none/1"} }, `refers to "none/1"`},
		{"an issue of nothing", func(g *graph.Graph) { g.Issues[0].Provision = "none/1" }, "an issue refers"},
	} {
		g := graphtest.Small()
		c.damage(g)
		if err := graph.Check(g); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q in it", c.what, err, c.want)
		}
		if err := graph.Seal(g); err == nil || g.Version != "" {
			// Sealing mends what is only out of order.
			if !strings.Contains(c.what, "before") || err != nil {
				t.Errorf("%s: Seal: %v, version %q", c.what, err, g.Version)
			}
		}
	}
	if err := graph.Check(graphtest.Small()); err != nil {
		t.Errorf("Check: %v", err)
	}
}

// byID is the node of a list with an id.
func byID[T any, P interface {
	*T
	graph.Node
}](list []T, id string) *T {
	for i := range list {
		if P(&list[i]).NodeID() == id {
			return &list[i]
		}
	}
	panic("no " + id)
}

func TestCheckListsSomeViolations(t *testing.T) {
	g := graphtest.Large(50)
	for i := range g.Provisions {
		g.Provisions[i].Kind = ""
	}
	err := graph.Check(g)
	if err == nil {
		t.Fatal("no error")
	}
	if n := strings.Count(err.Error(), "is no graph.ProvisionKind"); n != 20 {
		t.Errorf("lists %d violations, want 20", n)
	}
}

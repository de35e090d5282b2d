package graphtest

import (
	"strings"
	"testing"

	"reaffirm/graph"
)

// TestDifference checks what the whole suite rests on: that answers which differ are told apart.
func TestDifference(t *testing.T) {
	span := func(quote string) *graph.Span { return &graph.Span{End: 3, Quote: quote} }
	for _, c := range []struct {
		what      string
		got, want any
		in        string // of the difference; "" for none
	}{
		{"equal numbers", 1, 1, ""},
		{"numbers", 1, 2, "got 1, want 2"},
		{"types", 1, int64(1), "got a int, want a int64"},
		{"no list and an empty one", []string(nil), []string{}, ""},
		{"a list that is longer", []string{"a", "b"}, []string{"a"}, "got 2 items, want 1"},
		{"a list that differs", []string{"a", "b"}, []string{"a", "c"}, `[1]: got "b", want "c"`},
		{"a pointer to equal things", span("abc"), span("abc"), ""},
		{"a pointer to other things", span("abc"), span("abd"), ".Quote"},
		{"nothing and something", (*graph.Span)(nil), span("abc"), "got nil"},
		{"something and nothing", &graph.Involvement{Span: span("abc")}, &graph.Involvement{}, ".Span: got"},
		{"nodes of other types", []graph.Node{&graph.Body{}}, []graph.Node{&graph.Theme{}}, "want a *graph.Theme"},
		{"a node and none", []graph.Node{nil}, []graph.Node{&graph.Theme{}}, "[0]: got nil"},
		{"fields deep down", &graph.Facets{Years: []graph.Count{{Value: "2019", Count: 1}}}, &graph.Facets{Years: []graph.Count{{Value: "2019", Count: 2}}}, ".Years[0].Count: got 1, want 2"},
	} {
		if got := difference(c.got, c.want); !strings.Contains(got, c.in) || (got == "") != (c.in == "") {
			t.Errorf("%s: %q, want %q", c.what, got, c.in)
		}
	}
}

// TestReference passes the reference through the cases that are written by hand, so that it and they
// are known to agree whatever the stores do.
func TestReference(t *testing.T) { testDecisions(t, Reference(Small())) }

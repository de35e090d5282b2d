package graph_test

import (
	"slices"
	"testing"

	"reaffirm/graph"
)

func TestVerbPlaces(t *testing.T) {
	for _, tt := range []struct {
		clause string
		verbs  []string
		want   []string // the words of the places
	}{
		{"We reaffirm our commitment", []string{"reaffirm"}, []string{"reaffirm"}},
		{"Recognizing the role, and calling upon States to act", []string{"recognize", "call upon"}, []string{"Recognizing", "calling upon"}},
		{"We urge States, and urge organizations", []string{"urge", "urge"}, []string{"urge", "urge"}},
		{"States are committed; they replied", []string{"commit", "reply"}, []string{"committed", "replied"}},
		{"the recalling of urgency", []string{"call", "urge"}, nil},
		{"Measures to be taken", []string{"decide"}, nil}, // it stands in the chapeau
		{"Überzeugt – we decide", []string{"decide"}, []string{"decide"}},
	} {
		const before = 7
		c := graph.Commitment{Verbs: tt.verbs, Span: graph.Span{Start: before, End: before + len([]rune(tt.clause)), Quote: tt.clause}}
		var got []string
		for _, place := range c.VerbPlaces() {
			s := place.Span
			got = append(got, s.Quote)
			if !slices.Contains(tt.verbs, place.Verb) {
				t.Errorf("%q: the verb %q", tt.clause, place.Verb)
			}
			if words := string([]rune(tt.clause)[s.Start-before : s.End-before]); words != s.Quote {
				t.Errorf("%q: %q stands at %d to %d, not %q", tt.clause, words, s.Start, s.End, s.Quote)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.clause, got, tt.want)
		}
	}
}

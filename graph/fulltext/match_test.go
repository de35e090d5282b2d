package fulltext_test

import (
	"slices"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

func parse(t *testing.T, text string) fulltext.Query {
	t.Helper()
	q, err := fulltext.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestMatchesText(t *testing.T) {
	for _, c := range []struct {
		query, text string
		want        bool
	}{
		{"commits", "We commit to it", true},
		{"commits", "Our commitment", true},
		{"policy", "policing", false},
		{"treat", "treatment", false},
		{"development alternative", "alternative development", true},
		{`"development alternative"`, "alternative development", false},
		{`"alternative development"`, "alternative, development", true},
		{`"alternative development"`, "alternative and development", false},
		{`"freedom of movement"`, "freedom of movement", true},
		{`"freedom of movement"`, "freedom from movement", true},
		{`"freedom of movement"`, "freedom movement", false},
		{`"freedom of movement"`, "freedom of free movement", false},
		{`"a b c"`, "b c", true}, // a is a stop word
		{`"x y x z"`, "x y x y x z", true},
		{"money-laundering", "money laundering", true},
		{"money laundering", "laundering of money", true},
		{"money-laundering", "laundering money", false},
		{"the", "the", false},
		{"", "anything", false},
	} {
		if got := parse(t, c.query).MatchesText(c.text); got != c.want {
			t.Errorf("%q in %q: got %t", c.query, c.text, got)
		}
	}
}

func TestHighlights(t *testing.T) {
	fields := []fulltext.Field{
		{Name: "text", Values: []string{"Élan of drugs; the drug problem — the State’s drug “problem”, drug-problem."}},
		{Name: "aliases", Values: []string{"nothing", "drug", "drug problem"}},
	}
	for _, c := range []struct {
		query string
		want  []graph.Highlight
	}{
		{"problem", []graph.Highlight{
			{Field: "text", Span: graph.Span{Start: 24, End: 31, Quote: "problem"}},
			{Field: "text", Span: graph.Span{Start: 52, End: 59, Quote: "problem"}},
			{Field: "text", Span: graph.Span{Start: 67, End: 74, Quote: "problem"}},
			{Field: "aliases", Span: graph.Span{Start: 5, End: 12, Quote: "problem"}},
		}},
		{`"states drugs" élan`, []graph.Highlight{
			{Field: "text", Span: graph.Span{Start: 0, End: 4, Quote: "Élan"}},
			{Field: "text", Span: graph.Span{Start: 38, End: 45, Quote: "State’s"}},
			{Field: "text", Span: graph.Span{Start: 46, End: 50, Quote: "drug"}},
		}},
		{`"élan of drugs"`, []graph.Highlight{
			{Field: "text", Span: graph.Span{Start: 0, End: 4, Quote: "Élan"}},
			{Field: "text", Span: graph.Span{Start: 8, End: 13, Quote: "drugs"}},
		}},
		{"absent", nil},
		{"the", nil},
	} {
		if got := parse(t, c.query).Highlights(fields); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %+v, want %+v", c.query, got, c.want)
		}
	}
	text := []rune(fields[0].Values[0])
	for _, h := range parse(t, "drug problem state elan").Highlights(fields[:1]) {
		if string(text[h.Span.Start:h.Span.End]) != h.Span.Quote {
			t.Errorf("span %+v reads %q", h.Span, string(text[h.Span.Start:h.Span.End]))
		}
	}
}

func TestFields(t *testing.T) {
	aliases := []graph.Alias{{Name: "UNDCP"}, {Name: "Office"}}
	for _, c := range []struct {
		node  graph.Node
		want  []string // field names
		names []string
	}{
		{&graph.Document{ID: "d", Title: "T", ShortTitle: "S", Symbol: "A/1"}, []string{"title", "shortTitle", "symbol"}, []string{"d", "t", "s", "a/1"}},
		{&graph.Section{ID: "d#1", Title: "T"}, []string{"title"}, []string{"d#1", "t"}},
		{&graph.Provision{ID: "d/1", Text: "Text", Citation: "Para. 1"}, []string{"text", "citation"}, []string{"d/1", "para. 1"}},
		{&graph.Provision{ID: "d/1", Text: "Text"}, []string{"text"}, []string{"d/1"}},
		{&graph.Body{ID: "body/b", Name: "N", Acronym: "B", Aliases: aliases}, []string{"name", "acronym", "aliases"}, []string{"body/b", "n", "b", "undcp", "office"}},
		{&graph.Instrument{ID: "instrument/i", Title: "T", Short: "S", Symbol: "Y", Aliases: aliases}, []string{"title", "shortTitle", "symbol", "aliases"}, []string{"instrument/i", "t", "s", "y", "undcp", "office"}},
		{&graph.Theme{ID: "theme/t", Name: "N", Note: "not searched"}, []string{"name"}, []string{"theme/t", "n"}},
		{&graph.Commitment{ID: "d/1:1"}, nil, []string{"d/1:1"}},
	} {
		var got []string
		for _, f := range fulltext.Fields(c.node) {
			got = append(got, f.Name)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("Fields(%s): got %q, want %q", c.node.NodeID(), got, c.want)
		}
		if names := fulltext.Names(c.node); !slices.Equal(names, c.names) {
			t.Errorf("Names(%s): got %q, want %q", c.node.NodeID(), names, c.names)
		}
	}
}

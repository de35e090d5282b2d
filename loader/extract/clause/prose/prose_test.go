package prose_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reaffirm/loader/extract/clause/prose"
)

func TestReadCutsWordsAndPunctuation(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Member States should:", "Member|States|should|:"},
		{"the Board's report", "the|Board|'s|report"},
		{"States’ obligations", "States|’|obligations"},
		{"Commission-led follow-up", "Commission|-|led|follow|-|up"},
		{"a “balanced” approach", "a|“|balanced|”|approach"},
		{"3,4-methylene", "3|,|4|-|methylene"},
		{" \t\n", ""},
		{"", ""},
	} {
		text := prose.Read(c.text)
		var got []string
		for _, token := range text.Tokens {
			got = append(got, token.Text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("Read(%q) = %q, want %q", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

func TestSpansCountCodePoints(t *testing.T) {
	text := prose.Read("Réaffirmer l’État – “Board”")
	span := text.Span(text.Len()-2, text.Len()-1)
	if span.Quote != "Board" || span.Start != 21 || span.End != 26 {
		t.Errorf("got %+v", span)
	}
	if got := text.Span(3, 3); got.Quote != "" || got.End != 0 {
		t.Errorf("an empty stretch gives %+v", got)
	}
}

func TestPhrasesKeepCapitals(t *testing.T) {
	var p prose.Phrases
	for i, phrase := range []string{"WHO", "civil society", "in (close|full|) cooperation with", "Commission on Narcotic Drugs", "Commission"} {
		if err := p.Add(phrase, i); err != nil {
			t.Fatal(err)
		}
	}
	text := prose.Read("Civil society, and those who work in cooperation with WHO and in close cooperation with the COMMISSION on Narcotic Drugs, the Commission and a commission")
	var got []int
	for _, m := range p.All(&text) {
		got = append(got, m.Value)
	}
	if want := []int{1, 2, 0, 2, 3, 4}; !slices.Equal(got, want) {
		t.Errorf("found %v, want %v", got, want)
	}
}

func TestExpand(t *testing.T) {
	for _, c := range []struct{ phrase, want string }{
		{"plain", "plain"},
		{"(as|where) appropriate", "as appropriate;where appropriate"},
		{"in (close |)touch", "in close touch;in touch"},
		{"open (", ""},
		{"a (b (c))", ""},
		{"closed )", ""},
		{"(|) ", ""},
		{"", ""},
	} {
		got, err := prose.Expand(c.phrase)
		if (err != nil) != (c.want == "") {
			t.Errorf("Expand(%q): %v", c.phrase, err)
		}
		if err == nil && strings.Join(got, ";") != c.want {
			t.Errorf("Expand(%q) = %q, want %q", c.phrase, got, c.want)
		}
	}
	if _, err := prose.Expand(strings.Repeat("(a|b)", 20)); err == nil {
		t.Error("a million variants are accepted")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("the Board's “report”")
	f.Add("\xff’s \xc3")
	f.Fuzz(func(t *testing.T, raw string) {
		text := prose.Read(raw)
		points := []rune(raw)
		end := 0
		for i, token := range text.Tokens {
			if token.Start < end || token.End <= token.Start || token.End > len(points) {
				t.Fatalf("token %d is at %d to %d, after %d", i, token.Start, token.End, end)
			}
			end = token.End
			if utf8.ValidString(raw) && string(points[token.Start:token.End]) != token.Text {
				t.Fatalf("token %d %q is not at its place", i, token.Text)
			}
		}
		if text.Len() > 0 && utf8.ValidString(raw) {
			if span := text.Span(0, text.Len()); string(points[span.Start:span.End]) != span.Quote {
				t.Fatalf("span does not reproduce %q", span.Quote)
			}
		}
	})
}

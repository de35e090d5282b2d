package undoc_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"reaffirm/graph"
	"reaffirm/loader/undoc"
)

// checkSound makes sure of what holds for every input: the lines add up, ids are unique, what is
// referred to exists, and each text is found again in the source.
func checkSound(t *testing.T, src []byte, p undoc.Parsed) {
	t.Helper()
	owners := checkDocuments(t, src, p)
	at := 0
	for i, l := range p.Lines {
		if l.Number != i+1 || l.Start != at || l.End <= l.Start {
			t.Errorf("line %d: number %d, bytes %d to %d, want number %d from byte %d", i+1, l.Number, l.Start, l.End, i+1, at)
		}
		at = l.End
		switch l.Use {
		case undoc.BlankLine:
		case undoc.FurnitureLine:
			if l.Purpose == "" {
				t.Errorf("line %d is furniture without a purpose", l.Number)
			}
		default:
			want := owners[l.Owner]
			if l.Use != want && (want != undoc.TitleLine || l.Use != undoc.FootnoteLine) {
				t.Errorf("line %d serves as %q of %q, which has lines of %q", l.Number, l.Use, l.Owner, want)
			}
		}
	}
	if at != len(src) {
		t.Errorf("the lines end at byte %d of %d", at, len(src))
	}
}

// checkDocuments gives the use of the lines that each id owns; a document's is TitleLine, though it owns
// its footnotes too.
func checkDocuments(t *testing.T, src []byte, p undoc.Parsed) map[string]undoc.Use {
	t.Helper()
	owners := make(map[string]undoc.Use)
	own := func(id string, use undoc.Use) {
		if owners[id] != "" {
			t.Errorf("id %q is not unique", id)
		}
		owners[id] = use
	}
	for _, d := range p.Documents {
		own(d.ID, undoc.TitleLine)
		titles := make(map[string]string)
		parents := map[string]string{"": ""}
		for _, s := range d.Sections {
			own(s.ID, undoc.HeadingLine)
			if _, ok := parents[s.Parent]; !ok {
				t.Errorf("section %s stands before its parent %q", s.ID, s.Parent)
			}
			parents[s.ID], titles[s.ID] = s.Parent, s.Title
		}
		seen := map[string]bool{"": true}
		for _, v := range d.Provisions {
			own(v.ID, undoc.ProvisionLine)
			var headings []string
			for s := v.Section; s != ""; s = parents[s] {
				headings = append(headings, titles[s])
			}
			slices.Reverse(headings)
			if !slices.Equal(headings, v.Headings) {
				t.Errorf("%s: headings %q, want %q", v.ID, v.Headings, headings)
			}
			if !seen[v.Parent] {
				t.Errorf("%s stands before its parent %q", v.ID, v.Parent)
			}
			seen[v.ID] = true
			checkSource(t, src, v, p.Lines)
			checkPieces(t, src, v, d.Pieces[v.ID])
			checkSteps(t, d.ID, v.ID, d.Steps[v.ID])
		}
	}
	return owners
}

func checkSource(t *testing.T, src []byte, v graph.Provision, lines []undoc.Line) {
	t.Helper()
	s := v.Source
	if s.StartByte < 0 || s.EndByte > len(src) || s.StartByte > s.EndByte || s.StartLine > s.EndLine {
		t.Fatalf("%s: impossible source %+v", v.ID, s)
	}
	first, last := lines[s.StartLine-1], lines[s.EndLine-1]
	if s.StartByte < first.Start || s.EndByte < last.Start || s.EndByte > last.End {
		t.Errorf("%s: bytes %d to %d are not on lines %d to %d", v.ID, s.StartByte, s.EndByte, s.StartLine, s.EndLine)
	}
	for _, f := range v.Footnotes {
		if f.Offset < 0 || f.Offset > utf8.RuneCountInString(v.Text) {
			t.Errorf("%s: note %s stands at %d, outside the text", v.ID, f.Marker, f.Offset)
		}
	}
}

// checkPieces makes sure that a text is its pieces as they stand in the source, joined by single spaces.
func checkPieces(t *testing.T, src []byte, v graph.Provision, pieces []undoc.Piece) {
	t.Helper()
	text := []rune(v.Text)
	end, endByte := 0, v.Source.StartByte
	for _, p := range pieces {
		if p.Start < end || p.End <= p.Start || p.End > len(text) || p.StartByte < endByte || p.EndByte > v.Source.EndByte {
			t.Fatalf("%s: piece %+v is out of place", v.ID, p)
		}
		if gap := string(text[end:p.Start]); gap != "" && (gap != " " || end == 0) {
			t.Errorf("%s: %q at %d is from nowhere", v.ID, gap, end)
		}
		if found, want := []rune(string(src[p.StartByte:p.EndByte])), text[p.Start:p.End]; !slices.Equal(found, want) {
			t.Errorf("%s: %q in the text, %q in the source", v.ID, string(want), string(found))
		}
		end, endByte = p.End, p.EndByte
	}
	if end != len(text) {
		t.Errorf("%s: pieces end at %d of %d", v.ID, end, len(text))
	}
}

func checkSteps(t *testing.T, document, id string, steps []undoc.Step) {
	t.Helper()
	got := document
	for _, s := range steps {
		got += "/" + s.ID
	}
	if got != id {
		t.Errorf("the steps of %s are those of %s", id, got)
	}
}

package fulltext_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"reaffirm/graph/fulltext"
)

// TestAnalyzeAsLucene compares the words of lines with those that Lucene's EnglishAnalyzer made of them:
// testdata/EnglishTokens.java says how.
func TestAnalyzeAsLucene(t *testing.T) {
	in, want := lines(t, "testdata/lucene.in"), lines(t, "testdata/lucene.out")
	if len(in) != len(want) {
		t.Fatalf("%d lines in, %d out", len(in), len(want))
	}
	for i, line := range in {
		if got := tokens(line); got != want[i] {
			t.Errorf("line %d: %.200q\n got %.400s\nwant %.400s", i+1, line, got, want[i])
		}
	}
}

func lines(t *testing.T, name string) []string {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}

// tokens writes tokens as testdata/EnglishTokens.java does, with offsets in UTF-16 code units.
func tokens(text string) string {
	units := func(bytes int) int { return len(utf16.Encode([]rune(text[:bytes]))) }
	var list []string
	for _, k := range fulltext.Analyze(text) {
		list = append(list, fmt.Sprintf("%d:%d:%d:%s", k.Position, units(k.Start), units(k.End), k.Term))
	}
	return strings.Join(list, "|")
}

func FuzzAnalyze(f *testing.F) {
	f.Add("The State’s money-laundering, São Tomé \xff\x00 👨‍👩‍👧")
	f.Add("ยาเสพติด ก" + strings.Repeat("x", 600))
	f.Fuzz(func(t *testing.T, text string) {
		end, position := 0, -1
		for _, k := range fulltext.Analyze(text) {
			if k.Start < end || k.End <= k.Start || k.End > len(text) || k.Position <= position || k.Term == "" {
				t.Fatalf("%q: %+v after byte %d, position %d", text, k, end, position)
			}
			end, position = k.End, k.Position
		}
	})
}

func BenchmarkAnalyze(b *testing.B) {
	text := strings.Repeat("We reaffirm our commitment to ensure access to treatment, care and social reintegration, in accordance with national legislation. ", 10)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		fulltext.Analyze(text)
	}
}

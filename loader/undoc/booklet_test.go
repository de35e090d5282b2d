package undoc_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/corpus"
	"reaffirm/loader/undoc"
)

// booklet parses the embedded documents.
func booklet(t testing.TB) ([]byte, undoc.Parsed) {
	t.Helper()
	c, problems, err := corpus.Read(corpus.Embedded())
	if err != nil || len(problems) > 0 || len(c.Sources) != 1 {
		t.Fatalf("the embedded corpus has %d sources, problems %v, error %v", len(c.Sources), problems, err)
	}
	return c.Sources[0].Text, undoc.Parse(c.Sources[0].File, c.Sources[0].Text, outlines(c)[c.Sources[0].File])
}

// outlines gives the outlines of a corpus by file.
func outlines(c *corpus.Corpus) map[string][]undoc.Outline {
	all := make(map[string][]undoc.Outline)
	for _, d := range c.Documents {
		all[d.File] = append(all[d.File], d.Outline())
	}
	return all
}

// TestBooklet compares the whole of the embedded documents with testdata/booklet.golden: their headings,
// one line for each provision, their footnotes and what is furniture.
func TestBooklet(t *testing.T) {
	src, p := booklet(t)
	checkSound(t, src, p)
	var b strings.Builder
	for _, d := range p.Documents {
		fmt.Fprintf(&b, "\ndocument %s: %s\n\n", d.ID, d.Title)
		dumpSections(&b, d)
		b.WriteString("\n")
		for _, v := range d.Provisions {
			b.WriteString(provisionLine(v))
			if len(v.Footnotes) > 0 {
				fmt.Fprintf(&b, "  notes %s", strings.Join(markers(v), " "))
			}
			fmt.Fprintf(&b, "%s  %s  %s\n", wherein(v), digest(v.Text), ends(v.Text))
		}
		b.WriteString("\n")
		dumpNotes(&b, d)
	}
	b.WriteString("\n")
	dumpFurniture(&b, p.Lines)
	for _, x := range p.Problems {
		fmt.Fprintf(&b, "%s line %d: %s\n", x.Severity, x.Source.StartLine, x.Message)
	}
	golden(t, "testdata/booklet.golden", b.String())
}

func markers(v graph.Provision) []string {
	var all []string
	for _, f := range v.Footnotes {
		all = append(all, f.Marker)
	}
	return all
}

// ends gives the first and the last words of a text.
func ends(text string) string {
	words := strings.Fields(text)
	const n = 4
	if len(words) <= 2*n {
		return text
	}
	return strings.Join(words[:n], " ") + " … " + strings.Join(words[len(words)-n:], " ")
}

func TestBookletCounts(t *testing.T) {
	_, p := booklet(t)
	provisions, notes := make(map[string]int), make(map[string]int)
	for _, d := range p.Documents {
		notes[d.ID] = len(d.Notes)
		for _, v := range d.Provisions {
			part := d.ID
			if s := d.Steps[v.ID][0]; s.Kind == undoc.PartStep {
				part += "/" + s.ID
			}
			provisions[part]++
		}
	}
	for id, want := range map[string]int{
		"pdpa-2009/pa": 287, "pdpa-2009/pd": 55, "jms-2014": 79, "ungass-2016": 137, "md-2019": 35,
	} {
		if provisions[id] != want {
			t.Errorf("%s has %d provisions, want %d", id, provisions[id], want)
		}
	}
	for id, want := range map[string]int{"pdpa-2009": 33, "jms-2014": 24, "ungass-2016": 22, "md-2019": 9} {
		if notes[id] != want {
			t.Errorf("%s has %d footnotes, want %d", id, notes[id], want)
		}
	}
}

// A reference is a provision as two readers took it down, see ../testdata/gold.
type reference struct {
	ID        string
	Label     string // null where there is none
	Line      int    // first line; of an item of a Markdown list, the list's
	Footnotes []string
	Plain     string
}

// TestReference compares the provisions with those that were taken down by hand.
func TestReference(t *testing.T) {
	_, p := booklet(t)
	found := make(map[string]graph.Provision)
	for _, d := range p.Documents {
		for _, v := range d.Provisions {
			found[v.ID] = v
		}
	}
	data, err := os.ReadFile("../testdata/gold/structure.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	equal, all := 0, 0
	for s := bufio.NewScanner(bytes.NewReader(data)); s.Scan(); all++ {
		var want reference
		if err := json.Unmarshal(s.Bytes(), &want); err != nil {
			t.Fatal(err)
		}
		v, ok := found[want.ID]
		if !ok {
			t.Errorf("%s is missing", want.ID)
			continue
		}
		if v.Text != want.Plain || v.Number != want.Label || v.Source.StartLine != want.Line || !slices.Equal(markers(v), want.Footnotes) {
			t.Errorf("%s:\ngot  %s line %d notes %q: %s\nwant %s line %d notes %q: %s", want.ID,
				v.Number, v.Source.StartLine, markers(v), v.Text, want.Label, want.Line, want.Footnotes, want.Plain)
			continue
		}
		equal++
	}
	if equal != all || all != 289 {
		t.Errorf("%d of %d are as taken down by hand, want 289 of 289", equal, all)
	}
}

func BenchmarkParse(b *testing.B) {
	c, _, err := corpus.Read(corpus.Embedded())
	if err != nil {
		b.Fatal(err)
	}
	s := c.Sources[0]
	o := outlines(c)[s.File]
	b.SetBytes(int64(len(s.Text)))
	b.ReportAllocs()
	for b.Loop() {
		undoc.Parse(s.File, s.Text, o)
	}
}

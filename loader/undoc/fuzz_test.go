package undoc_test

import (
	"testing"

	"reaffirm/loader/undoc"
)

// FuzzParse makes sure that no source makes Parse panic, lose a line or a word.
func FuzzParse(f *testing.F) {
	src, _ := booklet(f)
	for _, l := range []int{45, 590, 850, 1030, 1715} { // stretches of the booklet with every difficulty
		f.Add(string(lines(src, l, l+40)), "")
	}
	f.Add("# A\n\n1. x:\n\n(a) y;\n\n(i) z\n\n## B\n\n1. w<sup>1</sup>\n\n<sup>1</sup> *Ibid.*", "A")
	f.Add("\uFEFF- a\r\n  - (i) b\x00\xff\r\n**c**\n***d*\n\\*[e](f)", "c")
	f.Add("(a) b:\n(a) b:\n(a) b:\n1. c:\n1. c:\n\nArticle 1\n\nANNEX\n\nANNEX", "")
	f.Fuzz(func(t *testing.T, src, heading string) {
		outlines := []undoc.Outline{{ID: "a"}}
		if heading != "" {
			outlines = []undoc.Outline{
				{ID: "a", Heading: heading, Parts: []undoc.Part{{Heading: "B", Step: "b"}}},
				{ID: "b", Heading: "B"},
			}
		}
		checkSound(t, []byte(src), undoc.Parse("fuzz.md", []byte(src), outlines))
	})
}

// lines gives the lines from one to another, counted from 1, of a text.
func lines(src []byte, from, to int) []byte {
	start, n := 0, 1
	for i, c := range src {
		if c != '\n' {
			continue
		}
		n++
		if n == from {
			start = i + 1
		}
		if n == to {
			return src[start:i]
		}
	}
	return src[start:]
}

// TestDeepNesting makes sure that text which nests without end costs no more than its length.
func TestDeepNesting(t *testing.T) {
	for _, unit := range []string{"(a) b:\n\n", "1. b:\n\n", "1. b.\n\n", "- b:\n\n", "# ANNEX\n\n1. b\n\n", "*b* **\n", "[b](", "<sup>1</sup>*",
		"<sup>1</sup> a ibid. ibid. ibid.\n\n", "# b\n\n", "*b*\n\n", "1. b\n\n(a) c:\n\n*d*\n\n"} {
		var src []byte
		for range 5_000 {
			src = append(src, unit...)
		}
		p := undoc.Parse("deep.md", src, []undoc.Outline{{ID: "a"}})
		checkSound(t, src, p)
		for _, d := range p.Documents {
			for _, v := range d.Provisions {
				if len(v.ID) > 200 {
					t.Fatalf("%q: id of %d bytes", unit, len(v.ID))
				}
			}
			for _, n := range d.Notes {
				if len(n.Resolved) > 2000 {
					t.Fatalf("%q: footnote of %d bytes", unit, len(n.Resolved))
				}
			}
		}
	}
}

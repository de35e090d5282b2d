package undoc_test

import (
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/undoc"
)

var update = flag.Bool("update", false, "rewrite the expected results")

// dump writes a parsed source for a reader: sections, provisions with their texts, notes, furniture,
// problems.
func dump(p undoc.Parsed) string {
	var b strings.Builder
	for _, d := range p.Documents {
		fmt.Fprintf(&b, "document %s: %s\n", d.ID, d.Title)
		dumpSections(&b, d)
		for _, v := range d.Provisions {
			fmt.Fprintf(&b, "%s%s\n", provisionLine(v), wherein(v))
			fmt.Fprintf(&b, "    %s\n", v.Text)
			for _, f := range v.Footnotes {
				fmt.Fprintf(&b, "    note %s at %d: %s\n", f.Marker, f.Offset, f.Text)
			}
		}
		dumpNotes(&b, d)
	}
	dumpFurniture(&b, p.Lines)
	for _, x := range p.Problems {
		fmt.Fprintf(&b, "%s line %d: %s\n", x.Severity, x.Source.StartLine, x.Message)
	}
	return b.String()
}

func dumpSections(b *strings.Builder, d undoc.Document) {
	for _, s := range d.Sections {
		fmt.Fprintf(b, "%s%s  %q  %s\n", strings.Repeat("  ", s.Level), s.ID, s.Title, lineRange(s.Source))
	}
}

// provisionLine gives a provision's id, lines and marker.
func provisionLine(v graph.Provision) string {
	return strings.TrimRight(fmt.Sprintf("%s  %s  %s", v.ID, lineRange(v.Source), v.Number), " ")
}

// wherein gives a provision's section and parent.
func wherein(v graph.Provision) string {
	s := ""
	if v.Section != "" {
		s += "  in " + v.Section
	}
	if v.Parent != "" {
		s += "  under " + v.Parent
	}
	return s
}

func lineRange(s graph.Source) string {
	if s.StartLine == s.EndLine {
		return fmt.Sprintf("L%d", s.StartLine)
	}
	return fmt.Sprintf("L%d-%d", s.StartLine, s.EndLine)
}

func dumpNotes(b *strings.Builder, d undoc.Document) {
	for _, n := range d.Notes {
		fmt.Fprintf(b, "note %s  %s  called by %s: %s\n", n.Marker, lineRange(n.Source), strings.Join(n.Callers, ", "), n.Resolved)
	}
}

// dumpFurniture gives the runs of furniture by purpose, blank lines in them aside.
func dumpFurniture(b *strings.Builder, lines []undoc.Line) {
	var purposes []string
	runs := make(map[string][]graph.Source)
	before := "" // the purpose of the line before
	for _, l := range lines {
		switch {
		case l.Use == undoc.BlankLine:
			continue
		case l.Use != undoc.FurnitureLine:
			before = ""
			continue
		case runs[l.Purpose] == nil:
			purposes = append(purposes, l.Purpose)
		}
		if before != l.Purpose {
			runs[l.Purpose] = append(runs[l.Purpose], graph.Source{StartLine: l.Number})
		}
		runs[l.Purpose][len(runs[l.Purpose])-1].EndLine = l.Number
		before = l.Purpose
	}
	for _, p := range purposes {
		fmt.Fprintf(b, "furniture, %s:", p)
		for _, r := range runs[p] {
			b.WriteString(" " + lineRange(r))
		}
		b.WriteString("\n")
	}
}

// digest gives a short hash by which a golden notices a change of a text.
func digest(text string) string {
	h := fnv.New32a()
	h.Write([]byte(text))
	return fmt.Sprintf("%08x", h.Sum32())
}

// golden compares a result with a file, or rewrites the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := firstDifference(string(want), got); diff != "" {
		t.Errorf("%s differs (run with -update to accept):\n%s", name, diff)
	}
}

// firstDifference gives the first line that differs, or "".
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		a, b := "(end)", "(end)"
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i+1, a, b)
		}
	}
	return ""
}

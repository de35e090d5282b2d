package loader

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"reaffirm/graph"
	"reaffirm/loader/undoc"
)

// A Report says what a load found wrong and what it made.
type Report struct {
	Problems []graph.Problem // by file, line, severity
	Lines    []LineCount     // one for each source file, in order of name
	Counts   graph.Counts
}

// A LineCount accounts for the lines of a source file: how many served each use.
type LineCount struct {
	File  string
	Total int
	Uses  []UseCount // in order of the uses' first appearance in undoc.Uses
}

// A UseCount is a number of lines.
type UseCount struct {
	Use   undoc.Use
	Lines int
}

// Failed says whether a problem has lost or misplaced something.
func (r *Report) Failed() bool {
	return slices.ContainsFunc(r.Problems, func(p graph.Problem) bool { return p.Severity == graph.Error })
}

// Print writes the report for a person: problems first, one a line, then the account of lines, then counts.
func (r *Report) Print(w io.Writer) error {
	for _, p := range r.Problems {
		if _, err := fmt.Fprintf(w, "%s: %s: %s\n", place(p.Source), p.Severity, p.Message); err != nil {
			return err
		}
	}
	for _, l := range r.Lines {
		if _, err := fmt.Fprintf(w, "%s: %d lines", l.File, l.Total); err != nil {
			return err
		}
		for _, u := range l.Uses {
			if _, err := fmt.Fprintf(w, ", %d %s", u.Lines, u.Use); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
	}
	c := r.Counts
	_, err := fmt.Fprintf(w, `%d documents, %d sections, %d provisions, %d footnotes
%d commitments, %d involvements of %d bodies, %d citations of %d instruments, %d assignments to %d themes
%d reaffirmation links in %d threads, %d repetitions
%d problems
`, c.Documents, c.Sections, c.Provisions, c.Footnotes,
		c.Commitments, c.Involvements, c.Bodies, c.Citations, c.Instruments, c.Abouts, c.Themes,
		c.Reaffirmations, c.Threads, c.Repetitions, len(r.Problems))
	return err
}

func (r *Report) sort() {
	slices.SortStableFunc(r.Problems, func(a, b graph.Problem) int {
		return cmp.Or(cmp.Compare(a.Source.File, b.Source.File), a.Source.StartLine-b.Source.StartLine,
			cmp.Compare(a.Severity, b.Severity))
	})
	slices.SortFunc(r.Lines, func(a, b LineCount) int { return cmp.Compare(a.File, b.File) })
}

// place names a source the way editors do: file:line.
func place(s graph.Source) string {
	if s.StartLine == 0 {
		return cmp.Or(s.File, "corpus")
	}
	return fmt.Sprintf("%s:%d", s.File, s.StartLine)
}

func countLines(file string, lines []undoc.Line) LineCount {
	c := LineCount{File: file, Total: len(lines)}
	for _, use := range undoc.Uses() {
		n := 0
		for i := range lines {
			if lines[i].Use == use {
				n++
			}
		}
		if n > 0 {
			c.Uses = append(c.Uses, UseCount{Use: use, Lines: n})
		}
	}
	return c
}

package undoc

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"reaffirm/graph"
)

// A source is one file on its way through the steps.
type source struct {
	file     string
	bytes    []byte
	lines    []Line
	blocks   []*block
	problems problems

	glyphBuffer []glyph // of the passage that is rendered, kept for the next
}

type problems []graph.Problem

// byteOrderMark may open a file; it is no part of its first line's words.
var byteOrderMark = []byte("\uFEFF")

// splitLines cuts a source into lines at "\n"; a "\r" before it belongs to the line end.
func splitLines(src []byte) []Line {
	var lines []Line
	for start := 0; start < len(src); {
		end := len(src)
		if i := bytes.IndexByte(src[start:], '\n'); i >= 0 {
			end = start + i + 1
		}
		lines = append(lines, Line{Number: len(lines) + 1, Start: start, End: end, Use: BlankLine})
		start = end
	}
	return lines
}

// words gives the bytes of a line without its line end and the white space around it.
func (s *source) words(line int) extent {
	l := s.lines[line]
	e := extent{l.Start, l.End}
	if line == 0 && bytes.HasPrefix(s.bytes, byteOrderMark) {
		e.start += len(byteOrderMark)
	}
	return s.trim(e)
}

// An extent is a stretch of source bytes on one line, end exclusive.
type extent struct{ start, end int }

func (s *source) trim(e extent) extent {
	for e.start < e.end {
		r, n := utf8.DecodeRune(s.bytes[e.start:e.end])
		if !isSpace(r) {
			break
		}
		e.start += n
	}
	for e.start < e.end {
		r, n := utf8.DecodeLastRune(s.bytes[e.start:e.end])
		if !isSpace(r) {
			break
		}
		e.end -= n
	}
	return e
}

func (s *source) text(e extent) string { return string(s.bytes[e.start:e.end]) }

// place gives the position of a stretch of bytes within the given lines (indices).
func (s *source) place(first, last, start, end int) graph.Source {
	return graph.Source{
		File:      s.file,
		StartLine: s.lines[first].Number,
		EndLine:   s.lines[last].Number,
		StartByte: start,
		EndByte:   end,
	}
}

// listStart gives the index of the first line of the Markdown list of which b is an item; of any other
// block, the block's own. Markdown takes the lines of a list as one, and so do those who cite by line.
func (s *source) listStart(b *block) int {
	first := b.first
	isItem := func(i int) bool {
		e := s.words(i)
		return e.start < e.end && bullet.Match(s.bytes[e.start:e.end])
	}
	for b.bullet && first > 0 && isItem(first-1) {
		first--
	}
	return first
}

func (s *source) report(severity graph.Severity, at graph.Source, format string, args ...any) {
	s.problems = append(s.problems, graph.Problem{
		Severity: severity, Source: at, Message: fmt.Sprintf(format, args...),
	})
}

// reportEncoding reports the first bytes that are not UTF-8.
func (s *source) reportEncoding() {
	for i, l := range s.lines {
		if !utf8.Valid(s.bytes[l.Start:l.End]) {
			s.report(graph.Error, s.place(i, i, l.Start, l.End), "the text is not UTF-8 here; convert the file to UTF-8")
			return
		}
	}
}

func (p problems) sorted() []graph.Problem {
	slices.SortStableFunc(p, func(a, b graph.Problem) int {
		return cmp.Compare(a.Source.StartLine, b.Source.StartLine)
	})
	return p
}

package lineage

import (
	"unicode/utf8"

	"reaffirm/graph"
)

// A source gives stretches of one text by code points.
type source struct {
	raw   string
	words []word
	bytes []int32 // by code point: its byte; nil where every code point is one byte
	size  int     // in code points
}

func newSource(t *text) *source {
	s := &source{raw: t.raw, words: t.words, size: utf8.RuneCountInString(t.raw)}
	if s.size == len(t.raw) {
		return s
	}
	s.bytes = make([]int32, 0, s.size+1)
	for i := range t.raw {
		s.bytes = append(s.bytes, int32(i))
	}
	s.bytes = append(s.bytes, int32(len(t.raw)))
	return s
}

// slice gives the code points from start to end, end exclusive.
func (s *source) slice(start, end int) string {
	if s.bytes == nil {
		return s.raw[start:end]
	}
	return s.raw[s.bytes[start]:s.bytes[end]]
}

// word gives a word as it is written.
func (s *source) word(i int) string { return s.slice(int(s.words[i].start), int(s.words[i].end)) }

// span covers the words from first to last, last exclusive.
func (s *source) span(first, last int) graph.Span {
	start, end := int(s.words[first].start), int(s.words[last-1].end)
	return graph.Span{Start: start, End: end, Quote: s.slice(start, end)}
}

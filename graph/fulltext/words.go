package fulltext

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A scanner finds the words of a text as Lucene's StandardTokenizer does: the segments of Unicode's
// word boundaries that hold a letter, a digit or a pictograph.
type scanner struct {
	text       string
	segments   *words.Iterator[string]
	base       int // where segments starts in text
	start, end int // of the word found
	rest       int // end of a word of which only the first part has been found, or 0
}

// maxWordLength is where a longer word is cut, in UTF-16 code units.
const maxWordLength = 255

func newScanner(text string) *scanner {
	return &scanner{text: text, segments: words.FromString(text)}
}

// next moves to the next word and says whether there is one.
func (s *scanner) next() bool {
	if s.rest > 0 {
		s.start, s.end, s.rest = s.end, s.rest, 0
		s.cut()
		return true
	}
	for s.segments.Next() {
		segment := s.segments.Value()
		if !isWord(segment) {
			continue
		}
		s.start, s.end = s.base+s.segments.Start(), s.base+s.segments.End()
		if r, _ := utf8.DecodeRuneInString(segment); isUnspaced(r) {
			s.extend()
		}
		s.cut()
		return true
	}
	return false
}

// extend lengthens a word of a script that is written without spaces by the segments that follow.
func (s *scanner) extend() {
	for s.segments.Next() {
		if r, _ := utf8.DecodeRuneInString(s.segments.Value()); !isUnspaced(r) {
			s.base += s.segments.Start()
			s.segments = words.FromString(s.text[s.base:])
			return
		}
		s.end = s.base + s.segments.End()
	}
}

// cut shortens a word that is too long; the rest is a word of its own.
func (s *scanner) cut() {
	if s.end-s.start <= maxWordLength {
		return
	}
	units := 0
	for i, r := range s.text[s.start:s.end] {
		units++
		if r > 0xffff {
			units++
		}
		if units > maxWordLength {
			s.end, s.rest = s.start+i, s.end
			return
		}
	}
}

// isWord tells a word from white space and punctuation.
func isWord(segment string) bool {
	for i := 0; i < len(segment); {
		if c := segment[i]; c < utf8.RuneSelf {
			if '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' {
				return true
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(segment[i:])
		if isLetter(r) || unicode.Is(unicode.Nd, r) {
			return true
		}
		i += size
	}
	return isPictograph(segment)
}

// isLetter says whether r is a letter in the sense of word boundaries.
func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || r == '\u05f3' ||
		unicode.Is(unicode.Other_Alphabetic, r) && !unicode.IsMark(r)
}

// isUnspaced says whether r is of a script of South-East Asia that is written without spaces (line break
// property SA).
func isUnspaced(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Khmer,
		unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham, unicode.Tai_Viet, unicode.Ahom)
}

// isPictograph says whether a segment with no letter or digit is a pictograph or a flag.
func isPictograph(segment string) bool {
	r, size := utf8.DecodeRuneInString(segment)
	if r < 0xa9 || unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return false
	}
	if unicode.Is(unicode.Regional_Indicator, r) {
		second, _ := utf8.DecodeRuneInString(segment[size:])
		return unicode.Is(unicode.Regional_Indicator, second)
	}
	// A zero-width joiner joins a pictograph and nothing else (rule WB3c).
	joined := words.FromString("\u200d" + string(r))
	return joined.Next() && len(joined.Value()) > len("\u200d")
}

package fulltext

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/go-porterstemmer"
	"github.com/clipperhouse/uax29/v2/words"
)

// A Token is one word of a text as an index knows it.
type Token struct {
	Term     string // lower-case stem
	Start    int    // byte offset of the word as written
	End      int    // exclusive
	Position int    // of the word among all words of the text, stop words included, from 0
}

// Analyze lists the words of text that count, in order. A stop word is left out and leaves a gap in
// Position.
func Analyze(text string) []Token {
	list := make([]Token, 0, len(text)/7+1)
	s := newScanner(text)
	for position := 0; s.next(); position++ {
		if term := term(text[s.start:s.end]); term != "" {
			list = append(list, Token{Term: term, Start: s.start, End: s.end, Position: position})
		}
	}
	return list
}

// term is what an index knows a word as; "" for a stop word.
func term(word string) string {
	word = strings.ToLower(withoutPossessive(word))
	if isStopWord(word) {
		return ""
	}
	return stem(word)
}

// withoutPossessive removes 's from the end of a word.
func withoutPossessive(word string) string {
	if n := len(word); n == 0 || (word[n-1]|0x20) != 's' {
		return word
	}
	for _, apostrophe := range []string{"'", "\u2019", "\uff07"} {
		if rest, ok := strings.CutSuffix(word[:len(word)-1], apostrophe); ok {
			return rest
		}
	}
	return word
}

// isStopWord says whether a lower-case word is one of Lucene's English stop words
// (EnglishAnalyzer.ENGLISH_STOP_WORDS_SET).
func isStopWord(word string) bool {
	switch word {
	case "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it",
		"no", "not", "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they",
		"this", "to", "was", "will", "with":
		return true
	}
	return false
}

func stem(word string) string {
	return string(porterstemmer.StemWithoutLowerCasing([]rune(word)))
}

// maxWordLength is where a longer word is cut in two, in UTF-16 code units, as Lucene's StandardTokenizer does.
const maxWordLength = 255

// A scanner finds the words of a text.
type scanner struct {
	text       string
	segments   *words.Iterator[string]
	start, end int // of the word found
}

func newScanner(text string) *scanner {
	return &scanner{text: text, segments: words.FromString(text)}
}

// next moves to the next word and says whether there is one.
func (s *scanner) next() bool {
	for s.segments.Next() {
		if isWord(s.segments.Value()) {
			s.start, s.end = s.segments.Start(), s.segments.End()
			return true
		}
	}
	return false
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
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			return true
		}
		i += size
	}
	return false
}

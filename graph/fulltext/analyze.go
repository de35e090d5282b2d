package fulltext

import (
	"strings"

	"github.com/blevesearch/go-porterstemmer"
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
func Analyze(text string) []Token { return analyze(text, term) }

func analyze(text string, term func(word string) string) []Token {
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

// stem is Porter's stem of a lower-case word.
func stem(word string) string {
	switch word {
	// The library leaves no letter before these suffixes, where Lucene does not take them for suffixes.
	case "eed", "eeds":
		return "eed"
	case "ies":
		return "i"
	case "sses":
		return "ss"
	}
	return string(porterstemmer.StemWithoutLowerCasing([]rune(word)))
}

package explorer

import (
	"strings"
	"unicode"
)

// findVerb finds a verb, given in its base form, in a clause: from where to where, in code points. Of a verb of several
// words the first may be inflected, as in "calling upon".
func findVerb(clause []rune, base string) (start, end int, ok bool) {
	first, rest, several := strings.Cut(base, " ")
	for start < len(clause) {
		for start < len(clause) && !unicode.IsLetter(clause[start]) {
			start++
		}
		end = start
		for end < len(clause) && unicode.IsLetter(clause[end]) {
			end++
		}
		if isForm(strings.ToLower(string(clause[start:end])), first) {
			if !several {
				return start, end, start < end
			}
			tail := []rune(" " + rest)
			if stop := end + len(tail); stop <= len(clause) && strings.EqualFold(string(clause[end:stop]), string(tail)) {
				return start, stop, true
			}
		}
		start = end
	}
	return 0, 0, false
}

// isForm says whether a word is a regular form of a verb: "urges", "recognizing", "committed", "replied".
func isForm(word, base string) bool {
	if word == base || word == base+"s" || word == base+"es" || word == base+"ed" || word == base+"ing" {
		return true
	}
	if len(base) < 2 {
		return false
	}
	stem, last := base[:len(base)-1], base[len(base)-1:]
	switch last {
	case "e":
		return word == base+"d" || word == stem+"ing"
	case "y":
		return word == stem+"ies" || word == stem+"ied"
	}
	return word == base+last+"ed" || word == base+last+"ing"
}

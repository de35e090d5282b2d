package graph

import (
	"strings"
	"unicode"
)

// A VerbPlace is where a verb, given in base form, stands in the text of a provision.
type VerbPlace struct {
	Verb string
	Span Span
}

// VerbPlaces returns where the commitment's verbs stand, in the order of the text. A verb that does not stand in the clause, such as one of a
// chapeau, has no place.
func (c *Commitment) VerbPlaces() []VerbPlace {
	clause := []rune(c.Span.Quote)
	places := []VerbPlace{}
	at := 0
	for _, verb := range c.Verbs {
		start, end, ok := findVerb(clause[at:], verb)
		if !ok {
			continue
		}
		start, end = at+start, at+end
		places = append(places, VerbPlace{verb, Span{Start: c.Span.Start + start, End: c.Span.Start + end, Quote: string(clause[start:end])}})
		at = end
	}
	return places
}

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

package prose

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrases finds many phrases in a text at once. The zero value is empty and ready to use; once
// filled it may be used by many goroutines.
//
// A phrase is written as words with alternatives in parentheses, of which one may be empty:
//
//	in (close|) (cooperation|collaboration) with
//
// A word that begins with a capital matches only where the text has the same capitals (or is all
// capitals); a lower-case word matches in any case. So "WHO" is not found in "those who".
type Phrases struct {
	root node
}

// A Match is a phrase found in a text: tokens Start up to, not including, End.
type Match struct {
	Value int // as given to Add
	Start int
	End   int
}

type node struct {
	next map[string]*node
	ends []ending
}

type ending struct {
	value    int
	capitals []string // the words that must keep their capitals, "" where any case will do
}

// maxVariants bounds what the alternatives of one phrase may multiply to.
const maxVariants = 4096

// Add adds a phrase that stands for value. It fails where the phrase is empty, its parentheses do
// not pair, or its alternatives multiply beyond reason.
func (p *Phrases) Add(phrase string, value int) error {
	variants, err := Expand(phrase)
	if err != nil {
		return err
	}
	for _, variant := range variants {
		p.insert(variant, value)
	}
	return nil
}

func (p *Phrases) insert(variant string, value int) {
	text := Read(variant)
	at := &p.root
	var capitals []string
	for _, token := range text.Tokens {
		if at.next == nil {
			at.next = make(map[string]*node)
		}
		child := at.next[token.Fold]
		if child == nil {
			child = &node{}
			at.next[token.Fold] = child
		}
		at = child
		if token.IsCapital() {
			capitals = append(capitals, token.Text)
		} else {
			capitals = append(capitals, "")
		}
	}
	at.ends = append(at.ends, ending{value: value, capitals: capitals})
}

// Longest returns the longest phrase that begins at token i, the one added first where several are
// equal; ok is false where there is none.
func (p *Phrases) Longest(t *Text, i int) (found Match, ok bool) {
	at := &p.root
	for j := i; j < len(t.Tokens); j++ {
		at = at.next[t.Tokens[j].Fold]
		if at == nil {
			break
		}
		for _, end := range at.ends {
			if end.fits(t.Tokens[i : j+1]) {
				found, ok = Match{Value: end.value, Start: i, End: j + 1}, true
				break
			}
		}
	}
	return found, ok
}

// All returns the longest phrase at each place, from left to right, none overlapping.
func (p *Phrases) All(t *Text) []Match {
	var found []Match
	for i := 0; i < len(t.Tokens); {
		match, ok := p.Longest(t, i)
		if !ok {
			i++
			continue
		}
		found = append(found, match)
		i = match.End
	}
	return found
}

func (e ending) fits(tokens []Token) bool {
	for i, want := range e.capitals {
		if want == "" {
			continue
		}
		if got := tokens[i].Text; got != want && got != strings.ToUpper(want) {
			return false
		}
	}
	return true
}

// Expand writes out the alternatives of a phrase, in order.
func Expand(phrase string) ([]string, error) {
	variants := []string{""}
	rest := phrase
	for rest != "" {
		open := strings.IndexByte(rest, '(')
		if open < 0 {
			open = len(rest)
		}
		if strings.IndexByte(rest[:open], ')') >= 0 {
			return nil, fmt.Errorf("phrase %q: parenthesis closed that was not opened", phrase)
		}
		variants = multiply(variants, []string{rest[:open]})
		rest = rest[open:]
		if rest == "" {
			break
		}
		end := strings.IndexByte(rest, ')')
		if end < 0 || strings.IndexByte(rest[1:end], '(') >= 0 {
			return nil, fmt.Errorf("phrase %q: parenthesis not closed, or one inside another", phrase)
		}
		variants = multiply(variants, strings.Split(rest[1:end], "|"))
		rest = rest[end+1:]
		if len(variants) > maxVariants {
			return nil, fmt.Errorf("phrase %q: more than %d variants", phrase, maxVariants)
		}
	}
	for i, v := range variants {
		variants[i] = strings.Join(strings.Fields(v), " ")
		if variants[i] == "" {
			return nil, fmt.Errorf("phrase %q: a variant is empty", phrase)
		}
	}
	return variants, nil
}

func multiply(heads, tails []string) []string {
	product := make([]string, 0, len(heads)*len(tails))
	for _, head := range heads {
		for _, tail := range tails {
			product = append(product, head+tail)
		}
	}
	return product
}

// FirstUpper writes a word with a capital first letter.
func FirstUpper(word string) string {
	if word == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

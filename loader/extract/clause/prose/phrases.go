package prose

import (
	"fmt"
	"slices"
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
	words map[string]int32   // words of the phrases, folded, numbered from 1
	next  map[step]int32     // a tree of phrases: where a word leads from a node; the root is node 0
	first []int32            // by node: the place in ends of the first phrase that ends there, 0 for none
	ends  []ending           // from place 1 on
	opens [marks / 64]uint64 // a bit for each mark of a first word
}

// A Match is a phrase found in a text: tokens Start up to, not including, End.
type Match struct {
	Value int // as given to Add
	Start int
	End   int
}

// A step is a word read at a node of the tree.
type step struct{ node, word int32 }

// An ending is a phrase that ends at a node.
type ending struct {
	value    int
	capitals []capital
	next     int32 // the place of the one added next at the same node, 0 for none
}

// A capital is a word of a phrase, by its place, that must keep its capitals.
type capital struct {
	place int
	text  string
}

// maxVariants bounds what the alternatives of one phrase may multiply to.
const maxVariants = 4096

// Add adds a phrase that stands for value. It fails where the phrase is empty, its parentheses do
// not pair, or its alternatives multiply beyond reason.
func (p *Phrases) Add(phrase string, value int) error {
	pieces, err := cut(phrase)
	if err != nil {
		return err
	}
	if p.next == nil {
		p.words, p.next = make(map[string]int32), make(map[step]int32)
		p.first, p.ends = make([]int32, 1), make([]ending, 1)
	}
	p.insert(pieces, branch{}, value)
	return nil
}

// A branch is a way from the root of the tree on which a phrase is being added.
type branch struct {
	node     int32
	depth    int
	pending  string // the start of a word that the next piece may complete
	capitals []capital
}

// insert adds every variant of pieces below b, each node once however many variants pass it.
func (p *Phrases) insert(pieces [][]string, b branch, value int) {
	if len(pieces) == 0 {
		p.end(p.grow(b, b.pending), value)
		return
	}
	for _, alternative := range pieces[0] {
		text := b.pending + alternative
		whole := strings.LastIndexByte(text, ' ') + 1
		below := p.grow(b, text[:whole])
		below.pending = text[whole:]
		p.insert(pieces[1:], below, value)
	}
}

// grow follows whole words from a branch, with new nodes where there are none.
func (p *Phrases) grow(b branch, words string) branch {
	for word := range strings.FieldsSeq(words) {
		if isLower(word) { // one token, as it stands: most words are such
			b = p.step(b, word)
			continue
		}
		text := Read(word)
		for _, t := range text.Tokens {
			if t.IsCapital() {
				b.capitals = append(b.capitals[:len(b.capitals):len(b.capitals)], capital{b.depth, t.Text})
			}
			b = p.step(b, t.Fold)
		}
	}
	return b
}

// step follows one folded word.
func (p *Phrases) step(b branch, word string) branch {
	number, ok := p.words[word]
	if !ok {
		number = int32(len(p.words) + 1)
		p.words[word] = number
	}
	at := step{b.node, number}
	node, ok := p.next[at]
	if !ok {
		if b.node == 0 {
			m := markOf(word)
			p.opens[m/64] |= 1 << (m % 64)
		}
		node = int32(len(p.first))
		p.next[at], p.first = node, append(p.first, 0)
	}
	b.node, b.depth = node, b.depth+1
	return b
}

// end lets a phrase end where a branch has come to, unless it does so already.
func (p *Phrases) end(b branch, value int) {
	at := &p.first[b.node]
	for *at != 0 {
		if e := &p.ends[*at]; e.value == value && slices.Equal(e.capitals, b.capitals) {
			return
		}
		at = &p.ends[*at].next
	}
	*at = int32(len(p.ends))
	p.ends = append(p.ends, ending{value: value, capitals: b.capitals})
}

func isLower(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

// Longest returns the longest phrase that begins at token i, the one added first where several are
// equal; ok is false where there is none, as behind the last token.
func (p *Phrases) Longest(t *Text, i int) (found Match, ok bool) {
	if i >= len(t.Tokens) {
		return Match{}, false
	}
	if m := t.Tokens[i].mark; p.opens[m/64]&(1<<(m%64)) == 0 {
		return Match{}, false
	}
	at := int32(0)
	for j := i; j < len(t.Tokens); j++ {
		word, known := p.words[t.Tokens[j].Fold]
		if !known {
			break
		}
		if at, known = p.next[step{at, word}]; !known {
			break
		}
		for e := p.first[at]; e != 0; e = p.ends[e].next {
			if end := &p.ends[e]; end.fits(t.Tokens[i : j+1]) {
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

func (e *ending) fits(tokens []Token) bool {
	for _, c := range e.capitals {
		if got := tokens[c.place].Text; got != c.text && got != strings.ToUpper(c.text) {
			return false
		}
	}
	return true
}

// Expand writes out the alternatives of a phrase, in order.
func Expand(phrase string) ([]string, error) {
	pieces, err := cut(phrase)
	if err != nil {
		return nil, err
	}
	variants := []string{""}
	for _, alternatives := range pieces {
		variants = multiply(variants, alternatives)
	}
	for i, v := range variants {
		variants[i] = strings.Join(strings.Fields(v), " ")
	}
	return variants, nil
}

// cut divides a phrase into pieces that follow each other, each a list of alternatives.
func cut(phrase string) ([][]string, error) {
	var pieces [][]string
	variants, empty := 1, true
	for rest := phrase; rest != ""; {
		open := strings.IndexByte(rest, '(')
		if open < 0 {
			open = len(rest)
		}
		if strings.IndexByte(rest[:open], ')') >= 0 {
			return nil, fmt.Errorf("phrase %q: parenthesis closed that was not opened", phrase)
		}
		if open > 0 {
			pieces = append(pieces, []string{rest[:open]})
			empty = empty && strings.TrimSpace(rest[:open]) == ""
		}
		if rest = rest[open:]; rest == "" {
			break
		}
		end := strings.IndexByte(rest, ')')
		if end < 0 || strings.IndexByte(rest[1:end], '(') >= 0 {
			return nil, fmt.Errorf("phrase %q: parenthesis not closed, or one inside another", phrase)
		}
		alternatives := strings.Split(rest[1:end], "|")
		pieces, rest = append(pieces, alternatives), rest[end+1:]
		empty = empty && slices.ContainsFunc(alternatives, func(a string) bool { return strings.TrimSpace(a) == "" })
		if variants *= len(alternatives); variants > maxVariants {
			return nil, fmt.Errorf("phrase %q: more than %d variants", phrase, maxVariants)
		}
	}
	if empty {
		return nil, fmt.Errorf("phrase %q: a variant is empty", phrase)
	}
	return pieces, nil
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

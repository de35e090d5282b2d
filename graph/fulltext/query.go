package fulltext

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"reaffirm/graph"
)

// A Query is what a text asks for. All of its clauses must be found.
type Query struct {
	// Clauses stand in the order of the text, each once.
	Clauses []Clause
	// Name is the text as a name: see Fold.
	Name string
}

// A Clause is a word, or a phrase of several words that follow each other.
type Clause struct {
	Terms []PhraseTerm // in order; the first has Offset 0
	// words are the clause's words as written, stop words between them included.
	words []string
}

// A PhraseTerm is a term and its distance, in words, from the first term of its clause.
type PhraseTerm struct {
	Term   string
	Offset int
}

// Parse reads the text of a search. Errors: ErrInvalid where it is too long.
func Parse(text string) (Query, error) {
	if n := utf8.RuneCountInString(text); n > graph.MaxSearchText {
		return Query{}, fmt.Errorf("%w: the text searched for has %d characters; at most %d are allowed", graph.ErrInvalid, n, graph.MaxSearchText)
	}
	q := Query{Name: Fold(text)}
	seen := map[string]bool{}
	count := 0
	for _, chunk := range chunks(strings.ToValidUTF8(text, " ")) {
		clause, n := newClause(chunk)
		count += n
		if count > graph.MaxSearchWords {
			return Query{}, fmt.Errorf("%w: the text searched for has more than %d words", graph.ErrInvalid, graph.MaxSearchWords)
		}
		if key := clause.key(); len(clause.Terms) > 0 && !seen[key] {
			seen[key] = true
			q.Clauses = append(q.Clauses, clause)
		}
	}
	return q, nil
}

// Empty says whether q holds no word, so that it matches nothing.
func (q Query) Empty() bool { return len(q.Clauses) == 0 }

// Fold is the form in which names are compared with the text of a query: lower case, white space
// at the ends removed and otherwise one space.
func Fold(name string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(strings.ToValidUTF8(name, " "), isSpace), " "))
}

// chunks cuts text at white space and takes what is in quotes whole.
func chunks(text string) []string {
	var list []string
	for text != "" {
		before, rest, quoted := cutAt(text, isQuote)
		list = append(list, strings.FieldsFunc(before, isSpace)...)
		if !quoted {
			break
		}
		inside, after, closed := cutAt(rest, isQuote)
		if !closed {
			list = append(list, strings.FieldsFunc(rest, isSpace)...)
			break
		}
		list = append(list, inside)
		text = after
	}
	return list
}

// cutAt cuts s at the first rune that is a separator, which it leaves out.
func cutAt(s string, separator func(rune) bool) (before, after string, found bool) {
	i := strings.IndexFunc(s, separator)
	if i < 0 {
		return s, "", false
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[:i], s[i+size:], true
}

func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '‟', '«', '»', '＂':
		return true
	}
	return false
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// newClause makes a clause of all the words of chunk, and says how many words there are.
func newClause(chunk string) (c Clause, count int) {
	first := -1
	for s := newScanner(chunk); s.next(); count++ {
		word := chunk[s.start:s.end]
		term := term(word)
		if term == "" && first < 0 {
			continue
		}
		c.words = append(c.words, word)
		if term == "" {
			continue
		}
		if first < 0 {
			first = count
		}
		c.Terms = append(c.Terms, PhraseTerm{Term: term, Offset: count - first})
	}
	if n := len(c.Terms); n > 0 {
		c.words = c.words[:c.Terms[n-1].Offset+1]
	}
	return c, count
}

// key tells clauses that ask for different things apart.
func (c Clause) key() string {
	var b strings.Builder
	for _, t := range c.Terms {
		fmt.Fprintf(&b, "%d:%s ", t.Offset, t.Term)
	}
	return b.String()
}

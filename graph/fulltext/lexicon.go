package fulltext

// A Lexicon analyzes texts like Analyze and remembers the terms of the words it has met: the words of a collection are
// few. It is for one goroutine. The zero value is ready.
type Lexicon struct {
	terms map[string]string // by word as written
}

// Analyze lists the words of text that count, in order, as the function of that name does.
func (l *Lexicon) Analyze(text string) []Token { return analyze(text, l.term) }

func (l *Lexicon) term(word string) string {
	if known, ok := l.terms[word]; ok {
		return known
	}
	if l.terms == nil {
		l.terms = map[string]string{}
	}
	t := term(word)
	l.terms[word] = t
	return t
}

package fulltext

import (
	"slices"
	"unicode/utf8"

	"reaffirm/graph"
)

// MatchesText says whether every clause of q is found in text.
func (q Query) MatchesText(text string) bool {
	return q.Matches([]Field{{Values: []string{text}}})
}

// Matches says whether every clause of q is found in one of the fields' values; false for an empty
// query.
func (q Query) Matches(fields []Field) bool {
	if q.Empty() {
		return false
	}
	var texts [][]Token
	for _, f := range fields {
		for _, v := range f.Values {
			texts = append(texts, Analyze(v))
		}
	}
	for _, c := range q.Clauses {
		if !slices.ContainsFunc(texts, func(tokens []Token) bool { return c.mark(tokens, nil) }) {
			return false
		}
	}
	return true
}

// Highlights lists the words of the fields that q finds, in order of the fields and of their text. Of
// a field with several values only the first with any is marked.
func (q Query) Highlights(fields []Field) []graph.Highlight {
	var list []graph.Highlight
	for _, f := range fields {
		for _, v := range f.Values {
			tokens := Analyze(v)
			found := make([]bool, len(tokens))
			any := false
			for _, c := range q.Clauses {
				any = c.mark(tokens, found) || any
			}
			if any {
				list = appendSpans(list, f.Name, v, tokens, found)
				break
			}
		}
	}
	return list
}

// mark marks the tokens where c stands, if found is not nil, and says whether it stands anywhere.
func (c Clause) mark(tokens []Token, found []bool) bool {
	any := false
	for i := range tokens {
		if !c.stands(tokens[i:]) {
			continue
		}
		if found == nil {
			return true
		}
		any = true
		for at, k := 0, i; at < len(c.Terms); k++ {
			if tokens[k].Position-tokens[i].Position == c.Terms[at].Offset {
				found[k] = true
				at++
			}
		}
	}
	return any
}

// stands says whether c begins at the first of tokens.
func (c Clause) stands(tokens []Token) bool {
	at := 0
	for _, t := range tokens {
		offset := t.Position - tokens[0].Position
		switch {
		case offset < c.Terms[at].Offset:
			continue
		case offset > c.Terms[at].Offset || t.Term != c.Terms[at].Term:
			return false
		}
		if at++; at == len(c.Terms) {
			return true
		}
	}
	return false
}

func appendSpans(list []graph.Highlight, field, text string, tokens []Token, found []bool) []graph.Highlight {
	runes, bytes := 0, 0
	for i, t := range tokens {
		if !found[i] {
			continue
		}
		runes += utf8.RuneCountInString(text[bytes:t.Start])
		bytes = t.End
		quote := text[t.Start:t.End]
		end := runes + utf8.RuneCountInString(quote)
		list = append(list, graph.Highlight{Field: field, Span: graph.Span{Start: runes, End: end, Quote: quote}})
		runes = end
	}
	return list
}

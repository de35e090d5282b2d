package fulltext

import "strings"

// Lucene writes q in the syntax of Lucene's classic query parser, to be read with an English analyzer:
// every clause required and in quotes, with its words as they were written. Only letters, digits and
// the marks that hold a word together are left between the quotes, so that nothing needs escaping.
// Where field is not "", it is the field to search. An empty query is "".
func (q Query) Lucene(field string) string {
	if field != "" {
		field += ":"
	}
	var b strings.Builder
	for i, c := range q.Clauses {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(`+` + field + `"` + strings.Join(c.words, " ") + `"`)
	}
	return b.String()
}

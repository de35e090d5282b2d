// Package prose reads the text of a provision as a row of tokens with their places, and finds
// phrases in it. It knows nothing of what the words mean.
package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reaffirm/graph"
)

// A Token is one word, one number or one mark of punctuation. Hyphens and apostrophes are tokens of
// their own, glued to what stands before: "Board's" is "Board", "'s"; "Commission-led" is
// "Commission", "-", "led".
type Token struct {
	Text  string // as printed
	Fold  string // lower case, with straight apostrophes and plain hyphens
	Start int    // code points from the start of the text
	End   int    // exclusive

	from, to int32  // bytes
	mark     uint16 // a hash of Fold, below marks
	Glued    bool   // no white space before it
}

// marks is how many marks of words there are.
const marks = 1 << 12

// markOf hashes a folded word, for tables that tell quickly which words they lack.
func markOf(fold string) uint16 {
	h := uint32(2166136261) // FNV-1a
	for i := range len(fold) {
		h = (h ^ uint32(fold[i])) * 16777619
	}
	return uint16((h ^ h>>16) % marks)
}

// IsWord says whether the token is a word or a number.
func (t Token) IsWord() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return isWordRune(r)
}

// IsCapital says whether the token begins with a capital letter.
func (t Token) IsCapital() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

// A Text is the text of one provision, cut into tokens.
type Text struct {
	Tokens []Token
	raw    string
}

// Read cuts a text into tokens. Any input is accepted; bytes that are not UTF-8 count as one code
// point each, as they do for a range loop.
func Read(raw string) Text {
	t := Text{raw: raw, Tokens: make([]Token, 0, len(raw)/6+4)}
	point, glued := 0, false
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRuneInString(raw[i:])
		if unicode.IsSpace(r) {
			i, point, glued = i+size, point+1, false
			continue
		}
		end, points := i+size, 1
		if isWordRune(r) || isApostrophe(r) && glued && t.endsWithWord() {
			for end < len(raw) {
				if c := raw[end]; c < utf8.RuneSelf {
					if !isWordRune(rune(c)) {
						break
					}
					end, points = end+1, points+1
					continue
				}
				next, n := utf8.DecodeRuneInString(raw[end:])
				if !isWordRune(next) {
					break
				}
				end, points = end+n, points+1
			}
		}
		text := raw[i:end]
		folded := fold(text)
		t.Tokens = append(t.Tokens, Token{
			Text: text, Fold: folded, Start: point, End: point + points, Glued: glued, from: int32(i), to: int32(end), mark: markOf(folded),
		})
		i, point, glued = end, point+points, true
	}
	return t
}

func (t *Text) endsWithWord() bool {
	return len(t.Tokens) > 0 && t.Tokens[len(t.Tokens)-1].IsWord()
}

// Len is the number of tokens.
func (t *Text) Len() int { return len(t.Tokens) }

// Fold is the folded form of token i, or "" outside the text.
func (t *Text) Fold(i int) string {
	if i < 0 || i >= len(t.Tokens) {
		return ""
	}
	return t.Tokens[i].Fold
}

// Span is the stretch of the tokens from i up to, not including, j. An empty stretch is the zero
// Span.
func (t *Text) Span(i, j int) graph.Span {
	i, j = max(i, 0), min(j, len(t.Tokens))
	if i >= j {
		return graph.Span{}
	}
	first, last := t.Tokens[i], t.Tokens[j-1]
	return graph.Span{Start: first.Start, End: last.End, Quote: t.raw[first.from:last.to]}
}

// At is the index of the first token that ends after the code point; Len where there is none.
func (t *Text) At(point int) int {
	low, high := 0, len(t.Tokens)
	for low < high {
		mid := (low + high) / 2
		if t.Tokens[mid].End <= point {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }

func fold(text string) string {
	lower := strings.ToLower(text)
	if lower[0] < utf8.RuneSelf {
		return lower
	}
	switch r, size := utf8.DecodeRuneInString(lower); r {
	case '’', '‘':
		return "'" + lower[size:]
	case '\u2010', '\u2011', '\u2012', '\u2013':
		return "-" + lower[size:]
	}
	return lower
}

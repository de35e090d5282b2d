package cite

import (
	"strings"
	"unicode"
)

// slug makes an id of a symbol or a title: letters and digits in lower case, hyphens between them.
//
//	A/RES/S-20/4 E    a-res-s-20-4-e
//	A/RES/67/244B     a-res-67-244-b
//	S/RES/1325(2000)  s-res-1325
func slug(symbol string) string {
	symbol = withoutYear(symbol)
	var b strings.Builder
	gap, digit := false, false
	for _, r := range symbol {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap || digit && unicode.IsLetter(r) {
			b.WriteByte('-')
		}
		gap, digit = false, unicode.IsDigit(r)
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// withoutYear drops the year that a symbol of the Security Council repeats in parentheses: its
// resolutions are numbered in one series, and texts print them with the year and without.
func withoutYear(symbol string) string {
	if !strings.HasPrefix(symbol, "S/RES/") {
		return symbol
	}
	number, _, _ := strings.Cut(symbol, "(")
	return strings.TrimRight(number, " ")
}

func slugs(symbols []string) []string {
	var out []string
	for _, s := range symbols {
		out = append(out, slug(s))
	}
	return out
}

// shortSlug bounds the slug of a title, at a word.
func shortSlug(title string) string {
	const longest = 80
	s := slug(title)
	if len(s) <= longest {
		return s
	}
	return s[:max(strings.LastIndexByte(s[:longest], '-'), 1)]
}

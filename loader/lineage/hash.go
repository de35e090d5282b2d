package lineage

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Words and shingles are compared by 64-bit hashes of their text. They depend on nothing but the
// text, so that the order of sorted shingles, and with it every sum of weights, is the same in every
// run. Among a million different words two share a hash with a chance of one in thirty million.

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

func hash(s string) uint64 {
	h := uint64(fnvOffset)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return mix(h)
}

// pair hashes two hashes in order.
func pair(a, b uint64) uint64 { return mix(a*0x9e3779b97f4a7c15 + b) }

// mix spreads every bit of h over the whole word.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// unaccent drops combining marks after decomposing s.
func unaccent(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(s)))
}

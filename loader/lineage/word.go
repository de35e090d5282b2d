package lineage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
)

// A word is one word of a provision's text: a run of letters and digits. "Inter-agency" is one word
// where the corpus also writes it solid, else two. The ending of a possessive belongs to its word.
type word struct {
	start, end int32   // code points into the text, end exclusive
	form       uint64  // the word as written, case folded: what the word diff compares
	stem       uint32  // its stem or synonym class, see dictionary: what comparison of substance compares
	weight     float32 // how much it tells when two texts share it, 0 to 1
	clause     int16   // number of its clause in the text, from 0
	gap        gap     // the strongest punctuation between the word before and this one
	role       role
	traits     trait
}

// A trait is one bit of what else is known of a word.
type trait uint8

const (
	capital  trait = 1 << iota // starts with a capital letter
	digits                     // starts with a digit
	hyphened                   // joined to the word before by a hyphen
	gerund                     // ends in "ing"
	tail                       // stands in the part of its clause that says how, where or by whom
)

func (w *word) is(t trait) bool { return w.traits&t != 0 }

// when gives t where yes is true, else no trait.
func (t trait) when(yes bool) trait {
	if yes {
		return t
	}
	return 0
}

// A gap is the punctuation before a word.
type gap uint8

const (
	noGap   gap = iota
	comma       // , or a dash or bracket
	colon       // ; or :
	fullEnd     // . ? !, or the start of the text
)

// A role is how a word counts.
type role uint8

const (
	content   role = iota
	function       // grammar only
	verbal         // a drafting verb
	formulaic      // part of a formula of the data file
	common         // part of a word run that the corpus repeats everywhere
	named          // part of a proper name
)

// A speller turns written words into forms and stems and remembers them. It is for one goroutine.
type speller struct {
	*dictionary
	lexicon *lexicon
	known   map[string]spelled
	space   []word
}

// A spelled is what a written word is before its place in a text is known.
type spelled struct {
	spelling
	form uint64
}

func newSpeller(l *lexicon, d *dictionary) *speller {
	return &speller{dictionary: d, lexicon: l, known: map[string]spelled{}}
}

// divided splits text into its words.
func (s *speller) divided(text string) []word {
	out := s.space[:0]
	split(text, func(t token) {
		w := word{start: int32(t.start), end: int32(t.end), gap: t.gap,
			traits: hyphened.when(t.hyphen) | capital.when(t.capital) | digits.when(t.digits)}
		written := t.text
		if n := len(out); t.hyphen && n > 0 {
			if joined := text[t.before:t.byteStart] + written; s.solid[fold(strings.Replace(joined, "-", "", 1))] {
				w = out[n-1]
				w.traits &^= gerund
				w.end, written = int32(t.end), strings.Replace(joined, "-", "", 1)
				out = out[:n-1]
			}
		}
		p := s.spell(written)
		w.form, w.stem, w.role = p.form, p.stem, p.role
		w.traits |= gerund.when(len(written) > 5 && strings.HasSuffix(written, "ing"))
		if t.possessive {
			w.form = pair(w.form, fnvPrime)
		}
		out = append(out, w)
	})
	s.space = out
	return slices.Clone(out)
}

func (s *speller) spell(written string) spelled {
	if p, ok := s.known[written]; ok {
		return p
	}
	p := spelled{s.words[fold(written)], hash(strings.ToLower(written))}
	s.known[strings.Clone(written)] = p
	return p
}

// A token is a word as found in a text, before it is compared with the corpus.
type token struct {
	text       string
	before     int // byte offset of the word before
	byteStart  int
	start, end int // code points
	gap        gap
	hyphen     bool
	capital    bool
	digits     bool
	possessive bool
}

// split calls yield for each word of text in order.
func split(text string, yield func(token)) {
	var (
		point  int // code points so far
		before = fullEnd
		last   int  // byte offset of the word before
		ended  = -1 // code point at which the word before ended
		hyphen bool
	)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isWordRune(r) {
			before = max(before, gapOf(r, text[i+size:]))
			hyphen = isHyphen(r) && ended == point
			i, point = i+size, point+1
			continue
		}
		t := token{byteStart: i, start: point, before: last, gap: before, hyphen: hyphen,
			capital: unicode.IsUpper(r), digits: unicode.IsDigit(r)}
		n := wordLength(text[i:])
		t.text = text[i : i+n]
		ending := possessiveLength(text[i+n:])
		t.possessive = ending > 0
		t.end = point + utf8.RuneCountInString(text[i:i+n+ending])
		yield(t)
		i, point = i+n+ending, t.end
		before, last, ended, hyphen = noGap, t.byteStart, point, false
	}
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func gapOf(r rune, rest string) gap {
	switch r {
	case ',', '(', ')', '–', '—':
		return comma
	case ';', ':':
		return colon
	case '?', '!':
		return fullEnd
	case '.':
		if rest == "" || rest[0] == ' ' {
			return fullEnd
		}
	}
	return noGap
}

func wordLength(s string) int {
	for i, r := range s {
		if !isWordRune(r) {
			return i
		}
	}
	return len(s)
}

// possessiveLength is the number of bytes of a possessive ending ('s) at the start of s.
func possessiveLength(s string) int {
	for _, mark := range []string{"'s", "’s"} {
		if rest, ok := strings.CutPrefix(s, mark); ok {
			if r, _ := utf8.DecodeRuneInString(rest); rest == "" || !isWordRune(r) {
				return len(mark)
			}
		}
	}
	return 0
}

// fold lowers case and drops accents, so that "Côte" and "cote" are one form.
func fold(s string) string {
	s = strings.ToLower(s)
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return unaccent(s)
		}
	}
	return s
}

// stemOf is the English (Porter2) stem of a folded word.
func stemOf(folded string) string { return english.Stem(folded, false) }

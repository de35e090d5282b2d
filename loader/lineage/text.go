package lineage

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"
)

// A word is one word of a text.
type word struct {
	form       string // lower case
	stem       string // by the English Snowball stemmer
	light      bool   // a function word: no part of pairs and triples
	start, end int    // code points
}

// functionWords join what is said; they say nothing of their own.
const functionWords = " a an the of to in on at by for from with and or nor as that which its their our this these those " +
	"such into is are be been being was were has have had we us it they them also not "

// A speller gives words their stems and numbers the stems.
type speller struct {
	stems   map[string]string // by form
	numbers map[string]gram   // by stem, from 1
}

func newSpeller() *speller { return &speller{map[string]string{}, map[string]gram{}} }

// words cuts a text into words; what stands between them is no part of any.
func (s *speller) words(text string) []word {
	var list []word
	at := 0
	from := -1
	var form []rune
	flush := func() {
		if from >= 0 {
			f := string(form)
			list = append(list, word{form: f, stem: s.stem(f), light: strings.Contains(functionWords, " "+f+" "), start: from, end: at})
			from, form = -1, form[:0]
		}
	}
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if from < 0 {
				from = at
			}
			form = append(form, unicode.ToLower(r))
		} else {
			flush()
		}
		at++
	}
	flush()
	return list
}

func (s *speller) stem(form string) string {
	stem, ok := s.stems[form]
	if !ok {
		stem = english.Stem(form, true)
		s.stems[form] = stem
	}
	if s.numbers[stem] == 0 {
		s.numbers[stem] = gram(len(s.numbers) + 1)
	}
	return stem
}

// A gram is a pair or a triple of stems that follow each other, function words left out: the numbers
// of the stems, 21 bits each, the last one lowest.
type gram uint64

const gramBits = 21

// grams lists the pairs and triples of a text, each once, ascending.
func (s *speller) grams(ws []word) []gram {
	var list []gram
	var before, last gram
	for _, w := range ws {
		if w.light {
			continue
		}
		n := s.numbers[w.stem]
		if last != 0 {
			list = append(list, last<<gramBits|n)
		}
		if before != 0 {
			list = append(list, before<<(2*gramBits)|last<<gramBits|n)
		}
		before, last = last, n
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// A text is what provisions with the same words share.
type text struct {
	words   []word
	grams   []gram
	weights []float64 // of the grams
	mass    float64   // sum of the weights
}

// weights give each gram its inverse document frequency over different texts, lowered where its words are
// common by themselves.
type weights struct {
	texts int
	grams map[gram]int
	stems map[gram]int // by number
}

func countTexts(texts []*text, s *speller) *weights {
	w := &weights{texts: max(len(texts), smallCorpus), grams: map[gram]int{}, stems: map[gram]int{}}
	for _, t := range texts {
		for _, g := range t.grams {
			w.grams[g]++
		}
		seen := map[gram]bool{}
		for _, x := range t.words {
			if n := s.numbers[x.stem]; !seen[n] {
				seen[n] = true
				w.stems[n]++
			}
		}
	}
	return w
}

func (w *weights) of(g gram) float64 {
	sum, n := 0.0, 0.0
	for rest := g; rest != 0; rest >>= gramBits {
		sum += math.Log(float64(w.texts+1) / float64(max(w.stems[rest&(1<<gramBits-1)], 1)))
		n++
	}
	return math.Log(1+float64(w.texts)/float64(max(w.grams[g], 1))) * min(1, sum/n/3)
}

package lineage

import (
	"math"
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

// words cuts a text into words; what stands between them is no part of any.
func words(text string) []word {
	var list []word
	at := 0
	from := -1
	var form []rune
	flush := func() {
		if from >= 0 {
			f := string(form)
			list = append(list, word{form: f, stem: english.Stem(f, true), light: strings.Contains(functionWords, " "+f+" "), start: from, end: at})
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

// A gram is a pair or a triple of stems that follow each other, function words left out.
type gram [3]string

// grams lists the pairs and triples of a text, each once, in order of the text.
func grams(ws []word) []gram {
	var stems []string
	for _, w := range ws {
		if !w.light {
			stems = append(stems, w.stem)
		}
	}
	seen := map[gram]bool{}
	var list []gram
	add := func(g gram) {
		if !seen[g] {
			seen[g] = true
			list = append(list, g)
		}
	}
	for i := 1; i < len(stems); i++ {
		add(gram{stems[i-1], stems[i]})
		if i > 1 {
			add(gram{stems[i-2], stems[i-1], stems[i]})
		}
	}
	return list
}

// A text is what provisions with the same words share.
type text struct {
	words []word
	grams []gram
	mass  float64 // sum of the grams' weights
}

// weights give each gram its inverse document frequency over different texts, lowered where its words are
// common by themselves.
type weights struct {
	texts int
	grams map[gram]int
	stems map[string]int
}

func countTexts(texts []*text) *weights {
	w := &weights{texts: max(len(texts), smallCorpus), grams: map[gram]int{}, stems: map[string]int{}}
	for _, t := range texts {
		for _, g := range t.grams {
			w.grams[g]++
		}
		seen := map[string]bool{}
		for _, x := range t.words {
			if !seen[x.stem] {
				seen[x.stem] = true
				w.stems[x.stem]++
			}
		}
	}
	return w
}

func (w *weights) of(g gram) float64 {
	sum, n := 0.0, 0.0
	for _, s := range g {
		if s != "" {
			sum += math.Log(float64(w.texts+1) / float64(max(w.stems[s], 1)))
			n++
		}
	}
	return math.Log(1+float64(w.texts)/float64(max(w.grams[g], 1))) * min(1, sum/n/3)
}

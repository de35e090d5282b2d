package lineage

import "math"

// corpusWords counts in how many different texts each stem stands.
type corpusWords struct {
	texts    int
	df       map[uint64]int32
	trigrams map[uint64]int32
}

func countWords(texts []*text) *corpusWords {
	c := &corpusWords{texts: len(texts), df: map[uint64]int32{}}
	seen := map[uint64]bool{}
	for _, t := range texts {
		clear(seen)
		for i := range t.words {
			if s := t.words[i].stem; t.words[i].role != function && !seen[s] {
				seen[s] = true
				c.df[s]++
			}
		}
	}
	return c
}

// rarity is the inverse document frequency of a stem, scaled to 1 for a word of one text and 0
// for a word of every text, whatever the size of the corpus.
func (c *corpusWords) rarity(stem uint64) float64 {
	n := float64(max(c.texts, smallCorpus))
	return max(0, 1-math.Log(float64(max(c.df[stem], 1)))/math.Log(n+1))
}

// countCommon finds the word trigrams that many texts share and marks the words in them.
func (c *corpusWords) countCommon(texts []*text) {
	c.trigrams = map[uint64]int32{}
	seen := map[uint64]bool{}
	for _, t := range texts {
		clear(seen)
		for i := 2; i < len(t.words); i++ {
			if h, ok := trigram(t.words, i); ok && !seen[h] {
				seen[h] = true
				c.trigrams[h]++
			}
		}
	}
	least := max(commonTexts, int32(commonShare*float64(len(texts))))
	for _, t := range texts {
		ws := t.words
		for i := 2; i < len(ws); i++ {
			if h, ok := trigram(ws, i); ok && c.trigrams[h] >= least {
				for k := i - 2; k <= i; k++ {
					if ws[k].role == content || ws[k].role == verbal {
						ws[k].role = common
					}
				}
			}
		}
	}
}

func trigram(ws []word, i int) (uint64, bool) {
	if ws[i].gap >= colon || ws[i-1].gap >= colon {
		return 0, false
	}
	return pair(pair(ws[i-2].form, ws[i-1].form), ws[i].form), true
}

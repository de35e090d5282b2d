package lineage

import (
	"math"
	"math/bits"
)

// A vocabulary counts in how many different texts of the corpus words and word trigrams stand.
type vocabulary struct {
	*Thresholds
	texts    int
	hashes   []uint64         // by stem
	rarities []float64        // by stem
	trigrams map[uint64]int32 // only those that may be common
}

// newVocabulary counts the stems of texts, which must differ from each other; hashes are those of the stems.
func newVocabulary(texts []*text, hashes []uint64, t *Thresholds) *vocabulary {
	v := &vocabulary{Thresholds: t, texts: len(texts), hashes: hashes, rarities: make([]float64, len(hashes))}
	count, last := make([]int32, len(hashes)), make([]int32, len(hashes)) // by stem: its texts, and the last of them
	for n, t := range texts {
		for i := range t.words {
			s := t.words[i].stem
			if t.words[i].role != function && last[s] != int32(n)+1 {
				last[s] = int32(n) + 1
				count[s]++
			}
		}
	}
	for s, n := range count {
		v.rarities[s] = v.rarity(n)
	}
	v.countTrigrams(texts)
	return v
}

// rarity is the inverse document frequency of what so many texts have, scaled to 1 for one text and 0 for every text, so
// that it means the same in a small corpus and in a large one.
func (v *vocabulary) rarity(count int32) float64 {
	n := float64(max(v.texts, smallCorpus) + 1)
	return max(0, 1-math.Log(float64(max(count, 1)))/math.Log(n))
}

// commonAt is the number of texts from which a trigram is common.
func (v *vocabulary) commonAt() int32 {
	return int32(max(v.CommonTexts, v.CommonShare*float64(v.texts)))
}

// countTrigrams counts in two rounds, so as to hold only trigrams that can be common: the first
// counts in a table without keys, where different trigrams may fall together and only raise a count.
func (v *vocabulary) countTrigrams(texts []*text) {
	words := 0
	for _, t := range texts {
		words += len(t.words)
	}
	slots := uint64(1) << min(22, bits.Len(uint(2*words)))
	rough := make([]uint16, slots)
	for _, t := range texts {
		for i := 2; i < len(t.words); i++ {
			if h := trigram(t.words, i); h != 0 && rough[h%slots] < math.MaxUint16 {
				rough[h%slots]++
			}
		}
	}
	v.trigrams = map[uint64]int32{}
	common := v.commonAt()
	last := map[uint64]int32{}
	for n, t := range texts {
		for i := 2; i < len(t.words); i++ {
			if h := trigram(t.words, i); h != 0 && int32(rough[h%slots]) >= common && last[h] != int32(n)+1 {
				last[h] = int32(n) + 1
				v.trigrams[h]++
			}
		}
	}
}

// markCommon gives the words of common trigrams their role.
func (v *vocabulary) markCommon(words []word) {
	least := v.commonAt()
	for i := 2; i < len(words); i++ {
		if h := trigram(words, i); h == 0 || v.trigrams[h] < least {
			continue
		}
		for k := i - 2; k <= i; k++ {
			if words[k].role == content || words[k].role == verbal {
				words[k].role = common
			}
		}
	}
}

// trigram is the hash of the three words that end at words[i], 0 where they stand in two clauses.
func trigram(words []word, i int) uint64 {
	if words[i].gap >= colon || words[i-1].gap >= colon {
		return 0
	}
	return pair(pair(words[i-2].form, words[i-1].form), words[i].form)
}

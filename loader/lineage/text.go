package lineage

import (
	"math"
)

// A text is a provision's text prepared for comparison. Provisions with the same text share it.
type text struct {
	raw   string
	words []word
	// clauses holds the weight of each clause's words, head and tail apart.
	clauses []clause
	mass    float64 // sum of weights
}

// read divides raw into words and finds what can be found without the rest of the corpus:
// formulas, proper names, clauses and their tails.
func (s *speller) read(raw string) *text {
	t := &text{raw: raw, words: s.words(raw)}
	markNames(t.words)
	s.lexicon.markFormulas(t.words)
	s.lexicon.divide(t.words)
	return t
}

// markFormulas gives every word of a formula its role, longest formula first at each place.
func (l *lexicon) markFormulas(words []word) {
	for i := 0; i < len(words); {
		m := l.formulas.at(words, i)
		for k := i; k < i+m.length; k++ {
			if words[k].role != function {
				words[k].role = formulaic
				if l.formulas.names[m.name].kind == "term" {
					words[k].role = common
				}
			}
		}
		i += max(m.length, 1)
	}
}

// markNames gives the words of proper names their role: runs of words with a capital, and the
// small words between them ("Commission on Narcotic Drugs"). A capital at the start of a sentence
// is none; a text that writes most words with a capital has no names.
func markNames(words []word) {
	capitals := 0
	for i := range words {
		if words[i].capital {
			capitals++
		}
	}
	if 2*capitals > len(words) && len(words) > 6 {
		return
	}
	for i := 0; i < len(words); {
		if !words[i].capital || opensSentence(words, i) {
			i++
			continue
		}
		end := nameEnd(words, i)
		for k := i; k < end; k++ {
			if words[k].role != function {
				words[k].role = named
			}
		}
		i = end
	}
}

// opensSentence says whether the capital of words[i] may be that of a sentence, not of a name.
func opensSentence(words []word, i int) bool {
	return words[i].gap == fullEnd && (i+1 >= len(words) || !words[i+1].capital)
}

// nameEnd gives the index behind the name that starts at words[i].
func nameEnd(words []word, i int) int {
	end := i + 1
	for k := i + 1; k < len(words) && k <= end+2; k++ {
		w := &words[k]
		if w.gap != noGap {
			break
		}
		switch {
		case w.capital || w.digits && k == end:
			end = k + 1
		case w.role != function:
			return end
		}
	}
	return end
}

// divide numbers the clauses and marks their tails. A clause starts after a semicolon, colon or full
// stop, and where "and" or a comma leads to a further drafting verb.
func (l *lexicon) divide(words []word) {
	clause, matter := int16(0), 0
	tail := false
	for i := 0; i < len(words); i++ {
		w := &words[i]
		if i > 0 && (w.gap >= colon || matter > 2 && l.leadsClause(words, i)) {
			clause++
			matter, tail = 0, false
		}
		if matter > 1 && !tail {
			n, _ := l.tails.longest(words[i:])
			tail = n > 0
		}
		w.clause, w.tail = clause, tail
		if w.role == content || w.role == named {
			matter++
		}
	}
}

// leadsClause says whether a further operative clause starts at words[i].
func (l *lexicon) leadsClause(words []word, i int) bool {
	w := &words[i]
	if !l.operative[w.form] {
		return false
	}
	before := &words[i-1]
	if w.gap == comma {
		return true
	}
	for k := i - 1; k > 0 && k > i-4; k-- {
		before = &words[k]
		if before.form == l.and {
			return true
		}
		if !l.adverb[before.form] {
			return false
		}
	}
	return false
}

// weights of roles relative to a content word; see thresholds.go.
func (c *corpusWords) weigh(t *text) {
	ws := t.words
	for i := range ws {
		switch w := &ws[i]; w.role {
		case function:
			w.weight = 0
		case verbal:
			w.weight = float32(verbShare * math.Min(c.rarity(w.stem), verbCap))
		default:
			w.weight = float32(c.rarity(w.stem))
		}
	}
	for i := 0; i < len(ws); {
		j := i + 1
		for j < len(ws) && (ws[j].role == ws[i].role || ws[j].role == function) && ws[j].gap == noGap {
			j++
		}
		for ws[j-1].role == function && j-1 > i {
			j--
		}
		switch ws[i].role {
		case formulaic:
			lighten(ws[i:j], formulaMass)
		case common:
			lighten(ws[i:j], commonMass)
		case named:
			lighten(ws[i:j], nameMass)
		}
		i = j
	}
	for i := range ws {
		t.mass += float64(ws[i].weight)
	}
	t.clauses = clausesOf(ws)
}

// lighten scales the weights of a run so that they sum to at most mass.
func lighten(run []word, mass float64) {
	sum := 0.0
	for i := range run {
		sum += float64(run[i].weight)
	}
	if sum <= mass {
		return
	}
	for i := range run {
		run[i].weight *= float32(mass / sum)
	}
}

package lineage

// A text is the text of one or more provisions, prepared for comparison.
type text struct {
	raw    string
	words  []word
	group  int32 // texts of the same words, whatever their case and punctuation
	hedges []hedge
}

// read divides raw into words and finds what can be found without the rest of the corpus: proper
// names, formulas, clauses and their tails.
func (s *speller) read(raw string) *text {
	t := &text{raw: raw, words: s.divided(raw)}
	markNames(t.words)
	t.hedges = s.lexicon.markFormulas(t.words)
	s.lexicon.divide(t.words)
	return t
}

// A hedge is a limiting or conditioning formula at its place in a text.
type hedge struct {
	name  string
	words stretch
}

// markFormulas gives the words of formulas their role, longest formula first at each place, and gives
// the hedges among them.
func (l *lexicon) markFormulas(words []word) []hedge {
	var hedges []hedge
	for i := 0; i < len(words); {
		m := l.formulas.at(words, i)
		if m.length == 0 {
			i++
			continue
		}
		as, name := formulaic, l.formulas.names[m.name]
		switch name.kind {
		case "term":
			as = common // a text may be about such a thing: it tells something, though little
		case "epithet":
			as = common
			if predicated(words, i) {
				as = content
			}
		case "hedge":
			hedges = append(hedges, hedge{name.name, stretch{i, i + m.length}})
		}
		mark(words[i:i+m.length], as)
		i += m.length
	}
	return hedges
}

// predicated says whether the epithet at words[i] is what is said of a body ("the role of the
// Commission as the policymaking body", "continuing, within its mandate, as the principal one"), not
// an aside to its name ("the Commission, as the policymaking body, ...").
func predicated(words []word, i int) bool {
	if words[i].gap == noGap {
		return true
	}
	for i > 0 && (words[i-1].role == formulaic || words[i-1].role == function) {
		i--
	}
	return i > 0 && words[i-1].role != named
}

func mark(words []word, as role) {
	for i := range words {
		if words[i].role != function {
			words[i].role = as
		}
	}
}

// markNames gives the words of proper names their role: runs of words with a capital, and the
// small words between them ("Commission on Narcotic Drugs"). A capital at the start of a sentence
// makes no name, nor do the capitals of a text that writes most words with one.
func markNames(words []word) {
	capitals := 0
	for i := range words {
		if words[i].is(capital) {
			capitals++
		}
	}
	if 2*capitals > len(words) && len(words) > 6 {
		return
	}
	for i := 0; i < len(words); {
		if !words[i].is(capital) || opensSentence(words, i) {
			i++
			continue
		}
		end := nameEnd(words, i)
		mark(words[i:end], named)
		i = end
	}
}

// opensSentence says whether the capital of words[i] is that of a sentence.
func opensSentence(words []word, i int) bool {
	return words[i].gap == fullEnd && (i+1 == len(words) || !words[i+1].is(capital))
}

// nameEnd gives the index behind the name that starts at words[i].
func nameEnd(words []word, i int) int {
	end := i + 1
	for k := i + 1; k < len(words) && k <= end+2 && words[k].gap == noGap; k++ {
		w := &words[k]
		switch {
		case w.is(capital) || w.is(digits) && k == end:
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
	clause, matter, inTail := int16(0), 0, false
	for i := range words {
		w := &words[i]
		if i > 0 && (w.gap >= colon || matter > 2 && l.leadsClause(words, i)) {
			clause++
			matter, inTail = 0, false
		}
		if matter > 1 && !inTail {
			n, _ := l.tails.longest(words[i:])
			inTail = n > 0
		}
		w.clause, w.traits = clause, w.traits|tail.when(inTail)
		if w.role == content || w.role == named {
			matter++
		}
	}
}

// leadsClause says whether words[i] is the verb of a further clause.
func (l *lexicon) leadsClause(words []word, i int) bool {
	if !l.operative[words[i].form] {
		return false
	}
	if words[i].gap == comma {
		return true
	}
	for k := i - 1; k > 0 && k > i-4; k-- {
		if words[k].form == l.and {
			return true
		}
		if !l.adverb[words[k].form] {
			return false
		}
	}
	return false
}

// weigh gives every word its weight.
func (v *vocabulary) weigh(words []word) {
	for i := range words {
		w := &words[i]
		switch w.role {
		case function:
			w.weight = 0
		case verbal:
			w.weight = float32(v.VerbShare * min(v.rarities[w.stem], v.VerbCap))
		default:
			w.weight = float32(v.rarities[w.stem])
		}
	}
	for i := 0; i < len(words); {
		j := runEnd(words, i)
		switch words[i].role {
		case formulaic:
			lighten(words[i:j], float32(v.FormulaMass))
		case common:
			lighten(words[i:j], float32(v.CommonMass))
		case named:
			lighten(words[i:j], float32(v.NameMass))
		}
		i = j
	}
}

// runEnd gives the index behind the words from i on that have the same role, with the function words
// between them.
func runEnd(words []word, i int) int {
	end := i + 1
	for k := i + 1; k < len(words) && words[k].gap == noGap; k++ {
		switch words[k].role {
		case words[i].role:
			end = k + 1
		case function:
		default:
			return end
		}
	}
	return end
}

// lighten scales the weights of a run so that they sum to at most mass.
func lighten(run []word, mass float32) {
	sum := float32(0)
	for i := range run {
		sum += run[i].weight
	}
	if sum <= mass {
		return
	}
	for i := range run {
		run[i].weight *= mass / sum
	}
}

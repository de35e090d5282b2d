package clause

func (s *scan) skipAdverbs(i int) int {
	for s.grammar.isAdverb(s.text.Fold(i)) {
		i++
	}
	return i
}

// skipAsides passes adverbs and set phrases such as "in this regard", with commas around them.
func (s *scan) skipAsides(i int) int {
	for {
		start := i
		i = s.skipAdverbs(i)
		at := i
		if s.text.Fold(at) == "," {
			at++
		}
		at = s.skipAdverbs(at)
		if at > i+1 && s.text.Fold(i) == "," && s.text.Fold(at) == "," {
			i = s.skipAdverbs(at + 1) // ", however,"
			continue
		}
		if m, ok := s.grammar.asides.Longest(&s.text, at); ok {
			i = m.End
			if s.text.Fold(i) == "," {
				i++
			}
		}
		if i == start {
			return i
		}
	}
}

// skipJoined passes what may stand between a conjunction and its verb: ", in accordance with national
// law, encourage".
func (s *scan) skipJoined(at, end int) int {
	at = s.skipAsides(at)
	if s.text.Fold(at) == "," && s.grammar.asideOpeners[s.text.Fold(at+1)] && !s.statesPurpose(at+1) {
		for k := at + 2; k < end && k < at+16; k++ {
			if s.text.Fold(k) == "," {
				return s.skipAsides(k + 1)
			}
		}
	}
	if s.grammar.asideOpeners[s.text.Fold(at)] && !s.statesPurpose(at) {
		for k := at + 1; k < end && k < at+8; k++ {
			if s.text.Fold(k) == "," {
				return s.skipAsides(k + 1)
			}
		}
	}
	return at
}

// statesPurpose says whether "in order to", "with a view to" or an infinitive begins at token i: what
// follows it carries the purpose on and is no new clause.
func (s *scan) statesPurpose(i int) bool {
	switch s.text.Fold(i) + " " + s.text.Fold(i+1) {
	case "in order", "with a", "so as", "for the", "with the":
		return true
	}
	return s.opensInfinitive(i)
}

// skipOpeningAside passes an adverbial before the subject: "In this connection, we …", "Convinced of
// that, …" is not one, since it is an act of its own.
func (s *scan) skipOpeningAside(i, end int) int {
	first := s.text.Fold(i)
	if !s.grammar.asideOpeners[first] && !s.grammar.isAdverb(first) || first == "having" {
		return i
	}
	if _, ok := s.verbAt(i, false); ok {
		return i
	}
	for k := i + 1; k < end && k < i+30; k++ {
		if s.text.Fold(k) == "," {
			next := s.skipAdverbs(k + 1)
			if s.text.Fold(next) == "we" {
				return k + 1
			}
			if k < i+14 {
				return k + 1
			}
		}
	}
	return i
}

// skipOpening passes what stands before the verb of a governed paragraph: "In order to reinforce the
// fight, ensure …"; "Working within their legal frameworks, consider …" where the chapeau calls for a bare
// verb.
func (s *scan) skipOpening(start, end int) int {
	first := s.text.Fold(start)
	v, isVerb := s.verbAt(start, true)
	if !s.grammar.asideOpeners[first] && !(isVerb && v.form == participle && s.governed.Mood == Should) {
		return start
	}
	for k := start + 1; k < end && k < start+40; k++ {
		if s.text.Fold(k) != "," {
			continue
		}
		if v, ok := s.verbAt(k+1, true); ok && v.form == bare && (!v.noun || s.takesObject(v)) {
			return k + 1
		}
	}
	return start
}

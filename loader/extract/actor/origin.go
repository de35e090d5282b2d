package actor

import "reaffirm/loader/extract/clause"

// "reports of the Office and the Board"; "the decision of the General Assembly to convene"
func ownsBefore(s *site) bool {
	if s.m.class || s.sessionOf() || s.modifies() {
		return false
	}
	if s.prep("by") {
		return s.words.Decisions[s.noun()]
	}
	if !s.prep("of") {
		return false
	}
	if s.words.Products[s.noun()] {
		return !isAuspices(s)
	}
	// "the Model Lists of Essential Medicines of the Organization", "the Recommendations on Money-Laundering of
	// the Task Force"
	return len(s.path) > 1 && oneOf(s.path[1].prep, "of", "on") && s.words.Products[s.path[1].noun] && s.isTitled(s.path[1].at-1)
}

// isTitled says whether the noun at token i is part of a title, with a capital.
func (s *site) isTitled(i int) bool {
	return i >= 0 && s.text.Tokens[i].IsCapital()
}

// "Commission resolutions"; "existing Board and Office tools and projects"; "the Board's model memorandum"
func ownsAfter(s *site) bool {
	if s.m.class {
		return false
	}
	if s.after(0) == "in" && s.after(1) == "its" && s.words.Products[s.after(2)] {
		return true // "the Commission in its resolution 49/3"
	}
	if s.text.Fold(s.m.np-1) == "," && s.resolvesBefore() {
		return true
	}
	i := s.end
	if s.text.Fold(i) == "'s" || s.text.Fold(i) == "'" {
		i++
	}
	for k := i; k < i+6 && k < s.text.Len(); k++ {
		word := s.text.Fold(k)
		if s.words.Products[word] {
			return true
		}
		if !s.text.Tokens[k].IsWord() && word != "-" || s.words.Prepositions[word] || isJoiner(word) || s.inside[k] >= 0 {
			return false
		}
		if _, form, noun, ok := s.lexicon.Verb(word); ok && !noun && form != clause.Past {
			return false
		}
	}
	return false
}

// resolvesBefore reads "in its resolution 49/3, the Commission".
func (s *site) resolvesBefore() bool {
	for k := s.m.np - 2; k > 0 && k > s.m.np-18; k-- {
		if s.inside[k] >= 0 || s.endsPath(k) {
			return false
		}
		if s.text.Fold(k) == "its" {
			return s.words.Products[s.text.Fold(k+1)]
		}
	}
	return false
}

// "a guide issued by the World Health Organization"; "a declaration adopted at the Meeting of Heads of …"
func issues(s *site) bool {
	if s.m.class || !s.prep("by", "at") || !s.words.Issuing[s.noun()] {
		return false
	}
	if s.noun() == "made" {
		return false
	}
	return !isExaminer(s) && !isAgentOfPassive(s)
}

// "the outcome document of the thirtieth special session of the General Assembly"
func holdsSession(s *site) bool {
	return s.sessionOf() && s.sessionOwnsProduct() && !isExaminerInSession(s)
}

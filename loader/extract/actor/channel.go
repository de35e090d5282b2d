package actor

// "including through the Commission"; "via the multilateral portals of the Office"; "through programmes
// administered by the Office"
func isChannel(s *site) bool {
	if s.prep("through", "via") {
		return !s.path[0].listed || !ownsAfter(s)
	}
	if !s.prep("by", "of") || len(s.path) < 2 || !s.words.Running[s.noun()] {
		return false
	}
	for _, st := range s.path[1:] {
		if oneOf(st.prep, "through", "via") {
			return true
		}
		if st.verb != "" && !oneOf(st.verb, "administer", "provide", "manage", "offer", "operate", "implement") {
			return false
		}
	}
	return false
}

// "under the auspices of the Commission"
func isAuspices(s *site) bool {
	return s.prep("of") && !s.m.class && (s.words.Auspices[s.noun()] ||
		s.noun() == "framework" && oneOf(s.text.Fold(s.path[0].at-3), "within", "in", "under"))
}

// "the Commission-led follow-up"; "a preparatory process led by the Commission"
func leads(s *site) bool {
	if s.text.Fold(s.m.end) == "-" && s.text.Fold(s.m.end+1) == "led" {
		return true
	}
	return s.prep("by") && s.noun() == "led"
}

// "inclusive discussions within the Commission"
func isForum(s *site) bool {
	return !s.m.class && s.prep("within", "in", "at") && !s.modifies() && !s.words.Issuing[s.noun()]
}

// "at each regular session of the Commission"; "have met at the high-level segment of the fifty-second
// session of the Commission"
func isMeetingPlace(s *site) bool {
	return s.sessionOf() && !s.sessionOwnsProduct() && !isExaminerInSession(s)
}

// sessionOf says whether the mention is the body whose session is meant.
func (s *site) sessionOf() bool {
	return s.prep("of") && s.words.Sessions[s.noun()]
}

// sessionOwnsProduct says whether the session is named for what it made ("commitments made at the twentieth
// special session of the General Assembly") or for itself, rather than as the place of an act.
func (s *site) sessionOwnsProduct() bool {
	for i, st := range s.path {
		if i == 0 {
			continue
		}
		if s.words.Products[st.noun] || s.words.Issuing[st.noun] {
			return true
		}
		if st.verb != "" {
			break
		}
	}
	return len(s.path) < 2 || !oneOf(s.path[1].prep, "at", "during", "in", "of", "for", "to")
}

package actor

// "make available relevant information to the Commission"; "report on their activities to the Board"
func isReportedTo(s *site) bool {
	if s.prep("of") && s.noun() == "attention" {
		return true // "bring to the attention of the Commission"
	}
	if !s.prep("to") || s.modifies() {
		return false
	}
	if s.words.Information[s.noun()] {
		return true
	}
	if s.words.Support[s.noun()] {
		return false
	}
	for _, st := range s.path[1:] {
		if st.verb == "" && !oneOf(st.prep, "on", "of", "for", "in", "about", "regarding", "concerning", "from") {
			return false
		}
		if st.verb != "" {
			return s.words.ReportingVerbs[st.verb]
		}
		if s.words.Information[st.noun] {
			return true
		}
	}
	return false
}

// "for consideration by the Commission"; "instruments to be considered and adopted by the Commission"
func isExaminer(s *site) bool {
	if !s.prep("by") {
		return false
	}
	switch s.noun() {
	case "consideration", "adoption", "approval", "review", "examination", "endorsement":
		return s.text.Fold(s.path[0].at-2) == "for" || s.text.Fold(s.path[0].at-3) == "for"
	}
	if !s.words.Examining[s.noun()] {
		return false
	}
	for i := s.path[0].at - 1; i > s.path[0].at-6; i-- {
		if s.text.Fold(i) == "be" {
			return true
		}
	}
	return false
}

// "for consideration at the sixty-third session of the Commission"
func isExaminerInSession(s *site) bool {
	if !s.sessionOf() {
		return false
	}
	for _, st := range s.path[1:] {
		if s.words.Considerations[st.noun] {
			return true
		}
		if st.verb != "" {
			return oneOf(st.verb, "submit", "present", "report")
		}
	}
	return false
}

// "and to keep the Commission appropriately updated"
func isInformed(s *site) bool { return s.words.InformingVerbs[s.firstVerb()] && !s.modifies() }

// "in order to present the Board with estimates"
func isPresentedWith(s *site) bool {
	if !s.words.ProvidingVerbs[s.firstVerb()] {
		return false
	}
	for i := s.end; i < s.text.Len() && i < s.end+3; i++ {
		if s.text.Fold(i) == "with" {
			return s.informs(i + 1)
		}
	}
	return false
}

// informs says whether a noun of information stands within a few tokens from i.
func (s *site) informs(i int) bool {
	for k := i; k < i+5; k++ {
		if s.words.Information[s.text.Fold(k)] {
			return true
		}
	}
	return false
}

// "share this information with relevant international agencies and other Governments"
func isSharedWith(s *site) bool {
	if !s.prep("with") || s.words.Cooperation[s.noun()] || s.modifies() || oneOf(s.noun(), "accordance", "conformity", "compliance", "line") {
		return false
	}
	for _, st := range s.path {
		if s.words.SharingVerbs[st.noun] || s.words.SharingVerbs[st.verb] {
			return true
		}
		if st.verb != "" {
			return false
		}
	}
	return false
}

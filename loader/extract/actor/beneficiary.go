package actor

import "reaffirm/graph"

// "technical assistance to Member States"; "training for civil society organizations"; "contributions to
// the work of the Commission"
func isSupportedBy(s *site) bool {
	if s.prep("to", "for") && !s.modifies() {
		return s.supports(0)
	}
	if s.prep("of") && s.words.Work[s.noun()] {
		for k, st := range s.path {
			if st.verb != "" {
				return false
			}
			if st.prep == "to" && s.supports(k) {
				return true
			}
		}
	}
	return false
}

// supports says whether a noun of support governs step k of the path, directly or through what the support
// is for, in or by: "assistance in the field of education to States", "support provided by the Office to States".
func (s *site) supports(k int) bool {
	for n, st := range s.path[k:] {
		if st.verb != "" || n > 0 && !oneOf(st.prep, "of", "for", "in", "to", "at", "on", "by") {
			return false
		}
		if s.words.Support[st.noun] {
			return true
		}
	}
	return false
}

// "Assist the Office in expanding online tools"; "support States engaged in alternative development"
func isObjectOfSupport(s *site) bool {
	if !s.words.SupportingVerbs[s.firstVerb()] || s.modifies() {
		return false
	}
	return s.firstVerb() != "enable"
}

// "enhance the capacity of Member States"
func hasCapacityBuilt(s *site) bool {
	if !s.prep("of") || !s.words.Capacity[s.noun()] {
		return false
	}
	return s.act != nil && s.words.FurtheringVerbs[s.governor()]
}

// "support efforts by the Office and the Board to assist …"; "strengthen the work of the Commission"; "the
// work that the Office undertakes"
func hasWorkSupported(s *site) bool {
	if s.prep("of") && s.words.Strengthenings[s.noun()] {
		return true // "including the strengthening of the Office"
	}
	if s.act == nil || s.act.Kind == graph.Appraisal {
		return false
	}
	if s.prep("of", "by") && (s.words.Work[s.noun()] || s.noun() == "role") {
		return s.words.FurtheringVerbs[s.governor()]
	}
	if len(s.path) == 0 && s.stop > 0 && s.text.Fold(s.stop) == "that" && s.words.Work[s.text.Fold(s.stop-1)] {
		up, _ := s.reading.path(s.stop-2, s.stop-1)
		for _, st := range up {
			if st.verb != "" {
				return s.words.FurtheringVerbs[st.verb]
			}
		}
	}
	return false
}

// "Provide the United Nations entities having pertinent expertise with resources"; "provide Member States, in
// coordination with the Board, with assistance"
func isProvidedWith(s *site) bool {
	if !s.words.ProvidingVerbs[s.firstVerb()] {
		return false
	}
	for i := s.end; i < s.text.Len() && i < s.end+24; i++ {
		switch s.text.Fold(i) {
		case "with":
			if !s.words.Cooperation[s.nounBefore(i)] {
				return !s.informs(i + 1)
			}
		case ";", ".":
			return false
		}
	}
	return false
}

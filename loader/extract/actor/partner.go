package actor

// "in close cooperation with the Board and the World Health Organization"; "strengthening the dialogue of
// the Commission with the Board"
func isCooperatedWith(s *site) bool {
	if !s.prep("with") || s.modifies() && s.noun() == "" {
		return false
	}
	if s.noun() == "together" && isDescribedAs(s) {
		return false // "the Commission, together with the Board, as the organs with prime responsibility"
	}
	if s.words.Cooperation[s.noun()] || s.compound(s.words.Cooperation) {
		return true
	}
	for _, st := range s.path[1:] {
		if st.verb != "" {
			return s.words.CooperatingVerbs[st.verb]
		}
		if s.words.Cooperation[st.noun] {
			return true
		}
	}
	return false
}

// "including through the cooperation between the Commission and the Statistical Commission";
// "coordination with and among United Nations entities"
func isCooperationBetween(s *site) bool {
	if s.prep("between", "among") {
		return (s.words.SharedWork[s.noun()] || s.compound(s.words.SharedWork)) && !s.reciprocal()
	}
	return s.verb("reach out") // "Reach out to the private sector"
}

// compound says whether the noun before the governing preposition is the head of a compound with one of the
// words: "cooperation initiatives with", "consultative mechanisms between".
func (s *site) compound(words wordSet) bool {
	if !s.words.Compounds[s.noun()] {
		return false
	}
	first := s.text.Fold(s.path[0].at - 2)
	return words[first] || s.words.Cooperative[first]
}

// reciprocal says whether States alone cooperate with each other: they are agents, not partners.
func (s *site) reciprocal() bool {
	if s.m.body != memberStates {
		return false
	}
	for _, m := range s.mentions {
		if m.body != memberStates && m.start > s.path[0].at && m.end <= s.end+6 {
			return false
		}
	}
	return true
}

// "the meaningful participation of civil society organizations"; "with the assistance of the Office"
func isParticipant(s *site) bool {
	if !s.prep("of", "by", "from") {
		return false
	}
	if s.words.TakingPart[s.noun()] {
		return !s.prep("by") || s.noun() == "participation" || s.noun() == "involvement"
	}
	if s.prep("of") && s.isOfficer() && len(s.path) > 1 && s.words.TakingPart[s.path[1].noun] {
		return true // "with the involvement of the President of the General Assembly"
	}
	return s.words.HelpGiven[s.noun()] && len(s.path) > 1 && s.path[1].prep == "with"
}

// isOfficer says whether the noun before "of" is an officer or a part of the body, who stands for it.
func (s *site) isOfficer() bool {
	return s.words.Officers[s.noun()]
}

// "involving, as appropriate, civil society and academia"
func isInvolved(s *site) bool { return s.verb("involve", "engage", "consult") && !s.modifies() }

// "civil society entities should be enabled to play a participatory role"
func hasParticipatoryRole(s *site) bool {
	if s.act == nil {
		return false
	}
	for i := s.end; i < s.act.End && i < s.end+25; i++ {
		if s.text.Fold(i) == "participatory" && s.text.Fold(i+1) == "role" {
			return true
		}
	}
	return false
}

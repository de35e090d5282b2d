package actor

// "the treaty-mandated roles of the Board"; "the leading role of the Office"
func hasRole(s *site) bool {
	return s.prep("of") && s.words.Standing[s.noun()]
}

// "the Office as the leading entity in the United Nations system"; "the Commission, as the organ with prime
// responsibility"
func isDescribedAs(s *site) bool {
	if s.m.class && s.m.body != unEntities {
		return false
	}
	at := s.m.end
	for i := at; i < s.text.Len() && i < at+9; i++ {
		if s.text.Fold(i) == "as" && s.words.Articles[s.text.Fold(i+1)] {
			for k := i + 2; k < i+10; k++ {
				if s.words.Organs[s.text.Fold(k)] {
					return true
				}
				if s.words.Prepositions[s.text.Fold(k)] {
					return false
				}
			}
			return false
		}
		switch s.text.Fold(i) {
		case ",", "continuing", "within", "its", "mandate", "acting":
			continue
		}
		return false
	}
	return false
}

// "the important role played by civil society"; "the important role these industries can play"; "recognize
// that civil society plays an important role"
func playsRole(s *site) bool {
	if s.prep("by") && s.noun() == "played" {
		return true
	}
	if s.text.Fold(s.m.np-1) == "role" {
		return true
	}
	return len(s.path) == 0 && s.text.Fold(s.stop) == "that" && s.plays()
}

// plays says whether the mention is the subject of "play a … role": "recognize that civil society plays an
// important role".
func (s *site) plays() bool {
	for i := s.m.end; i < s.text.Len() && i < s.m.end+16; i++ {
		switch s.text.Fold(i) {
		case "play", "plays", "played":
			for k := i + 1; k < i+6; k++ {
				if s.text.Fold(k) == "role" || s.text.Fold(k) == "part" {
					return !s.participates(i, k)
				}
			}
			return false
		case ";", ".", "that", "to":
			return false
		}
	}
	return false
}

func (s *site) participates(i, k int) bool {
	for ; i < k; i++ {
		if s.text.Fold(i) == "participatory" {
			return true
		}
	}
	return false
}

package clause

import "reaffirm/loader/extract/clause/prose"

// A scan reads one provision.
type scan struct {
	lexicon   *lexicon
	grammar   *grammar
	text      prose.Text
	governed  Governance
	describes bool // it stands under a heading that announces a description
	acts      []Act
	opener    bool // it opens a document or names its speaker: "We, the Ministers …, have met"
}

// read finds the acts, piece by piece: a piece is a sentence, or a part of one between semicolons.
func (s *scan) read() {
	if s.inherit() {
		return
	}
	for start := s.skipMarks(); start < s.text.Len(); {
		end := s.pieceEnd(start)
		s.piece(start, end)
		start = end + 1
	}
}

// skipMarks is the first token after opening quotation marks and a label in parentheses.
func (s *scan) skipMarks() int {
	i := 0
	for s.text.Fold(i) == "\"" || s.text.Fold(i) == "“" || s.text.Fold(i) == "«" {
		i++
	}
	if s.text.Fold(i) == "(" && s.text.Fold(i+2) == ")" {
		i += 3
	}
	return i
}

// pieceEnd is the index of the semicolon or full stop that ends the piece, or Len.
func (s *scan) pieceEnd(i int) int {
	for ; i < s.text.Len(); i++ {
		switch s.text.Fold(i) {
		case ";":
			if !s.itemFollows(i + 1) {
				return i
			}
		case ".":
			if s.endsSentence(i) {
				return i
			}
		}
	}
	return i
}

// itemFollows says whether a lettered item of a list in the running text begins at token i: "; (b)
// coordinate work", "; and (c) include". Such a list is one piece.
func (s *scan) itemFollows(i int) bool {
	switch s.text.Fold(i) {
	case "and", "or":
		i++
	}
	return s.text.Fold(i) == "(" && s.text.Fold(i+2) == ")"
}

// endsSentence tells a full stop from the stop of an abbreviation: what follows it begins with a
// capital, and what stands before it is no abbreviation.
func (s *scan) endsSentence(i int) bool {
	if i+1 >= s.text.Len() {
		return true
	}
	if i == 0 || !s.text.Tokens[i+1].IsCapital() || s.text.Tokens[i+1].Glued {
		return false
	}
	return !s.grammar.abbreviated[s.text.Fold(i-1)]
}

// piece reads one piece: how it opens, then the clauses that follow in it.
func (s *scan) piece(start, end int) {
	if a, ok := s.open(start, end); ok {
		s.follow(a, end)
		return
	}
	if a, ok := s.turn(start, end); ok {
		s.follow(a, end)
	}
}

// turn finds where a description turns to what its authors do: "These are new promises, but we are
// resolved to …".
func (s *scan) turn(start, end int) (Act, bool) {
	for i := start; i < end; i++ {
		j, at := s.jointAt(i)
		if j != commaAnd || s.text.Fold(at) != "we" {
			continue
		}
		if a, ok := s.openWe(at, at, end); ok && a.Verbs[0].drafting {
			return a, true
		}
	}
	return Act{}, false
}

// follow adds an act and the clauses coordinated with it up to end.
func (s *scan) follow(a Act, end int) {
	switch a.Rule {
	case NounBelow, NominalBelow:
		a.End = s.trim(a.Start, end)
		s.add(a)
		return
	}
	for {
		s.coordinateVerbs(&a, end)
		next, cut, ok := s.nextClause(&a, end)
		if !ok {
			a.End = s.trim(a.Start, end)
			s.add(a)
			return
		}
		a.End = s.trim(a.Start, cut)
		s.add(a)
		a = next
	}
}

// add appends the act; where its coordinated verbs do different things ("welcomes and encourages"), one act
// for each run of verbs that do the same.
func (s *scan) add(a Act) {
	part := a
	part.Verbs = []Verb{a.Verbs[0]}
	for _, v := range a.Verbs[1:] {
		kind := part.Kind
		if v.drafting {
			kind = s.kindOf(v, &a)
		}
		if kind != part.Kind {
			s.acts = append(s.acts, part)
			part.Kind, part.Verbs = kind, nil
			if !part.Inherited {
				part.Strength = v.strength
			}
		}
		part.Verbs = append(part.Verbs, v)
	}
	s.acts = append(s.acts, part)
}

// trim moves end back over punctuation and conjunctions.
func (s *scan) trim(start, end int) int {
	for end > start+1 {
		switch s.text.Fold(end - 1) {
		case ",", ";", ".", ":", "and", "or", "but", "therefore":
			end--
			continue
		}
		break
	}
	return end
}

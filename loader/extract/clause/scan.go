package clause

import (
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

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

// describes says whether the innermost heading announces a description of how things are.
func describes(headings []string) bool {
	if len(headings) == 0 {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(headings[len(headings)-1])) {
	case "problem", "problems", "background", "the problem", "the challenge", "introduction":
		return true
	}
	return false
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
// capital, and what stands before it is a word of more than three letters or a lower-case one.
func (s *scan) endsSentence(i int) bool {
	if i+1 >= s.text.Len() {
		return true
	}
	if i == 0 || !s.text.Tokens[i+1].IsCapital() || s.text.Tokens[i+1].Glued {
		return false
	}
	switch s.text.Fold(i - 1) {
	case "art", "arts", "para", "paras", "no", "nos", "vol", "add", "corr", "rev", "mr", "ms", "mrs", "dr", "st", "cf", "e", "g", "i":
		return false
	}
	return true
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

// add appends the act; where its coordinated verbs do different things, one act for each.
func (s *scan) add(a Act) {
	kinds := []graph.CommitmentKind{a.Kind}
	for _, v := range a.Verbs[1:] {
		k := s.kindOf(v, &a)
		if v.act && !v.drafting {
			continue
		}
		if k != kinds[len(kinds)-1] {
			kinds = append(kinds, k)
		}
	}
	if len(kinds) == 1 {
		s.acts = append(s.acts, a)
		return
	}
	var part Act
	for i, v := range a.Verbs {
		k := a.Kind
		if i > 0 && (v.drafting || !v.act) {
			k = s.kindOf(v, &a)
		}
		if i == 0 || k != part.Kind {
			if i > 0 {
				s.acts = append(s.acts, part)
			}
			part = a
			part.Kind, part.Verbs, part.Strength = k, nil, 0
		}
		part.Verbs = append(part.Verbs, v)
		part.Strength = max(part.Strength, s.strengthIn(v, &part))
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

func (s *scan) kind() graph.ProvisionKind {
	operative := false
	for _, a := range s.acts {
		operative = operative || !s.introducesOnly(a)
	}
	switch {
	case operative:
		return graph.Operative
	case len(s.acts) > 0 || s.opener || s.isFragment():
		return graph.Frame
	}
	return graph.Statement
}

// isFragment says whether the text only leads on: it ends with a colon, or with a comma and names a
// speaker ("The General Assembly,").
func (s *scan) isFragment() bool {
	n := s.text.Len()
	if n == 0 {
		return true
	}
	switch s.text.Fold(n - 1) {
	case ":":
		return n < 48 && s.pieceEnd(0) >= n
	case ",":
		return n < 16
	}
	return s.namesOrgan()
}

// namesOrgan says whether the text is no more than the name of an organ: "The General Assembly".
func (s *scan) namesOrgan() bool {
	if s.text.Len() > 9 || s.text.Fold(0) != "the" {
		return false
	}
	for i := 1; i < s.text.Len(); i++ {
		if t := s.text.Tokens[i]; !t.IsCapital() && !oneOf(t.Fold, "of", "the", "on", "and", "for") {
			return false
		}
	}
	return s.text.Len() > 1
}

// introducesOnly says whether an act has no content but what is listed below it: "Member States
// should:", "Recognize that:", "We identify the following achievements, challenges and priorities …:".
func (s *scan) introducesOnly(a Act) bool {
	n := s.text.Len()
	if s.text.Fold(n-1) != ":" || a.End < n-1 || len(s.acts) > 1 {
		return false
	}
	last := a.Verbs[len(a.Verbs)-1]
	rest := s.skipAsides(max(last.End, a.SubjectEnd))
	switch {
	case rest >= a.End:
		return true
	case s.text.Fold(rest) == "that" && rest+8 >= a.End && !s.hasVerb(rest+1, a.End):
		return true // "Recognize that:", "It is recommended that States:"
	case s.text.Fold(rest) == "the" && s.text.Fold(rest+1) == "following":
		return a.Kind != graph.Pledge
	}
	return a.Kind == graph.Directive && a.Voice != Asked && s.isAddressee(rest, a.End)
}

func (s *scan) hasVerb(i, j int) bool {
	for ; i < j; i++ {
		if v, ok := s.verbAt(i, true); ok && !v.noun {
			return true
		}
	}
	return false
}

// isAddressee says whether the stretch holds only whom a directive addresses: "Requests the Board:",
// "Calls upon Member States to:".
func (s *scan) isAddressee(i, j int) bool {
	for k := i; k < j; k++ {
		switch word := s.text.Fold(k); {
		case word == "to" && k == j-1:
			return true
		case word == "to", word == "that", word == "for":
			return false
		}
	}
	return true
}

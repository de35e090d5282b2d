package clause

import (
	"strings"

	"reaffirm/graph"
)

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

// describe says whether the innermost heading announces a description of how things are.
func (g *grammar) describe(headings []string) bool {
	if len(headings) == 0 {
		return false
	}
	return g.descriptions[strings.ToLower(strings.TrimSpace(headings[len(headings)-1]))]
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

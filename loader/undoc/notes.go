package undoc

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"reaffirm/graph"
)

// notes are a document's footnotes, by marker and in order of the source.
type notes struct {
	all      []Note
	byMarker map[string][]int
	called   map[string]int // markers that some mark calls, without counting
}

// readNotes reads footnotes and resolves "Ibid.".
func (s *source) readNotes(blocks []*block) *notes {
	n := &notes{byMarker: make(map[string][]int), called: make(map[string]int)}
	before := ""
	for _, b := range blocks {
		resolved, ok := resolveIbid(before, b.text)
		at := s.place(b.first, b.last, b.body[0].start, b.body[len(b.body)-1].end)
		if !ok {
			s.report(graph.Warning, at, "footnote %s says \"Ibid.\", but no footnote before it cites a source", b.marker)
		}
		if resolved != "" {
			before = resolved
		}
		n.byMarker[b.marker] = append(n.byMarker[b.marker], len(n.all))
		n.all = append(n.all, Note{Footnote: graph.Footnote{
			Marker: b.marker, Text: b.text, Resolved: resolved, Source: at,
		}})
	}
	return n
}

// call gives the footnote that a mark at a line calls: the first of its marker that stands at or
// behind the line, else the last before it.
func (n *notes) call(marker string, line int, caller string) (graph.Footnote, bool) {
	at := n.byMarker[marker]
	if len(at) == 0 {
		return graph.Footnote{Marker: marker}, false
	}
	i := at[len(at)-1]
	if k, _ := slices.BinarySearchFunc(at, line, func(i, line int) int {
		return n.all[i].Source.StartLine - line
	}); k < len(at) {
		i = at[k]
	}
	note := &n.all[i]
	if len(note.Callers) == 0 || note.Callers[len(note.Callers)-1] != caller {
		note.Callers = append(note.Callers, caller)
	}
	return note.Footnote, true
}

var (
	ibid = regexp.MustCompile(`(?i)\bibid\.(?:,\s*(\S+))?`)
	// finer details say where in a source; others ("Seventh Session", "Supplement No. 8") which one.
	finer = regexp.MustCompile(`^(?:paras?|pp?|chaps?|sects?|arts?|annex(?:es)?|tables?|footnotes?)\b`)
	see   = regexp.MustCompile(`^(?i:see also |see )`)
)

// Bounds, so that what is resolved cannot outgrow its source. No footnote of a real document comes near.
const (
	maxIbid     = 32  // in one footnote
	maxCitation = 300 // bytes that one stands for
)

// resolveIbid replaces each "Ibid." of a footnote by what it stands for: the source that was cited
// last, in the same note or in the ones before, up to the detail that the note gives anew. Of
// "United Nations, Treaty Series, vol. 976, No. 14152." and "Ibid., vol. 1019, No. 14956." it makes
// "United Nations, Treaty Series, vol. 1019, No. 14956.". It gives false if it finds no such source.
func resolveIbid(before, text string) (string, bool) {
	var b strings.Builder
	ok := true
	rest := text
	for range maxIbid {
		m := ibid.FindStringSubmatchIndex(rest)
		if m == nil {
			break
		}
		b.WriteString(rest[:m[0]])
		detail := ""
		if m[2] >= 0 {
			detail = rest[m[2]:m[3]]
		}
		word := rest[m[0] : m[0]+len("ibid.")]
		rest = rest[m[0]+len("ibid."):]
		cited := citedLast(before, b.String(), detail)
		switch {
		case cited == "" || len(cited) > maxCitation:
			cited, ok = word, false
		case detail == "" && rest == "":
			cited += "."
		}
		b.WriteString(cited)
	}
	b.WriteString(rest)
	return b.String(), ok
}

// citedLast gives what an "Ibid." with a detail stands for, after the words of its own note and those of
// the note before.
func citedLast(before, own, detail string) string {
	cited := cmp.Or(upTo(own, detail), upTo(before, detail))
	if list, ok := strings.CutSuffix(own, "; "); ok && cited == "" {
		cited = antecedent(list, detail)
	}
	return cmp.Or(cited, antecedent(before, detail))
}

// antecedent gives what of the source that a text cites last an "Ibid." with a detail repeats: all
// before the same detail; all, if the detail is a finer one; else the name of the source.
func antecedent(text, detail string) string {
	if cited := upTo(text, detail); cited != "" {
		return cited
	}
	cited := lastCitation(strings.TrimRight(text, " .,"))
	if detail == "" || finer.MatchString(detail) {
		return cited
	}
	name, _, _ := strings.Cut(cited, ",")
	return name
}

// upTo gives the citation in which a detail ("vol.", "No.", "para.") occurs last, without the detail
// and what follows it; "" if it does not occur.
func upTo(text, detail string) string {
	if detail == "" {
		return ""
	}
	one := strings.TrimSuffix(strings.TrimSuffix(detail, "."), "s")
	cut := -1
	for _, d := range []string{detail, one + ".", one + "s."} {
		cut = max(cut, strings.LastIndex(text, ", "+d+" "))
	}
	if cut < 0 {
		return ""
	}
	return lastCitation(text[:cut])
}

// lastCitation gives the last citation of a text: what follows its last opening bracket or semicolon.
func lastCitation(text string) string {
	if i := strings.LastIndexAny(text, "(;"); i >= 0 && !strings.Contains(text[i:], ")") {
		text = text[i+1:]
	}
	return see.ReplaceAllString(strings.TrimSpace(text), "")
}

package topic

import (
	"slices"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

// Rules of the evidence of themes.
const (
	ruleHeading = "theme-of-heading"
	rulePhrase  = "theme-phrase"
	ruleBoth    = "theme-of-heading-and-phrase"
)

// Lent are the themes that headings lend to the provisions under them.
type Lent map[int]headingMatch

// Find says which themes a provision, whose Text t is, is about, in order of the list, each once: by its headings, which
// lend them (see Lend), by the first phrase that shows it, or by both.
func (f *Finder) Find(p *graph.Provision, t *prose.Text, headings Lent) []graph.About {
	phrases := f.byPhrase(t)
	var out []graph.About
	for n := range f.themes {
		heading, headed := headings[n]
		span, phrased := phrases[n]
		if !headed && !phrased {
			continue
		}
		a := graph.About{Provision: p.ID, Theme: f.themes[n].ID}
		switch {
		case headed && phrased:
			a.Evidence = graph.Evidence{Method: graph.Explicit, Rule: ruleBoth, Confidence: 0.98}
		case headed:
			a.Evidence = graph.Evidence{Method: graph.Rule, Rule: ruleHeading, Confidence: heading.confidence}
		default:
			a.Evidence = graph.Evidence{Method: graph.Rule, Rule: rulePhrase, Confidence: 0.9}
		}
		if headed {
			a.Heading = heading.title
		}
		if phrased {
			shown := span // span would be allocated for each theme
			a.Span = &shown
		}
		out = append(out, a)
	}
	return out
}

// A headingMatch is the heading that puts a provision under a theme.
type headingMatch struct {
	title      string
	confidence float64
}

// Lend reads headings from the inside out. The innermost that names themes lends them all. One
// outside it lends what its first part is about, before "including" or a semicolon; where one inside
// it has chosen among those, nothing more: under "Countering money-laundering and promoting judicial
// cooperation" and "Extradition" a provision is not about money-laundering.
func (f *Finder) Lend(headings []string) Lent {
	found := Lent{}
	for i := len(headings) - 1; i >= 0; i-- {
		lent, confidence := f.named(headings[i]), 0.95
		if len(found) == 0 && len(lent) > 1 {
			confidence = 0.8
		}
		if len(found) > 0 {
			lent = f.named(firstPart(headings[i]))
			if f.chosen(lent, found) {
				lent = nil
			}
		}
		for _, n := range lent {
			if _, known := found[n]; !known {
				found[n] = headingMatch{title: headings[i], confidence: confidence}
			}
		}
	}
	return found
}

// chosen says whether one of several themes, or one below it, has been found already.
func (f *Finder) chosen(among []int, found Lent) bool {
	if len(among) < 2 {
		return false
	}
	for _, n := range among {
		for m := range f.themes {
			if _, ok := found[m]; ok && (m == n || f.top[m] == n) {
				return true
			}
		}
	}
	return false
}

func firstPart(heading string) string {
	first, _, _ := strings.Cut(heading, ";")
	first, _, _ = strings.Cut(first, "including")
	return first
}

// named lists the themes that a heading names, in order of its words.
func (f *Finder) named(heading string) []int {
	t := prose.Read(heading)
	var out []int
	for i := range t.Tokens {
		if m, ok := f.headings.Longest(&t, i); ok {
			out = appendNew(out, m.Value/2)
		}
	}
	return out
}

func appendNew(all []int, n int) []int {
	if slices.Contains(all, n) {
		return all
	}
	return append(all, n)
}

// byPhrase finds the first phrase of each theme that the text shows. A weak phrase counts where it
// comes twice, or where the text is so short that it must be what the text is about.
func (f *Finder) byPhrase(t *prose.Text) map[int]graph.Span {
	const short = 30 // words and marks
	found := map[int]graph.Span{}
	weak := map[int]prose.Match{}
	for i := range t.Tokens {
		m, ok := f.phrases.Longest(t, i)
		if !ok {
			continue
		}
		n := m.Value / 2
		if _, known := found[n]; known {
			continue
		}
		span := t.Span(m.Start, m.End)
		first, seen := weak[n]
		switch {
		case m.Value%2 == 0:
			found[n] = span
		case seen && m.Start >= first.End:
			found[n] = t.Span(first.Start, first.End)
		case t.Len() <= short:
			found[n] = span
		case !seen:
			weak[n] = m
		}
	}
	return found
}

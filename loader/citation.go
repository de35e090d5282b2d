package loader

import (
	"fmt"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/undoc"
)

// citation says how a person cites a provision, in the usual form of the United Nations: "2016 outcome
// document, para. 5 (y)", "2009 Plan of Action, para. 51 (a) (iv)", "2014 Joint Ministerial Statement,
// sect. B, para. 15", "2019 Ministerial Declaration, 6th para.".
func citation(shortTitle string, d undoc.Document, p graph.Provision) string {
	var b strings.Builder
	b.WriteString(shortTitle)
	paragraph := false // a numbered paragraph has been named
	steps := d.Steps[p.ID]
	for i, s := range steps {
		switch s.Kind {
		case undoc.PartStep:
			if s.Name != "" {
				b.Reset()
				b.WriteString(s.Name)
			} else {
				fmt.Fprintf(&b, ", %s", s.Label)
			}
		case undoc.SectionStep:
			b.WriteString(", " + sectionName(s.Label))
		case undoc.ParagraphStep:
			b.WriteString(", para. " + strings.TrimSuffix(s.Label, "."))
			paragraph = true
		case undoc.ItemStep:
			if i == 0 || steps[i-1].Kind < undoc.ParagraphStep {
				b.WriteString(", subpara.")
			}
			b.WriteString(" " + s.Label)
		case undoc.UnmarkedStep:
			kind := "para."
			if paragraph || !s.Straight {
				kind = "unnumbered para."
			}
			fmt.Fprintf(&b, ", %s %s", ordinal(s.Ordinal), kind)
		}
	}
	return b.String()
}

// sectionName names a section by its marker: "sect. B" for "B.", "annex II" for "Annex II"; a heading
// without marker is quoted.
func sectionName(label string) string {
	word, _, _ := strings.Cut(label, " ")
	switch lower := strings.ToLower(word); lower {
	case "annex", "appendix", "part", "article", "rule", "chapter", "section":
		return lower + strings.TrimPrefix(label, word)
	}
	if marker, ok := strings.CutSuffix(label, "."); ok && !strings.Contains(marker, " ") {
		return "sect. " + marker
	}
	return "“" + label + "”"
}

// ordinal writes 1 as "1st".
func ordinal(n int) string {
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return fmt.Sprint(n) + suffix
}

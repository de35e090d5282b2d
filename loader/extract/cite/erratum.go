package cite

import (
	"fmt"
	"strconv"

	"reaffirm/graph"
)

// Codes of the errata that the finder recognizes.
const (
	ErratumYear   = "ERRATUM_YEAR"   // a treaty printed with a year that it does not bear
	ErratumSymbol = "ERRATUM_SYMBOL" // a symbol printed with a wrong separator
)

// An erratum is a misprint of the source and what was meant.
type erratum struct {
	code    string
	printed string
	meant   string
}

// issue says what is wrong in a provision, "" for a note of a heading.
func (e erratum) issue(provision string, at graph.Source) graph.DataIssue {
	what := "the symbol is printed %q; %q is meant"
	if e.code == ErratumYear {
		what = "the treaty is printed as %q; it is that of %s"
	}
	return graph.DataIssue{
		Code: e.code, Severity: graph.Warning, Source: at, Provision: provision,
		Message: fmt.Sprintf(what, e.printed, e.meant),
	}
}

// year takes in the year after a treaty's name, or before it. A year that is not the treaty's is an
// erratum of the source, since a treaty's title belongs to one text.
//
//	the Convention on Psychotropic Substances of 1971
//	the Single Convention on Narcotic Drugs of 1953
func (r *reader) year(m *mention, instrument int) {
	i := r.f.gazetteer.instruments[instrument]
	if instrument >= r.f.gazetteer.curated {
		return // a document's own date says nothing of the treaty that its title names
	}
	if i.Kind != graph.Treaty && i.Kind != graph.Protocol || len(i.Adopted) < 4 {
		return
	}
	adopted := i.Adopted[:4]
	end, year := r.yearAfter(m.nameEnd)
	if year == "" && yearToken(r.text(m.nameStart-1)) && (r.fold(m.nameStart-2) == "the" || m.nameStart == 1) {
		year, end = r.text(m.nameStart-1), m.nameEnd
		m.start, m.nameStart = m.nameStart-1, m.nameStart-1
	}
	if year == "" {
		return
	}
	if r.text(m.nameEnd) == "of" || m.nameEnd == end || year == adopted {
		m.end, m.nameEnd = end, end
	}
	if year != adopted && (r.text(end-2) != "(" && r.text(end-1) != ")") {
		m.errata = append(m.errata, erratum{code: ErratumYear, printed: r.quote(m.nameStart, end), meant: adopted})
	}
}

// yearAfter reads "of 1961", "of 30 March 1961" at token i and, where a year cannot be meant
// otherwise, "(1961)".
func (r *reader) yearAfter(i int) (end int, year string) {
	if r.text(i) == "(" && yearToken(r.text(i+1)) && r.text(i+2) == ")" {
		return i + 3, r.text(i + 1)
	}
	if r.fold(i) != "of" {
		return 0, ""
	}
	k := i + 1
	if digits(r.text(k)) && month(r.fold(k+1)) {
		k += 2
	}
	if !yearToken(r.text(k)) || r.text(k+1) == "-" && r.glued(k+1) {
		return 0, ""
	}
	return k + 1, r.text(k)
}

func yearToken(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && n >= 1850 && n < 2100
}

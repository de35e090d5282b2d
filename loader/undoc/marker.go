package undoc

import (
	"regexp"
	"strconv"
	"strings"
)

// A marker is what a heading is numbered by: "Part II", "B.", "IV.", "1.", "Annex", "Article 5".
type marker struct {
	kind    markerKind
	value   int    // its place in a series of its kind, from 1
	printed string // "Part II", "B.", "Annex"
	path    string // in a section's id: "2", "B", "annex"
	step    string // in a provision's id: "part-ii", "b", "annex"
}

// A markerKind names a series of headings: the word before the number ("part", "article"), or the
// form of the number.
type markerKind string

const (
	letterMarker markerKind = "A."
	romanMarker  markerKind = "I."
	arabicMarker markerKind = "1."
	itemMarker   markerKind = "(a)"
	annexMarker  markerKind = "annex"
)

var (
	wordMarker = regexp.MustCompile(`(?i)^(part|title|book|chapter|section|sect\.|article|rule|principle|goal|objective|action|guideline|recommendation|resolution|declaration|annex|appendix|addendum|enclosure|attachment)\s+([IVXLC]+|[0-9]{1,3}|[A-Z])((?:\s+(?:bis|ter|quater))?)(?:[.:,)\s–—-]|$)`)
	annexAlone = regexp.MustCompile(`(?i)^(annex|appendix)(?:[.:*]|$)`)
	romanLead  = regexp.MustCompile(`^([IVXLC]+)(?:\.\s*(?:\S|$)|$)|^([IVX]+)\s+[A-Z“"(]`)
	letterLead = regexp.MustCompile(`^([A-Z])(?:\.\s+\S|\.?$)`)
	arabicLead = regexp.MustCompile(`^([0-9]{1,3})(?:\.\s+\S|\.?$)`)
	itemLead   = regexp.MustCompile(`^\(([a-z]{1,2}|[ivx]{1,5})\)\s+\S`)
)

// parseMarker gives the ways in which a heading's title may be numbered; "C." is a letter or a
// roman numeral. None: the heading has no marker.
func parseMarker(title string) []marker {
	if m := annexAlone.FindStringSubmatch(title); m != nil {
		word := strings.ToLower(m[1])
		return []marker{{annexMarker, 1, m[1], word, word}}
	}
	if m := wordMarker.FindStringSubmatch(title); m != nil {
		return []marker{numberedWord(m[1], m[2], m[3])}
	}
	var all []marker
	if m := romanLead.FindStringSubmatch(title); m != nil {
		roman := m[1] + m[2]
		if v := romanValue(strings.ToLower(roman)); v > 0 {
			all = append(all, marker{romanMarker, v, roman + ".", strconv.Itoa(v), strings.ToLower(roman)})
		}
	}
	if m := letterLead.FindStringSubmatch(title); m != nil {
		all = append(all, marker{letterMarker, int(m[1][0]-'A') + 1, m[1] + ".", m[1], strings.ToLower(m[1])})
	}
	if m := arabicLead.FindStringSubmatch(title); m != nil {
		if v := atoi(m[1]); v > 0 {
			all = append(all, marker{arabicMarker, v, m[1] + ".", strconv.Itoa(v), "s" + strconv.Itoa(v)})
		}
	}
	if m := itemLead.FindStringSubmatch(title); m != nil {
		if v := letterValue(m[1]); v > 0 {
			all = append(all, marker{itemMarker, v, "(" + m[1] + ")", m[1], "s" + m[1]})
		}
	}
	return all
}

// numberedWord reads "Part II", "Article 5", "Annex B", "Article 13 bis".
func numberedWord(word, number, again string) marker {
	kind := strings.TrimSuffix(strings.ToLower(word), ".")
	m := marker{
		kind:    markerKind(kind),
		printed: word + " " + number + again,
		step:    kind + "-" + strings.ToLower(number),
	}
	switch {
	case number[0] <= '9':
		m.value = atoi(number)
	default:
		m.value = romanValue(strings.ToLower(number))
		if m.value == 0 && len(number) == 1 {
			m.value = int(number[0]-'A') + 1
			m.path = number
		}
	}
	if m.path == "" {
		m.path = strconv.Itoa(m.value)
	}
	if again = strings.TrimSpace(again); again != "" {
		m.step += "-" + again
		m.path += "-" + again
	}
	if kind == "annex" || kind == "appendix" {
		m.kind = annexMarker
		m.path = kind + "-" + m.path
	}
	return m
}

// articleRank is the rank of the kinds that hold paragraphs and number them apart.
const articleRank = 5

// rank orders the kinds that have one, from the outside in: an article never holds a chapter.
func (k markerKind) rank() int {
	switch k {
	case annexMarker:
		return 1
	case "book", "part", "title":
		return 2
	case "chapter":
		return 3
	case "section", "sect":
		return 4
	case "article", "rule", "principle":
		return articleRank
	}
	return 0
}

// outranks tells whether a heading of kind k cannot stand below one of kind other.
func (k markerKind) outranks(other markerKind) bool {
	return k.rank() > 0 && other.rank() >= k.rank()
}

// holds tells whether a heading of kind k holds one of kind other, whatever its form.
func (k markerKind) holds(other markerKind) bool {
	return k.rank() > 0 && other.rank() > k.rank()
}

// bare tells whether a title is a marker and nothing else: "Chapter III", "ANNEX", "B".
func (m marker) bare(title string) bool {
	return m.kind != "" && fold(title) == fold(m.printed)
}

package lineage

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"reaffirm/graph"
)

// ResolvePinpoints fills in, for the citations of documents of the corpus, the provisions that their
// pinpoints name ("paragraph 18 (c)", "paras. 2 and 3", "paragraphs 4 to 6").
//
// A number that stands in several parts of a document is of the part that the citing words name ("paragraph
// 36 of the Political Declaration"); where they do not say, nothing is filled in.
func ResolvePinpoints(citations []graph.Citation, provisions []graph.Provision) {
	var byDocument map[string][]*graph.Provision
	for i := range citations {
		c := &citations[i]
		paths, ok := paragraphs(c.Pinpoint)
		if !ok {
			continue
		}
		if byDocument == nil {
			byDocument = map[string][]*graph.Provision{}
			for k := range provisions {
				p := &provisions[k]
				byDocument[p.Document] = append(byDocument[p.Document], p)
			}
		}
		cited, _ := strings.CutPrefix(c.Instrument, "instrument/")
		for _, path := range paths {
			if id := namedBy(path, c.Span, byDocument[cited]); id != "" && !slices.Contains(c.Provisions, id) {
				c.Provisions = append(c.Provisions, id)
			}
		}
	}
}

// namedBy gives the one provision of a document that a path of markers names, "" where there is none or
// it could be several.
func namedBy(path []string, words *graph.Span, document []*graph.Provision) string {
	var found []*graph.Provision
	least := 0 // steps before the path: the parts of the document
	for _, p := range document {
		steps := strings.Split(strings.TrimPrefix(p.ID, p.Document+"/"), "/")
		before := len(steps) - len(path)
		if before < 0 || !slices.Equal(steps[before:], path) || slices.ContainsFunc(steps[:before], isNumber) {
			continue
		}
		switch {
		case len(found) == 0 || before < least:
			found, least = []*graph.Provision{p}, before
		case before == least:
			found = append(found, p)
		}
	}
	if len(found) > 1 && words != nil {
		named := strings.ToLower(words.Quote)
		found = slices.DeleteFunc(found, func(p *graph.Provision) bool {
			return len(p.Headings) == 0 || !strings.Contains(named, strings.ToLower(p.Headings[0]))
		})
	}
	if len(found) != 1 {
		return ""
	}
	return found[0].ID
}

// paragraphs reads the paths of markers of a pinpoint: {18 c} of "para. 18 (c)"; false where it names no
// paragraph ("annex").
func paragraphs(pinpoint string) (paths [][]string, ok bool) {
	_, list, ok := strings.Cut(strings.ToLower(pinpoint), "para")
	if !ok {
		return nil, false
	}
	marks := strings.FieldsFunc(list, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	joined := true // the next marker starts a path of its own
	through := false
	for _, m := range marks {
		switch {
		case m == "and" || m == "or":
			joined = true
		case m == "to" || m == "through":
			through = true
		case isNumber(m):
			if through && len(paths) > 0 {
				paths = append(paths, between(paths[len(paths)-1], m)...)
			}
			paths = append(paths, []string{m})
			joined, through = false, false
		case len(m) > 4 || len(paths) == 0: // the rest of the word "paragraphs", or no marker
		case joined: // "5 (a) and (b)"
			last := paths[len(paths)-1]
			paths = append(paths, append(slices.Clone(last[:max(1, len(last)-1)]), m))
			joined = false
		default:
			paths[len(paths)-1] = append(paths[len(paths)-1], m)
		}
	}
	return paths, len(paths) > 0
}

// mostBetween bounds what "paragraphs 1 to 1000000" can make.
const mostBetween = 200

// between gives the numbers that lie between a path of one number and another number.
func between(from []string, to string) [][]string {
	var out [][]string
	first, _ := strconv.Atoi(from[0])
	last, err := strconv.Atoi(to)
	for n := first + 1; err == nil && len(from) == 1 && n < last && len(out) < mostBetween; n++ {
		out = append(out, []string{strconv.Itoa(n)})
	}
	return out
}

func isNumber(mark string) bool { return mark != "" && unicode.IsDigit(rune(mark[0])) }

// announces says whether a citation of the document of a provision is of all of it, or of that provision
// or what contains it.
func announces(c *graph.Citation, p *graph.Provision) bool {
	if _, precise := paragraphs(c.Pinpoint); !precise {
		return true
	}
	return slices.ContainsFunc(c.Provisions, func(id string) bool { return p.ID == id || strings.HasPrefix(p.ID, id+"/") })
}

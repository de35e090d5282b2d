package undoc

import (
	"strings"
	"unicode"

	"reaffirm/graph"
)

// A docRange is the blocks that are one document's.
type docRange struct {
	outline Outline
	title   string
	titles  []*block // the headings that give it
	blocks  []*block
}

// divide finds which blocks are which document's. What belongs to none is furniture.
func (s *source) divide(outlines []Outline) []docRange {
	starts := make(map[int]int) // index of a block to index of the outline that starts there
	headings := s.headings()
	for i, o := range outlines {
		at := 0
		if o.Heading != "" {
			at = s.findHeading(headings, o)
		}
		if at < 0 {
			continue
		}
		if other, taken := starts[at]; taken {
			s.report(graph.Error, graph.Source{File: s.file},
				"document %s starts where %s does; give each the heading at which it starts", o.ID, outlines[other].ID)
			continue
		}
		starts[at] = i
	}
	var ranges []docRange
	if o, ok := starts[0]; ok && len(s.blocks) == 0 {
		ranges = append(ranges, docRange{outline: outlines[o]})
	}
	masthead := make(map[string]bool)
	var current *docRange
	under := "" // the masthead under which the blocks stand
	for i, b := range s.blocks {
		if o, ok := starts[i]; ok {
			ranges = append(ranges, docRange{outline: outlines[o]})
			current, under = &ranges[len(ranges)-1], ""
			if outlines[o].Heading != "" {
				current.addTitle(b)
				continue
			}
		}
		switch {
		case b.kind == furnitureBlock:
		case current == nil:
			masthead[fold(b.text)] = true
			b.kind, b.purpose = furnitureBlock, "outside the documents"
		case len(masthead) > 0 && masthead[fold(b.text)]:
			if b.kind == headingBlock && b.level == 1 {
				under = b.text
			}
			b.kind, b.purpose = furnitureBlock, "repeated masthead"
		case under != "":
			b.kind, b.purpose = furnitureBlock, "below the masthead "+under
		default:
			current.blocks = append(current.blocks, b)
		}
	}
	for i := range ranges {
		if ranges[i].outline.Heading == "" {
			ranges[i].takeTitle()
		}
	}
	return ranges
}

// headings gives the headings of the source by their folded words, in order.
func (s *source) headings() map[string][]int {
	found := make(map[string][]int)
	for i, b := range s.blocks {
		if b.kind == headingBlock {
			key := fold(b.text)
			found[key] = append(found[key], i)
		}
	}
	return found
}

func (s *source) findHeading(headings map[string][]int, o Outline) int {
	at := headings[fold(o.Heading)]
	if len(at) == 0 {
		s.report(graph.Error, graph.Source{File: s.file},
			"document %s: no heading reads %q; give the words of the heading at which it starts", o.ID, o.Heading)
		return -1
	}
	if len(at) > 1 {
		b := s.blocks[at[1]]
		s.report(graph.Warning, s.place(b.first, b.last, b.body[0].start, b.body[0].end),
			"document %s: the heading %q stands here again; the document is taken to start where it stands first", o.ID, o.Heading)
	}
	return at[0]
}

// takeTitle takes the heading with which a range opens as the document's title, with those that
// repeat it.
func (r *docRange) takeTitle() {
	if len(r.blocks) == 0 || r.blocks[0].kind != headingBlock || r.blocks[0].level != 1 {
		return
	}
	title := fold(r.blocks[0].text)
	for len(r.blocks) > 0 && r.blocks[0].kind == headingBlock && fold(r.blocks[0].text) == title {
		r.addTitle(r.blocks[0])
		r.blocks = r.blocks[1:]
	}
}

func (r *docRange) addTitle(b *block) {
	b.titleOf = r.outline.ID
	r.titles = append(r.titles, b)
	r.title = r.titles[0].text
}

// fold makes titles comparable: lower case, letters and digits only, single spaces.
func fold(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

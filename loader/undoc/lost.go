package undoc

import "strings"

const (
	// titleLength is how long, in bytes, a line may be that is taken for a heading by its form alone.
	titleLength = 160
	// printedLine is how long a line of print is. A page break leaves two lines of a paragraph at least,
	// so that a shorter piece of text is no paragraph that a page cut.
	printedLine = 90
)

// isTitle tells whether a heading is the title of the bare marker right before it: "Chapter III" and
// "Jurisdiction", at one level.
func (rd *reader) isTitle(b *block) bool {
	open := rd.tree.open
	return rd.at > 0 && rd.blocks[rd.at-1].kind == headingBlock && rd.blocks[rd.at-1].section == open &&
		open.marker.bare(open.title) && open.level == b.level && len(parseMarker(b.text)) == 0
}

// isLostHeading tells whether a paragraph is a heading that lost its number signs: a short line that no
// punctuation ends, of one of the forms below.
func (rd *reader) isLostHeading(b *block) bool {
	if b.bullet || b.text == "" || len(b.text) > titleLength || endsInPunctuation(b.text, ".,;:?!…") {
		return false
	}
	if b.label.none() {
		return rd.marksHeading(b.text) || allCapitals(b.text) || rd.dividesSeries(b)
	}
	return rd.breaksNumbering(b) || rd.headsText(b)
}

// marksHeading tells whether a line is a marker and nothing else ("Article 5"), or goes on with a series
// of headings: "VIII Revised estimates" after "VII …".
func (rd *reader) marksHeading(text string) bool {
	for _, m := range parseMarker(text) {
		if m.kind.rank() > 0 && m.bare(text) || m.value > 1 && rd.tree.last[m.kind]+1 == m.value {
			return true
		}
	}
	return false
}

// allCapitals tells whether a line is printed in capitals: two words or more.
func allCapitals(text string) bool {
	return strings.ToUpper(text) == text && strings.ToLower(text) != text && strings.Contains(text, " ")
}

// dividesSeries tells whether a line stands between two paragraphs of a series and goes on neither: the
// one before it is complete, the other has a label.
func (rd *reader) dividesSeries(b *block) bool {
	return rd.last != nil && endsInPunctuation(rd.last.text, ".;") && startsUpper(b.text) &&
		rd.labelAfter[rd.at] == rd.at+1 && rd.seriesFollows()
}

// breaksNumbering tells whether a line has a number that breaks the numbering of the paragraphs, which
// the next paragraph goes on with: "1. General Assembly" between paragraphs 244 and 245.
func (rd *reader) breaksNumbering(b *block) bool {
	next := rd.labelAfter[rd.at]
	return next == rd.at+1 && next < len(rd.blocks) && rd.blocks[next].label.as(numberLabel) == rd.number+1 &&
		(b.label.isNumber() || rd.top == nil)
}

// headsText tells whether a line with a label that goes on with no series stands above a paragraph
// without one: "4. Outputs" and "During the biennium …".
func (rd *reader) headsText(b *block) bool {
	if rd.at+1 == len(rd.blocks) || len(b.text) > printedLine || endsInsideSentence(b.text) {
		return false
	}
	next := rd.blocks[rd.at+1]
	if next.kind != paragraphBlock || next.bullet || !next.label.none() || !startsUpper(next.text) {
		return false
	}
	for _, s := range rd.series {
		if b.label.as(s.kind) == s.value+1 {
			return false
		}
	}
	return rd.number == 0 || b.label.as(numberLabel) != rd.number+1
}

// promote makes a heading of a paragraph, its label the marker.
func (s *source) promote(b *block) {
	b.kind, b.level, b.label = headingBlock, plainHeading, label{}
	b.body[0].start = b.start
	b.passage = s.render(b.body)
}

// contentsEntries is how many headings in a row make a table of contents if each stands again later.
const contentsEntries = 3

// dropContents makes furniture of the headings that are a table of contents: several in a row with no
// text between, each of which stands again behind.
func dropContents(blocks []*block) {
	last := make(map[string]int)
	for i, b := range blocks {
		if b.kind == headingBlock {
			last[fold(b.text)] = i
		}
	}
	for i := 0; i < len(blocks); i++ {
		n := 0
		for i+n < len(blocks) && blocks[i+n].kind == headingBlock && last[fold(blocks[i+n].text)] > i+n {
			n++
		}
		if n >= contentsEntries {
			for _, b := range blocks[i : i+n] {
				b.kind, b.purpose = furnitureBlock, "entry of a table of contents"
			}
		}
		i += n
	}
}

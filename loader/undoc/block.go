package undoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A block is a run of lines that belong together: a heading, a paragraph, a list item, a footnote.
type block struct {
	kind        blockKind
	first, last int // indices of its lines
	// level is the depth of a heading: 1 to 6 by its number signs, or one of those below.
	level   int
	bullet  bool
	indent  int    // columns before the bullet
	marker  string // of a footnote
	label   label  // of a paragraph
	start   int    // byte offset of its label or first word
	body    []extent
	passage // plain, without the label

	// What the later steps make of it.
	purpose string   // of furniture, in words
	titleOf string   // id of the document whose title it is
	owner   string   // id of a footnote's document
	section *section // whose heading it is
	item    *item    // to which its words belong
}

type blockKind int

const (
	paragraphBlock blockKind = iota
	headingBlock
	noteBlock
	furnitureBlock
)

// Headings without number signs stand below those with them.
const (
	boldHeading   = 7
	italicHeading = 8
	plainHeading  = 9 // see isLostHeading
)

var (
	rule       = regexp.MustCompile(`^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$`)
	tableRule  = regexp.MustCompile(`^\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$`)
	numberSign = regexp.MustCompile(`^(#{1,6})(?:\s+|$)`)
	bullet     = regexp.MustCompile(`^(?:[-+•]|\*)\s+`)
	noteMarker = regexp.MustCompile(`^<sup>\s*(` + footnoteMark + `)\s*</sup>\s*`)
	lastMark   = regexp.MustCompile(`(?:<sup>\s*(?:` + footnoteMark + `)\s*</sup>\s*)+$`)
	dotLeader  = regexp.MustCompile(`(?:\.\s?){5,}\s*[0-9ivx–\s-]*$`)
	image      = regexp.MustCompile(`^!\[[^\]]*\]\([^)]*\)$`)
	comment    = regexp.MustCompile(`^<!--.*-->$`)
)

// scan cuts a source into blocks and says what each is by its form alone.
func scan(file string, src []byte) *source {
	s := &source{file: file, bytes: src, lines: splitLines(src)}
	if !utf8.Valid(src) {
		s.reportEncoding()
	}
	var open *block // a block that the next line may go on
	for i := range s.lines {
		e := s.words(i)
		if e.start == e.end {
			open = nil
			continue
		}
		b, closed := s.begin(i, e)
		if b == nil && open != nil {
			open.last = i
			open.body = append(open.body, e)
			continue
		}
		if b == nil {
			b = &block{first: i, last: i, body: []extent{e}}
		}
		s.blocks = append(s.blocks, b)
		open = b
		if closed {
			open = nil
		}
	}
	for _, b := range s.blocks {
		s.classify(b)
	}
	s.demoteChapeaux()
	return s
}

// begin gives the block that starts at a line by the line's own form, or nil if the line may as well
// go on the block before it. Closed says that no further line belongs to it.
func (s *source) begin(i int, e extent) (b *block, closed bool) {
	words := s.bytes[e.start:e.end]
	b = &block{first: i, last: i, body: []extent{e}}
	furniture := func(purpose string) (*block, bool) {
		b.kind, b.purpose = furnitureBlock, purpose
		return b, true
	}
	switch {
	case rule.Match(words):
		return furniture("rule")
	case words[0] == '|' && tableRule.Match(words):
		return furniture("rule of a table")
	case image.Match(words):
		return furniture("picture")
	case comment.Match(words):
		return furniture("comment")
	case dotLeader.Match(words):
		return furniture("entry of a table of contents")
	}
	if m := numberSign.FindSubmatch(words); m != nil {
		b.kind, b.level = headingBlock, len(m[1])
		e.start += len(m[0])
		e.end -= len(words[len(m[0]):]) - len(strings.TrimRight(string(words[len(m[0]):]), "# "))
		b.body[0] = e
		return b, true
	}
	if m := noteMarker.FindSubmatch(words); m != nil {
		b.kind, b.marker = noteBlock, string(m[1])
		b.body[0].start += len(m[0])
		return b, false
	}
	if m := bullet.Find(words); m != nil {
		b.bullet = true
		b.indent = e.start - s.lines[i].Start
		b.body[0].start += len(m)
		return b, false
	}
	if _, n := parseLabel(string(words)); n > 0 {
		return b, false
	}
	return nil, false
}

// classify reads the words of a block: label, plain text, marks; and tells headings that have no
// number signs from paragraphs.
func (s *source) classify(b *block) {
	if b.kind == furnitureBlock {
		return
	}
	if b.kind == paragraphBlock {
		level := s.emphasized(b.body)
		if level != 0 && !b.bullet && !endsInPunctuation(s.render(b.body).text, ".,;:") {
			b.kind, b.level = headingBlock, level
		}
	}
	if b.kind == paragraphBlock {
		s.takeLabel(b)
	}
	b.passage = s.render(b.body)
	if b.kind == headingBlock && b.text == "" {
		b.kind, b.purpose = furnitureBlock, "empty heading"
	}
}

// takeLabel parts a paragraph's label from its words.
func (s *source) takeLabel(b *block) {
	b.start = b.body[0].start
	l, n := parseLabel(s.text(b.body[0]))
	b.label = l
	b.body[0].start += n
}

// emphasized gives the level of a heading for a block that is bold or italic as a whole, else 0.
func (s *source) emphasized(body []extent) int {
	first, last := s.bytes[body[0].start:body[0].end], s.bytes[body[len(body)-1].start:body[len(body)-1].end]
	if first[0] != '*' {
		return 0
	}
	if m := lastMark.FindIndex(last); m != nil && m[0] > 0 {
		last = last[:m[0]] // **Heading**<sup>1</sup>
	}
	var whole strings.Builder
	for i, e := range body {
		if i == len(body)-1 {
			whole.Write(last)
		} else {
			whole.WriteString(s.text(e) + " ")
		}
	}
	text := whole.String()
	switch {
	case enclosedIn(text, "**"):
		return boldHeading
	case enclosedIn(text, "*"):
		return italicHeading
	}
	return 0
}

// enclosedIn tells whether a text stands in one pair of the stars as a whole.
func enclosedIn(text, stars string) bool {
	inner, opens := strings.CutPrefix(text, stars)
	inner, closes := strings.CutSuffix(inner, stars)
	return opens && closes && inner != "" && !strings.Contains(inner, stars) &&
		inner[0] != '*' && inner[len(inner)-1] != '*'
}

// demoteChapeaux makes paragraphs of what carries the number signs of a heading but is a sentence
// that goes on: it ends in a comma or semicolon, or in a colon before an item ("#### 2. Member States
// should:").
func (s *source) demoteChapeaux() {
	var next *block // the next block with words of the running text
	for i := len(s.blocks) - 1; i >= 0; i-- {
		b := s.blocks[i]
		if b.kind == headingBlock {
			introduces := next != nil && next.kind == paragraphBlock && (next.bullet || next.label.isItem())
			if endsInPunctuation(b.text, ",;") || introduces && endsInPunctuation(b.text, ":") {
				b.kind, b.level = paragraphBlock, 0
				s.takeLabel(b)
				b.passage = s.render(b.body)
			}
		}
		if b.kind == headingBlock || b.kind == paragraphBlock {
			next = b
		}
	}
}

// endsInPunctuation tells whether a text ends in one of the signs, closing quotation marks and
// brackets aside.
func endsInPunctuation(text, signs string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, closing))
	return r != utf8.RuneError && strings.ContainsRune(signs, r)
}

const closing = `”’"')]»*`

// startsLower tells whether a text starts with a lower-case letter, opening quotation marks aside.
func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `“‘"'([«`))
	return unicode.IsLower(r)
}

// startsUpper tells whether a text starts with a capital letter.
func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}

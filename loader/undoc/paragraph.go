package undoc

import "strings"

// paragraph makes a provision of a paragraph, or adds it to the one that it goes on.
func (rd *reader) paragraph(b *block) {
	switch {
	case b.label.isNumber():
		rd.beginNumbered(b)
	case b.label.isItem():
		rd.beginLabelled(b)
	case b.bullet:
		holder := rd.bulletHolder(b)
		rd.begin(b, holder, holder)
	case rd.goesOn(b):
		rd.last.blocks = append(rd.last.blocks, b)
		rd.last.text = b.text
		b.item = rd.last
	default:
		rd.beginUnmarked(b)
	}
}

// beginNumbered opens a numbered paragraph: of the document, or of a list or text within one
// ("… approves the following agenda:").
func (rd *reader) beginNumbered(b *block) {
	value := b.label.as(numberLabel)
	for i, s := range rd.series {
		if s.kind == numberLabel && s.value+1 == value && !closesQuotation(rd.last) {
			rd.place(b, placing{i, b.label.readings[0]}, s.holder, s.holder)
			return
		}
	}
	if holder := rd.quoting(); holder != nil && value == 1 && len(rd.series) < maxSeries {
		depth := len(rd.series)
		for depth > 0 && rd.series[depth-1].item != holder {
			depth--
		}
		rd.place(b, placing{depth, b.label.readings[0]}, holder, holder)
		return
	}
	if rd.top != nil && rd.last != nil && rd.tree.open.within(rd.top.section) {
		rd.tree.open = rd.top.section // subheadings among the items of a paragraph end with it
	}
	rd.closeTop()
	rd.top = rd.begin(b, nil, nil)
	rd.top.reading = b.label.readings[0]
	if value > 0 { // a decimal number has a value of another kind
		rd.reportGap(b, reading{numberLabel, rd.number}, rd.top.reading)
		rd.number = value
	}
}

// closesQuotation tells whether a quoted text ends with an item.
func closesQuotation(it *item) bool {
	return it != nil && strings.HasSuffix(strings.TrimRight(it.text, ".;,"), "”")
}

// quoting gives the labelled paragraph that announces what stands here, itself or through the
// unmarked paragraphs of a text that it quotes; nil if there is none.
func (rd *reader) quoting() *item {
	it := rd.last
	if it == nil || rd.top == nil || !rd.top.labelled() {
		return nil
	}
	if !it.labelled() && it.holder != nil && !it.bullet {
		it = it.holder
	}
	if it.labelled() && introduces(it) {
		return it
	}
	return nil
}

// begin opens a provision.
func (rd *reader) begin(b *block, holder, parent *item) *item {
	it := &item{
		label: b.label, bullet: b.bullet, indent: b.indent, holder: holder, parent: parent,
		section: rd.tree.open, blocks: []*block{b}, text: b.text,
	}
	b.item = it
	rd.items = append(rd.items, it)
	rd.last = it
	if holder == nil && !it.label.isItem() {
		rd.top, rd.chapeau, rd.series = it, nil, nil
	}
	return it
}

// beginUnmarked opens a provision without label: below a paragraph whose items it introduces, which
// it follows as an item or whose closing words it holds; else at the top.
func (rd *reader) beginUnmarked(b *block) {
	holder := rd.unmarkedHolder()
	it := rd.begin(b, holder, holder)
	if holder != nil && holder == rd.top && introduces(it) {
		rd.chapeau = it
	}
}

func (rd *reader) unmarkedHolder() *item {
	switch {
	case rd.top == nil || !rd.top.labelled():
		return nil
	case rd.last == nil: // below a heading that stands inside top
		return rd.top
	case rd.last.labelled() && introduces(rd.last):
		return rd.last
	case !rd.last.labelled() && rd.last.holder != nil && introduces(rd.last.holder):
		return rd.last.holder
	}
	// The closing words of a paragraph stand below the one whose next sibling follows.
	next := rd.nextLabel()
	for i := len(rd.series) - 1; i >= 0; i-- {
		if next.as(rd.series[i].kind) == rd.series[i].value+1 {
			return rd.series[i].item
		}
	}
	if rd.numberFollows(rd.top) {
		return rd.top
	}
	return nil
}

// numberFollows tells whether the numbers of the document go on after an item.
func (rd *reader) numberFollows(it *item) bool {
	i := rd.numberAfter[rd.at]
	return i < len(rd.blocks) && it.reading.kind == numberLabel && rd.blocks[i].label.as(numberLabel) == it.reading.value+1
}

// goesOn tells whether an unmarked paragraph goes on the one before it: a page break, footnotes or a
// second sentence on a line of its own lie between.
func (rd *reader) goesOn(b *block) bool {
	if rd.last == nil {
		return false
	}
	text := rd.last.text
	switch {
	case endsInPunctuation(text, ":"):
		return false
	case endsInPunctuation(text, ","):
		return startsLower(b.text) || rd.seriesFollows()
	case endsInPunctuation(text, ".;?!…"):
		return rd.seriesFollows()
	case startsLower(b.text):
		return true
	case rd.last.labelled():
		return true
	}
	return endsInsideSentence(text)
}

// seriesFollows tells whether the label after the block we are at is the successor of the last
// item's: what stands between the two has no label of its own and belongs to the first.
func (rd *reader) seriesFollows() bool {
	if !rd.last.labelled() {
		return false
	}
	if rd.last.reading.kind == numberLabel {
		return rd.numberFollows(rd.last)
	}
	return rd.nextLabel().as(rd.last.reading.kind) == rd.last.reading.value+1
}

// insideSentence are words with which no sentence, item or heading ends.
const insideSentence = " a an the of to in on at by for from with and or nor as that which its their our " +
	"this these those such into under between among through including "

func endsInsideSentence(text string) bool {
	return strings.Contains(insideSentence, " "+text[strings.LastIndexByte(text, ' ')+1:]+" ")
}

// bulletHolder finds the item under which a bullet stands: beside the bullet before it, below it if
// it is indented more, else below the paragraph before the list.
func (rd *reader) bulletHolder(b *block) *item {
	for it := rd.last; it != nil; it = it.holder {
		if !it.bullet || it.indent < b.indent {
			return it
		}
	}
	return nil
}

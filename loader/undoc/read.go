package undoc

// An item is a provision in the making.
type item struct {
	label   label
	reading reading // how the label was read; zero without a label
	bullet  bool
	indent  int
	holder  *item // whose id its own extends; nil at the top
	parent  *item // the chapeau that governs it
	section *section
	blocks  []*block
	text    string // of its last block
	id      string
	steps   []Step

	counter // of what it holds
}

// A counter counts the unmarked and sees the marked paragraphs at one place.
type counter struct {
	unmarked int
	marked   bool
}

func (it *item) labelled() bool { return !it.label.none() }

// A reader walks through one document's blocks, in order.
type reader struct {
	src    *source
	blocks []*block // headings and paragraphs
	// For each block, the next behind it that is a paragraph, that has a label, that has a number, as
	// indices into blocks; len(blocks) if there is none.
	paragraphAfter, labelAfter, numberAfter []int

	tree  *sectionTree
	parts map[string]Part // by folded heading
	items []*item

	// Where we are.
	at      int   // index of the block
	top     *item // the paragraph of the document that is open, nil after a heading that closed it
	last    *item // that a paragraph may go on, nil after a heading
	chapeau *item // an unmarked paragraph below top that introduces what follows
	series  []series
	number  int // of the last paragraph in the numbering that runs
}

// read makes a document of a range of blocks.
func (s *source) read(r docRange) Document {
	rd := &reader{src: s, parts: make(map[string]Part)}
	titles := make(map[string]int)
	var notes []*block
	for _, b := range r.blocks {
		switch b.kind {
		case noteBlock:
			b.owner = r.outline.ID
			notes = append(notes, b)
		case headingBlock:
			if len(parseMarker(b.text)) == 0 {
				titles[fold(b.text)]++
			}
			rd.blocks = append(rd.blocks, b)
		case paragraphBlock:
			rd.blocks = append(rd.blocks, b)
		}
	}
	for _, p := range r.outline.Parts {
		rd.parts[fold(p.Heading)] = p
	}
	dropContents(rd.blocks)
	rd.tree = newSectionTree(titles)
	rd.lookAhead()
	for rd.at = range rd.blocks {
		switch b := rd.blocks[rd.at]; {
		case b.kind == furnitureBlock:
		case b.kind == headingBlock:
			rd.heading(b)
		case rd.isLostHeading(b):
			rd.src.promote(b)
			rd.heading(b)
		default:
			rd.paragraph(b)
		}
	}
	return rd.document(r, notes)
}

func (rd *reader) lookAhead() {
	n := len(rd.blocks)
	rd.paragraphAfter, rd.labelAfter, rd.numberAfter = make([]int, n), make([]int, n), make([]int, n)
	paragraph, label, number := n, n, n
	for i := n - 1; i >= 0; i-- {
		rd.paragraphAfter[i], rd.labelAfter[i], rd.numberAfter[i] = paragraph, label, number
		b := rd.blocks[i]
		if b.kind != paragraphBlock {
			continue
		}
		paragraph = i
		if !b.label.none() {
			label = i
		}
		if b.label.isNumber() {
			number = i
		}
	}
}

// nextLabel gives the next label behind the block we are at; none at the end.
func (rd *reader) nextLabel() label {
	if i := rd.labelAfter[rd.at]; i < len(rd.blocks) {
		return rd.blocks[i].label
	}
	return label{}
}

// heading places a heading. It closes the open paragraph unless it stands between its items.
func (rd *reader) heading(b *block) {
	rd.last = nil
	if p, ok := rd.parts[fold(b.text)]; ok && rd.tree.base.marker.kind != annexMarker {
		delete(rd.parts, fold(b.text))
		rd.closeTop()
		rd.number = 0
		b.section = rd.tree.addPart(b, p)
		return
	}
	if rd.isTitle(b) {
		b.section = rd.tree.addTitle(b)
		return
	}
	var inside *section
	if rd.betweenItems() {
		inside = rd.insideSection()
	} else {
		rd.closeTop()
	}
	b.section = rd.tree.add(b, inside)
	if b.section.marker.kind == annexMarker {
		rd.number = 0
	}
}

func (rd *reader) closeTop() {
	rd.top, rd.last, rd.chapeau, rd.series = nil, nil, nil, nil
}

// betweenItems tells whether the heading we are at stands inside the open paragraph: it has no marker
// and the next label goes on with the paragraph's items or, if it has none yet, is the first.
func (rd *reader) betweenItems() bool {
	next := rd.nextLabel()
	if len(parseMarker(rd.blocks[rd.at].text)) > 0 || !next.isItem() {
		return false
	}
	for _, s := range rd.series {
		if next.as(s.kind) == s.value+1 {
			return true
		}
	}
	if rd.top == nil || len(rd.series) > 0 || !introduces(rd.top) || !next.first() {
		return false
	}
	return rd.top.labelled() || rd.paragraphAfter[rd.at] == rd.labelAfter[rd.at]
}

func (rd *reader) insideSection() *section {
	if rd.top != nil {
		return rd.top.section
	}
	return rd.series[0].item.section
}

// introduces tells whether an item's words announce what follows.
func introduces(it *item) bool { return endsInPunctuation(it.text, ":") }

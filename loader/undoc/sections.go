package undoc

import "strings"

// A section is a heading with its place in the tree.
type section struct {
	parent  *section // nil for the root
	blocks  []*block // none for the root; two where a title follows its marker
	title   string
	level   int    // of its first block
	marker  marker // kind "" if it has none
	part    string // step of the part that it opens
	name    string // of that part
	recurs  bool   // its title stands elsewhere in the document: "Problem", "Action"
	ordinal int    // among its parent's children without a marker, from 1
	scope   bool   // numbering below it is its own; it is a step of ids
	id      string

	unmarked int // children without a marker so far
}

func (s *section) marked() bool { return s.marker.kind != "" }

// within tells whether a section is the one given or stands below it.
func (s *section) within(above *section) bool {
	for ; s != nil; s = s.parent {
		if s == above {
			return true
		}
	}
	return false
}

// A sectionTree places headings by meaning. The number signs of a scanned source often mislead, so
// they decide only where markers, repetition and wording say nothing.
type sectionTree struct {
	root *section
	base *section // the part or annex within which headings nest, or the root
	open *section // innermost
	all  []*section
	// paused is the innermost section that was open when annexes began.
	paused *section
	// home is the kind of marker below which a kind was first seen, last the last value of a kind:
	// the letters of a document may run on from "Part I" to "Part II".
	home map[markerKind]markerKind
	last map[markerKind]int
	// titles counts the headings without marker by their folded words.
	titles map[string]int
}

func newSectionTree(titles map[string]int) *sectionTree {
	root := &section{}
	return &sectionTree{
		root: root, base: root, open: root, titles: titles,
		home: make(map[markerKind]markerKind), last: make(map[markerKind]int),
	}
}

// addPart opens a part of the document.
func (t *sectionTree) addPart(b *block, p Part) *section {
	s := &section{blocks: []*block{b}, title: b.text, level: b.level, part: p.Step, name: p.Name, parent: t.root}
	t.push(s)
	t.base = s
	clear(t.home)
	clear(t.last)
	return s
}

// add places a heading below the sections that are open. If it stands inside a numbered paragraph
// (between its items), it stands below that paragraph's section, inside; else inside is nil.
func (t *sectionTree) add(b *block, inside *section) *section {
	s := &section{blocks: []*block{b}, title: b.text, level: b.level}
	switch markers := parseMarker(b.text); {
	case len(markers) > 0:
		s.parent, s.marker = t.placeMarked(s, markers)
	case inside != nil:
		s.parent = t.placeInside(s, inside)
	default:
		s.recurs = t.titles[fold(s.title)] > 1
		s.parent = t.placeUnmarked(s)
	}
	t.push(s)
	if s.marker.kind == annexMarker {
		t.base = s
	}
	return s
}

// addTitle makes a heading that follows a bare marker ("Chapter III") the rest of its title.
func (t *sectionTree) addTitle(b *block) *section {
	s := t.open
	s.title += " " + b.text
	s.blocks = append(s.blocks, b)
	return s
}

func (t *sectionTree) push(s *section) {
	if s.marked() {
		if _, known := t.home[s.marker.kind]; !known {
			t.home[s.marker.kind] = s.parent.marker.kind
		}
		t.last[s.marker.kind] = s.marker.value
	} else {
		s.parent.unmarked++
		s.ordinal = s.parent.unmarked
	}
	t.open = s
	t.all = append(t.all, s)
}

// enclosing calls yield for the open sections from the innermost out to, and without, the base.
func (t *sectionTree) enclosing(yield func(*section) bool) { t.around(t.open)(yield) }

// around gives a section and those above it below the base.
func (t *sectionTree) around(s *section) func(func(*section) bool) {
	return func(yield func(*section) bool) {
		for ; s != t.base && s != nil; s = s.parent {
			if !yield(s) {
				return
			}
		}
	}
}

// placeMarked finds the parent of a heading with a marker, and how the marker is to be read.
func (t *sectionTree) placeMarked(s *section, readings []marker) (*section, marker) {
	for _, m := range readings {
		if m.kind == annexMarker {
			return t.aboveAnnex(), m
		}
	}
	// It goes on with a series that is open: "C." after "B.". The number signs choose among several.
	var sibling *section
	var as marker
	for o := range t.enclosing {
		for _, m := range readings {
			if o.marker.kind == m.kind && o.marker.value+1 == m.value && (sibling == nil || o.level == s.level && sibling.level != s.level) {
				sibling, as = o, m
			}
		}
	}
	if sibling == nil {
		sibling, as = t.outsideAnnex(readings)
	}
	if sibling != nil {
		return sibling.parent, as
	}
	// It goes on with a series across the parents: "B." below "Part II" after "A." below "Part I".
	for _, m := range readings {
		if home, known := t.home[m.kind]; known && home != "" && t.last[m.kind]+1 == m.value {
			for o := range t.enclosing {
				if o.marker.kind == home {
					return o, m
				}
			}
		}
	}
	as = readings[0]
	for _, m := range readings {
		if m.value == 1 {
			as = m
		}
	}
	// It skips a place in an open series.
	for o := range t.enclosing {
		if o.marker.kind == as.kind && o.marker.value < as.value {
			return o.parent, as
		}
	}
	// It opens a series: below the innermost heading that is not of its own kind and that neither
	// rank nor the number signs put beside or below it.
	inner := t.open
	for o := range t.enclosing {
		if as.kind.outranks(o.marker.kind) {
			inner = o.parent
		}
	}
	for o := range t.around(inner) {
		beside := o.level > s.level && !o.marker.kind.holds(as.kind)
		if o.marked() && o.marker.kind != as.kind && !beside || !o.marked() && o.level < s.level && !o.recurs {
			return o, as
		}
	}
	return t.base, as
}

// aboveAnnex gives the section that holds annexes: the part, or the root.
func (t *sectionTree) aboveAnnex() *section {
	if t.base.marker.kind == annexMarker {
		t.base = t.base.parent
	} else {
		t.paused = t.open
	}
	return t.base
}

// outsideAnnex finds a series that an annex interrupted: "B" after the annex of "A".
func (t *sectionTree) outsideAnnex(readings []marker) (*section, marker) {
	if t.base.marker.kind != annexMarker {
		return nil, marker{}
	}
	for o := t.paused; o != t.base.parent; o = o.parent {
		for _, m := range readings {
			if o.marker.kind == m.kind && o.marker.value+1 == m.value {
				t.base = t.base.parent
				return o, m
			}
		}
	}
	return nil, marker{}
}

// placeInside finds the parent of a heading between the items of a paragraph: the heading in whose
// words it is announced, or the paragraph's own.
func (t *sectionTree) placeInside(s *section, paragraph *section) *section {
	for o := range t.enclosing {
		if o == paragraph {
			break
		}
		if announces(o.title, s.title) {
			return o
		}
	}
	return paragraph
}

// placeUnmarked finds the parent of a heading without marker.
func (t *sectionTree) placeUnmarked(s *section) *section {
	if !s.recurs {
		for o := range t.enclosing {
			if !o.marked() && parallel(o.title, s.title) {
				return o.parent
			}
		}
	}
	for o := range t.enclosing {
		if s.recurs && o.marked() || !o.recurs && o.level < s.level {
			return o
		}
	}
	return t.base
}

// announces tells whether a heading names in its own words, among others, what the lower one is about.
func announces(upper, lower string) bool {
	u, l := " "+fold(upper)+" ", " "+fold(lower)+" "
	return len(u) > len(l) && strings.Contains(u, l)
}

// parallelWords is how many opening words headings share that are made alike, and so are siblings:
// "Operational recommendations on …".
const parallelWords = 3

func parallel(a, b string) bool {
	x, y := strings.Fields(fold(a)), strings.Fields(fold(b))
	if len(x) <= parallelWords || len(y) <= parallelWords {
		return false
	}
	for i := range parallelWords {
		if x[i] != y[i] {
			return false
		}
	}
	return true
}

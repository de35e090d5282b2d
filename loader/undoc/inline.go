package undoc

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A passage is running text as rendered: plain, with what it was made of.
type passage struct {
	text     string
	pieces   []Piece
	marks    []mark
	markdown string
}

// A mark calls a footnote.
type mark struct {
	marker string
	offset int // code points of the passage's text
}

// render joins the extents into plain text: a break between two becomes a space (nothing after a
// hyphen), runs of white space become one space, emphasis and footnote marks vanish.
func (s *source) render(extents []extent) passage {
	g, markers := s.glyphs(extents)
	dropEmphasis(g)
	p := compose(g, markers)
	if p.markdown = s.markdown(extents); p.markdown == p.text {
		p.markdown = p.text // one string for both
	}
	return p
}

// A glyph is one character of a passage in the making.
type glyph struct {
	start int   // byte offset
	r     rune  // of a mark, 0
	size  uint8 // in bytes; 0 for a break or a mark
	drop  bool  // it is markup
	mark  bool  // it calls a footnote and has no character
	// escaped says that a backslash made it a plain character.
	escaped bool
}

// footnoteMark is what a superscript must hold to be a footnote mark: "1", "1,2", "a", "*".
const footnoteMark = `[0-9]{1,3}(?:\s*,\s*[0-9]{1,3})*|[a-z]|[*†‡]{1,3}`

var (
	superscript = regexp.MustCompile(`^<sup>\s*(` + footnoteMark + `)\s*</sup>`)
	lineBreak   = regexp.MustCompile(`^<br\s*/?>`)
	otherTag    = regexp.MustCompile(`^</?(?:sup|sub|b|i|em|strong|u)>`)
	link        = regexp.MustCompile(`^\[([^\[\]]+)\]\([^()\s]*\)`)
)

// glyphs reads the extents and gives their glyphs, and the markers of the marks among these in order.
// The glyphs are good until the next call.
func (s *source) glyphs(extents []extent) (g []glyph, markers []string) {
	g = s.glyphBuffer[:0]
	for i, e := range extents {
		if i > 0 { // dropped after a hyphen, it still parts words for emphasis
			g = append(g, glyph{r: ' ', drop: hyphenated(s.text(extents[i-1]), s.text(e))})
		}
		linkText := -1 // where the text of the link we are in ends
		for at := e.start; at < e.end; {
			rest := s.bytes[at:e.end]
			switch {
			case rest[0] == '<':
				if m := superscript.FindSubmatch(rest); m != nil {
					for marker := range strings.SplitSeq(string(m[1]), ",") {
						g = append(g, glyph{start: at, mark: true})
						markers = append(markers, strings.TrimSpace(marker))
					}
					at += len(m[0])
					continue
				}
				if m := lineBreak.Find(rest); m != nil {
					g = append(g, glyph{r: ' '})
					at += len(m)
					continue
				}
				if m := otherTag.Find(rest); m != nil {
					at += len(m)
					continue
				}
			case rest[0] == '[' && linkText < 0:
				if m := link.FindSubmatchIndex(rest); m != nil {
					linkText = at + m[3]
					at++
					continue
				}
			case at == linkText:
				at += bytes.IndexByte(rest, ')') + 1
				linkText = -1
				continue
			case rest[0] == '\\' && len(rest) > 1 && isPunct(rest[1]):
				g = append(g, glyph{r: rune(rest[1]), start: at + 1, size: 1, escaped: true})
				at += 2
				continue
			}
			r, n := utf8.DecodeRune(rest)
			g = append(g, glyph{r: r, start: at, size: uint8(n)})
			at += n
		}
	}
	s.glyphBuffer = g
	return g, markers
}

// hyphenated tells whether a line that ends in a hyphen goes on in the next without a space: "socio-"
// and "economic", but not "supply-" and "and demand-side".
func hyphenated(line, next string) bool {
	stem, found := strings.CutSuffix(strings.TrimRight(line, "*"), "-")
	if !found {
		return false
	}
	next = strings.TrimLeft(next, "*")
	if r, _ := utf8.DecodeLastRuneInString(stem); !unicode.IsLetter(r) {
		return false
	}
	word, _, _ := strings.Cut(next, " ")
	return word != "and" && word != "or" && word != "to"
}

// dropEmphasis marks as dropped every "*" that opens or closes emphasis, by the rules of CommonMark
// (an opener is followed by a word, a closer follows one); what has no partner stays a character.
func dropEmphasis(g []glyph) {
	type run struct{ first, n int } // stars that may still open
	var openers []run
	for i := 0; i < len(g); {
		if !isStar(g[i]) {
			i++
			continue
		}
		j := i
		for j < len(g) && isStar(g[j]) {
			j++
		}
		opens, closes := flanks(g, i, j)
		stars := run{i, j - i}
		for closes && stars.n > 0 && len(openers) > 0 {
			top := &openers[len(openers)-1]
			n := 1
			if stars.n > 1 && top.n > 1 {
				n = 2
			}
			for k := range n {
				g[top.first+top.n-1-k].drop = true
				g[stars.first+k].drop = true
			}
			stars.first, stars.n, top.n = stars.first+n, stars.n-n, top.n-n
			if top.n == 0 {
				openers = openers[:len(openers)-1]
			}
		}
		if opens && stars.n > 0 {
			openers = append(openers, stars)
		}
		i = j
	}
}

func isStar(g glyph) bool { return g.r == '*' && g.size == 1 && !g.escaped }

// flanks tells whether the run of stars g[i:j] can open and can close emphasis.
func flanks(g []glyph, i, j int) (opens, closes bool) {
	before, after := ' ', ' '
	for k := i - 1; k >= 0; k-- {
		if !g[k].mark {
			before = g[k].r
			break
		}
	}
	for k := j; k < len(g); k++ {
		if !g[k].mark {
			after = g[k].r
			break
		}
	}
	spaceBefore, spaceAfter := isSpace(before), isSpace(after)
	punctBefore, punctAfter := isMarkup(before), isMarkup(after)
	opens = !spaceAfter && (!punctAfter || spaceBefore || punctBefore)
	closes = !spaceBefore && (!punctBefore || spaceAfter || punctAfter)
	return opens, closes
}

// compose turns glyphs into text, pieces and marks.
func compose(g []glyph, markers []string) passage {
	var p passage
	var b strings.Builder
	b.Grow(len(g))
	offset := 0
	var space *glyph // pending white space
	verbatim := false
	for i := range g {
		c := &g[i]
		switch {
		case c.mark:
			p.marks = append(p.marks, mark{markers[len(p.marks)], offset})
			continue
		case c.drop:
			continue
		case isSpace(c.r):
			verbatim = space == nil && c.r == ' ' && c.size == 1
			space = c
			continue
		}
		if space != nil && offset > 0 {
			b.WriteByte(' ')
			if verbatim {
				p.pieces = extend(p.pieces, offset, space.start, 1)
			}
			offset++
		}
		space = nil
		b.WriteRune(c.r)
		p.pieces = extend(p.pieces, offset, c.start, int(c.size))
		offset++
	}
	p.text = b.String()
	return p
}

// extend adds the character at the offset, which stands at the given bytes, to the pieces.
func extend(pieces []Piece, offset, start, size int) []Piece {
	if n := len(pieces); n > 0 && pieces[n-1].End == offset && pieces[n-1].EndByte == start {
		pieces[n-1].End++
		pieces[n-1].EndByte += size
		return pieces
	}
	return append(pieces, Piece{offset, offset + 1, start, start + size})
}

// markdown joins the extents as they stand in the source.
func (s *source) markdown(extents []extent) string {
	if len(extents) == 1 {
		return strings.ToValidUTF8(s.text(extents[0]), "\uFFFD")
	}
	var b strings.Builder
	for i, e := range extents {
		if i > 0 && !hyphenated(s.text(extents[i-1]), s.text(e)) {
			b.WriteByte(' ')
		}
		b.WriteString(s.text(e))
	}
	return strings.ToValidUTF8(b.String(), "\uFFFD")
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\uFEFF' }

func isPunct(b byte) bool {
	return b < utf8.RuneSelf && (unicode.IsPunct(rune(b)) || unicode.IsSymbol(rune(b)))
}

func isMarkup(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

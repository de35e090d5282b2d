package explorer

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
)

// A piece is a stretch of a provision's text under one mark, or under none; or a footnote's mark, which has no words.
type piece struct {
	Words    string
	Kind     string // "body", "instrument", "verb", or "" for plain words
	Href     string
	Title    string
	Footnote *footnote
}

// A mark is a stretch that is a link.
type mark struct {
	span
	kind, href, title string
}

// Pieces cuts the provision's text at its marks and footnotes. Where marks overlap, the shorter one is shown.
func (p *provision) Pieces() []piece {
	text := []rune(p.Text)
	marks := p.marks(text)
	cuts := []int{0, len(text)}
	for _, m := range marks {
		cuts = append(cuts, m.Start, m.End)
	}
	for _, f := range p.Footnotes {
		cuts = append(cuts, min(f.Offset, len(text)))
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var list []piece
	last := -1 // the mark of the last piece
	for i, start := range cuts {
		for j := range p.Footnotes {
			if min(p.Footnotes[j].Offset, len(text)) == start {
				list, last = append(list, piece{Footnote: &p.Footnotes[j]}), -1
			}
		}
		if i+1 == len(cuts) {
			break
		}
		words, over := string(text[start:cuts[i+1]]), covering(marks, start)
		switch {
		case over < 0:
			list = append(list, piece{Words: words})
		case over == last:
			list[len(list)-1].Words += words
		default:
			m := marks[over]
			list = append(list, piece{Words: words, Kind: m.kind, Href: m.href, Title: m.title})
		}
		last = over
	}
	return list
}

// covering is the index of the shortest mark over a place, or -1.
func covering(marks []mark, at int) int {
	best := -1
	for i, m := range marks {
		if m.Start <= at && at < m.End && (best < 0 || m.End-m.Start < marks[best].End-marks[best].Start) {
			best = i
		}
	}
	return best
}

// marks lists the written bodies, the cited instruments and the operative verbs, in the order of the text.
func (p *provision) marks(text []rune) []mark {
	var list []mark
	add := func(s span, kind, href, title string) {
		if s.Start < 0 || s.End > len(text) || s.Start >= s.End || slices.ContainsFunc(list, func(m mark) bool { return m.span == s }) {
			return
		}
		list = append(list, mark{s, kind, href, title})
	}
	for _, i := range p.Involvements {
		if i.Span != nil {
			add(*i.Span, "body", "/bodies/"+strings.TrimPrefix(i.Body.ID, "body/"), i.Body.Name+", "+strings.ToLower(i.Role)+" here ("+i.Evidence.Sure()+")")
		}
	}
	for _, c := range p.Citations {
		if c.Span != nil {
			stance := strings.ToLower(strings.ReplaceAll(c.Stance, "_", " "))
			add(*c.Span, "instrument", "/instruments/"+strings.TrimPrefix(c.Instrument.ID, "instrument/"), c.Instrument.ShortTitle+": the paragraph "+stance+" it ("+c.Evidence.Sure()+")")
		}
	}
	for _, c := range p.Commitments {
		for _, v := range c.VerbPlaces {
			add(v.Span, "verb", "/?"+url.Values{"verb": {v.Verb}}.Encode(), strings.ToLower(c.Kind)+" ("+c.Evidence.Sure()+"): other paragraphs that "+v.Verb)
		}
	}
	slices.SortStableFunc(list, func(a, b mark) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return list
}

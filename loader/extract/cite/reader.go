package cite

import (
	"reaffirm/loader/extract/clause/prose"
)

// A reader finds the mentions of one text: that of a provision, or of a footnote.
type reader struct {
	f        *Finder
	t        prose.Text
	document document
	note     bool // a footnote, where registrations and official records identify instruments
	found    []mention
	organs   []organAt
	quoted   []stretch // titles in quotation marks that belong to an instrument
}

// A stretch is tokens start up to, not including, end.
type stretch struct{ start, end int }

type organAt struct {
	start, end int
	organ      *organ // nil for a generic name
	generic    string
}

func (f *Finder) read(t prose.Text, d document, note bool) *reader {
	r := &reader{f: f, t: t, document: d, note: note}
	r.scan()
	r.titles()
	return r
}

// scan reads from left to right what is known by name, number or symbol. The longest name wins, and
// what stands inside it is part of it.
func (r *reader) scan() {
	for i := 0; i < r.t.Len(); {
		i = r.scanAt(i)
	}
}

func (r *reader) scanAt(i int) int {
	if next, ok := r.quotedTitle(i); ok {
		return next
	}
	if next, ok := r.known(i); ok {
		return next
	}
	if next, ok := r.self(i); ok {
		return next
	}
	if next, ok := r.protocolsThereto(i); ok {
		return next
	}
	if at, ok := r.f.organs.names.Longest(&r.t, i); ok {
		r.organs = append(r.organs, r.organ(at))
		return at.End
	}
	switch r.fold(i) {
	case "resolution", "resolutions", "decision", "decisions":
		return r.resolutions(i)
	}
	if next, ok := r.symbol(i); ok {
		return next
	}
	if r.note {
		if next, ok := r.registration(i); ok {
			return next
		}
	}
	return i + 1
}

func (r *reader) organ(at prose.Match) organAt {
	found := organAt{start: at.Start, end: at.End}
	if at.Value < 0 {
		found.generic = r.f.organs.generic(at.Value)
	} else {
		found.organ = &r.f.organs.all[at.Value]
	}
	return found
}

func (r *reader) organStarts(i int) bool {
	_, ok := r.f.organs.names.Longest(&r.t, i)
	return ok
}

func (r *reader) add(m mention) {
	m.printed = true
	r.found = append(r.found, m)
}

func (r *reader) fold(i int) string { return r.t.Fold(i) }

func (r *reader) text(i int) string {
	if i < 0 || i >= r.t.Len() {
		return ""
	}
	return r.t.Tokens[i].Text
}

func (r *reader) glued(i int) bool { return i >= 0 && i < r.t.Len() && r.t.Tokens[i].Glued }

func (r *reader) quote(i, j int) string { return r.t.Span(i, j).Quote }

// endsSentence says whether token k is the full stop of a sentence and not of an abbreviation.
func (r *reader) endsSentence(k int) bool {
	if r.text(k) != "." {
		return false
	}
	if k+1 >= r.t.Len() {
		return true
	}
	switch r.fold(k - 1) {
	case "para", "paras", "art", "arts", "chap", "sect", "vol", "vols", "no", "nos", "res", "rev", "add", "corr", "i", "e":
		return false
	}
	return !r.glued(k+1) && r.t.Tokens[k+1].IsCapital()
}

// stops says whether a clause ends between tokens i and j.
func (r *reader) stops(i, j int) bool {
	for k := i; k < j; k++ {
		if r.fold(k) == ";" || r.endsSentence(k) {
			return true
		}
	}
	return false
}

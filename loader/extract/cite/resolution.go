package cite

import (
	"strings"

	"reaffirm/graph"
)

// A number is the number of a resolution or decision as read from the text.
type number struct {
	form    numberForm
	text    string // as the organ prints it: "70/1", "S-30/1", "1325 (2000)", "217 A (III)"
	letter  string // the letter of one of several resolutions under one number: "E"
	parts   string // several letters, which are kept as a pinpoint: "A to E"
	end     int    // token after it
	wrong   string // as printed, where the separator is wrong: "S-30-1"
	session int    // or year, 0 where there is none
}

// resolutions reads the resolutions that the word "resolution" or "resolutions" at token i announces
// and returns the token after the last.
//
//	General Assembly resolutions 59/209 of 20 December 2004 and 67/221 of 21 December 2012
//	Economic and Social Council resolutions 2006/33, 2007/12, annex, and 2008/26
//	General Assembly resolution S-30/1, annex
func (r *reader) resolutions(i int) int {
	plural := strings.HasSuffix(r.fold(i), "s")
	decision := strings.HasPrefix(r.fold(i), "decision")
	by := r.issuer(i)
	start := by.start
	next, found := i+1, false
	for {
		n, ok := r.number(next)
		if !ok {
			break
		}
		m := r.resolution(n, by, decision)
		m.start, m.nameStart, m.end, m.nameEnd = start, start, n.end, n.end
		r.pinpointAfter(&m)
		r.add(m)
		found, next = true, m.end
		following, ok := r.nextNumber(next, plural)
		if !ok {
			break
		}
		start, next = following, following
	}
	if !found {
		return i + 1
	}
	return next
}

// resolution makes the mention of one resolution.
func (r *reader) resolution(n number, by issuer, decision bool) mention {
	m := mention{rule: ruleResolution, pinpoint: n.parts}
	if n.wrong != "" {
		m.errata = append(m.errata, erratum{code: ErratumSymbol, printed: n.wrong, meant: n.text})
	}
	m.organ = r.organOf(n, by)
	symbol, key, title := resolutionNames(n, m.organ, decision)
	if at, ok := r.f.gazetteer.bySlug[key]; ok && !decision {
		m.refs = []ref{r.f.gazetteer.ref(at)}
		return m
	}
	m.refs = []ref{{id: idPrefix + key, kind: graph.Resolution, form: &graph.Instrument{
		ID: idPrefix + key, Kind: graph.Resolution, Title: title, Symbol: symbol,
	}}}
	return m
}

func resolutionNames(n number, o *organ, decision bool) (symbol, key, title string) {
	what := "resolution"
	if decision {
		what = "decision"
	}
	full := n.text
	if n.letter != "" && n.form != byRoman {
		full += " " + n.letter
	}
	if o == nil {
		return "", what + "-" + slug(full), strings.ToUpper(what[:1]) + what[1:] + " " + full
	}
	title = o.Name + " " + what + " " + full
	if symbol = o.symbol(full); symbol != "" && !decision {
		return symbol, slug(symbol), title
	}
	kind := "-res-"
	if decision {
		kind = "-dec-"
	}
	return "", o.Slug + kind + slug(full), title
}

// An issuer is what the words before a resolution's number say of the organ that adopted it.
type issuer struct {
	organ   *organ // nil where they say nothing
	generic string // "council" of "Council resolution", or ""
	start   int    // token where the name begins; the word "resolution" where none stands before it
}

// issuer finds whose resolution it is from the words before the word "resolution" at token i: a name,
// the organ that the sentence spoke of ("adopted by the Economic and Social Council in its resolution"),
// or the organ of the resolution that this one is coordinated with.
func (r *reader) issuer(i int) issuer {
	if last := len(r.organs) - 1; last >= 0 && r.organs[last].end == i {
		at := r.organs[last]
		if at.organ != nil {
			return issuer{organ: at.organ, start: at.start}
		}
		return issuer{organ: r.lastOrgan(at.generic, at.start), generic: at.generic, start: at.start}
	}
	if r.fold(i-1) == "its" || r.fold(i-1) == "their" || r.fold(i-2) == "its" {
		return issuer{organ: r.subjectOrgan(i), start: i}
	}
	if last := len(r.found) - 1; last >= 0 && i-r.found[last].end <= 8 && (r.fold(i-1) == "and" || r.fold(i-1) == "or") {
		return issuer{organ: r.found[last].organ, start: i}
	}
	return issuer{start: i}
}

// organOf decides whose resolution bears a number. A number that only one organ gives wins over a name
// that does not go with it: a "Council resolution 1373 (2001)" is the Security Council's, whatever
// council the text spoke of. Then come the document's own organ and what the number looks like.
func (r *reader) organOf(n number, by issuer) *organ {
	organs := r.f.organs
	if by.organ != nil && (by.organ.numbersBy(n.form) || by.generic == "" && r.namedOrgan(by)) {
		return by.organ
	}
	switch {
	case n.form == bySerial:
		return organs.byID("sc")
	case n.form == byHealth:
		return organs.byID("wha")
	}
	own := r.document.organ
	if own != nil && !own.numbersBy(n.form) {
		own = nil
	}
	if by.generic != "" {
		if own != nil && own.Generic == by.generic {
			return own
		}
		if by.generic == "council" && (n.form == bySession || n.form == bySpecial) {
			return organs.byID("hrc")
		}
		if found := organs.numbering(by.generic, n.form); found != nil {
			return found
		}
	}
	const mostSessions = 69 // of a commission so far; the General Assembly has held more
	if own != nil && !(own.Generic == "commission" && (n.session > mostSessions || r.knownOf(n, organs.byID("ga")))) {
		return own
	}
	switch {
	case n.form == byYear:
		return organs.byID("ecosoc")
	case n.form == byRoman, n.form == bySpecial, n.form == bySession && n.session > 30:
		return organs.byID("ga")
	}
	return by.organ
}

// knownOf says whether a known instrument bears the number as a resolution of an organ.
func (r *reader) knownOf(n number, o *organ) bool {
	_, key, _ := resolutionNames(n, o, false)
	_, ok := r.f.gazetteer.bySlug[key]
	return ok
}

// namedOrgan says whether the organ was named just before the word "resolution".
func (r *reader) namedOrgan(by issuer) bool {
	last := len(r.organs) - 1
	return last >= 0 && r.organs[last].organ == by.organ && r.organs[last].start == by.start
}

// lastOrgan is the organ called so for short that the text named last before token i.
func (r *reader) lastOrgan(generic string, i int) *organ {
	for k := len(r.organs) - 1; k >= 0; k-- {
		if at := r.organs[k]; at.start < i && at.organ != nil && at.organ.Generic == generic {
			return at.organ
		}
	}
	return nil
}

// subjectOrgan is the organ that the sentence named last before token i, else the document's own.
func (r *reader) subjectOrgan(i int) *organ {
	for k := len(r.organs) - 1; k >= 0; k-- {
		at := r.organs[k]
		if at.organ == nil && r.lastOrgan(at.generic, at.start) == nil {
			continue
		}
		if i-at.end > 12 || r.stops(at.end, i) {
			break
		}
		if at.organ != nil {
			return at.organ
		}
		return r.lastOrgan(at.generic, at.start)
	}
	return r.document.organ
}

// nextNumber finds the next number of a list of resolutions after token i. A list in the singular has
// only one; between the numbers of a plural one stand dates, titles and what the resolutions are on.
func (r *reader) nextNumber(i int, plural bool) (int, bool) {
	if !plural {
		return 0, false
	}
	const reach = 40
	for k := i; k < r.t.Len() && k < i+reach; k++ {
		switch fold := r.fold(k); {
		case r.endsSentence(k), fold == ";", strings.HasPrefix(fold, "resolution"), strings.HasPrefix(fold, "decision"), r.organStarts(k):
			return 0, false
		case r.separates(k):
			if n, ok := r.number(k + 1); ok && (n.form != bySerial || strings.Contains(n.text, "(") || k == i) {
				return k + 1, true
			}
		}
	}
	return 0, false
}

func (r *reader) separates(k int) bool {
	fold := r.fold(k)
	return fold == "," || fold == "and" || fold == "or" || fold == "to"
}

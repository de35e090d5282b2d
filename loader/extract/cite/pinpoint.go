package cite

import "strings"

// pinpointAfter takes in the place within the instrument that follows its name.
//
//	General Assembly resolution 68/196, annex
//	Economic and Social Council resolution 2007/12, annex, para. 18 (c)
//	(E/2009/28), chap. I, sect. C
func (r *reader) pinpointAfter(m *mention) {
	at := m.end
	if r.text(at) == ")" {
		at++
	}
	first, end := -1, -1
	for r.text(at) == "," || first >= 0 && r.fold(at) == "and" {
		unit := at + 1
		next, ok := r.place(unit)
		if !ok || r.fold(next) == "of" || r.text(next) == "," && r.fold(next+1) == "of" {
			break
		}
		if first < 0 {
			first = unit
		}
		at, end = next, next
	}
	if first < 0 {
		return
	}
	m.end = end
	m.pinpoint = join(m.pinpoint, r.quote(first, end))
}

// place reads one step of a pinpoint at token i, "para. 18 (c)", and returns the token after it.
func (r *reader) place(i int) (int, bool) {
	unit := r.fold(i)
	if !isUnit(unit) {
		return 0, false
	}
	next := i + 1
	if r.text(next) == "." && abbreviated(unit) {
		next++
	}
	end := r.ordinals(next)
	return end, end > next || unit == "annex" || unit == "appendix"
}

// ordinals reads numbers, letters and lists of them: "3", "18 (c)", "II.A", "3 and 4", "9 to 37".
func (r *reader) ordinals(i int) int {
	end := i
	for k := i; k < r.t.Len(); k++ {
		switch text := r.text(k); {
		case ordinal(text):
			end = k + 1
		case text == "(" && r.text(k+2) == ")" && ordinalInside(r.text(k+1)):
			k += 2
			end = k + 1
		case end > i && (text == "," || r.fold(k) == "and" || r.fold(k) == "or" || r.fold(k) == "to" || text == "-" || text == "–" || text == "." && r.glued(k+1)):
			if text == "," && !ordinal(r.text(k+1)) || r.unitAt(k+1) {
				return end
			}
		default:
			return end
		}
	}
	return end
}

func (r *reader) unitAt(i int) bool { return isUnit(r.fold(i)) }

func ordinal(s string) bool { return digits(s) && len(s) < 4 || roman(s) || capitalLetter(s) }

func ordinalInside(s string) bool {
	return digits(s) && len(s) < 3 || len(s) <= 4 && s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == ""
}

// pinpointBefore takes in the place within the instrument that stands before its name.
//
//	article 12, paragraph 12, of the 1988 Convention
//	substances listed in Table I or Table II of the 1988 Convention
//	paragraph 1 of the present document
func (r *reader) pinpointBefore(m *mention) {
	at := m.start - 1
	if fold := r.fold(at); fold == "the" || fold == "its" || fold == "that" {
		at--
	}
	if fold := r.fold(at); fold != "of" && fold != "to" {
		return
	}
	first := -1
	for k := at - 1; k >= 0; k-- {
		text, fold := r.text(k), r.fold(k)
		if isUnit(fold) {
			first = k
			continue
		}
		if ordinal(text) || ordinalInside(text) || text == "(" || text == ")" || text == "," || fold == "and" || fold == "or" || fold == "to" || text == "-" || text == "–" || fold == "the" {
			continue
		}
		break
	}
	if first < 0 {
		return
	}
	end, ok := r.place(first)
	for ok && end < at {
		next := end
		for r.text(next) == "," || r.fold(next) == "and" || r.fold(next) == "or" || r.fold(next) == "of" || r.fold(next) == "the" {
			next++
		}
		if next >= at {
			break
		}
		following, more := r.place(next)
		if !more {
			return
		}
		end = following
	}
	if !ok || end < at-1 {
		return
	}
	m.start = first
	m.pinpoint = join(r.quote(first, end), m.pinpoint)
}

func isUnit(fold string) bool {
	switch fold {
	case "article", "articles", "art", "arts", "paragraph", "paragraphs", "para", "paras", "subparagraph", "subparagraphs",
		"chapter", "chapters", "chap", "section", "sections", "sect", "part", "parts", "table", "tables", "schedule", "schedules",
		"annex", "annexes", "appendix", "rule", "principle", "goal", "goals", "target", "targets":
		return true
	}
	return false
}

func abbreviated(fold string) bool {
	switch fold {
	case "art", "arts", "para", "paras", "chap", "sect":
		return true
	}
	return false
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + ", " + b
}

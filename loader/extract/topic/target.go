package topic

import (
	"strconv"
	"strings"
)

// A rule reads a way to set a target year. read is given the token of the year and returns the tokens
// that say so.
type rule struct {
	name       string
	confidence float64
	read       func(r *reader, i int) (start, end int, ok bool)
}

// rules lists the ways to set a target year, in the order in which they are tried.
func rules() []rule {
	return []rule{
		{"by-year", 0.98, (*reader).limit},
		{"and-by-year", 0.95, (*reader).secondLimit},
		{"target-date", 0.98, (*reader).established},
		{"goals-for-year", 0.95, (*reader).goals},
		{"at-session-in-year", 0.93, (*reader).session},
		{"review-in-year", 0.93, (*reader).review},
	}
}

// limit reads a year that ends the time for an act.
//
//	by 2030   by the year 2008   by the end of 2025   no later than 31 December 2025   by mid-2027
func (r *reader) limit(i int) (int, int, bool) {
	if next := i + 1; next < r.t.Len() && r.t.Tokens[next].IsCapital() {
		return 0, 0, false // "by the 2005 World Summit"
	}
	end, seen := false, false
	for k := i - 1; k >= 0 && k >= i-7; k-- {
		switch fold := r.fold(k); {
		case fold == "end" || fold == "year" || fold == "years" || fold == "close":
			end, seen = true, true
		case fold == "of" || fold == "early" || fold == "late" || fold == "mid" || fold == "-" || fold == "at" || fold == "in" ||
			fold == "beginning" || fold == "middle" || fold == "latest" || isMonth(fold) || isDay(fold):
			seen = seen || fold != "of"
		case fold == "the":
			if !seen {
				return 0, 0, false
			}
		case fold == "by":
			return k, i + 1, !r.narrated(k, i+1)
		case fold == "than" && r.fold(k-1) == "later":
			return k - 2, i + 1, r.fold(k-2) == "no" || r.fold(k-2) == "not"
		case fold == "before":
			return k, i + 1, end
		default:
			return 0, 0, false
		}
	}
	return 0, 0, false
}

// narrated says whether a sentence that opens with the time tells what had come about by then.
//
//	Thus, by early 1996, the number of refugees stood at 75,000
func (r *reader) narrated(by, end int) bool {
	if by > 2 && !r.stop(by-1) && !r.stop(by-3) {
		return false
	}
	const reach = 15
	for k := end; k < end+reach && k < r.t.Len() && !r.stop(k); k++ {
		switch r.fold(k) {
		case "was", "were", "had", "stood", "has", "have":
			return true
		}
	}
	return false
}

// secondLimit reads a year coordinated with a target year: "by the years 2003 and 2008".
func (r *reader) secondLimit(i int) (int, int, bool) {
	return i, i + 1, r.last >= 0 && r.last == i-2 && (r.fold(i-1) == "and" || r.fold(i-1) == ",")
}

// established reads a year that is set as a target.
//
//	decide to establish 2019 as a target date
//	a target date of 2025
func (r *reader) established(i int) (int, int, bool) {
	if r.fold(i+1) == "as" {
		for k := i + 2; k <= i+4; k++ {
			if r.fold(k) == "target" {
				if r.fold(k+1) == "date" || r.fold(k+1) == "year" {
					k++
				}
				return i, k + 1, true
			}
		}
	}
	if r.fold(i-1) == "of" && (r.fold(i-2) == "date" || r.fold(i-2) == "year") && r.fold(i-3) == "target" {
		return i - 3, i + 1, true
	}
	return 0, 0, false
}

// goals reads the years of goals and targets.
//
//	to meet the above-mentioned goals and targets for the years 2003 and 2008
func (r *reader) goals(i int) (int, int, bool) {
	k := i - 1
	if r.fold(k) == "year" || r.fold(k) == "years" {
		k--
		if r.fold(k) == "the" {
			k--
		}
	}
	if r.fold(k) != "for" {
		return 0, 0, false
	}
	switch r.fold(k - 1) {
	case "goals", "targets", "goal", "target", "date", "dates":
		return k - 1, i + 1, true
	}
	return 0, 0, false
}

// session reads the year of the session at which something asked for is due.
//
//	should be submitted for consideration by the Commission at its sixty-fifth session, in 2022
//	the Commission at its fifty-seventh session, in 2014, should conduct a high-level review
func (r *reader) session(i int) (int, int, bool) {
	if r.fold(i-1) != "in" || r.text(i-2) != "," || r.fold(i-3) != "session" {
		return 0, 0, false
	}
	at := i - 4
	for at >= 0 && r.fold(at) != "at" && at > i-12 {
		at--
	}
	if r.fold(at) != "at" || r.past(at-1) {
		return 0, 0, false
	}
	after := i + 1
	if r.text(after) == "," {
		after++
	}
	return at, i + 1, r.modal(after) || r.asked(at)
}

// review reads the year in which a review is decided on.
//
//	we resolve to review in the Commission on Narcotic Drugs in 2029 our progress, with a mid-term review … in 2024
func (r *reader) review(i int) (int, int, bool) {
	in := i - 1
	if isMonth(r.fold(in)) || r.fold(in) == "early" || r.fold(in) == "late" {
		in--
	}
	if r.fold(in) != "in" || strings.HasSuffix(r.fold(in-1), "ed") || r.past(in-1) {
		return 0, 0, false
	}
	for k := in - 1; k >= 0 && k >= in-12 && !r.stop(k); k-- {
		switch r.fold(k) {
		case "held", "launched", "performed", "conference":
			return 0, 0, false
		case "review", "reviews", "assess", "assessment", "stocktaking":
			return in, i + 1, r.isNew(k) && r.decided(k)
		}
	}
	return 0, 0, false
}

// isNew says whether a review at token k is one that the text itself plans, not one that is known:
// "to review", "a mid-term review", but not "the review conference".
func (r *reader) isNew(k int) bool {
	if r.modal(k - 1) {
		return true
	}
	for near := k - 1; near >= k-5; near-- {
		switch r.fold(near) {
		case "a", "an":
			return true
		case "the", "of", "at", "during":
			return false
		}
	}
	return false
}

// decided says whether the clause before token i decides on something or asks for it.
func (r *reader) decided(i int) bool {
	for k := i - 1; k >= 0 && !r.stop(k); k-- {
		switch r.fold(k) {
		case "resolve", "resolves", "decide", "decides", "agree", "agrees", "undertake", "undertakes", "commit", "commits",
			"recommend", "recommends", "request", "requests", "should", "shall":
			return true
		}
	}
	return false
}

// asked says whether the clause before token i asks for an act.
func (r *reader) asked(i int) bool {
	for k := i - 1; k >= 0 && !r.stop(k); k-- {
		if r.past(k) && r.fold(k+1) == "by" {
			return false // "adopted by the Assembly of the Commission at its twenty-second session, in 2003"
		}
		if r.modal(k) && r.fold(k) != "to" {
			return true
		}
		if r.fold(k) != "to" {
			continue
		}
		switch r.fold(k + 1) {
		case "submit", "report", "consider", "review", "present", "conduct", "inform", "provide", "transmit", "prepare", "continue", "hold", "be",
			"update", "brief", "devote", "discuss", "include":
			return true
		}
	}
	return false
}

func (r *reader) modal(k int) bool {
	switch r.fold(k) {
	case "should", "shall", "must", "to":
		return true
	}
	return false
}

// past says whether token k is a participle that makes what follows an event: "held", "adopted", but
// not "be submitted".
func (r *reader) past(k int) bool {
	switch r.fold(k) {
	case "held", "made", "taken", "undertaken", "begun", "set":
		return r.fold(k-1) != "be"
	}
	return strings.HasSuffix(r.fold(k), "ed") && r.fold(k-1) != "be"
}

func isMonth(fold string) bool {
	switch fold {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

func isDay(fold string) bool {
	n, err := strconv.Atoi(fold)
	return err == nil && len(fold) <= 2 && n > 0 && n <= 31
}

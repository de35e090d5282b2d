package cite

import (
	"strconv"
	"strings"
)

// number reads the number of a resolution at token i.
func (r *reader) number(i int) (number, bool) {
	first := r.text(i)
	if n, ok := r.specialNumber(i); ok {
		return r.letters(n), true
	}
	if strings.HasPrefix(first, "WHA") && digits(first[3:]) && r.glued(i+1) && r.text(i+1) == "." && digits(r.text(i+2)) {
		return number{form: byHealth, text: first + "." + r.text(i+2), end: i + 3}, true
	}
	if !digits(first) {
		return number{}, false
	}
	value, _ := strconv.Atoi(first)
	if separator := r.text(i + 1); (separator == "/" || separator == "-") && r.glued(i+1) && r.glued(i+2) {
		return r.pairNumber(i, value, separator)
	}
	if n, ok := r.parenthesized(i, value); ok {
		return n, true
	}
	if len(first) >= 3 && len(first) <= 4 && value < 3000 && !r.date(i) {
		return number{form: bySerial, text: first, end: i + 1}, r.serialOrgan(i)
	}
	return number{}, false
}

// specialNumber reads the number of a special session: S-30/1, ES-10/13. A hyphen in place of the
// stroke is an erratum of the source: "S-30-1".
func (r *reader) specialNumber(i int) (number, bool) {
	if series := r.text(i); series != "S" && series != "ES" {
		return number{}, false
	}
	if r.text(i+1) != "-" || !digits(r.text(i+2)) || !r.glued(i+1) || !r.glued(i+2) {
		return number{}, false
	}
	separator := r.text(i + 3)
	if separator != "/" && separator != "-" || !digits(r.text(i+4)) || !r.glued(i+4) {
		return number{}, false
	}
	head := r.text(i) + "-" + r.text(i+2)
	n := number{form: bySpecial, text: head + "/" + r.text(i+4), end: i + 5}
	if separator != "/" {
		n.wrong = head + separator + r.text(i+4)
	}
	return n, true
}

// pairNumber reads 70/1, 2007/12 and, as errata, 70-1.
func (r *reader) pairNumber(i, value int, separator string) (number, bool) {
	second, letter := splitLetter(r.text(i + 2))
	if !digits(second) {
		return number{}, false
	}
	n := number{form: bySession, text: r.text(i) + "/" + second, letter: letter, end: i + 3, session: value}
	if value >= 1946 && value < 2100 {
		n.form = byYear
	}
	if separator == "-" {
		if n.form == byYear || len(second) > 3 {
			return number{}, false // a period of years
		}
		n.wrong = r.text(i) + "-" + second
	}
	if n.letter == "" {
		n = r.letters(n)
	}
	return n, true
}

// parenthesized reads 1325 (2000), 217 A (III) and 3379 (XXX).
func (r *reader) parenthesized(i, value int) (number, bool) {
	open, letter := i+1, ""
	if text := r.text(open); len(text) == 1 && text >= "A" && text <= "Z" {
		letter, open = text, open+1
	}
	if r.text(open) != "(" || r.text(open+2) != ")" {
		return number{}, false
	}
	inside := r.text(open + 1)
	switch {
	case letter == "" && len(inside) == 4 && digits(inside) && value < 4000:
		return number{form: bySerial, text: r.text(i) + " (" + inside + ")", end: open + 3}, true
	case roman(inside):
		n := number{form: byRoman, text: r.text(i) + " (" + inside + ")", letter: letter, end: open + 3}
		if letter != "" {
			n.text += " " + letter
		}
		return n, true
	}
	return number{}, false
}

// letters reads what follows the number of several resolutions under one: "S-20/4 E", "46/36 A and B",
// "S-20/4 A to E".
func (r *reader) letters(n number) number {
	letter := r.text(n.end)
	if !capitalLetter(letter) || r.glued(n.end) || letter == "I" {
		return n
	}
	last := n.end
	for (r.fold(last+1) == "to" || r.fold(last+1) == "and" || r.text(last+1) == "," || r.text(last+1) == "-" || r.text(last+1) == "–") && capitalLetter(r.text(last+2)) {
		last += 2
	}
	if last == n.end {
		n.letter, n.end = letter, n.end+1
		return n
	}
	n.parts = r.quote(n.end, last+1)
	n.end = last + 1
	return n
}

// serialOrgan says whether a bare serial number at token i can be a resolution: only where the
// Security Council is named just before, or it is the Council's own document.
func (r *reader) serialOrgan(i int) bool {
	if own := r.document.organ; own != nil && own.numbersBy(bySerial) {
		return true
	}
	for k := len(r.organs) - 1; k >= 0 && i-r.organs[k].end <= 6; k-- {
		if o := r.organs[k].organ; o != nil && o.numbersBy(bySerial) {
			return true
		}
	}
	return len(r.found) > 0 && r.found[len(r.found)-1].organ != nil && r.found[len(r.found)-1].organ.numbersBy(bySerial) && i-r.found[len(r.found)-1].end <= 2
}

// date says whether a day and month, or a month and year, hold token i.
func (r *reader) date(i int) bool { return month(r.fold(i-1)) || month(r.fold(i+1)) }

func month(fold string) bool {
	switch fold {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december":
		return true
	}
	return false
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

func roman(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune("IVXLCDM", r) {
			return false
		}
	}
	return s != ""
}

func capitalLetter(s string) bool { return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' }

// splitLetter cuts the letter from a number printed together with it: "244B".
func splitLetter(s string) (number, letter string) {
	if last := len(s) - 1; last > 0 && capitalLetter(s[last:]) {
		return s[:last], s[last:]
	}
	return s, ""
}

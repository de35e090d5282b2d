package undoc

import (
	"regexp"
	"strconv"
	"strings"
)

// A label is the printed marker of a paragraph: "14.", "(a)", "(iv)".
type label struct {
	printed  string    // without emphasis
	step     string    // in an id: "14", "a", "iv"
	readings []reading // how it may be read; "(i)" is a letter or a roman numeral. Empty: no label
}

// A reading is a place in a series of labels of one kind.
type reading struct {
	kind  labelKind
	value int
}

type labelKind string

// A kind is named by its first label. Paragraphs have numbers ("1.", "1.1"); the rest are items.
const numberLabel labelKind = "1."

func (k labelKind) isNumber() bool { return strings.HasPrefix(string(k), string(numberLabel)) }

var (
	numbered  = regexp.MustCompile(`^\**([0-9]{1,3})\**\.\**(?:\s+|$)`)
	decimal   = regexp.MustCompile(`^[0-9]{1,3}((?:\.[0-9]{1,3}){1,3})\.?(?:\s+|$)`)
	bracketed = regexp.MustCompile(`^(\**\(\**)([a-z]{1,6}|[0-9]{1,3})(\**\)\**)(?:\s+|$)`)
	halfOpen  = regexp.MustCompile(`^([a-z]{1,5})([.)])\s+`)
)

// parseLabel reads the label at the start of a paragraph and gives its length in bytes with the
// space after it, 0 if there is none.
func parseLabel(text string) (label, int) {
	if m := numbered.FindStringSubmatch(text); m != nil {
		return label{m[1] + ".", m[1], []reading{{numberLabel, atoi(m[1])}}}, len(m[0])
	}
	if m := decimal.FindStringSubmatch(text); m != nil {
		return decimalLabel(strings.TrimRight(strings.TrimSpace(m[0]), ".")), len(m[0])
	}
	if m := bracketed.FindStringSubmatch(text); m != nil {
		if l := itemLabel("(", m[2], ")"); l.readings != nil {
			return l, len(m[0])
		}
	}
	if m := halfOpen.FindStringSubmatch(text); m != nil {
		if l := itemLabel("", m[1], m[2]); l.readings != nil {
			return l, len(m[0])
		}
	}
	return label{}, 0
}

// decimalLabel reads "4.1.2". Its value is the last number within those before, so that 4.1.3 is next.
func decimalLabel(number string) label {
	kind, value := "", 0
	for part := range strings.SplitSeq(number, ".") {
		kind += ".1"
		value = value*1000 + atoi(part)
	}
	return label{number, number, []reading{{labelKind(kind[1:]), value}}}
}

func itemLabel(before, word, after string) label {
	l := label{printed: before + word + after, step: word}
	add := func(first string, value int) {
		if value > 0 {
			l.readings = append(l.readings, reading{labelKind(before + first + after), value})
		}
	}
	if word[0] <= '9' {
		add("1", atoi(word))
		return l
	}
	add("a", letterValue(word))
	add("i", romanValue(word))
	return l
}

func (l label) none() bool     { return len(l.readings) == 0 }
func (l label) isNumber() bool { return len(l.readings) > 0 && l.readings[0].kind.isNumber() }
func (l label) isItem() bool   { return len(l.readings) > 0 && !l.isNumber() }

// as gives the value of a label read as one of a kind, 0 if it cannot be.
func (l label) as(kind labelKind) int {
	for _, r := range l.readings {
		if r.kind == kind {
			return r.value
		}
	}
	return 0
}

// letterValue gives the place of a letter in its series: a is 1, z 26, aa 27, bb 28. 0: no letter.
func letterValue(word string) int {
	if len(word) > 2 || word[0] < 'a' || word[0] > 'z' || word[len(word)-1] != word[0] {
		return 0
	}
	return int(word[0]-'a') + 1 + 26*(len(word)-1)
}

// romanValue gives the value of a roman numeral in lower case up to 99, 0 if it is none.
func romanValue(word string) int {
	for tens, t := range []string{"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"} {
		for ones, o := range []string{"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"} {
			if word == t+o {
				return 10*tens + ones
			}
		}
	}
	return 0
}

// atoi reads digits that a pattern has matched.
func atoi(digits string) int {
	n, err := strconv.Atoi(strings.TrimLeft(digits, "0"))
	if err != nil {
		return 0
	}
	return n
}

package lineage

import (
	"slices"
	"strings"
)

// formulas recognises the formulas of the data file in a run of word forms.
type formulas struct {
	patterns *automaton
	lists    []list
	listed   map[uint64]bool // forms that start a member of any list
	names    []formulaName
}

type formulaName struct{ kind, name string }

// A list is a set of members of which least or more in a row make one formula, whatever their order.
type list struct {
	name    int
	least   int
	members map[uint64][]member // by first form, longest first
}

type member struct {
	forms []uint64
	glue  bool // function words only: may stand between members, counts for none
}

// A formulaMatch is the longest formula at one place.
type formulaMatch struct {
	length int // in words, 0 for none
	name   int // index into formulas.names
}

// at finds the longest formula that starts at words[i].
func (f *formulas) at(words []word, i int) formulaMatch {
	best := formulaMatch{}
	if n, name := f.patterns.longest(words[i:]); n > 0 {
		best = formulaMatch{n, name}
	}
	if !f.listed[words[i].form] {
		return best
	}
	for k := range f.lists {
		if n := f.lists[k].run(words[i:]); n > best.length {
			best = formulaMatch{n, f.lists[k].name}
		}
	}
	return best
}

// run is the length of the list's formula at the start of words, or 0.
func (l *list) run(words []word) int {
	count, end := 0, 0
	for i := 0; i < len(words); {
		m := l.member(words[i:])
		if m == nil || i == 0 && m.glue || i > 0 && words[i].gap >= colon {
			break
		}
		i += len(m.forms)
		if !m.glue {
			count, end = count+1, i
		}
	}
	if count < l.least {
		return 0
	}
	return end
}

func (l *list) member(words []word) *member {
	if len(words) == 0 {
		return nil
	}
	for k := range l.members[words[0].form] {
		m := &l.members[words[0].form][k]
		if len(m.forms) <= len(words) && slices.EqualFunc(m.forms, words[:len(m.forms)], func(f uint64, w word) bool { return f == w.form }) {
			return m
		}
	}
	return nil
}

// parseFormulas reads the formula file. The error names the first line that is not of its form; the
// formulas of all other lines are returned with it.
func parseFormulas(file string) (*formulas, error) {
	var first error
	f := &formulas{patterns: newAutomaton(), listed: map[uint64]bool{}}
	p := patternParser{automaton: f.patterns, classes: map[string]string{}}
	for _, line := range lines(file) {
		head, body, ok := strings.Cut(line, "=")
		fields := strings.Fields(head)
		if err := f.add(&p, fields, strings.TrimSpace(body), ok); err != nil && first == nil {
			first = badLine(line, err.Error())
		}
	}
	f.patterns.seal()
	return f, first
}

func (f *formulas) add(p *patternParser, fields []string, body string, ok bool) error {
	switch {
	case !ok || len(fields) < 2 || body == "":
		return errForm("not KIND NAME = BODY")
	case fields[0] == "class":
		p.classes[fields[1]] = strings.ReplaceAll(body, ";", "|")
		return nil
	case fields[0] == "list":
		return f.addList(fields, body)
	case !slices.Contains([]string{"hedge", "level", "frame", "epithet", "term"}, fields[0]):
		return errForm("unknown kind")
	}
	return p.add(body, f.name(fields[0], fields[1]))
}

func (f *formulas) name(kind, name string) int {
	n := formulaName{kind, name}
	if i := slices.Index(f.names, n); i >= 0 {
		return i
	}
	f.names = append(f.names, n)
	return len(f.names) - 1
}

func (f *formulas) addList(fields []string, body string) error {
	if len(fields) != 3 || len(fields[2]) != 1 || fields[2] < "2" || fields[2] > "9" {
		return errForm("a list needs a name and a least number")
	}
	l := list{name: f.name("list", fields[1]), least: int(fields[2][0] - '0'), members: map[uint64][]member{}}
	glue := map[string]bool{"and": true, "or": true, "of": true, "in": true, "the": true, "at": true, "as": true, "well": true}
	for _, text := range strings.Split(body, ";") {
		m := member{glue: true}
		for _, w := range strings.Fields(text) {
			m.forms = append(m.forms, hash(w))
			m.glue = m.glue && glue[w]
		}
		if len(m.forms) == 0 {
			return errForm("empty member")
		}
		l.members[m.forms[0]] = append(l.members[m.forms[0]], m)
		f.listed[m.forms[0]] = f.listed[m.forms[0]] || !m.glue
	}
	for _, ms := range l.members {
		slices.SortStableFunc(ms, func(a, b member) int { return len(b.forms) - len(a.forms) })
	}
	f.lists = append(f.lists, l)
	return nil
}

type errForm string

func (e errForm) Error() string { return string(e) }

package lineage

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// An automaton recognises the word patterns of the formula file: first a graph of states with words
// and empty steps on its edges, then, sealed, a table with one next state for each state and word.
type automaton struct {
	edges  []map[uint64][]int // by state: word form to next states
	empty  [][]int            // by state: next states without a word
	accept map[int]int        // state to the pattern's name

	table []map[uint64]int32
	ends  []int32 // by row of the table: name + 1, or 0
}

const startState = 0

func newAutomaton() *automaton {
	a := &automaton{accept: map[int]int{}}
	a.state()
	return a
}

func (a *automaton) state() int {
	a.edges, a.empty = append(a.edges, map[uint64][]int{}), append(a.empty, nil)
	return len(a.edges) - 1
}

// longest gives the length and name of the longest pattern at the start of words; the first named
// of patterns of equal length. It gives 0 if there is none.
func (a *automaton) longest(words []word) (length, name int) {
	row := int32(0)
	for i := range words {
		next, ok := a.table[row][words[i].form]
		if !ok || i > 0 && words[i].gap >= colon {
			break
		}
		row = next
		if end := a.ends[row]; end > 0 {
			length, name = i+1, int(end-1)
		}
	}
	return length, name
}

// seal builds the table by following every set of states that some run of words can reach.
func (a *automaton) seal() {
	rows := map[string]int32{}
	var sets [][]int
	row := func(set []int) int32 {
		key := setKey(set)
		if r, ok := rows[key]; ok {
			return r
		}
		r := int32(len(sets))
		rows[key], sets = r, append(sets, set)
		a.table, a.ends = append(a.table, map[uint64]int32{}), append(a.ends, a.endOf(set))
		return r
	}
	row(a.closure([]int{startState}))
	for r := 0; r < len(sets); r++ {
		next := map[uint64][]int{}
		for _, s := range sets[r] {
			for form, to := range a.edges[s] {
				next[form] = append(next[form], to...)
			}
		}
		for _, form := range sortedKeys(next) {
			a.table[r][form] = row(a.closure(next[form]))
		}
	}
	a.edges, a.empty, a.accept = nil, nil, nil
}

func (a *automaton) closure(states []int) []int {
	seen := map[int]bool{}
	for todo := slices.Clone(states); len(todo) > 0; {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !seen[s] {
			seen[s] = true
			todo = append(todo, a.empty[s]...)
		}
	}
	return sortedKeys(seen)
}

func (a *automaton) endOf(set []int) int32 {
	best := int32(0)
	for _, s := range set {
		if name, ok := a.accept[s]; ok && (best == 0 || int32(name)+1 < best) {
			best = int32(name) + 1
		}
	}
	return best
}

func setKey(set []int) string {
	var b strings.Builder
	for _, s := range set {
		var buf [binary.MaxVarintLen64]byte
		b.Write(buf[:binary.PutUvarint(buf[:], uint64(s))])
	}
	return b.String()
}

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// A patternParser adds patterns of the formula file to an automaton.
type patternParser struct {
	automaton *automaton
	classes   map[string]string
	tokens    []string
}

// add adds one pattern under a name.
func (p *patternParser) add(pattern string, name int) error {
	p.tokens = tokensOf(pattern)
	end := p.automaton.state()
	if err := p.choice(startState, end, ""); err != nil {
		return err
	}
	if len(p.tokens) > 0 {
		return errForm("unbalanced brackets")
	}
	p.automaton.accept[end] = name
	return nil
}

// choice reads sequences separated by "|" up to the closing token and leads each from one state to
// the other.
func (p *patternParser) choice(from, to int, closing string) error {
	at := p.automaton.state()
	p.automaton.empty[from] = append(p.automaton.empty[from], at)
	for {
		token := ""
		if len(p.tokens) > 0 {
			token, p.tokens = p.tokens[0], p.tokens[1:]
		}
		switch token {
		case closing, "|":
			p.automaton.empty[at] = append(p.automaton.empty[at], to)
			if token == closing {
				return nil
			}
			at = p.automaton.state()
			p.automaton.empty[from] = append(p.automaton.empty[from], at)
		case "", ")", "]":
			return errForm("unbalanced brackets")
		default:
			next, err := p.item(token, at)
			if err != nil {
				return err
			}
			at = next
		}
	}
}

// item reads one word, class, option or choice after state at and gives the state behind it.
func (p *patternParser) item(token string, at int) (int, error) {
	a := p.automaton
	next := a.state()
	switch {
	case token == "(":
		return next, p.choice(at, next, ")")
	case token == "[":
		a.empty[at] = append(a.empty[at], next)
		return next, p.choice(at, next, "]")
	case strings.HasPrefix(token, "<"):
		body, ok := p.classes[strings.Trim(token, "<>")]
		if !ok {
			return 0, errForm("unknown class " + token)
		}
		class := patternParser{automaton: a, classes: p.classes, tokens: tokensOf(body)}
		return next, class.choice(at, next, "")
	}
	form := hash(token)
	a.edges[at][form] = append(a.edges[at][form], next)
	return next, nil
}

// tokensOf splits a pattern into brackets, bars, classes and words.
func tokensOf(pattern string) []string {
	for _, mark := range []string{"(", ")", "[", "]", "|"} {
		pattern = strings.ReplaceAll(pattern, mark, " "+mark+" ")
	}
	return strings.Fields(pattern)
}

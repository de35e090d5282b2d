package lineage

import (
	"bufio"
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

var (
	//go:embed data/function-words.txt
	functionWordsFile string
	//go:embed data/synonyms.txt
	synonymsFile string
	//go:embed data/verbs.txt
	verbsFile string
	//go:embed data/formulas.txt
	formulasFile string
	//go:embed data/tails.txt
	tailsFile string
)

// A lexicon is what is known of words before any corpus is read. It does not change once made.
type lexicon struct {
	function map[string]bool
	class    map[string]string // stem to synonym class or verb class
	verb     map[string]bool   // stems of drafting verbs
	formulas *formulas
	tails    *automaton

	operative map[uint64]bool // base forms of drafting verbs
	adverb    map[uint64]bool // words that may stand between "and" and a verb
	and       uint64

	modals      map[uint64]int  // "may", "should", "shall" and their like to their force, 1 the weakest
	restrictive map[uint64]bool // words that narrow what they stand by: "only"
	joining     map[uint64]bool // words that join items of a list
}

// theLexicon gives the lexicon, read once: no one changes it.
var theLexicon = sync.OnceValue(newLexicon)

// newLexicon reads the embedded data files. A test holds them to their form; a line that is not of
// it is left out here.
func newLexicon() *lexicon {
	l := &lexicon{function: map[string]bool{}, class: map[string]string{}, verb: map[string]bool{},
		operative: map[uint64]bool{}}
	for _, line := range lines(functionWordsFile) {
		for _, w := range strings.Fields(line) {
			l.function[w] = true
		}
	}
	for _, line := range lines(synonymsFile) {
		words := strings.Fields(line)
		for _, w := range words {
			l.class[stemOf(w)] = stemOf(words[0])
		}
	}
	for _, line := range lines(verbsFile) {
		name, verbs, _ := strings.Cut(line, ":")
		for _, w := range strings.Fields(verbs) {
			l.class[stemOf(w)], l.verb[stemOf(w)] = "verb:"+name, true
			l.operative[hash(w)] = true
		}
	}
	l.formulas, _ = parseFormulas(formulasFile)
	l.tails, _ = parseTails(tailsFile)
	l.and = hash("and")
	l.modals = map[uint64]int{hash("may"): 1, hash("might"): 1, hash("can"): 1, hash("could"): 1,
		hash("should"): 2, hash("will"): 3, hash("must"): 4, hash("shall"): 4}
	l.restrictive = hashes("only", "exclusively", "solely")
	l.joining = hashes("and", "or", "including")
	l.adverb = hashes("also", "further", "we", "to", "therefore", "in", "particular")
	return l
}

func hashes(words ...string) map[uint64]bool {
	out := map[uint64]bool{}
	for _, w := range words {
		out[hash(w)] = true
	}
	return out
}

// stem gives the hash of the stem (or class) of a folded word, and its role before its place in a
// text is known.
func (l *lexicon) stem(folded string) (uint64, role) {
	if l.function[folded] {
		return hash(folded), function
	}
	stem := stemOf(folded)
	kind := content
	if class, ok := l.class[stem]; ok && !(l.verb[stem] && isNoun(folded)) {
		stem = class
		if l.verb[stemOf(folded)] {
			kind = verbal
		}
	} else if isNoun(folded) {
		stem = folded
	}
	return hash(stem), kind
}

// isNoun says whether a folded word is by its ending a noun made of a verb.
func isNoun(folded string) bool {
	for _, end := range []string{"ment", "ments", "ation", "ations"} {
		if strings.HasSuffix(folded, end) {
			return true
		}
	}
	return false
}

// lines gives the lines of a data file without comments and blank lines.
func lines(file string) []string {
	var out []string
	for s := bufio.NewScanner(strings.NewReader(file)); s.Scan(); {
		if line := strings.TrimSpace(s.Text()); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

// badLine says what is wrong with a line of a data file.
func badLine(line, why string) error { return fmt.Errorf("%s: %q", why, line) }

// parseTails reads the file of tail markers.
func parseTails(file string) (*automaton, error) {
	var first error
	a := newAutomaton()
	p := patternParser{automaton: a}
	for _, line := range lines(file) {
		if err := p.add(line, 0); err != nil && first == nil {
			first = badLine(line, err.Error())
		}
	}
	a.seal()
	return a, first
}

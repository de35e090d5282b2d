package actor

import "reaffirm/loader/extract/clause"

// A step is one word that governs a mention on the way from it to the head of its clause: a preposition
// with the noun before it ("reports of"), or a verb ("support").
type step struct {
	at   int    // token
	prep string // or ""
	noun string // the noun before the preposition, or "" where there is none
	verb string // base, or ""
	form clause.Form
	// listed says that the step was reached from a later member of a list: "through" for "the Board" in
	// "through the programme and tools of the Board".
	listed bool
}

// maxSteps bounds a path; no rule looks further.
const maxSteps = 8

// path reads to the left from token i: the steps that govern the noun phrase that begins at np, nearest
// first, and the token at which it stopped. In a list every member has the path of the first: "with the
// Board, the Office and civil society".
func (r *reading) path(i, np int) (steps []step, stop int) {
	w := walk{reading: r, i: i, np: np, low: r.clauseStart(i)}
	if at := r.afterInterruption(i, w.low); at >= 0 {
		w.i = at
	}
	for w.i >= w.low && len(w.steps) < maxSteps {
		if w.leap() {
			continue
		}
		if r.endsPath(w.i) {
			break
		}
		w.read()
	}
	return w.steps, w.i
}

// A walk goes from a name to what governs it, word by word to the left.
type walk struct {
	*reading
	i      int // the token that is read next
	np     int // first token of the noun phrase that the walk began at
	low    int // first token of its clause
	steps  []step
	hopped bool // a conjunction has been passed since the last step: the walk is in a list
	comma  bool // by commas only
}

// leap passes what does not govern: set phrases, asides, other names.
func (w *walk) leap() bool {
	if at := w.beforeFormula(w.i); at != w.i {
		if w.text.Fold(w.i) == "," {
			w.comma, w.hopped = !w.hopped || w.comma, true
		}
		w.i = at
		return true
	}
	if at := w.beforeAside(w.i, w.low); w.hopped && at >= 0 {
		w.i = at
		return true
	}
	in := w.inside[w.i]
	if in < 0 {
		return false
	}
	w.i = w.mentions[in].np - 1
	if w.hopped && w.comma && len(w.steps) == 0 {
		if at := w.interrupted(in, w.low); at >= 0 {
			w.i = at
		}
	}
	return true
}

// read takes one word.
func (w *walk) read() {
	word := w.text.Fold(w.i)
	switch {
	case isJoiner(word):
		w.comma = word == "," && (!w.hopped || w.comma)
		w.hopped = true
		w.i--
	case w.listOpenerStart(w.i) >= 0:
		w.hopped = true
		w.i = w.listOpenerStart(w.i) - 1
		if at := w.exemplified(w.i, w.low); at >= 0 && len(w.steps) == 0 {
			w.i = at
		}
	case w.words.Prepositions[word]:
		w.readPreposition(word)
	default:
		if base, form, ok := w.verbAt(w.i); ok {
			w.take(step{at: w.i, verb: base, form: form})
		}
		w.i--
	}
}

func (w *walk) readPreposition(word string) {
	if verb, at := w.phrasalVerb(w.i); verb != "" {
		w.take(step{at: at, verb: verb})
		w.i = at - 1
		return
	}
	if w.hopped && len(w.steps) == 0 && w.insideMember(w.i, w.np) || word == "of" && w.ofUnit(w.i) {
		w.i--
		return
	}
	if at := w.coordinated(w.i, w.low); at >= 0 {
		w.i = at
		return
	}
	w.take(step{at: w.i, prep: word, noun: w.nounBefore(w.i)})
	w.i--
}

func (w *walk) take(s step) {
	s.listed = w.hopped
	w.steps = append(w.steps, s)
	w.hopped = false
}

// ofUnit says whether the "of" at token i follows a body outside the graph, which is a unit of the one after
// it: "the Programme on Youth of the Department".
func (r *reading) ofUnit(i int) bool {
	return i > 0 && r.inside[i-1] >= 0 && r.mentions[r.inside[i-1]].body == ""
}

// clauseStart is the first token of the act that holds token i, or 0.
func (r *reading) clauseStart(i int) int {
	for _, a := range r.clauses.Acts {
		if a.Start <= i && i < a.End {
			if a.Voice == clause.Asked && a.Subject <= i && i < a.SubjectEnd {
				return a.Subject
			}
			return a.Start
		}
	}
	return 0
}

// endsPath says whether token i ends the way from a name to what governs it.
func (r *reading) endsPath(i int) bool { return r.words.ClauseOpeners[r.text.Fold(i)] }

// phrasalVerb reads "call upon", "call on", "appeal to", where token i is the particle.
func (r *reading) phrasalVerb(i int) (string, int) {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		switch r.text.Fold(k) {
		case "call", "calls", "calling", "called":
			if p := r.text.Fold(i); p == "upon" || p == "on" {
				return "call upon", k
			}
			if r.text.Fold(i) == "for" && k == i-1 {
				return "call for", k
			}
		case "appeal", "appeals", "appealing":
			if r.text.Fold(i) == "to" && k == i-1 {
				return "appeal", k
			}
		case "reach", "reaching":
			if r.text.Fold(i) == "to" && r.text.Fold(i-1) == "out" {
				return "reach out", k
			}
		}
	}
	return "", i
}

// nounBefore is the noun that a preposition follows, or "".
func (r *reading) nounBefore(i int) string {
	at := r.beforeFormula(i - 1)
	if at > 0 && isManner(r.text.Fold(at)) {
		at-- // "reporting biennially to"
	}
	switch r.text.Fold(at) {
	case "provided", "given", "offered", "rendered", "granted":
		at = r.beforeFormula(at - 1) // "assistance provided to"
	}
	if r.text.Fold(at) == "and" && r.words.Prepositions[r.text.Fold(at-1)] {
		return r.nounBefore(at - 1) // "cooperation with and among States"
	}
	if at < 0 || r.inside[at] >= 0 || !r.text.Tokens[at].IsWord() {
		return ""
	}
	if at > 0 && (isYear(r.text.Fold(at)) || r.text.Tokens[at].IsCapital() && r.words.Products[r.text.Fold(at-1)]) {
		at-- // "World Drug Report 2013 of", "Project Ion of"
	}
	return r.text.Fold(at)
}

// beforeFormula moves back from token i over set phrases, with the commas around them.
func (r *reading) beforeFormula(i int) int {
	for {
		at := i
		if r.text.Fold(at) == "," {
			at--
		}
		if at < 0 || r.skip[at] < 0 {
			return i
		}
		i = r.skip[at] - 1
		if r.text.Fold(i) == "," {
			i--
		}
	}
}

func isYear(word string) bool { return len(word) == 4 && (word[:2] == "19" || word[:2] == "20") }

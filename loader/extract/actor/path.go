package actor

import (
	"reaffirm/loader/extract/clause"
	"reaffirm/loader/extract/clause/prose"
)

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

// A reading is a provision with what is known of its words while its bodies are being read.
type reading struct {
	lexicon  clause.Lexicon
	groups   groups
	text     *prose.Text
	clauses  *clause.Clauses
	mentions []mention
	inside   []int  // token → index of the mention that covers it, or -1
	skip     []int  // token → first token of the formula that ends there ("as appropriate"), or -1
	verbs    []bool // token → begins a verb of an act
}

// path reads to the left from token i: the steps that govern the noun phrase that begins at np, nearest
// first, and the token at which it stopped. In a list every member has the path of the first: "with the
// Board, the Office and civil society".
func (r *reading) path(i, np int) (steps []step, stop int) {
	hopped, comma := false, false
	low := r.clauseStart(i)
	if at := r.afterInterruption(i, low); at >= 0 {
		i = at
	}
	for i >= low && len(steps) < 8 {
		if at := r.beforeFormula(i); at != i {
			if r.text.Fold(i) == "," {
				comma, hopped = !hopped || comma, true
			}
			i = at
			continue
		}
		if at := r.beforeAside(i, low); hopped && at >= 0 {
			i = at
			continue
		}
		if in := r.inside[i]; in >= 0 {
			if at := r.interrupted(in, hopped && comma && len(steps) == 0, low); at >= 0 {
				i = at
				continue
			}
			i = r.mentions[in].np - 1
			continue
		}
		word := r.text.Fold(i)
		switch {
		case r.endsPath(i):
			return steps, i
		case isJoiner(word):
			comma = word == "," && (!hopped || comma)
			hopped = true
			i--
		case r.isListOpener(i):
			hopped = true
			i = r.listOpenerStart(i) - 1
			if at := r.exemplified(i, low); at >= 0 && len(steps) == 0 {
				i = at
			}
		case isPreposition(word):
			if verb, at := r.phrasalVerb(i); verb != "" {
				steps = append(steps, step{at: at, verb: verb, listed: hopped})
				i = at - 1
				hopped = false
				continue
			}
			if hopped && len(steps) == 0 && r.insideMember(i, np) {
				i-- // "States with experience and the Board": inside an earlier member of the list
				continue
			}
			if word == "of" && i > 0 && r.inside[i-1] >= 0 && r.mentions[r.inside[i-1]].body == "" {
				i-- // "the Programme on Youth of the Department": the unit is the Department's
				continue
			}
			if at := r.coordinated(i, low); at >= 0 {
				i = at
				continue
			}
			steps = append(steps, step{at: i, prep: word, noun: r.nounBefore(i), listed: hopped})
			i--
			hopped = false
		default:
			if base, form, ok := r.verbAt(i); ok {
				steps = append(steps, step{at: i, verb: base, form: form, listed: hopped})
				hopped = false
			}
			i--
		}
	}
	return steps, i
}

// interrupted finds the verb whose object stands after an interruption between commas: "Support, in
// cooperation with the Board and the Office, States engaged in …". The list before the comma is closed
// by its "and", so that what follows is not a member of it. It is the last token of the verb, or -1.
func (r *reading) interrupted(in int, bareComma bool, low int) int {
	if !bareComma {
		return -1
	}
	if before := r.text.Fold(r.mentions[in].np - 1); before != "and" && before != "or" {
		return -1
	}
	for k := r.mentions[in].np - 1; k > low; k-- {
		if r.text.Fold(k) != "," {
			continue
		}
		if _, _, ok := r.verbAt(k - 1); ok && r.verbs[k-1] {
			return k - 1
		}
	}
	return -1
}

// beforeAside moves back over an aside of examples that names nobody, where a list goes on after it: "the
// Office, including those parts relevant to the matter, and the Board". It is -1 where there is none.
func (r *reading) beforeAside(i, low int) int {
	if r.text.Fold(i) != "," || r.text.Fold(i+1) != "and" {
		return -1
	}
	for k := i - 1; k >= low && k > i-14; k-- {
		if r.inside[k] >= 0 || r.endsPath(k) {
			return -1
		}
		if r.text.Fold(k) == "including" && r.text.Fold(k-1) == "," {
			return k - 2
		}
	}
	return -1
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

// afterInterruption finds the verb whose object begins after an aside between commas, where i is the token
// of the closing comma: "Notify, as rapidly as possible, the Board"; or the word that opens the clause whose
// subject stands there: "that, in its resolution 49/3, the Commission". It is the token, or -1.
func (r *reading) afterInterruption(i, low int) int {
	if i < 0 || r.text.Fold(i) != "," {
		return -1
	}
	listed := false // what follows the comma may go on with a list inside the aside
	for k := i - 1; k > low; k-- {
		if r.inside[k] >= 0 {
			return -1
		}
		switch r.text.Fold(k) {
		case "with", "between", "among", "by", "including", "through", "from", "of":
			listed = true
		case ",":
			if r.endsPath(k-1) && isPreposition(r.text.Fold(k+1)) {
				return k - 1
			}
			if _, _, ok := r.verbAt(k - 1); ok && r.verbs[k-1] && !listed {
				return k - 1
			}
			return -1
		}
	}
	return -1
}

func (r *reading) endsPath(i int) bool {
	switch r.text.Fold(i) {
	case ";", ":", ".", "that", "which", "who", "whose", "where", "while", "because", "when", "if", "whether":
		return true
	}
	return false
}

// isListOpener says whether token i ends words that lead on to examples: "such as", "including", "in
// particular", "as well as".
func (r *reading) isListOpener(i int) bool { return r.listOpenerStart(i) >= 0 }

func (r *reading) listOpenerStart(i int) int {
	switch r.text.Fold(i) {
	case "as":
		if r.text.Fold(i-1) == "such" {
			return i - 1
		}
		if r.text.Fold(i-1) == "well" && r.text.Fold(i-2) == "as" {
			return i - 2
		}
	case "including", "especially", "particularly", "notably", "namely":
		return i
	case "particular":
		if r.text.Fold(i-1) == "in" {
			return i - 1
		}
	case "alia":
		return i - 1
	}
	return -1
}

func isPreposition(word string) bool {
	switch word {
	case "of", "to", "for", "with", "by", "in", "on", "at", "from", "through", "among", "between", "within", "under", "into", "via",
		"against", "towards", "toward", "during", "throughout", "without", "about", "upon", "regarding", "concerning", "amongst", "as",
		"outside", "beyond", "over", "across", "around", "before", "after", "since", "until", "per", "despite", "alongside", "along":
		return true
	}
	return false
}

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

// insideMember says whether the preposition at token i belongs to an earlier member of the list whose later
// member begins at np: it follows a body directly ("States with experience and the Board"), it stands in a
// title ("the Special Representative on Violence against Children and the Board"), or it is an "of" whose noun
// is no body ("the director of the centre and the Board").
func (r *reading) insideMember(i, np int) bool {
	if i > 0 && r.inside[i-1] >= 0 && r.mentions[r.inside[i-1]].class && r.text.Fold(i) != "to" {
		return true
	}
	for _, m := range r.mentions {
		if m.np == i+1 && m.np < np {
			return false
		}
	}
	if i > 1 && r.text.Tokens[i-1].IsCapital() && r.text.Tokens[i-2].IsWord() {
		return true
	}
	return r.text.Fold(i) == "of" || r.text.Fold(i) == "to" && oneOf(r.nounBefore(i), []string{"parties", "party"})
}

// exemplified finds the class of actors that "in particular" or "including" gives examples of: "agencies
// working on drug control, in particular the Office". It is the last token of the class, or -1.
func (r *reading) exemplified(i, low int) int {
	if r.text.Fold(i) == "," {
		i--
	}
	for k := i; k >= low && k > i-14; k-- {
		if in := r.inside[k]; in >= 0 {
			if r.mentions[in].class && k < i {
				return k
			}
			return -1
		}
		switch word := r.text.Fold(k); {
		case isJoiner(word), r.endsPath(k), word == "with", word == "by", word == "to", word == "from":
			return -1
		}
	}
	return -1
}

// coordinated finds the earlier twin of a preposition that follows a conjunction: "with the Board, and
// with relevant organizations". It is the twin's token, or -1.
func (r *reading) coordinated(i, low int) int {
	word := r.text.Fold(i)
	at := i - 1
	for at >= low && r.skip[at] >= 0 {
		at = r.skip[at] - 1
	}
	switch r.text.Fold(at) {
	case "and", "or", ",":
	case "as":
		if r.text.Fold(at-1) != "well" {
			return -1
		}
	default:
		if !r.isListOpener(at) {
			return -1
		}
	}
	if word == "as" || word == "in" || word == "of" || word == "for" {
		return -1
	}
	for k := at - 1; k >= low; k-- {
		if twins(r.text.Fold(k), word) && r.inside[k] < 0 {
			if word == "to" {
				if _, form, ok := r.verbAt(k + 1); ok && form == clause.Bare {
					continue
				}
			}
			return k
		}
		if r.endsPath(k) {
			return -1
		}
	}
	return -1
}

func isYear(word string) bool { return len(word) == 4 && (word[:2] == "19" || word[:2] == "20") }

// twins says whether two prepositions may share what stands before the first: "cooperation among the
// authorities and between them and the private sector".
func twins(a, b string) bool {
	return a == b || b == "with" && a == "between" || b == "between" && a == "among" || b == "among" && a == "between" || a == "with" && b == "among"
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

// nounBefore is the noun that a preposition follows, or "".
func (r *reading) nounBefore(i int) string {
	at := r.beforeFormula(i - 1)
	if at > 0 && isAdverbial(r.text.Fold(at)) {
		at-- // "reporting biennially to"
	}
	switch r.text.Fold(at) {
	case "provided", "given", "offered", "rendered", "granted":
		at = r.beforeFormula(at - 1) // "assistance provided to"
	}
	if r.text.Fold(at) == "and" && isPreposition(r.text.Fold(at-1)) {
		return r.nounBefore(at - 1) // "cooperation with and among States"
	}
	if at < 0 || r.inside[at] >= 0 || !r.text.Tokens[at].IsWord() {
		return ""
	}
	if at > 0 && (isYear(r.text.Fold(at)) || r.text.Tokens[at].IsCapital() && r.groups["products"][r.text.Fold(at-1)]) {
		at-- // "World Drug Report 2013 of", "Project Ion of"
	}
	return r.text.Fold(at)
}

// verbAt reads token i as a verb, where its form and neighbours show that it is one.
func (r *reading) verbAt(i int) (string, clause.Form, bool) {
	word := r.text.Fold(i)
	switch word {
	case "is", "are", "was", "were", "be", "been", "being":
		return "be", clause.Bare, true
	case "has", "have", "had":
		return "have", clause.Bare, true
	case "should", "shall", "must", "may", "can", "will", "could", "would", "might":
		return word, clause.Bare, true
	}
	base, form, noun, ok := r.lexicon.Verb(word)
	if !ok {
		return "", 0, false
	}
	if i < len(r.verbs) && r.verbs[i] {
		return base, form, true
	}
	before, after := r.text.Fold(i-1), r.text.Fold(i+1)
	if before == "-" || after == "-" {
		return "", 0, false
	}
	switch form {
	case clause.Bare:
		if !noun || before == "to" || before == "we" || before == "should" || before == "not" {
			return base, form, true
		}
		object := isArticle(after) || r.startsMention(i+1)
		return base, form, object && (isJoiner(before) || i > 0 && r.inside[i-1] >= 0)
	case clause.Third:
		return base, form, !noun && !isPreposition(after)
	case clause.Participle:
		if after == "of" || isArticle(before) {
			return "", 0, false
		}
		return base, form, !isGerundNoun(word) || isArticle(after) || r.startsMention(i+1)
	case clause.Past:
		return base, form, isPreposition(after) || after == "," || after == "and" || isPreposition(r.text.Fold(i+2)) && after == "jointly"
	}
	return "", 0, false
}

func (r *reading) startsMention(i int) bool {
	for _, m := range r.mentions {
		if m.start == i || m.np == i {
			return true
		}
	}
	return false
}

// isGerundNoun lists "-ing" words that are things rather than doings unless an object follows.
func isGerundNoun(word string) bool {
	switch word {
	case "training", "monitoring", "planning", "funding", "financing", "sharing", "reporting", "building", "housing", "counselling",
		"networking", "understanding", "policing", "screening", "profiling", "tracking", "banking", "setting", "meeting", "mapping",
		"testing", "marketing", "processing", "following", "scheduling", "programming", "drafting", "advertising", "trafficking", "laundering":
		return true
	}
	return false
}

func isArticle(word string) bool {
	switch word {
	case "the", "a", "an", "its", "their", "our", "all", "any", "such", "this", "these", "those", "that":
		return true
	}
	return false
}

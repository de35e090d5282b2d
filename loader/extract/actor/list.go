package actor

import "reaffirm/loader/extract/clause"

// listOpenerStart is the first token of words that end at token i and lead on to examples ("such as", "in
// particular") or to more ("as well as"), or -1.
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

// insideMember says whether the preposition at token i belongs to an earlier member of the list whose later
// member begins at np: it follows a body directly ("States with experience and the Board"), it stands in a
// title ("the Special Representative on Violence against Children and the Board"), or it is an "of" whose noun
// is no body ("the director of the centre and the Board").
func (r *reading) insideMember(i, np int) bool {
	if i > 0 && r.inside[i-1] >= 0 && r.mentions[r.inside[i-1]].class {
		return r.text.Fold(i) != "to" || oneOf(r.text.Fold(i-1), "parties", "party")
	}
	for _, m := range r.mentions {
		if m.np == i+1 && m.np < np {
			return false
		}
	}
	if i > 1 && r.inside[i-1] < 0 && r.text.Tokens[i-1].IsCapital() && r.text.Tokens[i-2].IsWord() {
		return true
	}
	return r.text.Fold(i) == "of" || r.text.Fold(i) == "to" && oneOf(r.nounBefore(i), "parties", "party")
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
	at := r.beforeFormula(i - 1)
	switch r.text.Fold(at) {
	case "and", "or", ",":
	case "as":
		if r.text.Fold(at-1) != "well" {
			return -1
		}
	default:
		if r.listOpenerStart(at) < 0 {
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

// twins says whether two prepositions may share what stands before the first: "cooperation among the
// authorities and between them and the private sector".
func twins(a, b string) bool {
	return a == b || b == "with" && a == "between" || b == "between" && a == "among" || b == "among" && a == "between" || a == "with" && b == "among"
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

// interrupted finds the verb whose object stands after an interruption between commas: "Support, in
// cooperation with the Board and the Office, States engaged in …". The list before the comma is closed
// by its "and", so that what follows is not a member of it. It is the last token of the verb, or -1.
func (r *reading) interrupted(in, low int) int {
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
			if r.endsPath(k-1) && r.words.Prepositions[r.text.Fold(k+1)] {
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

// listEnd is the token after the list that the mention belongs to: after "the Board" in "the Commission
// and the Board".
func (r *reading) listEnd(k int) int {
	end := r.mentions[k].end
	for n := k + 1; n < len(r.mentions); n++ {
		next := r.mentions[n]
		if next.pronoun != noPronoun {
			continue
		}
		i := end
		for i < next.np && (isJoiner(r.text.Fold(i)) || r.text.Fold(i) == "the" || r.listOpensAt(i)) {
			i++
		}
		if i != next.np && i != next.start || i == end {
			break
		}
		end = next.end
	}
	return end
}

func (r *reading) listOpensAt(i int) bool {
	switch r.text.Fold(i) {
	case "including", "especially", "such", "as", "well":
		return true
	case "in":
		return r.text.Fold(i+1) == "particular"
	case "particular":
		return r.text.Fold(i-1) == "in"
	}
	return false
}

func isJoiner(word string) bool { return word == "," || word == "and" || word == "or" }

package cite

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

//go:embed data/heads.json
var headsJSON []byte

// heads are the words that titles of instruments turn on: "Convention", "Programme of Action".
type heads struct {
	names prose.Phrases
	kinds []graph.InstrumentKind
}

func loadHeads() (*heads, error) {
	decoder := json.NewDecoder(bytes.NewReader(headsJSON))
	decoder.DisallowUnknownFields()
	var file struct {
		Source string
		Heads  []struct {
			Kind    graph.InstrumentKind
			Phrases []string
		}
	}
	if err := decoder.Decode(&file); err != nil {
		return nil, fmt.Errorf("heads.json: %w", err)
	}
	h := &heads{}
	for i, head := range file.Heads {
		if !slices.Contains(graph.InstrumentKinds(), head.Kind) {
			return nil, fmt.Errorf("heads.json: unknown kind %q", head.Kind)
		}
		h.kinds = append(h.kinds, head.Kind)
		for _, phrase := range head.Phrases {
			if err := h.names.Add(phrase, i); err != nil {
				return nil, fmt.Errorf("heads.json: %w", err)
			}
		}
	}
	return h, nil
}

func (h *heads) kind(value int) graph.InstrumentKind { return h.kinds[value] }

// titles finds instruments that no list knows by the form of their titles: a head with what it is on,
// or with a name before it, in capitals.
//
//	the Convention on the Physical Protection of Nuclear Material
//	the Hyogo Framework for Action
func (r *reader) titles() {
	covered := r.covered()
	for i := 0; i < r.t.Len(); {
		at, ok := r.f.heads.names.Longest(&r.t, i)
		if !ok || covered[i] {
			i++
			continue
		}
		if m, ok := r.title(at, covered); ok {
			r.add(m)
			i = m.end
			continue
		}
		i = at.End
	}
	slices.SortStableFunc(r.found, func(a, b mention) int { return a.start - b.start })
}

// shortName takes in a short name in parentheses after a title: "(the Méndez Principles)".
func (r *reader) shortName(end int, covered []bool) int {
	k := end + 1
	if r.text(end) != "(" {
		return end
	}
	if r.fold(k) == "the" {
		k++
	}
	const longest = 5
	first := k
	for k < r.t.Len() && k < first+longest && !covered[k] && (r.t.Tokens[k].IsCapital() || r.text(k) == "-" || smallWord(r.fold(k))) {
		k++
	}
	if k > first && r.text(k) == ")" {
		return k + 1
	}
	return end
}

// covered says of each token whether it is part of a mention or of a title that belongs to one.
func (r *reader) covered() []bool {
	covered := make([]bool, r.t.Len())
	for _, m := range r.found {
		for k := m.start; k < m.end; k++ {
			covered[k] = true
		}
	}
	for _, q := range r.quoted {
		for k := q.start; k < q.end; k++ {
			covered[k] = true
		}
	}
	return covered
}

func (r *reader) title(head prose.Match, covered []bool) (mention, bool) {
	start := r.titleStart(head.Start, covered)
	end := max(r.titleEnd(head.End, covered), r.forImplementation(head.End))
	if end == head.End {
		if r.t.Len() > end && r.t.Tokens[end].IsCapital() && !r.glued(end) {
			return mention{}, false // "the Convention Secretariat"
		}
		if start == head.Start || !slices.ContainsFunc(r.t.Tokens[start:head.Start], distinctive) {
			return mention{}, false
		}
	}
	title := r.quote(start, end)
	if len(strings.Fields(title)) < 2 {
		return mention{}, false
	}
	end = r.shortName(end, covered)
	m := mention{start: start, nameStart: start, end: end, nameEnd: end, refs: []ref{formRef(title, r.f.heads.kind(head.Value))}, rule: ruleForm}
	if known, ok := r.planFor(head, start); ok {
		m.refs, m.rule = []ref{known}, ruleBackSingular
	}
	r.pinpointAfter(&m)
	r.pinpointBefore(&m)
	return m, true
}

// titleStart goes back over the capitalized words before a head.
func (r *reader) titleStart(i int, covered []bool) int {
	start := i
	for k := i - 1; k >= 0 && !covered[k]; k-- {
		token := r.t.Tokens[k]
		switch {
		case token.IsWord() && token.IsCapital() && !r.opensSentence(k), digits(token.Text) && len(token.Text) == 4:
			start = k
		case token.Text == "-" && token.Glued, r.text(k+1) == "-" && r.glued(k+1) && r.glued(k+2): // "Sharm el-Sheikh"
		case token.Fold == "and" && r.t.Tokens[k+1].IsCapital() && k > 0 && distinctive(r.t.Tokens[k-1]):
		default:
			return start
		}
	}
	return start
}

// titleEnd goes on over what the instrument is on: capitalized words and the small words between them.
func (r *reader) titleEnd(i int, covered []bool) int {
	switch r.fold(i) {
	case "on", "of", "for", "against", "to", "concerning", "relating", "regarding", "in", "between", "towards":
	default:
		return i
	}
	end := i
	for k := i; k < r.t.Len() && !covered[k]; k++ {
		token := r.t.Tokens[k]
		switch {
		case token.Fold == "and" && r.anotherInstrument(k+1):
			return end
		case (token.Text == "-" || token.Text == "–") && end == k && yearToken(r.text(k-1)) && digits(r.text(k+1)):
			k++
			end = k + 1
		case token.IsWord() && (token.IsCapital() || digits(token.Text) && len(token.Text) == 4 && r.fold(k-1) != "in"):
			end = k + 1
		case token.Text == "-" && token.Glued, token.Text == "," && k+1 < r.t.Len() && r.t.Tokens[k+1].IsCapital() && end == k, strings.HasPrefix(token.Fold, "'") && token.Glued, smallWord(token.Fold):
		case token.Glued && r.text(k-1) == "-": // "Cross-cutting"
			end = k + 1
		default:
			return end
		}
	}
	return end
}

// anotherInstrument says whether the words at token k go on with an instrument of their own.
//
//	the Convention on Maritime Search and Rescue and to the Convention for the Safety of Life at Sea
func (r *reader) anotherInstrument(k int) bool {
	switch r.fold(k) {
	case "to", "for", "of", "by", "with", "in":
		return r.fold(k+1) == "the"
	case "the":
		const reach = 8
		for i := k + 1; i < k+reach && i < r.t.Len() && (r.t.Tokens[i].IsCapital() || strings.HasPrefix(r.fold(i), "'")); i++ {
			if _, ok := r.f.heads.names.Longest(&r.t, i); ok {
				return true
			}
		}
	}
	return false
}

// forImplementation goes on over what a plan carries out, where that points back and has no capitals.
//
//	the Action Plan for the implementation of those principles
func (r *reader) forImplementation(i int) int {
	if r.fold(i) == "for" && r.fold(i+1) == "the" && r.fold(i+2) == "implementation" && r.fold(i+3) == "of" &&
		(r.fold(i+4) == "those" || r.fold(i+4) == "these" || r.fold(i+4) == "that") && i+5 < r.t.Len() {
		return i + 6
	}
	return i
}

// planFor finds the known plan that carries out the instrument named last before it, where the plan's
// title ends by pointing back to that one.
//
//	the Declaration on the Guiding Principles of Drug Demand Reduction, the Action Plan for the implementation of those principles
func (r *reader) planFor(head prose.Match, start int) (ref, bool) {
	if r.forImplementation(head.End) == head.End {
		return ref{}, false
	}
	var last *mention
	for k := range r.found {
		if before := &r.found[k]; before.end <= start && (last == nil || before.end > last.end) {
			last = before
		}
	}
	if last == nil || len(last.refs) != 1 {
		return ref{}, false
	}
	title := r.quote(head.Start, head.End) + " for the Implementation of the " + r.f.title(last.refs[0])
	for n, i := range r.f.gazetteer.instruments {
		if strings.EqualFold(i.Title, title) {
			return r.f.gazetteer.ref(n), true
		}
	}
	return ref{}, false
}

// opensSentence says whether a capital is only that of a sentence: "Recalling", "The".
func (r *reader) opensSentence(k int) bool {
	if k == 0 || r.endsSentence(k-1) || r.fold(k-1) == ";" {
		fold := r.fold(k)
		return strings.HasSuffix(fold, "ing") || strings.HasSuffix(fold, "s") || fold == "the" || fold == "in" || fold == "under"
	}
	return r.fold(k) == "the"
}

// distinctive says whether a word tells one instrument from others of its sort.
func distinctive(t prose.Token) bool {
	if !t.IsWord() || !t.IsCapital() {
		return false
	}
	switch t.Fold {
	case "national", "international", "regional", "global", "united", "nations", "member", "states", "new", "draft", "final", "general", "joint",
		"general's", "secretary", "optional", "additional", "the", "parties", "party", "committee", "government", "governments", "organization", "organizations", "conference":
		return false
	}
	return true
}

func smallWord(fold string) bool {
	switch fold {
	case "on", "of", "for", "against", "to", "the", "and", "in", "with", "by", "at", "from", "into", "its", "their", "or", "a", "an", "all", "as",
		"between", "among", "through", "within", "under", "towards", "upon", "concerning", "relating", "regarding", "relative", "respect", "other", "those", "our":
		return true
	}
	return false
}

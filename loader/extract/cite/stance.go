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

//go:embed data/triggers.json
var triggersJSON []byte

// A stance is how a provision stands to what it cites, and the rule that says so.
type stance struct {
	stance     graph.Stance
	rule       string
	confidence float64
}

// triggers are the phrases before a citation that show its stance.
type triggers struct {
	phrases prose.Phrases
	all     []trigger
}

type trigger struct {
	Stance     graph.Stance
	Reach      string // "object": the noun phrase or list that follows; "clause": the rest of the clause
	Rule       string
	Confidence float64
	Phrases    []string
}

func loadTriggers() (*triggers, error) {
	decoder := json.NewDecoder(bytes.NewReader(triggersJSON))
	decoder.DisallowUnknownFields()
	var file struct {
		Source   string
		Triggers []trigger
	}
	if err := decoder.Decode(&file); err != nil {
		return nil, fmt.Errorf("triggers.json: %w", err)
	}
	t := &triggers{all: file.Triggers}
	for i, g := range t.all {
		if !slices.Contains(graph.Stances(), g.Stance) || g.Reach != "object" && g.Reach != "clause" || g.Rule == "" || g.Confidence <= 0 || g.Confidence > 1 {
			return nil, fmt.Errorf("triggers.json: entry %d: stance, reach, rule or confidence is wrong", i)
		}
		for _, phrase := range g.Phrases {
			if err := t.phrases.Add(phrase, i); err != nil {
				return nil, fmt.Errorf("triggers.json: %w", err)
			}
		}
	}
	return t, nil
}

// stances judges every mention by the words around it.
func (r *reader) stances(commitments []graph.Commitment) {
	if len(r.found) == 0 {
		return
	}
	matches := slices.DeleteFunc(r.f.triggers.phrases.All(&r.t), func(at prose.Match) bool { return r.inMention(at.Start) })
	for k := range r.found {
		r.found[k].stance = r.stance(k, matches, commitments)
	}
}

func (r *reader) stance(k int, matches []prose.Match, commitments []graph.Commitment) stance {
	m := &r.found[k]
	limit := r.clauseStart(m, commitments)
	for j := len(matches) - 1; j >= 0; j-- {
		at := matches[j]
		if at.End > m.start {
			continue
		}
		if at.Start < limit {
			break
		}
		t := r.f.triggers.all[at.Value]
		if t.Reach == "object" && !r.governs(at.End, m) {
			continue
		}
		if t.Stance == graph.CitesWithNoMore {
			break
		}
		return r.weigh(m, t, at, matches[:j])
	}
	if s, ok := r.stanceAfter(m); ok {
		return s
	}
	if k > 0 && r.coordinated(&r.found[k-1], m) {
		return r.found[k-1].stance
	}
	return stance{graph.CitesWithNoMore, "mention", 0.8}
}

// weigh turns the trigger that governs a mention into its stance, in the light of those before.
func (r *reader) weigh(m *mention, t trigger, at prose.Match, before []prose.Match) stance {
	kind := m.refs[0].kind
	switch {
	case t.Stance == graph.Implements && r.reaffirmed(before, at.Start):
		return stance{graph.Reaffirms, "commitment-reaffirmed", 0.93}
	case t.Stance == graph.Implements && r.adherenceFirst(before, at.Start):
		return stance{graph.UrgesAdherence, "adherence", 0.9}
	case (t.Stance == graph.ConformsTo || t.Stance == graph.Implements) && kind == graph.Programme:
		return stance{graph.Uses, "use-of-programme", 0.85} // nobody conforms to a project
	}
	return stance{t.Stance, t.Rule, t.Confidence}
}

// adherenceFirst says whether a verb of adherence is coordinated with the act before the instrument.
//
//	ratifying or acceding to and strengthening their implementation of the Convention against Corruption
func (r *reader) adherenceFirst(before []prose.Match, at int) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	if r.f.triggers.all[last.Value].Stance != graph.UrgesAdherence || at-last.End > 9 || r.fold(last.End) != "and" {
		return false
	}
	return true
}

// reaffirmed says whether the act on an instrument is only what a commitment, reaffirmed, is to.
//
//	reaffirm our commitment to achieving the targets and goals, and implementing the provisions, set out in …
func (r *reader) reaffirmed(before []prose.Match, at int) bool {
	for j := len(before) - 1; j >= 0 && at-before[j].End <= 14; j-- {
		if r.f.triggers.all[before[j].Value].Stance != graph.Reaffirms || r.stops(before[j].End, at) {
			continue
		}
		for k := before[j].End; k < at && k < before[j].End+5; k++ {
			switch r.fold(k) {
			case "commitment", "commitments", "determination", "resolve":
				return r.fold(k+1) == "to"
			}
		}
	}
	return false
}

// clauseStart is the first token of the clause that holds a mention: after the last semicolon or full
// stop, and not before the operative clause it stands in.
func (r *reader) clauseStart(m *mention, commitments []graph.Commitment) int {
	start := m.start
	for start > 0 && r.fold(start-1) != ";" && !r.endsSentence(start-1) {
		start--
	}
	if m.start >= r.t.Len() {
		return start
	}
	place := r.t.Tokens[m.start].Start
	for _, c := range commitments {
		if c.Span.Start <= place && place < c.Span.End {
			start = max(start, r.t.At(c.Span.Start))
		}
	}
	return start
}

// governs says whether a phrase that ends at token i reaches, through one noun phrase or a list of
// them, a mention after it. A comma ends its reach but within a list; hedges between commas do not count.
//
//	in conformity with the Charter of the United Nations, international law and [the Universal Declaration]
//	taking into account, as appropriate, [the Tokyo Rules]
//	in accordance with national legislation, [the Recommendations]: not reached
func (r *reader) governs(i int, m *mention) bool {
	const reach = 60
	if m.start-i > reach {
		return false
	}
	hedges := r.hedges(i, m.start)
	last := -1
	for k := i; k < m.start; k++ {
		if len(hedges) > 0 && k == hedges[0].start {
			k, hedges = hedges[0].end-1, hedges[1:]
			continue
		}
		if r.fold(k) == "to" && (r.fold(k-1) == "and" || r.text(k-1) == "," || r.fold(k-1) == "order") {
			return false // "and to submit"
		}
		if r.text(k) == "," && !r.inMention(k) && r.fold(k-1) != "of" {
			last = k
		}
	}
	return last < 0 || r.listed(i, last, m)
}

// listed says whether, after the last comma before it, a mention goes on with a list that token i begins.
func (r *reader) listed(i, last int, m *mention) bool {
	before := r.lastBefore(i, m)
	if before != nil && m.start-before.end <= 12 && sameSort(before.refs[0].kind, m.refs[0].kind) {
		return true
	}
	if r.exemplified(last, m) {
		return true
	}
	if r.fold(last+1) == "and" || r.fold(last+1) == "or" {
		return before != nil && m.start-last <= 6
	}
	for k := m.start - 1; k > last; k-- {
		switch r.fold(k) {
		case "and", "or":
			return true
		case "the", "its", "relevant", "in", "as", "well", "other":
		default:
			return false
		}
	}
	return false
}

// exemplified says whether the mention, or the list it stands in, is given as an example: "such as".
func (r *reader) exemplified(last int, m *mention) bool {
	for _, from := range []int{last - 1, m.start - 4} {
		for k := max(from, 0); k < from+4 && k < m.start; k++ {
			switch r.fold(k) {
			case "such", "including", "notably":
				return true
			}
		}
	}
	return r.fold(m.start-1) == "particular" || r.fold(m.start-2) == "particular"
}

// hedges lists the parentheses between commas from token i to j that only hedge: ", as appropriate,".
func (r *reader) hedges(i, j int) []stretch {
	var out []stretch
	for k := i; k < j; k++ {
		if r.text(k) != "," || !opensHedge(r.fold(k+1), r.fold(k+2)) {
			continue
		}
		const longest = 10
		for end := k + 2; end < j && end <= k+longest; end++ {
			if r.text(end) == "," {
				out = append(out, stretch{k, end + 1})
				k = end
				break
			}
		}
	}
	return out
}

func opensHedge(first, second string) bool {
	switch first {
	case "where", "when", "if", "upon", "inter":
		return true
	case "as":
		return second == "appropriate" || second == "necessary" || second == "states" || second == "needed" || second == "relevant"
	case "in":
		return second == "accordance" || second == "conformity" || second == "that"
	case "consistent", "within", "subject", "to":
		return second == "with" || second == "the" || second == "their" || second == "to"
	}
	return false
}

// lastBefore is the last mention between token i and m.
func (r *reader) lastBefore(i int, m *mention) *mention {
	var last *mention
	for k := range r.found {
		if before := &r.found[k]; before.printed && before.start >= i && before.end <= m.start {
			last = before
		}
	}
	return last
}

// sameSort says whether two instruments may stand in one list: what States agreed on, or what
// offices make and run.
func sameSort(a, b graph.InstrumentKind) bool { return office(a) == office(b) }

func office(k graph.InstrumentKind) bool { return k == graph.Report || k == graph.Programme }

func (r *reader) inMention(k int) bool {
	return slices.ContainsFunc(r.found, func(m mention) bool { return m.printed && m.start <= k && k < m.end })
}

// stanceAfter reads what the clause says of the instruments it begins with.
//
//	the Single Convention on Narcotic Drugs … constitute the cornerstone of the international drug control system
func (r *reader) stanceAfter(m *mention) (stance, bool) {
	const reach = 90
	for k := m.end; k < r.t.Len() && k < m.end+reach && r.fold(k) != ";" && !r.endsSentence(k); k++ {
		switch r.fold(k) {
		case "constitute", "constitutes", "remain", "remains", "represent":
			if r.fold(k+1) == "the" && (r.fold(k+2) == "cornerstone" || r.fold(k+2) == "foundation" || r.fold(k+2) == "basis") || r.fold(k+1) == "valuable" {
				return stance{graph.Reaffirms, "cornerstone", 0.8}, true
			}
		}
	}
	return stance{}, false
}

// coordinated says whether a mention stands in a list with the one before it.
//
//	the 1961 Convention as amended by the 1972 Protocol, the 1971 Convention and the 1988 Convention
func (r *reader) coordinated(before, m *mention) bool {
	if m.start-before.end > 6 || m.start < before.end {
		return false
	}
	for k := before.end; k < m.start; k++ {
		if !strings.Contains(" , and or the as well amended by its of appropriate ) ", " "+r.fold(k)+" ") {
			return false
		}
	}
	return true
}

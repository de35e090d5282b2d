package topic

import (
	"slices"
	"strconv"
	"strings"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause/prose"
)

// Date attaches the target years that a provision sets to the commitments in whose clauses they stand,
// in order of the text. Years of events, sessions, texts and periods set no target.
func Date(p *graph.Provision, commitments []graph.Commitment) {
	if len(commitments) == 0 {
		return
	}
	for _, d := range Deadlines(p.Text) {
		c := &commitments[holder(commitments, d.Span.Start)]
		c.Deadlines = append(c.Deadlines, d)
	}
}

// holder is the commitment whose clause holds a place of the text, else the last that begins before it.
func holder(commitments []graph.Commitment, place int) int {
	last := 0
	for i, c := range commitments {
		if c.Span.Start <= place {
			last = i
			if place < c.Span.End {
				return i
			}
		}
	}
	return last
}

// Deadlines finds the target years that a text sets, in order.
func Deadlines(text string) []graph.Deadline {
	if !fourDigits(text) {
		return nil
	}
	r := reader{t: prose.Read(text), last: -1}
	all := rules()
	var out []graph.Deadline
	for i := range r.t.Tokens {
		r.mark(i)
		if !r.year(i) || r.inQuotes {
			continue
		}
		for _, rule := range all {
			start, end, ok := rule.read(&r, i)
			if !ok {
				continue
			}
			year, _ := strconv.Atoi(r.text(i))
			out = append(out, graph.Deadline{
				Year: year, Span: r.t.Span(start, end), Binds: r.binds(start, end),
				Evidence: graph.Evidence{Method: graph.Explicit, Rule: rule.name, Confidence: rule.confidence},
			})
			r.last = i
			break
		}
	}
	return out
}

// fourDigits says whether a text can hold a year, to spare the reading of those that cannot.
func fourDigits(text string) bool {
	run := 0
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			run = 0
			continue
		}
		if run++; run == 4 {
			return true
		}
	}
	return false
}

// A reader reads the years of one text.
type reader struct {
	t        prose.Text
	last     int  // token of the last target year, -1 before the first
	inQuotes bool // a title stands around the token
}

// mark follows the quotation marks of titles.
func (r *reader) mark(i int) {
	switch r.text(i) {
	case "“":
		r.inQuotes = true
	case "”":
		r.inQuotes = false
	}
}

// year says whether token i is a year and not part of a number, a period or a symbol.
func (r *reader) year(i int) bool {
	text := r.text(i)
	if len(text) != 4 || text[0] != '1' && text[0] != '2' || strings.Trim(text, "0123456789") != "" || text < "1900" || text > "2100" {
		return false
	}
	return !r.joined(i) && !r.joined(i+1)
}

// joined says whether a hyphen, stroke or dash ties token i-1 and token i together.
func (r *reader) joined(i int) bool {
	for _, k := range []int{i - 1, i} {
		switch r.text(k) {
		case "-", "–", "/":
			if r.t.Tokens[k].Glued && k+1 < r.t.Len() && r.t.Tokens[k+1].Glued {
				return true
			}
		}
	}
	return false
}

// binds is the act that a target year binds: the words from the verb before it to the end of the
// phrase around it.
func (r *reader) binds(start, end int) string {
	from := start
	for from > 0 && !r.stop(from-1) && !r.opens(from-1) {
		from--
	}
	to := end
	if r.text(to) == "," && (from == start || r.text(start-1) == "," || r.modal(to+1)) {
		to++ // the year opens the phrase or stands between commas: "ending, by 2030, the epidemics"
	}
	for to < r.t.Len() && r.text(to) != "," && r.text(to) != ":" && !r.stop(to) && !(to == end && r.fold(to) == "and") {
		to++
	}
	for from < start && (r.text(from) == "," || r.fold(from) == "also") {
		from++
	}
	return strings.TrimRight(r.t.Span(from, to).Quote, " ,")
}

// opens says whether a verb phrase begins after token k.
func (r *reader) opens(k int) bool {
	switch r.fold(k) {
	case "that", "which", "who", "with", ":":
		return true
	case "and":
		return r.text(k-1) == ","
	case "to":
		return !slices.Contains([]string{"access", "related", "due", "according", "response", "relation", "regard", "approach", "barriers", "assistance"}, r.fold(k-1)) &&
			!slices.Contains([]string{"the", "a", "an", "all", "its", "their", "this", "that", "at", "in"}, r.fold(k+1))
	}
	return false
}

// stop says whether token k ends a clause.
func (r *reader) stop(k int) bool {
	if r.text(k) == ";" {
		return true
	}
	return r.text(k) == "." && (k+1 >= r.t.Len() || r.t.Tokens[k+1].IsCapital() && !r.t.Tokens[k+1].Glued)
}

func (r *reader) fold(i int) string { return r.t.Fold(i) }

func (r *reader) text(i int) string {
	if i < 0 || i >= r.t.Len() {
		return ""
	}
	return r.t.Tokens[i].Text
}

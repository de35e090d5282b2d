package loader_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
)

var update = flag.Bool("update", false, "write the golden files")

// TestQuality measures the whole loader against the reference annotations in testdata/gold, about half of the
// provisions of the four documents, and compares the table with the committed one, which README.md
// shows. A figure can get worse only in a commit that changes that file.
func TestQuality(t *testing.T) {
	g := load(t)
	table := qualityTable(t, g)
	const golden = "testdata/quality.md"
	if *update {
		if err := os.WriteFile(golden, table, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(table, want) {
		t.Errorf("the measures have changed; if for the better, run go test ./loader -run Quality -update\ngot\n%s\nwant\n%s", table, want)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(readme, want) {
		t.Errorf("README.md does not hold the table of %s", golden)
	}
}

func qualityTable(t *testing.T, g *graph.Graph) []byte {
	var b bytes.Buffer
	fmt.Fprintln(&b, "| measure | right | wrong | missed | precision | recall | the two readers agree |")
	fmt.Fprintln(&b, "|---|--:|--:|--:|--:|--:|---|")
	m := measure{graph: g, annotations: readGold[annotation](t, "roles.jsonl")}
	m.score(&b, "role of a named body", "F1 .980", func(a *annotation) (got, sure, maybe []string) { return m.roles(a, graph.NamedBody) })
	m.score(&b, "named body present, whatever role", "", func(a *annotation) (got, sure, maybe []string) { return m.presence(a) })
	m.score(&b, "role of a class of actors", "F1 .976", func(a *annotation) (got, sure, maybe []string) { return m.roles(a, graph.ActorClass) })
	m.score(&b, "kinds of acts in a provision", "F1 .996", m.acts)
	m.score(&b, "first operative verb", "verb lists equal .897", m.firstVerb)
	m.score(&b, "treaties and documents of the corpus cited", "", m.instruments)
	m.score(&b, "deadlines", "", m.deadlines)
	linkRows(t, &b, g)
	return b.Bytes()
}

// An annotation is a line of roles.jsonl.
type annotation struct {
	ID             string
	Sure           [][2]string
	Maybe          [][2]string
	ActTypes       []string `json:"act_types"`
	ActTypesMaybe  []string `json:"act_types_maybe"`
	Verbs          []string
	Deadlines      []int
	DeadlinesMaybe []int    `json:"deadlines_maybe"`
	Instruments1   []string `json:"instruments_1"`
	Instruments2   []string `json:"instruments_2"`
}

type measure struct {
	graph       *graph.Graph
	annotations []annotation
}

// score compares, over all annotated provisions, what was found with what both readers gave; what only one gave
// is not scored.
func (m measure) score(b *bytes.Buffer, name, agreement string, of func(*annotation) (got, sure, maybe []string)) {
	var right, wrong, missed int
	for i := range m.annotations {
		got, sure, maybe := of(&m.annotations[i])
		slices.Sort(got)
		for _, x := range slices.Compact(got) {
			switch {
			case slices.Contains(sure, x):
				right++
			case !slices.Contains(maybe, x):
				wrong++
			}
		}
		for _, x := range sure {
			if !slices.Contains(got, x) {
				missed++
			}
		}
	}
	row(b, name, right, wrong, missed, agreement)
}

func row(b *bytes.Buffer, name string, right, wrong, missed int, agreement string) {
	fmt.Fprintf(b, "| %s | %d | %d | %d | %s | %s | %s |\n", name, right, wrong, missed,
		share(right, right+wrong), share(right, right+missed), agreement)
}

func share(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	return strings.TrimPrefix(fmt.Sprintf("%.3f", float64(part)/float64(whole)), "0")
}

func (m measure) roles(a *annotation, kind graph.BodyKind) (got, sure, maybe []string) {
	kinds := map[string]graph.BodyKind{}
	for _, body := range m.graph.Bodies {
		kinds[body.ID] = body.Kind
	}
	for i := range m.graph.Involvements {
		if v := &m.graph.Involvements[i]; v.Provision == a.ID && kinds[v.Body] == kind {
			got = append(got, v.Body+" "+string(v.Role))
		}
	}
	pairs := func(list [][2]string) (out []string) {
		for _, p := range list {
			if id := "body/" + strings.ToLower(p[0]); kinds[id] == kind {
				out = append(out, id+" "+p[1])
			}
		}
		return out
	}
	return got, pairs(a.Sure), pairs(a.Maybe)
}

func (m measure) presence(a *annotation) (got, sure, maybe []string) {
	bodies := func(list []string) []string {
		var out []string
		for _, x := range list {
			id, _, _ := strings.Cut(x, " ")
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		return out
	}
	got, sure, maybe = m.roles(a, graph.NamedBody)
	return bodies(got), bodies(sure), bodies(maybe)
}

func (m measure) acts(a *annotation) (got, sure, maybe []string) {
	for i := range m.graph.Commitments {
		if c := &m.graph.Commitments[i]; c.Provision == a.ID {
			got = append(got, string(c.Kind))
		}
	}
	for i := range m.graph.Provisions {
		if p := &m.graph.Provisions[i]; p.ID == a.ID && p.Kind != graph.Operative {
			got = append(got, string(p.Kind))
		}
	}
	return got, a.ActTypes, a.ActTypesMaybe
}

// firstVerb scores the first operative verb of the provisions that the readers call operative.
func (m measure) firstVerb(a *annotation) (got, sure, maybe []string) {
	if len(a.Verbs) == 0 || slices.Contains(a.ActTypes, "FRAME") || slices.Contains(a.ActTypes, "STATEMENT") {
		return nil, nil, nil
	}
	for i := range m.graph.Commitments {
		if c := &m.graph.Commitments[i]; c.Provision == a.ID && len(c.Verbs) > 0 {
			return []string{c.Verbs[0]}, a.Verbs[:1], nil
		}
	}
	return nil, a.Verbs[:1], nil
}

func (m measure) deadlines(a *annotation) (got, sure, maybe []string) {
	for i := range m.graph.Commitments {
		if c := &m.graph.Commitments[i]; c.Provision == a.ID {
			for _, d := range c.Deadlines {
				got = append(got, fmt.Sprint(d.Year))
			}
		}
	}
	years := func(list []int) (out []string) {
		for _, y := range list {
			out = append(out, fmt.Sprint(y))
		}
		return out
	}
	return got, years(a.Deadlines), years(a.DeadlinesMaybe)
}

// labelled maps the readers' words to treaties and documents of the corpus; their other words name
// instruments outside this measure.
var labelled = map[string][]string{
	"1961 Convention":                {"convention-1961"},
	"1972 Protocol":                  {"protocol-1972"},
	"1971 Convention":                {"convention-1971"},
	"1988 Convention":                {"convention-1988"},
	"three drug control conventions": {"convention-1961", "convention-1971", "convention-1988"},
	"UNTOC":                          {"untoc"},
	"UNTOC Protocols":                {"untoc-trafficking", "untoc-smuggling", "untoc-firearms"},
	"UNCAC":                          {"uncac"},
	"CEDAW":                          {"cedaw"},
	"UN Charter":                     {"un-charter"},
	"2009 PDPA":                      {"pdpa-2009"},
	"2014 JMS":                       {"jms-2014"},
	"UNGASS 2016 outcome document":   {"ungass-2016"},
}

func (m measure) instruments(a *annotation) (got, sure, maybe []string) {
	measured := map[string]bool{"crc": true, "udhr": true, "md-2019": true}
	for _, ids := range labelled {
		for _, id := range ids {
			measured[id] = true
		}
	}
	for i := range m.graph.Citations {
		c := &m.graph.Citations[i]
		if id := strings.TrimPrefix(c.Instrument, "instrument/"); c.Provision == a.ID && measured[id] && id != graph.DocumentOfID(a.ID) {
			got = append(got, id)
		}
	}
	ids := func(labels []string) (out []string) {
		for _, l := range labels {
			out = append(out, labelled[l]...)
		}
		return out
	}
	first, second := ids(a.Instruments1), ids(a.Instruments2)
	for _, id := range append(slices.Clone(first), second...) {
		switch {
		case slices.Contains(sure, id) || slices.Contains(maybe, id):
		case slices.Contains(first, id) && slices.Contains(second, id):
			sure = append(sure, id)
		default:
			maybe = append(maybe, id)
		}
	}
	return got, sure, maybe
}

// readGold reads a file of reference annotations, one JSON value a line.
func readGold[T any](t *testing.T, name string) []T {
	t.Helper()
	data, err := os.ReadFile("testdata/gold/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var list []T
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var x T
		if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		list = append(list, x)
	}
	if err := lines.Err(); err != nil || len(list) == 0 {
		t.Fatalf("%s: %d lines, %v", name, len(list), err)
	}
	return list
}

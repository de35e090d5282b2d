package cite_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/extract/cite"
	"reaffirm/loader/extract/clause/prose"
)

var update = flag.Bool("update", false, "write the golden files")

// A goldProvision is a provision with the instruments that two readers listed, in words of their own.
type goldProvision struct {
	ID     string
	Text   string   `json:"-"`
	First  []string `json:"instruments_1"`
	Second []string `json:"instruments_2"`
}

// TestQuality measures the finder on what two readers found in the text alone, and compares with the
// committed measure. What only one reader listed is not scored. Provisions are split by a hash of their
// id: rules were tuned on the one half and confirmed on the other.
func TestQuality(t *testing.T) {
	labels := readLabels(t)
	f := newFinder(t, corpusDocuments()...)
	kinds := map[string]graph.InstrumentKind{}
	linked := map[string]bool{}
	for _, i := range f.Instruments() {
		kinds[i.ID] = i.Kind
		linked[i.ID] = i.Document != ""
	}
	core := func(id string) bool {
		return kinds[id] == graph.Treaty || kinds[id] == graph.Protocol || linked[id]
	}
	scores := map[string]*score{}
	var errors bytes.Buffer
	for _, g := range readGold(t) {
		first, second := mean(t, labels, g.First), mean(t, labels, g.Second)
		found := map[string]bool{}
		for _, c := range citedIn(f, &graph.Provision{ID: g.ID, Document: documentOf(g.ID), Text: g.Text}, nil, nil).Citations {
			found[c.Instrument] = true
		}
		for id := range union(first, second, found) {
			for _, group := range []string{"treaties and documents of the corpus", "all instruments"} {
				if group != "all instruments" && !core(id) {
					continue
				}
				key := half(g.ID) + ", " + group
				if scores[key] == nil {
					scores[key] = &score{}
				}
				outcome := scores[key].count(first[id], second[id], found[id])
				if outcome != "" && group == "all instruments" {
					fmt.Fprintf(&errors, "%s: %s %s\n", g.ID, outcome, id)
				}
			}
		}
	}
	var out bytes.Buffer
	for _, key := range slices.Sorted(maps.Keys(scores)) {
		fmt.Fprintf(&out, "%s: %s\n", key, scores[key])
	}
	out.WriteString("\nwhat differs:\n")
	lines := strings.Split(strings.TrimSpace(errors.String()), "\n")
	slices.Sort(lines)
	out.WriteString(strings.Join(lines, "\n") + "\n")
	golden(t, "testdata/quality.golden", out.Bytes())
}

type score struct{ right, wrong, missed int }

// count scores one instrument of one provision and says what is wrong, if anything.
func (s *score) count(first, second, found bool) string {
	switch {
	case first && second && found:
		s.right++
	case first && second:
		s.missed++
		return "missed"
	case !first && !second && found:
		s.wrong++
		return "not listed by a reader"
	}
	return ""
}

func (s *score) String() string {
	return fmt.Sprintf("precision %.3f, recall %.3f (%d right, %d wrong, %d missed)",
		ratio(s.right, s.right+s.wrong), ratio(s.right, s.right+s.missed), s.right, s.wrong, s.missed)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

func half(id string) string {
	h := fnv.New32a()
	h.Write([]byte(id))
	if h.Sum32()%2 == 0 {
		return "tuned on"
	}
	return "confirmed on"
}

func documentOf(id string) string {
	document, _, _ := strings.Cut(id, "/")
	return document
}

func mean(t *testing.T, labels map[string][]string, listed []string) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	for _, label := range listed {
		meant, known := labels[label]
		if !known {
			t.Fatalf("no meaning for the label %q", label)
		}
		for _, id := range meant {
			ids["instrument/"+id] = true
		}
	}
	return ids
}

func union(sets ...map[string]bool) map[string]bool {
	all := map[string]bool{}
	for _, s := range sets {
		for id := range s {
			all[id] = true
		}
	}
	return all
}

func readLabels(t *testing.T) map[string][]string {
	t.Helper()
	raw, err := os.ReadFile("testdata/labels.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Labels map[string][]string }
	if err := json.Unmarshal(raw, &file); err != nil {
		t.Fatal(err)
	}
	return file.Labels
}

func readGold(t *testing.T) []goldProvision {
	t.Helper()
	texts := map[string]string{}
	for _, p := range readLines[struct{ ID, Plain string }](t, "structure.jsonl") {
		texts[p.ID] = p.Plain
	}
	list := readLines[goldProvision](t, "roles.jsonl")
	for i := range list {
		list[i].Text = texts[list[i].ID]
	}
	return list
}

// readLines reads a file of reference annotations, one JSON value a line.
func readLines[T any](t *testing.T, name string) []T {
	t.Helper()
	file, err := os.Open("../../testdata/gold/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var list []T
	for d := json.NewDecoder(file); ; {
		var v T
		if err := d.Decode(&v); err == io.EOF {
			return list
		} else if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
}

// citedIn reads one provision with the chapeaux that govern it.
func citedIn(f *cite.Finder, p *graph.Provision, chapeaux []*graph.Provision, commitments []graph.Commitment) cite.Found {
	return f.Find(p, prose.Read(p.Text), chapeaux, commitments)
}

func newFinder(t testing.TB, documents ...graph.Document) *cite.Finder {
	t.Helper()
	f, err := cite.New(documents)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// corpusDocuments are the documents that the gazetteer knows by id, as a manifest gives them.
func corpusDocuments() []graph.Document {
	return []graph.Document{
		{ID: "md-2019", Title: "Ministerial Declaration", Symbol: "E/2019/28, chap. I, sect. B", Adopted: "2019-03-14", Body: "body/cnd"},
		{ID: "ungass-2016", Title: "Outcome document on the world drug problem", Symbol: "A/RES/S-30/1", Adopted: "2016-04-19", Body: "body/unga"},
		{ID: "jms-2014", Title: "Joint Ministerial Statement", Symbol: "E/2014/28, chap. I, sect. C", Adopted: "2014-03-14", Body: "body/cnd"},
		{ID: "pdpa-2009", Title: "Political Declaration and Plan of Action", Symbol: "E/2009/28, chap. I, sect. C", Adopted: "2009-03-12", Body: "body/cnd"},
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; look at the change and run with -update\ngot:\n%s\nwant:\n%s", name, got, want)
	}
}

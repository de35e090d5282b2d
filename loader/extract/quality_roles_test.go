package extract_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"reaffirm/graph"
)

// TestQualityOfRolesAndActs measures who plays which part, and what the clauses do, on both halves of the
// annotations, role by role, and lists every difference. go test ./loader/extract -run Quality -update
// writes the measure, and the confidence of each rule that follows from it.
func TestQualityOfRolesAndActs(t *testing.T) {
	m := newMeasure()
	all := extractCorpus(t)
	for _, a := range readAnnotations(t) {
		f := all[a.ID]
		if f == nil {
			t.Fatalf("the corpus has no provision %s", a.ID)
		}
		m.roles(&a, f)
		m.acts(&a, f)
	}
	compare(t, "testdata/roles.golden", m.report())
	compare(t, "actor/data/measured.json", m.actors.json())
	compare(t, "clause/data/measured.json", m.clauses.json())
}

type measure struct {
	scores  map[string]*score
	actors  ruleCounts
	clauses ruleCounts
	differs bytes.Buffer
}

func newMeasure() *measure {
	return &measure{scores: map[string]*score{}, actors: ruleCounts{}, clauses: ruleCounts{}}
}

func (m *measure) roles(a *annotation, f *found) {
	var got [][2]string
	var bodies []string
	for _, x := range f.involvements {
		p := part(x)
		if !slices.Contains(got, p) {
			got = append(got, p)
		}
		if !isClass(p[0]) && !slices.Contains(bodies, p[0]) {
			bodies = append(bodies, p[0])
		}
		if !slices.Contains(a.Maybe, p) {
			m.actors.add(x.Evidence.Rule, slices.Contains(a.Sure, p))
		}
	}
	for _, class := range []bool{false, true} {
		of := func(list [][2]string) [][2]string {
			return slices.DeleteFunc(slices.Clone(list), func(p [2]string) bool { return isClass(p[0]) != class })
		}
		name := "role of a named body"
		if class {
			name = "role of a class of actors"
		}
		wrong, missed := count(m.score(a.half(), name), of(got), of(a.Sure), of(a.Maybe))
		for _, p := range wrong {
			fmt.Fprintf(&m.differs, "%s: %s is not %s\n", a.ID, p[0], p[1])
		}
		for _, p := range missed {
			fmt.Fprintf(&m.differs, "%s: %s is %s\n", a.ID, p[0], p[1])
		}
	}
	count(m.score(a.half(), "named body present"), bodies, named(a.Sure), named(a.Maybe))
	for _, role := range graph.Roles() {
		of := func(list [][2]string) [][2]string {
			return slices.DeleteFunc(slices.Clone(list), func(p [2]string) bool { return p[1] != string(role) })
		}
		count(m.score("role", string(role)), of(got), of(a.Sure), of(a.Maybe))
	}
}

// named lists the named bodies of a list, each once.
func named(list [][2]string) []string {
	var bodies []string
	for _, p := range list {
		if !isClass(p[0]) && !slices.Contains(bodies, p[0]) {
			bodies = append(bodies, p[0])
		}
	}
	return bodies
}

func (m *measure) acts(a *annotation, f *found) {
	wrong, missed := count(m.score(a.half(), "kinds of acts in a provision"), f.acts(), a.ActTypes, a.ActTypesMaybe)
	for _, kind := range wrong {
		fmt.Fprintf(&m.differs, "%s: no %s\n", a.ID, kind)
	}
	for _, kind := range missed {
		fmt.Fprintf(&m.differs, "%s: also %s\n", a.ID, kind)
	}
	for _, c := range f.commitments {
		if !slices.Contains(a.ActTypesMaybe, string(c.Kind)) {
			m.clauses.add(c.Evidence.Rule, slices.Contains(a.ActTypes, string(c.Kind)))
		}
	}
	if len(a.Verbs) == 0 || len(f.commitments) == 0 {
		return
	}
	var verbs []string
	for _, c := range f.commitments {
		verbs = append(verbs, c.Verbs...)
	}
	m.verb(a, "first operative verb", verbs[:1], a.Verbs[:1])
	m.verb(a, "all operative verbs, in order", verbs, a.Verbs)
}

func (m *measure) verb(a *annotation, name string, got, want []string) {
	s := m.score(a.half(), name)
	if slices.Equal(got, want) {
		s.right++
		return
	}
	s.wrong++
	s.missed++
	fmt.Fprintf(&m.differs, "%s: %s: %q, not %q\n", a.ID, name, want, got)
}

func (m *measure) score(group, name string) *score {
	key := group + ", " + name
	if m.scores[key] == nil {
		m.scores[key] = &score{}
	}
	return m.scores[key]
}

func (m *measure) report() []byte {
	var b bytes.Buffer
	for _, key := range slices.Sorted(maps.Keys(m.scores)) {
		fmt.Fprintf(&b, "%-34s %s\n", key, m.scores[key])
	}
	fmt.Fprintf(&b, "\nwhat the readers say, and we do not:\n%s", m.differs.Bytes())
	return b.Bytes()
}

// ruleCounts are, for each rule, how often it was right and how often it found something.
type ruleCounts map[string]*[2]int

func (c ruleCounts) add(rule string, right bool) {
	if c[rule] == nil {
		c[rule] = &[2]int{}
	}
	if right {
		c[rule][0]++
	}
	c[rule][1]++
}

// json writes the counts as clause.ReadConfidence reads them, one rule a line.
func (c ruleCounts) json() []byte {
	var b bytes.Buffer
	b.WriteString("{\n  \"source\": \"Counted by TestQualityOfRolesAndActs on the annotations of two readers: how often each rule was right, and how often it found something that both judged.\",\n  \"rules\": {")
	for i, rule := range slices.Sorted(maps.Keys(c)) {
		if i > 0 {
			b.WriteByte(',')
		}
		name, _ := json.Marshal(rule)
		fmt.Fprintf(&b, "\n    %s: [%d, %d]", name, c[rule][0], c[rule][1])
	}
	b.WriteString("\n  }\n}\n")
	return b.Bytes()
}

// compare compares with a committed file, or writes it with -update.
func compare(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s has changed; if for the better, run this test with -update\ngot\n%s\nwant\n%s", file, got, want)
	}
}

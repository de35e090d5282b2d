package lineage_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"reaffirm/graph"
	"reaffirm/loader"
)

// loaded loads a corpus of two documents with the given numbered paragraphs, so that what is linked has
// its commitments, bodies and citations as any other.
func loaded(t *testing.T, earlier, later []string) *graph.Graph {
	t.Helper()
	document := func(title string, paragraphs []string) *fstest.MapFile {
		var b strings.Builder
		fmt.Fprintf(&b, "# %s\n", title)
		for i, p := range paragraphs {
			fmt.Fprintf(&b, "\n%d. %s\n", i+1, p)
		}
		return &fstest.MapFile{Data: []byte(b.String())}
	}
	corpus := fstest.MapFS{
		"manifest.json": {Data: []byte(`{"documents": [
			{"id": "old", "title": "Declaration on Fisheries", "shortTitle": "Fisheries", "symbol": "A/1", "adopted": "2005-03-01", "file": "old.md"},
			{"id": "new", "title": "Outcome on Oceans", "shortTitle": "Oceans", "symbol": "A/2", "adopted": "2015-03-01", "file": "new.md"}]}`)},
		"old.md": document("Declaration on Fisheries", earlier),
		"new.md": document("Outcome on Oceans", later),
	}
	g, report, err := loader.Load(context.Background(), corpus, loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range report.Problems {
		t.Logf("%v", p)
	}
	return g
}

// carried gives the link between the first paragraphs of two documents of one paragraph each.
func carried(t *testing.T, earlier, later string) *graph.Reaffirmation {
	t.Helper()
	g := loaded(t, []string{earlier}, []string{later})
	for i := range g.Reaffirmations {
		if r := &g.Reaffirmations[i]; r.Relation != graph.Echoes {
			return r
		}
	}
	t.Fatalf("no link from\n%s\nto\n%s", later, earlier)
	return nil
}

// TestNamedChanges changes one paragraph in one way at a time, and back.
func TestNamedChanges(t *testing.T) {
	const base = "Urge coastal States to publish the catch quotas of migratory tuna and swordfish each spring."
	tests := []struct {
		name           string
		earlier, later string
		kind           graph.ChangeKind
		rule           string
		before, after  string // words that show it in either text
		backKind       graph.ChangeKind
		backRule       string
	}{
		{"a weaker verb", base, strings.Replace(base, "Urge", "Invite", 1),
			graph.Weakened, "drafting-verb", "Urge", "Invite", graph.Strengthened, "drafting-verb"},
		{"should to may", "Coastal States should publish the catch quotas of migratory tuna and swordfish each spring.",
			"Coastal States may publish the catch quotas of migratory tuna and swordfish each spring.",
			graph.Weakened, "modal", "should", "may", graph.Strengthened, "modal"},
		{"should to shall", "Coastal States should publish the catch quotas of migratory tuna and swordfish each spring.",
			"Coastal States shall publish the catch quotas of migratory tuna and swordfish each spring.",
			graph.Strengthened, "modal", "should", "shall", graph.Weakened, "modal"},
		{"a qualifier put in", base, strings.Replace(base, "publish", "publish, as appropriate,", 1),
			graph.Qualified, "qualifier-added", "", "as appropriate", graph.Strengthened, "qualifier-dropped"},
		{"national law put in", base, strings.Replace(base, " each", ", in accordance with national legislation, each", 1),
			graph.Qualified, "qualifier-added", "", "in accordance with national legislation", graph.Strengthened, "qualifier-dropped"},
		{"a deadline moved", strings.Replace(base, "each spring", "by 2010", 1), strings.Replace(base, "each spring", "by 2020", 1),
			graph.Updated, "deadline-moved", "2010", "2020", graph.Updated, "deadline-moved"},
		{"a body put in", base, strings.Replace(base, "coastal States", "coastal States and the World Health Organization", 1),
			graph.Expanded, "body-added", "", "World Health Organization", graph.Narrowed, "body-dropped"},
		{"a body in another role",
			"Request the World Health Organization to publish the catch quotas of migratory tuna and swordfish each spring.",
			"Request ministries to publish the catch quotas of migratory tuna and swordfish each spring, in cooperation with the World Health Organization.",
			graph.Updated, "body-role", "World Health Organization", "World Health Organization", graph.Updated, "body-role"},
		{"an instrument put in", base, strings.Replace(base, "each spring", "each spring under the Convention on the Rights of the Child", 1),
			graph.Expanded, "instrument-added", "", "Convention on the Rights of the Child", graph.Narrowed, "instrument-dropped"},
		{"an item put in", base, strings.Replace(base, "tuna and", "tuna, mackerel and", 1),
			graph.Expanded, "item-added", "", "mackerel", graph.Narrowed, "item-dropped"},
		{"a restriction put in", base, strings.Replace(base, "publish", "publish only", 1),
			graph.Narrowed, "restriction-added", "", "only", graph.Expanded, "restriction-dropped"},
		{"a clause put in", base, strings.TrimSuffix(base, ".") + "; and restock depleted estuaries with juvenile salmon.",
			graph.Expanded, "clause-added", "", "juvenile salmon", graph.Narrowed, "clause-dropped"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantChange(t, carried(t, test.earlier, test.later), test.kind, test.rule, test.before, test.after)
			wantChange(t, carried(t, test.later, test.earlier), test.backKind, test.backRule, test.after, test.before)
		})
	}
}

// wantChange holds that a link has one change of a kind, by a rule, with the words that show it.
func wantChange(t *testing.T, r *graph.Reaffirmation, kind graph.ChangeKind, rule, before, after string) {
	t.Helper()
	var all []string
	for _, c := range r.Changes {
		all = append(all, fmt.Sprintf("%s by %s: %q -> %q", c.Kind, c.Rule, words(c.Earlier), words(c.Later)))
	}
	for _, c := range r.Changes {
		if c.Kind == kind && c.Rule == rule && strings.Contains(words(c.Earlier), before) && strings.Contains(words(c.Later), after) &&
			(before == "") == (c.Earlier == nil) && (after == "") == (c.Later == nil) {
			if len(r.Changes) > 1 {
				t.Errorf("changes are named beside %s by %s: %q", kind, rule, all)
			}
			return
		}
	}
	t.Errorf("no change %s by %s from %q to %q among %q", kind, rule, before, after, all)
}

func words(s *graph.Span) string {
	if s == nil {
		return ""
	}
	return s.Quote
}

// TestNoChange: what does not differ in substance is not called a change.
func TestNoChange(t *testing.T) {
	const base = "Urge coastal States to publish, where appropriate, the catch quotas of migratory tuna and swordfish each spring."
	for name, later := range map[string]string{
		"the same words":          base,
		"case and punctuation":    strings.ToUpper(strings.ReplaceAll(strings.TrimSuffix(base, "."), ",", "")) + ";",
		"one formula for another": strings.Replace(base, "where appropriate", "as appropriate", 1),
		"a hyphen":                strings.Replace(base, "coastal States", "coastal-States", 1),
	} {
		if r := carried(t, base, later); len(r.Changes) > 0 {
			t.Errorf("%s: %+v", name, r.Changes)
		}
	}
}

// TestMovesAreShownAsMoves: a phrase that changed its place is no deletion and insertion.
func TestMovesAreShownAsMoves(t *testing.T) {
	r := carried(t, "Urge coastal States to publish the catch quotas of migratory tuna before the spawning season of each year.",
		"Before the spawning season of each year, urge coastal States to publish the catch quotas of migratory tuna.")
	var got []graph.DiffOp
	for _, p := range r.Diff {
		got = append(got, p.Op)
		if (p.Op == graph.MovedFrom || p.Op == graph.MovedTo) && !strings.Contains(strings.ToLower(p.Text), "before the spawning season of each year") {
			t.Errorf("%s: %q", p.Op, p.Text)
		}
	}
	if want := []graph.DiffOp{graph.MovedTo, graph.Equal, graph.MovedFrom}; !slices.Equal(got, want) {
		t.Errorf("the diff is %v, want %v: %+v", got, want, r.Diff)
	}
	if len(r.Changes) > 0 {
		t.Errorf("a move is no change of substance: %+v", r.Changes)
	}
}

// TestDiffOfOneWord: the diff shows the one word that differs, whatever its case and punctuation.
func TestDiffOfOneWord(t *testing.T) {
	r := carried(t, "Urge coastal States to publish the catch quotas of migratory tuna each spring;",
		"URGE coastal States, to publish the yearly quotas of migratory tuna each spring.")
	var got []string
	for _, p := range r.Diff {
		got = append(got, string(p.Op)+" "+strings.TrimSpace(p.Text))
	}
	want := []string{"EQUAL URGE coastal States, to publish the", "DELETE catch", "INSERT yearly", "EQUAL quotas of migratory tuna each spring."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

// TestMergersAndSplits: two paragraphs put together, and one taken apart.
func TestMergersAndSplits(t *testing.T) {
	const tuna, ports = "Urge coastal States to publish the catch quotas of migratory tuna and swordfish each spring.",
		"Encourage harbour masters to inspect trawlers for forbidden driftnets before unloading."
	both := strings.TrimSuffix(tuna, ".") + ", and encourage harbour masters to inspect trawlers for forbidden driftnets before unloading."
	for _, test := range []struct {
		name           string
		earlier, later []string
		kind           graph.ChangeKind
	}{
		{"merged", []string{tuna, ports}, []string{both}, graph.Merged},
		{"split", []string{both}, []string{tuna, ports}, graph.Split},
	} {
		g := loaded(t, test.earlier, test.later)
		n := 0
		for _, r := range g.Reaffirmations {
			if slices.ContainsFunc(r.Changes, func(c graph.Change) bool { return c.Kind == test.kind }) {
				n++
			}
		}
		if n != 2 || len(g.Reaffirmations) != 2 {
			t.Errorf("%s: %d of %d links are marked, want 2 of 2", test.name, n, len(g.Reaffirmations))
		}
	}
}

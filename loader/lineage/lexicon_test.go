package lineage_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/lineage"
)

// data reads a data file; it must say where it comes from.
func data(t *testing.T, name string) string {
	t.Helper()
	file, err := os.ReadFile("data/" + name)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(file), "Source: ") {
		t.Errorf("%s does not say its source", name)
	}
	return string(file)
}

func TestDataFiles(t *testing.T) {
	if err := lineage.CheckFormulas(data(t, "formulas.txt")); err != nil {
		t.Error(err)
	}
	if err := lineage.CheckTails(data(t, "tails.txt")); err != nil {
		t.Error(err)
	}
	for name, form := range map[string]string{
		"function-words.txt": `^[a-z]+( [a-z]+)*$`,
		"synonyms.txt":       `^[a-z]+( [a-z]+)+$`,
		"verbs.txt":          `^[a-z]+:( [a-z]+)+$`,
	} {
		line, seen := regexp.MustCompile(form), map[string]string{}
		for _, l := range strings.Split(data(t, name), "\n") {
			if l == "" || strings.HasPrefix(l, "#") {
				continue
			}
			if !line.MatchString(l) {
				t.Errorf("%s: %q is not of the form %s", name, l, form)
			}
			for _, w := range strings.Fields(l) {
				if at, ok := seen[w]; ok && name != "function-words.txt" {
					t.Errorf("%s: %q is in the lines %q and %q", name, w, at, l)
				}
				seen[w] = l
			}
		}
	}
}

func TestFormulasOfWrongForm(t *testing.T) {
	for name, line := range map[string]string{
		"no body":              "hedge as-appropriate =",
		"no name":              "hedge = as appropriate",
		"an unknown kind":      "boast best = the very best",
		"a bracket left open":  "hedge as-appropriate = (as|where appropriate",
		"a bracket too many":   "hedge as-appropriate = as appropriate]",
		"an unknown class":     "hedge national-law = in accordance with <laws>",
		"a list of no number":  "list levels many = national; regional",
		"a list of one member": "list levels 1 = national; regional",
		"an empty member":      "list levels 2 = national; ; regional",
	} {
		if err := lineage.CheckFormulas(line); err == nil || !strings.Contains(err.Error(), line) {
			t.Errorf("%s: the error is %v, want one that shows the line", name, err)
		}
	}
	if err := lineage.CheckTails("in the (light|view of"); err == nil {
		t.Error("a tail marker with a bracket left open is read")
	}
}

// TestFormulasMakeNoLink: two statements that have formulas, lists of levels or stages, a standing
// name or a body in common, and nothing else.
func TestFormulasMakeNoLink(t *testing.T) {
	for name, shared := range map[string]string{
		"national law and mandates": "in accordance with national legislation, within their respective mandates and upon request",
		"levels":                    "at the national, regional, subregional and international levels, as appropriate",
		"stages":                    "through prevention, early intervention, treatment, care, rehabilitation and social reintegration",
		"the conventions":           "in full conformity with the three international drug control conventions, where appropriate",
		"means":                     "through technical assistance and capacity-building, sharing best practices and lessons learned",
	} {
		g := loaded(t, []string{"Encourage mayors to plant chestnut trees along boulevards, " + shared + "."},
			[]string{"Encourage librarians to lend atlases and globes to sailors, " + shared + "."})
		for _, r := range g.Reaffirmations {
			if r.Relation != graph.Echoes {
				t.Errorf("%s: linked by %s, score %.2f", name, r.Evidence.Rule, r.Score)
			}
		}
	}
}

// TestWordsThatCountAsOne: texts that differ in these ways only have all their words in common.
func TestWordsThatCountAsOne(t *testing.T) {
	const base = "Combat the illicit trade in ivory by training youth wardens in tracking techniques near water holes."
	for name, later := range map[string]string{
		"a synonym":       strings.Replace(base, "illicit", "illegal", 1),
		"an inflection":   strings.Replace(base, "training youth wardens", "trained youth warden", 1),
		"a verb of class": strings.Replace(base, "Combat", "Counter", 1),
		"an accent":       strings.Replace(base, "ivory", "ívory", 1),
	} {
		r := carried(t, base, later)
		if r.Score < 0.99 || r.Relation != graph.Restates {
			t.Errorf("%s: %s, score %.2f", name, r.Relation, r.Score)
		}
	}
}

// TestListsAreJudgedWithTheirLeadIn: an item that says nothing alone is linked where its lead-in is
// carried with it, and nowhere else.
// TestEpithetsThatAreSaid: what is said of a body tells, its epithet after its name tells little.
func TestEpithetsThatAreSaid(t *testing.T) {
	const role = "the policymaking body of the United Nations with prime responsibility for drug control matters"
	mass := func(text string) float64 {
		c, err := lineage.NewModel(pair(text, text)).Compare("new/1", "old/1")
		if err != nil {
			t.Fatal(err)
		}
		return c.Mass
	}
	aside := mass("We request the Commission on Narcotic Drugs, as " + role + ", to publish its estimates")
	for _, said := range []string{
		"We request the Commission on Narcotic Drugs to act as " + role + " and publish its estimates",
		"We request the Commission on Narcotic Drugs to continue, within its mandate, as " + role + " and publish its estimates",
	} {
		if got := mass(said); got < aside+1 {
			t.Errorf("%q weighs %.2f, hardly more than with an aside, %.2f", said, got, aside)
		}
	}
}

func TestListsAreJudgedWithTheirLeadIn(t *testing.T) {
	list := []string{"Sustainable reef restoration strategies include:\n\n(a) Coral nurseries;\n\n(b) Anchoring bans;\n\n(c) Lobster sanctuaries;"}
	carries := loaded(t, list, []string{"Recognize the need for sustainable reef restoration strategies that include coral nurseries and anchoring bans."})
	names := loaded(t, list, []string{"Invite museums to exhibit photographs of coral nurseries and lobster sanctuaries."})
	got := map[string]string{}
	for _, r := range carries.Reaffirmations {
		got[r.Earlier] = r.Evidence.Rule
	}
	want := map[string]bool{"old/1/a": true, "old/1/b": true, "old/1": true}
	for id := range want {
		if got[id] == "" {
			t.Errorf("%s is not linked where its list is carried: %v", id, got)
		}
	}
	if got["old/1/c"] != "" {
		t.Error("an item that is not carried is linked")
	}
	for _, r := range names.Reaffirmations {
		if r.Relation != graph.Echoes {
			t.Errorf("%s is linked without its lead-in", r.ID)
		}
	}
}

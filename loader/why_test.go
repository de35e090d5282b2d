package loader_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader"
)

// TestWhyLinked: for a link of each rule the answer names the relation and what decided.
func TestWhyLinked(t *testing.T) {
	g := load(t)
	for rule, verdict := range map[string]string{
		"shared-wording": "Linked by its wording: the odds, ",
		"same-words":     "Linked: the two have the same words",
		"list-item":      "Linked as an item of a list: its lead-in is carried",
		"list-lead-in":   "Linked as the lead-in of a list",
		"shared-subject": "An echo: the odds of one, ",
	} {
		found := 0
		for _, r := range g.Reaffirmations {
			if r.Evidence.Rule != rule || r.Evidence.Method != graph.Alignment || found == 3 {
				continue
			}
			found++
			got := why(t, g, r.Later, r.Earlier)
			if !strings.Contains(got, verdict) || !strings.HasPrefix(got, fmt.Sprintf("%s and %s: %s\n", r.Later, r.Earlier, r.Relation)) {
				t.Errorf("%s\nlacks %q", got, verdict)
			}
			if strings.Contains(got, "The graph has it otherwise") {
				t.Errorf("%s is judged otherwise than it is linked", r.ID)
			}
		}
		if found == 0 {
			t.Errorf("no link by %s", rule)
		}
	}
}

// TestWhyNotLinked: what is too little for a link stands in the verdict and is marked in the table.
func TestWhyNotLinked(t *testing.T) {
	g := load(t)
	linked := map[string]bool{}
	for _, r := range g.Reaffirmations {
		linked[r.ID] = true
	}
	row := regexp.MustCompile(`(?m)^(\S+) +(-?[\d.]+) .*?(< )?(-?\d+\.\d{3})  \S`)
	odds := 0
	for i := 0; i < len(g.Provisions); i += 19 {
		later := &g.Provisions[i]
		earlier := &g.Provisions[i%287]
		if later.Document != "md-2019" && later.Document != "ungass-2016" || linked[graph.ReaffirmationID(later.ID, earlier.ID)] {
			continue
		}
		got := why(t, g, later.ID, earlier.ID)
		if !strings.Contains(got, ": not linked\n") || !strings.Contains(got, "Not linked by its wording: ") {
			t.Errorf("%s", got)
		}
		odds += strings.Count(got, "the odds, ")
		for _, m := range row.FindAllStringSubmatch(got, -1) {
			value, _ := strconv.ParseFloat(m[2], 64)
			least, _ := strconv.ParseFloat(m[4], 64)
			if hasLeast := !slices.Contains([]string{"start", "clauses", "order", "own"}, m[1]); hasLeast && (value < least) != (m[3] != "") {
				t.Errorf("%s of %s and %s is %s, at least %s, marked %q", m[1], later.ID, earlier.ID, m[2], m[4], m[3])
			}
		}
	}
	if odds == 0 {
		t.Error("no pair is refused for its odds")
	}
}

// TestWhyRivals: a paragraph that would be linked if another of its document had not more in common.
func TestWhyRivals(t *testing.T) {
	got := why(t, load(t), "jms-2014/b/32", "pdpa-2009/pa/47/i")
	if !strings.Contains(got, "were there not pdpa-2009/pd/12") || !strings.Contains(got, "\nrivals in the earlier document") {
		t.Errorf("no rival is named:\n%s", got)
	}
}

func why(t *testing.T, g *graph.Graph, later, earlier string) string {
	t.Helper()
	var b strings.Builder
	if err := loader.Why(&b, g, later, earlier); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

package explorer_test

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"reaffirm/server/explorer"
)

func TestAboutIsSound(t *testing.T) { sound(t, "about", "/about") }

// TestAbout goes from a fact on a body's page to how accurate such facts are.
func TestAbout(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/bodies/unaids", wide)
	p.click(".evidence summary")
	p.follow("How accurate are these?")
	p.until(`location.pathname === "/about" && location.hash === "#accuracy-role"`)
	p.reads("#accuracy-role", "Bodies and their roles")

	// The figures are those that were measured, every one of them.
	table, err := os.ReadFile("../../loader/testdata/quality.md")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, line := range strings.Split(strings.TrimSpace(string(table)), "\n")[2:] {
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		want = append(want, strings.Join(cells, " | "))
	}
	got := evaluate[[]string](p, `[...document.querySelectorAll(".accuracy tbody tr")].map((r) => [...r.cells].map((c) => c.textContent).join(" | "))`)
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the page has\n%s\nmeasured was\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if lost := evaluate[[]string](p, `["role", "kind", "verb", "citation", "deadline", "link", "theme"].filter((what) => !document.getElementById("accuracy-" + what))`); len(lost) > 0 {
		t.Errorf("there is nothing on the accuracy of %v", lost)
	}
	if strings.Contains(p.text("main"), "Other measures") {
		t.Error("a measure is of no known kind")
	}

	asked := answerTo[struct {
		Verbs []struct{ Base string }
		Graph struct {
			Version    string
			DataIssues []struct{ Message string }
		}
	}](t, `{ verbs { base } graph { version dataIssues { message } } }`)
	p.reads(".about-cite", asked.Graph.Version)
	for _, issue := range asked.Graph.DataIssues {
		p.reads("[aria-labelledby=errata] li", issue.Message)
	}
	verbs := evaluate[[]string](p, `[...document.querySelectorAll(".about-verbs a")].map((a) => a.textContent)`)
	if len(verbs) != len(asked.Verbs) || verbs[len(verbs)-1] != asked.Verbs[len(verbs)-1].Base {
		t.Errorf("%d verbs of %d, the strongest %s", len(verbs), len(asked.Verbs), verbs[len(verbs)-1])
	}
	for _, query := range evaluate[[]string](p, `[...document.querySelectorAll(".query pre")].map((q) => q.textContent)`) {
		for name, value := range answerTo[map[string]json.RawMessage](t, query) {
			if len(value) < 200 {
				t.Errorf("%s: answered with %s", name, value)
			}
		}
	}
	p.follow("pay tribute")
	p.at("/?verb=pay%20tribute")
	p.reads(".results-count", "paragraph")
}

// TestAboutWithoutMeasures: what was not measured is not claimed, and a table that cannot be read is an error.
func TestAboutWithoutMeasures(t *testing.T) {
	ask := func(context.Context, string, map[string]any) (json.RawMessage, error) {
		return json.RawMessage(`{}`), nil
	}
	site, err := explorer.New(ask, "")
	if err != nil {
		t.Fatal(err)
	}
	response := site.Routes()["/about"](httptest.NewRequest("GET", "/about", nil))
	if n := strings.Count(string(response.Body), "was not measured"); response.Status != 200 || n != 7 {
		t.Errorf("%d: %d kinds of fact are said not to be measured", response.Status, n)
	}
	for _, table := range []string{"| measure |\n|---|\n| roles | 1 |", "| measure |\n|---|\n| roles | one | 0 | 0 | 1.000 | 1.000 |  |"} {
		if _, err := explorer.New(ask, table); err == nil {
			t.Errorf("%q was read", table)
		}
	}
}

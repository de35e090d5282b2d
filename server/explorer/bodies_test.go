package explorer_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestBodiesAreSound(t *testing.T) {
	for name, path := range map[string]string{
		"bodies":  "/bodies?role=partner",
		"body":    "/bodies/unaids",
		"matrix":  "/responsibilities?open=precursors",
		"compare": "/compare?bodies=unodc,unaids",
	} {
		t.Run(name, func(t *testing.T) { sound(t, name, path) })
	}
}

// TestBody goes from the start page to what INCB is responsible for, as someone would who asks.
func TestBody(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.follow("Bodies")
	p.at("/bodies")
	p.do(chromedp.Focus(chromedp.CSS("#find")))
	p.press("narcotics control")
	p.at("/bodies?q=narcotics+control")
	p.until(`document.querySelectorAll(".count-table tbody tr").length === 1`)
	p.follow("INCB")
	p.at("/bodies/incb")
	p.reads("h1", "International Narcotics Control Board INCB")
	asked := answerTo[struct {
		Body struct {
			RESPONSIBLE, PARTNER struct{ TotalCount int }
		}
	}](t, `{ body(id: "body/incb") {
		RESPONSIBLE: provisions(filter: { roles: [RESPONSIBLE] }) { totalCount }
		PARTNER: provisions(filter: { roles: [PARTNER] }) { totalCount } } }`).Body
	p.reads("#as-RESPONSIBLE .group-count", strconv.Itoa(asked.RESPONSIBLE.TotalCount))
	if bars := p.text(".grid-bars .figure-title"); bars == "" {
		t.Error("the chart has no title")
	}
	p.follow(fmt.Sprintf("All %d paragraphs as responsible", asked.RESPONSIBLE.TotalCount))
	p.at("/bodies/incb?role=responsible")
	p.reads(".results-count", fmt.Sprintf("%d paragraphs as responsible", asked.RESPONSIBLE.TotalCount))
	quotes := evaluate[[]string](p, `[...document.querySelectorAll(".passage")].map((q) => [...q.querySelectorAll("mark")].map((m) => m.textContent).join(" "))`)
	if len(quotes) != asked.RESPONSIBLE.TotalCount {
		t.Errorf("%d quotes for %d paragraphs", len(quotes), asked.RESPONSIBLE.TotalCount)
	}
	for _, q := range quotes {
		if !strings.Contains(q, "Board") {
			t.Errorf("a quote marks %q", q)
		}
	}
	p.reads(".passage", "2016 outcome document, para. 5 (y)")
	p.reads(".evidence summary", "97 % sure")
	p.follow("2016 Outcome document")
	p.at("/bodies/incb?role=responsible&document=ungass-2016")
	p.back()
	p.back()
	p.at("/bodies/incb")
	p.reads("#as-PARTNER .group-count", strconv.Itoa(asked.PARTNER.TotalCount))
}

// TestBodyOverTime: the figures drawn are those of the API, and are in the table behind the chart.
func TestBodyOverTime(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/bodies/unodc", narrow)
	p.reads(".aliases", "UNDCP (1991–2002)")
	p.follow("Show as a table")
	table := evaluate[[][]string](p, `[...document.querySelectorAll(".figure-table tbody tr")].map((r) => [...r.cells].map((c) => c.textContent))`)
	asked := answerTo[struct {
		Body struct {
			Responsibilities struct {
				Cells []struct {
					Roles []struct {
						Role  string
						Count int
					}
					Provisions struct{ TotalCount int }
				}
			}
		}
	}](t, `{ body(id: "body/unodc") { responsibilities(rows: BODY, columns: DOCUMENT) { cells { roles { role count } provisions(first: 0) { totalCount } } } } }`)
	want := [][]string{{"Any role"}, {"Responsible"}}
	for _, c := range asked.Body.Responsibilities.Cells {
		want[0] = append(want[0], strconv.Itoa(c.Provisions.TotalCount))
		n := 0
		for _, r := range c.Roles {
			if r.Role == "RESPONSIBLE" {
				n = r.Count
			}
		}
		want[1] = append(want[1], strconv.Itoa(n))
	}
	for i, row := range want {
		if !slices.Equal(table[i], row) {
			t.Errorf("the table has %v, the API %v", table[i], row)
		}
	}
}

// TestResponsibilities: a number of the matrix leads to as many paragraphs.
func TestResponsibilities(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.follow("Who does what")
	p.at("/responsibilities")
	p.follow("with one paragraph each")
	p.at("/responsibilities?all=1")
	if rows := evaluate[int](p, `document.querySelectorAll(".heat tbody tr").length`); rows != 35 {
		t.Errorf("%d rows for 35 bodies", rows)
	}
	p.click(`a[aria-label="Show what is below Precursors"]`)
	p.reads(".heat thead", "Clandestine manufacture")
	p.follow("Partner")
	p.at("/responsibilities?role=partner&open=precursors&all=1")
	cell := `[...document.querySelectorAll(".heat tbody tr")].find((r) => r.textContent.includes("INCB")).querySelector("td a[href*='precursors']")`
	promised := evaluate[string](p, cell+`.textContent`)
	p.do(chromedp.Evaluate[chromedp.Void](cell + `.focus()`))
	p.press("\r")
	p.at("/bodies/incb?role=partner&theme=precursors")
	p.reads(".results-count strong", promised+" paragraph")
	p.back()
	p.reads("h1", "Who does what")
	p.follow("Themes by documents")
	p.follow("Any")
	cell = `[...document.querySelectorAll(".heat tbody tr")].find((r) => r.textContent.includes("Human rights")).querySelector("td a[href*='md-2019']")`
	promised = evaluate[string](p, cell+`.textContent`)
	p.do(chromedp.Evaluate[chromedp.Void](cell + `.click()`))
	p.reads(".results-count strong", promised+" paragraph")
}

func TestCompare(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/bodies", wide)
	p.follow("Compare two of them")
	p.at("/compare?bodies=incb,who")
	both := 0
	for _, provision := range answerTo[struct {
		Body struct {
			Provisions struct {
				Nodes []struct {
					Involvements []struct{ Body struct{ ID string } }
				}
			}
		}
	}](t, `{ body(id: "body/who") { provisions(first: 200) { nodes { involvements { body { id } } } } } }`).Body.Provisions.Nodes {
		for _, i := range provision.Involvements {
			if i.Body.ID == "body/incb" {
				both++
				break
			}
		}
	}
	p.reads("#shared", fmt.Sprintf("Paragraphs that involve both %d", both))
	p.reads(".passage", "INCB: responsible", "WHO: responsible")
	p.do(chromedp.SetValue(chromedp.CSS("#first-body"), "body/unodc"))
	p.do(chromedp.Evaluate[chromedp.Void](`document.querySelector("#first-body").dispatchEvent(new Event("change", { bubbles: true }))`))
	p.at("/compare?bodies=unodc,who")
	p.reads(".face-to-face thead", "UNODC")
	p.back()
	p.at("/compare?bodies=incb,who")
	p.reads(".face-to-face tbody", "Responsible")
	p.at("/compare?bodies=incb,who")
	p.open("/compare?bodies=incb,nobody")
	p.reads(".empty", "do not have both")
}

// answerTo asks the API as a client does.
func answerTo[T any](t *testing.T, query string) T {
	t.Helper()
	var answer struct {
		Data   T
		Errors []struct{ Message string }
	}
	reply := get(t, "/graphql?query="+url.QueryEscape(query))
	if err := json.Unmarshal([]byte(reply.body), &answer); err != nil || len(answer.Errors) > 0 {
		t.Fatalf("%v %s", err, reply.body)
	}
	return answer.Data
}

// TestBodyGroups: tasks are grouped by theme and by year, and the count of a group is what its link leads to.
func TestBodyGroups(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/bodies/incb", wide)
	for _, by := range []string{"theme", "year"} {
		p.click(fmt.Sprintf(`.choice[href$="by=%s"]`, by))
		p.at("/bodies/incb?by=" + by)
		groups := evaluate[[][]string](p, `[...document.querySelectorAll(".group")].map((g) => [g.querySelector(".group-count").textContent, g.querySelectorAll(".passage").length + "", g.querySelector("h2 + ol + p a")?.textContent ?? ""])`)
		if len(groups) < 4 {
			t.Fatalf("%d groups by %s", len(groups), by)
		}
		for _, g := range groups {
			if more := g[0] != g[1]; more != (g[2] != "") || more && g[1] != "4" {
				t.Errorf("by %s: %s paragraphs, %s shown, %q", by, g[0], g[1], g[2])
			}
		}
		p.follow(groups[0][2])
		p.reads(".results-count strong", groups[0][0]+" paragraph")
		p.back()
		p.at("/bodies/incb?by=" + by)
	}
	p.click(`.facet-value[href*="role=responsible"]`)
	p.at("/bodies/incb?role=responsible&by=year")
	p.reads(".group .tag", "Responsible")
}

package explorer_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestTraceIsSound(t *testing.T) {
	for name, path := range map[string]string{
		"trace":    "/provisions/md-2019/p4?with=pdpa-2009/pd/p1",
		"lineages": "/lineages?start=pdpa-2009&end=jms-2014",
	} {
		t.Run(name, func(t *testing.T) { sound(t, name, path) })
	}
}

// TestTrace follows a promise from the start page through ten years, by mouse and by keyboard.
func TestTrace(t *testing.T) {
	p := openTab(t, "/", wide)
	p.follow("“A society free of drug abuse”")
	p.at("/provisions/md-2019/p4")
	p.reads("h1", "2019 Ministerial Declaration, 4th para.")
	p.reads(".fate", "Goes back to 2009", "Stands in the latest document")

	// The picture holds what the API answers.
	var lineage struct {
		Provision struct {
			Lineage struct {
				Members []struct{ Depth int }
				Links   []struct {
					ID       string
					Relation string
					Score    float64
				}
			}
		}
	}
	graphAnswers(t, &lineage, `{provision(id: "md-2019/p4") {lineage {members {depth} links {id relation score}}}}`)
	members, links := lineage.Provision.Lineage.Members, lineage.Provision.Lineage.Links
	if got := evaluate[int](p, `document.querySelectorAll("svg.columns .card").length`); got != len(members) || got == 0 {
		t.Errorf("%d cards for %d members", got, len(members))
	}
	if got := evaluate[int](p, `document.querySelectorAll("svg.columns a.link").length`); got != len(links) || got == 0 {
		t.Errorf("%d lines for %d links", got, len(links))
	}
	for _, l := range links {
		if l.ID == "md-2019/p4~jms-2014/8" {
			p.until(fmt.Sprintf("document.querySelector(`svg.columns a.link[aria-label='2019, 4th para. %s 2014, para. 8: %.0f\u00a0%% of the wording in common']`)", strings.ToLower(l.Relation), 100*l.Score))
		}
	}

	// A line is chosen by keyboard, and shows its words.
	p.do(chromedp.Focus(chromedp.CSS(`a.link[aria-label^="2014, para. 8 adapts 2009, Political Declaration, para. 22"]`)))
	p.press(kb.Enter)
	p.at("/provisions/md-2019/p4?with=pdpa-2009/pd/22&and=jms-2014/8")
	p.reads(".compare-sentence", "2014, para. 8 adapts 2009, Political Declaration, para. 22")
	p.reads(".change-strengthened", "A condition or hedge went", "within the framework of national")
	p.follow("Side by side")
	p.reads(".side-by-side h3", "2009, Political Declaration, para. 22", "2014, para. 8")
	p.back()
	p.reads(".diff-text del", "within the framework of national")

	// A pair that is not linked is compared too, and says why.
	evaluate[any](p, `(() => { const s = document.querySelectorAll(".compare-choice select")[1]; s.value = "ungass-2016/p2"; s.dispatchEvent(new Event("change")); })()`)
	p.at("/provisions/md-2019/p4?with=pdpa-2009/pd/22&and=ungass-2016/p2")
	p.reads(".compare-sentence", "2016, 2nd para. is not linked with 2009, Political Declaration, para. 22")
	p.follow("Why are they not linked?")
	p.reads(".figures", "Too low for a link", "against it")
	p.do(chromedp.Click(chromedp.CSS(".compare-other summary")), chromedp.Focus(chromedp.CSS("#find-other")))
	p.press("cornerstone drug control system")
	p.follow("2009 Political Declaration, para. 3")
	p.at("/provisions/md-2019/p4?with=pdpa-2009/pd/3")
	p.reads(".compare-sentence", "2019, 4th para. is not linked with 2009, Political Declaration, para. 3")

	// Each clause has its own lineage.
	p.reads(".clause-list > li:nth-child(2)", "public health, safety and social problems", "2016", "100 % of the shorter in common")
	p.follow("Trace 2009, Political Declaration, para. 3")
	p.at("/provisions/pdpa-2009/pd/3")
	p.back()
	p.at("/provisions/md-2019/p4?with=pdpa-2009/pd/3")
	p.resize(narrow)
	if got := evaluate[int](p, `[...document.querySelectorAll(".list-links a")].filter((a) => a.checkVisibility()).length`); got != len(links) {
		t.Errorf("the list of a narrow screen has %d links of %d", got, len(links))
	}
}

// TestTraceFates: what became of a paragraph is said where something is missing, too.
func TestTraceFates(t *testing.T) {
	p := openTab(t, "/", wide)
	for _, tt := range []struct {
		path  string
		reads []string
	}{
		{"/provisions/pdpa-2009/pd/6", []string{"Never reaffirmed", "No paragraph of 2014, 2016 and 2019 was found that carries it on", "How many links are missed?"}},
		{"/provisions/jms-2014/4", []string{"Goes back to 2009", "Dropped after 2014"}},
		{"/provisions/ungass-2016/p2", []string{"New in 2016", "No paragraph of 2009 and 2014 was found", "Kept to 2019"}},
		{"/provisions/md-2019/p2", []string{"New in 2019", "Show echoes too"}},
	} {
		p.open(tt.path)
		p.reads(".fate", tt.reads...)
	}
	p.follow("Show echoes too")
	p.at("/provisions/md-2019/p2?echoes=1")
	p.reads(".compare-sentence", "echoes")
	p.reads(".side-by-side .mark-aligned", "world drug problem")
	if diffs := evaluate[int](p, `document.querySelectorAll(".diff").length`); diffs != 0 {
		t.Error("an echo has a word diff")
	}
	p.reads("svg.columns .absence-title", "Not yet there", "Passed over")
	p.follow("Leave echoes out")
	p.at("/provisions/md-2019/p2")
}

// TestLineages: the counts of the table are those of the lists that they lead to, narrowed or not.
func TestLineages(t *testing.T) {
	p := openTab(t, "/", wide)
	p.follow("Trace")
	p.at("/lineages")
	p.reads(".threads h2", "lineages")
	for _, theme := range []string{"", "theme=alternative-development"} {
		if theme != "" {
			p.until(`document.querySelector(".lineages-selects option[value='theme/alternative-development']")`)
			evaluate[any](p, `(() => { const s = document.querySelector(".lineages-selects select"); s.value = "theme/alternative-development"; s.dispatchEvent(new Event("change")); })()`)
			p.at("/lineages?" + theme)
		}
		cells := evaluate[[][]string](p, `[...document.querySelectorAll(".spans td a")].map((a) => [a.getAttribute("href"), a.textContent])`)
		if len(cells) < 5 {
			t.Fatalf("%d cells: %v", len(cells), cells)
		}
		for _, c := range cells[:3] {
			p.open(c[0])
			p.reads(".threads h2", c[1]+" ")
			if shown := evaluate[int](p, `document.querySelectorAll(".thread").length`); fmt.Sprint(shown) != c[1] && shown != 200 {
				t.Errorf("%s: %s promised, %d shown", c[0], c[1], shown)
			}
		}
		p.open("/lineages")
	}
	p.open("/")
	p.follow("What was said in 2009 and 2014, and dropped after?")
	p.at("/lineages?start=pdpa-2009&end=jms-2014")
	p.reads(".thread", "Dropped after 2014")
	p.follow("2009 Political Declaration, para. 5")
	p.at("/provisions/pdpa-2009/pd/5")
	p.reads(".fate", "Dropped after 2014")
}

// graphAnswers asks the API that the pages ask and reads the data of its answer.
func graphAnswers(t *testing.T, into any, query string) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post(shared.url+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer := struct {
		Data   any
		Errors json.RawMessage
	}{Data: into}
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || answer.Errors != nil {
		t.Fatalf("%s: %v %s", query, err, answer.Errors)
	}
}

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
	t.Parallel()
	p := openTab(t, "/", wide)
	p.follow("“A society free of drug abuse”")
	p.at("/provisions/md-2019/p4")
	p.reads("h1", "2019 Ministerial Declaration, 4th para.")
	p.reads(".fate", "Goes back to 2009", "Stands in the latest document")

	// The picture holds what the API answers.
	var answer struct {
		Provision struct {
			Commitments []struct{ ID string }
			Lineage     struct {
				Members []struct{ Depth int }
				Links   []struct {
					Relation       string
					Score          float64
					Earlier, Later struct{ ID string }
					Changes        []struct{ Earlier, Later *struct{ Quote string } }
				}
			}
		}
	}
	graphAnswers(t, &answer, `{provision(id: "md-2019/p4") {
		commitments {id}
		lineage {members {depth} links {relation score earlier {id} later {id} changes {earlier {quote} later {quote}}}}
	}}`)
	members, links := answer.Provision.Lineage.Members, answer.Provision.Lineage.Links
	if got := evaluate[int](p, `document.querySelectorAll("svg.columns .card").length`); got != len(members) || got < 3 {
		t.Errorf("%d cards for %d members", got, len(members))
	}
	if got := evaluate[int](p, `document.querySelectorAll("svg.columns a.link").length`); got != len(links) || got < 3 {
		t.Errorf("%d lines for %d links", got, len(links))
	}

	// A line is chosen by keyboard, and shows the words of both sides.
	for _, l := range links {
		if l.Later.ID == "md-2019/p4" || len(l.Changes) == 0 {
			continue
		}
		address := "/provisions/md-2019/p4?with=" + l.Earlier.ID + "&and=" + l.Later.ID
		p.do(chromedp.Focus(chromedp.CSS(fmt.Sprintf("a.link[href=%q]", address))))
		p.press(kb.Enter)
		p.at(address)
		p.reads(".compare-sentence", strings.ToLower(l.Relation), fmt.Sprintf("%.0f %% of their wording", 100*l.Score))
		for _, c := range l.Changes {
			for _, side := range []*struct{ Quote string }{c.Earlier, c.Later} {
				if side != nil {
					p.reads(".changes", firstWords(side.Quote))
				}
			}
		}
	}
	p.reads(".diff-text", "determination")
	p.follow("Side by side")
	p.reads(".side-by-side h3", ", ")
	p.back()
	p.reads(".diff-text", "determination")

	// A pair that is not linked is compared too, and says why.
	evaluate[any](p, `document.querySelector(".compare-other").open = true`)
	p.do(chromedp.Focus(chromedp.CSS("#find-other")))
	p.press("transfer of criminal proceedings")
	p.until(`document.querySelectorAll(".finder-found a").length > 0`)
	p.follow(p.text(".finder-found a"))
	p.reads(".compare-sentence", "is not linked with")
	p.follow("Why are they not linked?")
	p.reads(".figures", "Too low for a link", "against it")

	// Each clause has its own lineage.
	if got := evaluate[int](p, `document.querySelectorAll(".clause-list > li").length`); got != len(answer.Provision.Commitments) || got < 2 {
		t.Errorf("%d clauses of %d", got, len(answer.Provision.Commitments))
	}
	p.reads(".clause-others", "of the shorter in common")
	p.do(chromedp.Focus(chromedp.CSS(".compare .trace-ways a")))
	p.press(kb.Enter)
	p.until(`!location.pathname.endsWith("md-2019/p4")`)
	p.back()
	p.resize(narrow)
	if got := evaluate[int](p, `[...document.querySelectorAll(".list-links a")].filter((a) => a.checkVisibility()).length`); got != len(links) {
		t.Errorf("the list of a narrow screen has %d links of %d", got, len(links))
	}
}

// firstWords is what is surely shown of a quote.
func firstWords(quote string) string {
	return strings.Join(strings.Fields(quote)[:min(4, len(strings.Fields(quote)))], " ")
}

// TestTraceFates: what became of a paragraph is said where something is missing, too.
func TestTraceFates(t *testing.T) {
	t.Parallel()
	type found struct{ Nodes []struct{ ID string } }
	type threads struct {
		Nodes []struct{ Provisions []struct{ ID string } }
	}
	var answer struct {
		Never, Echo    found
		Dropped, Begun threads
	}
	all := `["pdpa-2009", "jms-2014", "ungass-2016", "md-2019"]`
	graphAnswers(t, &answer, `{
		never: provisions(first: 1, filter: {documents: ["pdpa-2009"], kinds: [OPERATIVE], notReaffirmedIn: `+all+`}) {nodes {id}}
		dropped: lineages(first: 1, filter: {startIn: ["pdpa-2009"], endIn: ["jms-2014"]}) {nodes {provisions {id}}}
		begun: lineages(first: 1, filter: {startIn: ["ungass-2016"], endIn: ["md-2019"]}) {nodes {provisions {id}}}
		echo: provisions(first: 1, filter: {documents: ["md-2019"], reaffirms: ["jms-2014"], relations: [ECHOES], notReaffirms: `+all+`}) {nodes {id}}
	}`)
	dropped, begun := answer.Dropped.Nodes[0].Provisions, answer.Begun.Nodes[0].Provisions
	p := openTab(t, "/", wide)
	for _, tt := range []struct {
		id    string
		reads []string
	}{
		{answer.Never.Nodes[0].ID, []string{"Never reaffirmed", "No paragraph of 2014, 2016 and 2019 was found that carries it on", "How many links are missed?"}},
		{dropped[len(dropped)-1].ID, []string{"Goes back to 2009", "Dropped after 2014"}},
		{begun[0].ID, []string{"New in 2016", "No paragraph of 2009 and 2014 was found", "Kept to 2019"}},
		{answer.Echo.Nodes[0].ID, []string{"New in 2019", "Show echoes too"}},
	} {
		p.open("/provisions/" + tt.id)
		p.reads(".fate", tt.reads...)
	}
	p.follow("Show echoes too")
	p.at("/provisions/" + answer.Echo.Nodes[0].ID + "?echoes=1")
	p.reads(".compare-sentence", "echoes")
	p.reads(".side-by-side h3", "2019, ")
	if diffs := evaluate[int](p, `document.querySelectorAll(".diff").length`); diffs != 0 {
		t.Error("an echo has a word diff")
	}
	p.follow("Leave echoes out")
	p.at("/provisions/" + answer.Echo.Nodes[0].ID)
}

// TestLineages: the counts of the table are those of the lists that they lead to, narrowed or not.
func TestLineages(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.follow("Trace")
	p.at("/lineages")
	p.reads(".threads h2", "lineages")
	for _, theme := range []string{"", "theme=alternative-development"} {
		if theme != "" {
			p.until(`document.querySelector(".lineages-selects option[value='theme/alternative-development']")`)
			evaluate[any](p, `(() => { const s = document.querySelector(".lineages-selects select"); s.value = "theme/alternative-development"; s.dispatchEvent(new Event("change")); })()`)
			p.at("/lineages?" + theme)
			p.until(`document.querySelector(".spans td a").getAttribute("href").includes("theme=")`) // drawn for the new address, and then
			p.drawn()                                                                                // with its counts
		}
		cells := evaluate[[][]string](p, `[...document.querySelectorAll(".spans td a")].map((a) => [a.getAttribute("href"), a.textContent])`)
		if len(cells) < 5 {
			t.Fatalf("%d cells: %v", len(cells), cells)
		}
		for _, c := range cells[:3] {
			p.open(c[0])
			p.reads(".threads h2", c[1]+" ")
			if shown := evaluate[int](p, `document.querySelectorAll(".thread").length`); fmt.Sprint(shown) != c[1] && shown != 50 {
				t.Errorf("%s: %s promised, %d shown", c[0], c[1], shown)
			}
		}
		p.open("/lineages")
	}
	p.open("/")
	p.follow("What was said in 2009 and 2014, and dropped after?")
	p.at("/lineages?start=pdpa-2009&end=jms-2014")
	p.reads(".thread", "Dropped after 2014")
	p.click(".thread h3 a")
	p.until(`location.pathname.startsWith("/provisions/pdpa-2009/")`)
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

package explorer_test

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestCitation: what is copied of a paragraph, to the letter.
func TestCitation(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=%22policies+adopted+by+States%22", wide)
	keepsCopies(p)
	page := shared.url + "/provisions/ungass-2016/5/y"
	const title = "Outcome document of the thirtieth special session of the General Assembly, entitled “Our joint commitment to effectively addressing and countering the world drug problem”"
	p.follow("Cite")
	for _, tt := range []struct{ button, want string }{
		{"Copy text", "General Assembly, " + title + ", A/RES/S-30/1 (19 April 2016), para. 5 (y), " + page},
		{"Copy BibTeX", "@misc{ungass-2016-5-y,\n" +
			"  author       = {{General Assembly}},\n" +
			"  title        = {{" + strings.NewReplacer("“", "``", "”", "''").Replace(title) + "}},\n" +
			"  howpublished = {A/RES/S-30/1},\n  year         = {2016},\n  month        = apr,\n  note         = {para. 5 (y)},\n  url          = {" + page + "}\n}\n"},
		{"Copy RIS", "TY  - RPRT\r\nAU  - General Assembly\r\nTI  - " + title + "\r\nPY  - 2016\r\nDA  - 2016/04/19\r\nSN  - A/RES/S-30/1\r\nSP  - para. 5 (y)\r\nUR  - " + page + "\r\nER  - \r\n"},
		{"Copy link", page},
	} {
		p.follow(tt.button)
		p.reads(".cite button", "Copied")
		if got := copied(p); got != tt.want {
			t.Errorf("%s: copied\n%s\nwant\n%s", tt.button, got, tt.want)
		}
	}
	p.open("/provisions/pdpa-2009/pa/2/e")
	keepsCopies(p)
	p.follow("Cite")
	p.follow("Copy text")
	p.reads(".cite button", "Copied")
	if got, want := copied(p), "E/2009/28, chap. I, sect. C (12 March 2009), Plan of Action, para. 2 (e), "; !strings.Contains(got, want) {
		t.Errorf("copied %s without %s", got, want)
	}
	evaluate[any](p, `navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed")), null`)
	p.follow("Copy RIS")
	if got := evaluate[string](p, `document.querySelector(".cite textarea").value`); !strings.HasPrefix(got, "TY  - RPRT") {
		t.Errorf("where nothing can be copied, there is %q", got)
	}
	p.barriers()
}

// TestQuoteLink: the link to words that were selected marks the same words.
func TestQuoteLink(t *testing.T) {
	t.Parallel()
	const words = "remain the cornerstone of the international drug control system"
	p := openTab(t, "/documents/pdpa-2009", wide)
	keepsCopies(p)
	evaluate[any](p, fmt.Sprintf(`(() => {
		const walker = document.createTreeWalker(document.getElementById("pd/3"), NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const at = walker.currentNode.data.indexOf(%q);
			if (at >= 0) document.getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + %d);
		}
	})()`, words, len(words)))
	p.until(`document.querySelector(".quote-link")?.checkVisibility()`)
	p.click(".quote-link")
	p.reads(".quote-link", "Copied")
	text := answerTo[struct{ Provision struct{ Text string } }](t, `{ provision(id: "pdpa-2009/pd/3") { text } }`).Provision.Text
	before, _, ok := strings.Cut(text, words)
	if !ok {
		t.Fatalf("the paragraph reads %s", text)
	}
	start := len([]rune(before))
	path := fmt.Sprintf("/documents/pdpa-2009?span=%d-%d#pd/3", start, start+len(words))
	if got := copied(p); got != shared.url+path {
		t.Fatalf("the link is %s, not %s", got, path)
	}
	p.open(path)
	marked := `[...(CSS.highlights.get("quote") ?? [])].map(String).join("|")`
	p.until(marked + " !== ''")
	if got := evaluate[string](p, marked); got != words {
		t.Errorf("%q is marked", got)
	}
	p.open("/bodies/incb?role=responsible&document=ungass-2016")
	p.follow("Read in the document")
	p.until(`location.pathname === "/documents/ungass-2016"`)
	p.until(marked + ` === "International Narcotics Control Board"`)
	p.do(chromedp.Click(chromedp.CSS(`[id="5/y"] .margin-cite button`)))
	p.reads(".cite-text", "para. 5 (y)")
}

// TestQueriesOfPages: what a page says it has asked can be asked again, as GraphiQL is given it.
func TestQueriesOfPages(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	for _, path := range []string{"/bodies?role=partner", "/bodies/incb", "/bodies/incb?role=mandate", "/responsibilities?role=partner", "/compare?bodies=incb,who", "/instruments", "/instruments/uncac"} {
		p.open(path)
		p.follow("Show the GraphQL")
		addresses := evaluate[[]string](p, `[...document.querySelectorAll(".query a")].map((a) => a.href)`)
		if len(addresses) == 0 {
			t.Errorf("%s shows no query", path)
		}
		for _, address := range addresses {
			u, err := url.Parse(address)
			if err != nil || u.Path != "/graphiql" {
				t.Errorf("%s: %v %s", path, err, address)
				continue
			}
			var answer struct{ Errors []any }
			if err := json.Unmarshal([]byte(get(t, "/graphql?"+u.RawQuery).body), &answer); err != nil || len(answer.Errors) > 0 {
				t.Errorf("%s: %v %v: %s", path, err, answer.Errors, u.Query().Get("query"))
			}
		}
	}
	p.follow("Open in GraphiQL")
	p.until(`location.pathname === "/graphiql" && ["query Instrument(", "instrument/uncac"].every((text) => document.body.textContent.replaceAll("\u00a0", " ").includes(text))`)
}

// TestFilesTakenAway: a table as CSV and a picture as SVG hold what is shown.
func TestFilesTakenAway(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/responsibilities", wide)
	const keep = `window.files = [], URL.createObjectURL = ((really) => (blob) => { blob.text().then((text) => files.push(text)); return really.call(URL, blob); })(URL.createObjectURL), null`
	evaluate[any](p, keep)
	p.follow("Download as CSV")
	p.until(`window.files.length === 1`)
	table := evaluate[string](p, `window.files[0]`)
	first := evaluate[[]string](p, `[...document.querySelector(".heat tbody tr").cells].slice(1).map((c) => c.textContent)`)
	if !strings.Contains(table, "Bodies,Demand reduction,") || !strings.Contains(table, "United Nations Office on Drugs and Crime,"+strings.Join(first, ",")+"\r\n") {
		t.Errorf("the table is taken away as %s", table)
	}
	p.open("/bodies/unaids")
	evaluate[any](p, keep)
	p.follow("Download as SVG")
	p.until(`window.files.length === 1`)
	picture := evaluate[string](p, `window.files[0]`)
	for _, want := range []string{`xmlns="http://www.w3.org/2000/svg"`, "Any role", "fill: rgb("} {
		if !strings.Contains(picture, want) {
			t.Errorf("the picture has no %s", want)
		}
	}
}

// keepsCopies has the page hand what it copies to the test.
func keepsCopies(p *tab) {
	evaluate[any](p, `navigator.clipboard.writeText = async (text) => { window.copied = text; }, null`)
}

func copied(p *tab) string {
	p.t.Helper()
	return evaluate[string](p, `window.copied`)
}

// TestPrinted: on paper there is what is read, and nothing to click or scroll.
func TestPrinted(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/responsibilities?role=partner", wide)
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	for selector, shown := range map[string]bool{
		"header.site nav": false, ".queries": false, ".heat-fold": false, ".take-away": false, ".choice[aria-current]": true, ".heat td a": true, "h1": true,
	} {
		if got := evaluate[bool](p, fmt.Sprintf("document.querySelector(%q).checkVisibility()", selector)); got != shown {
			t.Errorf("%s is printed: %v", selector, got)
		}
	}
	if evaluate[bool](p, `document.querySelector(".heat-scroll").scrollHeight > document.querySelector(".heat-scroll").clientHeight`) {
		t.Error("the table is cut off")
	}
}

// TestFindings: each thing that was inferred of a paragraph has its words, its rule, how sure it is, and its measure.
func TestFindings(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=%22policies+adopted+by+States%22", wide)
	asked := answerTo[struct {
		Provision struct {
			Commitments, Involvements, Citations, Deadlines, About []struct{ Evidence struct{ Rule string } }
			Reaffirms, ReaffirmedBy                                struct {
				Nodes []struct{ Evidence struct{ Rule string } }
			}
		}
	}](t, `{ provision(id: "ungass-2016/5/y") {
		commitments { evidence { rule } } involvements { evidence { rule } } citations { evidence { rule } } deadlines { evidence { rule } } about { evidence { rule } }
		reaffirms { nodes { evidence { rule } } } reaffirmedBy { nodes { evidence { rule } } } } }`).Provision
	var want []string
	for _, list := range [][]struct{ Evidence struct{ Rule string } }{
		asked.Commitments, asked.Involvements, asked.Citations, asked.Deadlines, asked.About, asked.Reaffirms.Nodes, asked.ReaffirmedBy.Nodes,
	} {
		for _, found := range list {
			want = append(want, found.Evidence.Rule)
		}
	}
	p.click(".findings summary")
	p.reads(".findings th", "INCB")
	p.reads(".findings q", "International Narcotics Control Board")
	p.barriers()
	got := evaluate[[]string](p, `[...document.querySelectorAll(".findings code")].map((c) => c.textContent)`)
	if len(want) < 3 || !slices.Equal(got, want) {
		t.Errorf("the rules are %v, the API has %v", got, want)
	}
	if lost := evaluate[int](p, `[...document.querySelectorAll(".findings tbody tr")].filter((r) => !/\d+ %/.test(r.textContent) || !r.querySelector("a[href^='/about#accuracy-']")).length`); lost > 0 {
		t.Errorf("%d do not say how sure they are and how accurate", lost)
	}
	p.follow("How accurate?")
	p.until(`location.pathname === "/about" && document.getElementById(location.hash.slice(1))?.checkVisibility()`)
}

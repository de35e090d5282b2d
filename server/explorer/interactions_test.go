package explorer_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"reaffirm/server"
)

// An interaction is what a person does on a page, and what shows that it is done.
type interaction struct {
	page, name string
	path       string // where it begins
	do         func(*tab, hand)
	// drawn is a JavaScript condition on the page that holds when the result is there and not before.
	drawn string
}

// A hand is how someone points: how long they rest on what they press, and how long they press it.
type hand struct{ rest, press time.Duration }

var (
	finger = hand{}                                                           // on a touch screen, and as fast as can be
	mouse  = hand{rest: 200 * time.Millisecond, press: 80 * time.Millisecond} // as people are wont to
)

// on presses what a JavaScript expression finds.
func on(element string) func(*tab, hand) {
	return func(p *tab, h hand) { p.pointAt(element, h) }
}

// linked finds a link or button of main by a part of its text.
func linked(text string) string {
	return fmt.Sprintf(`[...document.querySelectorAll("main a, main button, main summary")].find((e) => e.checkVisibility() && e.textContent.replace(/\s+/g, " ").includes(%q))`, text)
}

func one(selector string) string { return fmt.Sprintf("document.querySelector(%q)", selector) }

// chosen sets a value of a select.
func chosen(selector, value string) func(*tab, hand) {
	return func(p *tab, _ hand) {
		evaluate[any](p, fmt.Sprintf(`(() => { const s = document.querySelector(%q); s.value = %q; s.dispatchEvent(new Event("change", { bubbles: true })); })()`, selector, value))
	}
}

// typed types into a field.
func typed(selector, words string) func(*tab, hand) {
	return func(p *tab, _ hand) {
		p.do(chromedp.Focus(chromedp.CSS(selector)))
		p.press(words)
	}
}

func address(path string) string {
	return fmt.Sprintf("location.pathname + location.search === %q", path)
}

func there(selector string) string { return fmt.Sprintf("!!document.querySelector(%q)", selector) }

var interactions = []interaction{
	{"Ask", "search from the start page", "/", func(p *tab, _ hand) {
		p.do(chromedp.Focus(chromedp.CSS("#q")))
		p.press("extradition" + kb.Enter)
	}, there(".passage mark")},
	{"Ask", "search other words", "/?q=extradition", func(p *tab, _ hand) {
		evaluate[any](p, `document.querySelector("#q").focus(), document.querySelector("#q").select()`)
		p.press("precursors" + kb.Enter)
	}, address("/?q=precursors")},
	{"Ask", "choose a document", "/?q=drug", on(one(".facet:nth-of-type(1) .facet-value")), `location.search.includes("document=")`},
	{"Ask", "choose a kind", "/?q=drug", on(one(".facet:nth-of-type(2) .facet-value")), `location.search.includes("kind=")`},
	{"Ask", "choose a body", "/?q=drug", on(one(".facet:nth-of-type(3) .facet-value")), `location.search.includes("body=")`},
	{"Ask", "choose a theme", "/?q=drug", on(one(".facet:nth-of-type(5) .facet-value")), `location.search.includes("theme=")`},
	{"Ask", "choose a strength", "/?q=drug", on(linked("or stronger")), `location.search.includes("strength=")`},
	{"Ask", "choose a theme without words", "/?deadline=any", on(one(".facet:nth-of-type(5) .facet-value")), `location.search.includes("theme=")`},
	{"Ask", "open the rest of a facet", "/?q=drug", on(one(".facet-more summary")), there(".facet-more .facet-value")},
	{"Ask", "open all of a document", "/?q=drug", on(linked("All ")), `location.search.includes("document=")`},
	{"Ask", "open Cite", "/?q=drug", on(one(".cite summary")), there(".cite-text")},
	{"Ask", "open the queries", "/?q=drug", on(one(".queries summary")), `document.querySelector(".queries details").open`},
	{"Ask", "search what is not there", "/?q=drug", func(p *tab, _ hand) {
		evaluate[any](p, `document.querySelector("#q").focus(), document.querySelector("#q").select()`)
		p.press("precusor traficking" + kb.Enter)
	}, there(".empty")},
	{"Read", "turn the marks off", "/documents/pdpa-2009", on(one("#marks")), there("main.unmarked")},
	{"Read", "turn the marks on", "/documents/pdpa-2009?marks=off", on(one("#marks")), `!document.querySelector("main.unmarked")`},
	{"Read", "open a footnote", "/documents/ungass-2016", on(one(".note-mark button")), there(".note:popover-open")},
	{"Read", "jump to a heading", "/documents/pdpa-2009", on(`[...document.querySelectorAll(".contents a")][3]`), `location.hash !== ""`},
	{"Read", "open Cite", "/documents/pdpa-2009", on(one(".margin-cite button")), there(".cite-text")},
	{"Trace", "open a paragraph", "/?q=drug", on(one(".passage h3 a")), there(".trace .lineage")},
	{"Trace", "choose a link", "/provisions/md-2019/p4", func(p *tab, _ hand) {
		evaluate[any](p, `[...document.querySelectorAll("a.link:not(.link-chosen)")].at(-1).focus()`)
		p.press(kb.Enter)
	}, `location.search.includes("with=")`},
	{"Trace", "choose a paragraph", "/provisions/md-2019/p4", on(`document.querySelector("a.card")`), `location.search.includes("with=")`},
	{"Trace", "texts side by side", "/provisions/md-2019/p4", on(linked("Side by side")), there(".side-by-side")},
	{"Trace", "choose the earlier one of a pair", "/provisions/md-2019/p4", func(p *tab, _ hand) {
		evaluate[any](p, `(() => { const s = document.querySelector(".compare select"); s.selectedIndex = [...s.options].findIndex((o) => !o.selected); s.dispatchEvent(new Event("change", { bubbles: true })); })()`)
	}, `location.search.includes("with=")`},
	{"Trace", "why linked", "/provisions/md-2019/p4", on(one(".figures summary")), `document.querySelector(".figures").open`},
	{"Trace", "open the evidence", "/provisions/md-2019/p4", on(one(".compare .evidence summary")), `document.querySelector(".compare .evidence").open`},
	{"Trace", "show the table", "/provisions/md-2019/p4", on(one(".figure-table summary")), `document.querySelector(".figure-table").open`},
	{"Trace", "show echoes", "/provisions/md-2019/p1", on(linked("Show echoes too")), `location.search.includes("echoes=1")`},
	{"Trace", "find another to compare", "/provisions/md-2019/p4", func(p *tab, h hand) {
		evaluate[any](p, `document.querySelector(".compare-other").open = true`)
		typed("#find-other", "extradition")(p, h)
	}, there(".finder-found a")},
	{"Lineages", "choose a theme", "/lineages", chosen(".lineages-selects select", "theme/alternative-development"), `location.search.includes("theme=")`},
	{"Lineages", "choose first and last", "/lineages", on(one(".spans td:nth-child(3) a")), `location.search.includes("start=")`},
	{"Lineages", "choose one document", "/lineages", on(one(".span-once a")), `location.search.includes("start=") && !!document.querySelector(".thread-once")`},
	{"Lineages", "sort", "/lineages", chosen(".lineages-selects label:nth-child(5) select", "first"), `location.search.includes("sort=")`},
	{"Kept", "choose two documents", "/kept", on(one(".pair")), there(".flow")},
	{"Kept", "choose the later document", "/kept/pdpa-2009/md-2019", chosen(".pair-choice label:nth-child(2) select", "jms-2014"), address("/kept/pdpa-2009/jms-2014")},
	{"Kept", "choose dropped", "/kept/pdpa-2009/md-2019", on(linked("Dropped")), there(".kept-paragraphs .passage")},
	{"Kept", "choose a theme", "/kept/pdpa-2009/md-2019?bucket=dropped", on(one(".flow-node")), `location.search.includes("theme=")`},
	{"Kept", "choose a band", "/kept/pdpa-2009/md-2019", on(one(".flow-fate")), there(".kept-paragraphs .passage")},
	{"Kept", "count echoes", "/kept/pdpa-2009/md-2019", on(linked("Count echoes too")), there(".bucket-echoed")},
	{"Kept", "turn to the next page", "/kept/pdpa-2009/md-2019?bucket=dropped", on(one(".pages [rel=next]")), `location.search.includes("after=")`},
	{"Kept", "show the table", "/kept/pdpa-2009/md-2019", on(one(".figure-table summary")), `document.querySelector(".figure-table").open`},
	{"Bodies", "type a name", "/bodies", typed("#find", "n"), `location.search.includes("q=")`},
	{"Bodies", "choose a role", "/bodies", on(linked("Partner")), `location.search.includes("role=")`},
	{"Bodies", "open a body", "/bodies", on(one(".count-name")), there(".body-tasks .passage")},
	{"Body", "choose a role", "/bodies/unodc", on(one(".facet:nth-of-type(1) .facet-value")), `location.search.includes("role=")`},
	{"Body", "choose a theme", "/bodies/unodc", on(one(".facet:nth-of-type(3) .facet-value")), `location.search.includes("theme=")`},
	{"Body", "choose a second role", "/bodies/member-states?document=pdpa-2009", on(one(".facet:nth-of-type(1) .facet-value")), `location.search.includes("role=")`},
	{"Body", "open the evidence", "/bodies/unodc", on(one(".evidence summary")), `document.querySelector(".evidence").open`},
	{"Body", "open Cite", "/bodies/unodc", on(one(".cite summary")), there(".cite-text")},
	{"Who does what", "open from elsewhere", "/bodies", on(linked("See them by theme")), there(".heat td a")},
	{"Who does what", "open a theme", "/responsibilities", on(one(".heat-fold")), `location.search.includes("open=")`},
	{"Who does what", "change rows and columns", "/responsibilities", on(linked("Bodies by documents")), `location.search.includes("columns=")`},
	{"Who does what", "swap", "/responsibilities", on(linked("Swap")), `location.search.includes("columns=")`},
	{"Who does what", "choose a role", "/responsibilities", on(linked("Partner")), `location.search.includes("role=")`},
	{"Who does what", "choose a cell", "/responsibilities", on(one(".heat td a")), there(".body-tasks .passage")},
	{"Compare", "choose a body", "/compare?bodies=incb,who", chosen("#first-body", "body/unodc"), address("/compare?bodies=unodc,who")},
	{"Conventions", "type a name", "/instruments", typed("#find", "o"), `location.search.includes("q=")`},
	{"Conventions", "choose a kind", "/instruments", on(linked("Resolutions")), `location.search.includes("kind=")`},
	{"Conventions", "open an instrument", "/instruments", on(one(".count-name")), there(".body-tasks .passage")},
	{"Convention", "choose a stance", "/instruments/convention-1988", on(one(".facet:nth-of-type(1) .facet-value")), `location.search.includes("stance=")`},
	{"Convention", "choose an article", "/instruments/convention-1988", on(linked("Article 3")), `location.search.includes("part=")`},
	{"Around", "grow a group", "/around?node=body/who", on(one(".around-more")), `location.search.includes("more=")`},
	{"Around", "go to a neighbour", "/around?node=body/who", on(one(".around-pill")), `!location.search.includes("who")`},
	{"Around", "find what to go to", "/around?node=body/who", typed("#find-to", "extradition"), there(".finder-found a")},
	{"Around", "find the ways", "/around?node=body/who", func(p *tab, h hand) {
		typed("#find-to", "1961 Convention")(p, h)
		p.until(there(".finder-found a"))
		p.watchInputs()
		p.pointAt(one(".finder-found a"), h)
	}, there(".way")},
	{"All pages", "go back", "/?q=drug&theme=precursors", func(p *tab, h hand) {
		p.follow("Remove all of these")
		p.quiet()
		p.watchInputs()
		evaluate[any](p, `dispatchEvent(new Event("input")), history.back()`)
	}, `window.took && location.search.includes("theme=")`},
}

// BenchmarkInteractions measures each kind of interaction in ms from the event of the input to the frame that shows its result, the server's part
// included, on a page just opened and with a server that keeps no answers. It prints for each, as the median of its rounds (-benchtime=5x):
//
//	response  until the first frame that shows that something was done
//	answers   of this the time in which the server was asked; 0 where it was not
//	tapped    until the frame that shows the result
//	clicked   the same where the pointer rested on it before: what it leads to has been asked for then
func BenchmarkInteractions(b *testing.B) {
	site, err := serve(server.Limits{AnswerCache: 1})
	if err != nil {
		b.Fatal(err)
	}
	defer site.Close()
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "page\tinteraction\tresponse\tanswers\ttapped\tclicked")
	for _, i := range interactions {
		b.Run(strings.ReplaceAll(i.page+"/"+i.name, " ", "-"), func(b *testing.B) {
			var tapped, clicked [3][]float64
			for range b.N {
				i.take(b, site.URL, finger, &tapped)
				i.take(b, site.URL, mouse, &clicked)
			}
			b.ReportMetric(0, "ns/op")
			response, answers, result, rested := median(tapped[0]), median(tapped[1]), median(tapped[2]), median(clicked[2])
			b.ReportMetric(response, "ms-to-response")
			b.ReportMetric(answers, "ms-for-answers")
			b.ReportMetric(result, "ms-tapped")
			b.ReportMetric(rested, "ms-clicked")
			fmt.Fprintf(table, "%s\t%s\t%.0f\t%.0f\t%.0f\t%.0f\n", i.page, i.name, response, answers, result, rested)
		})
	}
	table.Flush()
}

// take does it once and adds how long it took.
func (i interaction) take(b *testing.B, site string, h hand, took *[3][]float64) {
	p := openTabOf(b, site, i.path, wide)
	defer p.close()
	p.quiet()
	if evaluate[bool](p, i.drawn) {
		b.Fatalf("at %s: %s holds before", i.path, i.drawn)
	}
	p.watchInputs()
	i.do(p, h)
	for n, ms := range p.tookUntil(i.drawn) {
		took[n] = append(took[n], ms)
	}
}

// pointAt presses the middle of what a JavaScript expression finds.
func (p *tab) pointAt(element string, h hand) {
	p.t.Helper()
	at := evaluate[[]float64](p, `(() => {
		const found = `+element+`;
		found.scrollIntoView({ block: "center", behavior: "instant" });
		const { left, top, width, height } = [...found.getClientRects()][0];
		return [left + width / 2, top + height / 2];
	})()`)
	if h.rest > 0 {
		p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]))
		time.Sleep(h.rest)
	}
	p.do(chromedp.MouseEvent(chromedp.MousePressed, at[0], at[1], chromedp.ButtonLeft, chromedp.ClickCount(1)))
	time.Sleep(h.press)
	p.do(chromedp.MouseEvent(chromedp.MouseReleased, at[0], at[1], chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// quiet waits until the page has been drawn and asks for nothing more.
func (p *tab) quiet() {
	p.t.Helper()
	evaluate[any](p, `new Promise((done) => {
		let last = performance.now();
		new PerformanceObserver(() => { last = performance.now(); }).observe({ type: "resource" });
		const look = () => (performance.now() - last > 250 ? done(null) : setTimeout(look, 50));
		look();
	})`, chromedp.EvalAwaitPromise)
}

// watchInputs notes when the next input comes, and the first frame after it that shows a change.
func (p *tab) watchInputs() {
	p.t.Helper()
	evaluate[any](p, `(() => {
		const took = (window.took = {});
		const heard = (event) => {
			if (took.start !== undefined) return;
			took.start = event.timeStamp;
			const changes = new MutationObserver(() => {
				changes.disconnect();
				requestAnimationFrame(() => setTimeout(() => { took.response ??= performance.now(); }));
			});
			changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		};
		for (const type of ["click", "keydown", "input", "change"]) addEventListener(type, heard, { capture: true });
	})()`)
}

// tookUntil waits until a JavaScript condition holds on a page that waits for nothing, and returns in ms: from the input
// to the frame that watchInputs speaks of, from the first question to the server until its last answer, and from the input to the frame that
// shows that the condition holds.
func (p *tab) tookUntil(condition string) []float64 {
	p.t.Helper()
	return evaluate[[]float64](p, `new Promise((done) => {
		const ready = () => took.start !== undefined && !navigation.transition && !document.querySelector("main [aria-busy=true], main .loading") && (`+condition+`);
		let looking = false;
		const look = () => {
			if (looking || !ready()) return;
			looking = true;
			requestAnimationFrame(() => setTimeout(() => {
				looking = false;
				if (!ready()) return;
				const result = performance.now();
				const asked = performance.getEntriesByType("resource").filter((r) => r.initiatorType === "fetch" && r.startTime >= took.start);
				const waited = asked.length === 0 ? 0 : Math.max(...asked.map((r) => r.responseEnd)) - Math.min(...asked.map((r) => r.startTime));
				done([Math.min(took.response ?? result, result) - took.start, waited, result - took.start]);
			}));
		};
		new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
		navigation.addEventListener("navigatesuccess", () => setTimeout(look));
		for (const type of ["toggle", "hashchange"]) addEventListener(type, look, { capture: true });
		look();
	})`, chromedp.EvalAwaitPromise)
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

package explorer_test

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestQueriesOnScreen: what a page has asked can be seen, and opens in GraphiQL with its variables, where it gives the same answer.
func TestQueriesOnScreen(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=extradition&document=ungass-2016", wide)
	count := p.text(".results-count strong")
	p.follow("Show the GraphQL queries of this page")
	p.reads(".query-name", "Search", "Facets", "Scale", "Strengths", "Documents")
	p.barriers()
	p.open(evaluate[string](p, `[...document.querySelectorAll(".query")].find((q) => q.textContent.includes("Search")).querySelector("a").getAttribute("href")`))
	p.do(chromedp.Click(chromedp.CSS(`button[aria-label^="Execute query"]`)))
	p.until(`/"totalCount"/.test(document.querySelector(".result-window")?.textContent ?? "")`)
	p.until(`document.querySelector(".result-window").textContent.replace(/\s+/g, " ").includes(` + "`\"totalCount\": ${parseInt(\"" + count + "\")}`" + `)`)
}

package explorer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestAskIsSound(t *testing.T) {
	for name, path := range map[string]string{
		"start":       "/",
		"ask":         "/?q=witness+protection&theme=witness-protection",
		"ask-nothing": "/?q=methadone+convention",
	} {
		t.Run(name, func(t *testing.T) { sound(t, name, path) })
	}
}

// TestAsk goes from the start page to a narrowed search and back, as someone would who types.
func TestAsk(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.reads("h1", "Who committed to what")
	p.reads(".timeline", "2009", "342 paragraphs", "2019")
	p.do(chromedp.Focus(chromedp.CSS("#q")))
	p.press("human rights" + kb.Enter)
	p.at("/?q=human+rights")
	p.reads(".results-count", "paragraphs with human rights")
	p.reads(".passage mark", "human rights")
	p.follow("2016 Outcome document")
	p.at("/?q=human+rights&document=ungass-2016")
	if groups := evaluate[int](p, `document.querySelectorAll(".group").length`); groups != 1 {
		t.Errorf("%d documents in the results, narrowed to one", groups)
	}
	count := p.text(".results-count strong")
	if shown := evaluate[int](p, `document.querySelectorAll(".passage").length`); fmt.Sprintf("%d paragraphs", shown) != count {
		t.Errorf("%s counted, %d shown", count, shown)
	}
	p.follow("2016 Outcome document")
	p.at("/?q=human+rights")
	hidden := evaluate[int](p, `document.querySelectorAll(".facet-more .facet-value").length`)
	p.follow("more")
	p.until(`document.querySelectorAll(".facet-more .facet-value").length > 0`)
	if hidden != 0 {
		t.Errorf("%d values of a facet are there before \"more\" is chosen", hidden)
	}
	p.back()
	p.at("/?q=human+rights&document=ungass-2016")
	if got := p.text(".results-count strong"); got != count {
		t.Errorf("%s before, %s after going back", count, got)
	}
	p.do(chromedp.Reload())
	p.drawn()
	if got := p.text(".results-count strong"); got != count {
		t.Errorf("%s before, %s after a reload", count, got)
	}
	p.back()
	p.back()
	p.at("/")
	p.reads("h1", "Who committed to what")
}

// TestAskFacets: what a value's count promises is what one finds on choosing it.
func TestAskFacets(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=cooperation", wide)
	p.until(`document.querySelectorAll(".facet").length === 8 && [...document.querySelectorAll(".facet")].every((f) => f.querySelector(".facet-count"))`)
	values := evaluate[[][]string](p, `[...document.querySelectorAll(".facet")].map((f) => [f.querySelector("a").getAttribute("href"), f.querySelector("h3").textContent, f.querySelector(".facet-count")?.textContent ?? ""])`)
	for _, v := range values {
		address, title, count := v[0], v[1], v[2]
		p.open(address)
		got := strings.Fields(p.text(".results-count strong"))[0]
		if got != count {
			t.Errorf("%s: %s were promised, %s found at %s", title, count, got, address)
		}
		if chosen := evaluate[int](p, `document.querySelectorAll(".facet-value[aria-current]").length`); chosen != 1 {
			t.Errorf("%s: %d values are marked as chosen", title, chosen)
		}
	}
}

func TestAskWithoutResult(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ path, says, link, leads string }{
		{"/?q=methadone+convention", "“methadone” stands in no paragraph", "convention", "/?q=convention"},
		{"/?q=precusor+traficking", "Did you mean", "precursors trafficking", "/?q=precursors+trafficking"},
		{"/?q=rehabilitaton", "“rehabilitaton” stands in no paragraph", "rehabilitation", "/?q=rehabilitation"},
		{"/?q=extradition+palliative", "Each of these words is found", "", ""},
		{"/?q=extradition&document=md-2019", "Without the document chosen", "Search without them", "/?q=extradition"},
		{"/?document=md-2019&body=fatf", "No paragraph has all of these properties together", "paragraph", "/?body=fatf"},
	} {
		p := openTab(t, tt.path, wide)
		p.reads(".results-count", "No paragraph")
		p.reads(".empty", tt.says)
		if tt.link != "" {
			p.follow(tt.link)
			p.at(tt.leads)
			p.reads(".results-count", "paragraph")
		}
	}
}

// TestAskWithoutServer: an error says what is wrong and can be mended on the spot.
func TestAskWithoutServer(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	evaluate[any](p, `window.really = window.fetch, window.fetch = () => Promise.reject(new TypeError("no network")), null`)
	p.do(chromedp.Focus(chromedp.CSS("#q")))
	p.press("extradition" + kb.Enter)
	p.reads("[role=alert]", "cannot be reached")
	evaluate[any](p, `window.fetch = window.really, null`)
	p.follow("Try again")
	p.reads(".results-count", "with extradition")
}

// TestAskPages: a long list goes on to its end, each page from its top, and back.
func TestAskPages(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=drug&document=pdpa-2009", wide)
	total := strings.Fields(p.text(".results-count strong"))[0]
	seen := map[string]bool{}
	for {
		for _, href := range evaluate[[]string](p, `[...document.querySelectorAll(".passage h3 a")].map((a) => a.getAttribute("href"))`) {
			seen[href] = true
		}
		if !evaluate[bool](p, `!!document.querySelector(".pages [rel=next]")`) {
			break
		}
		from := evaluate[string](p, "location.href")
		p.follow("The next paragraphs")
		p.until(fmt.Sprintf("location.href !== %q", from))
		p.frames()
		p.drawn()
		if top := evaluate[float64](p, `document.getElementById("in-pdpa-2009").getBoundingClientRect().top`); top < -10 || top > 300 {
			t.Errorf("a page begins %g pixels below the top", top)
		}
	}
	if fmt.Sprint(len(seen)) != total {
		t.Errorf("%d paragraphs on all pages, of %s", len(seen), total)
	}
	p.follow("Back to the first paragraphs")
	p.at("/?q=drug&document=pdpa-2009#in-pdpa-2009")
}

// TestWithoutServer: a page that has nothing to show is headed, says so, and is there once the server is.
func TestWithoutServer(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=extradition", wide)
	evaluate[any](p, `window.really = window.fetch, window.fetch = () => Promise.reject(new TypeError("no network")), null`)
	p.click(".passage h3 a")
	p.reads("h1", "Paragraph")
	p.reads("[role=alert]", "cannot be reached")
	p.barriers()
	evaluate[any](p, `window.fetch = window.really, null`)
	p.follow("Try again")
	p.reads(".trace h1", "para.")
}

package explorer_test

import (
	"math"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestByKeyboard goes from the top of the start page to a result without a mouse.
func TestByKeyboard(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.press(kb.Tab)
	if got := p.text(":focus"); got != "Skip to the content" {
		t.Errorf("the first stop is %q", got)
	}
	p.press(kb.Enter)
	p.until(`document.activeElement.id === "main"`)
	p.press(kb.Tab)
	p.until(`document.activeElement.id === "q"`)
	p.press("precursors" + kb.Enter)
	p.at("/?q=precursors")
	p.reads(".results-count[role=status]", "with precursors")
	p.until(`document.activeElement.id === "q"`) // whoever searches may search again
	p.do(chromedp.Focus(chromedp.CSS(".facet-value")))
	p.press(kb.Enter)
	p.at("/?q=precursors&document=pdpa-2009")
	if !evaluate[bool](p, `document.activeElement.matches(".facet-value[aria-current]")`) {
		t.Error("the focus is lost when a facet is chosen")
	}
}

// TestOtherPages: a page in another place has its title, is said to those who listen, and has the focus.
func TestOtherPages(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=precursors", wide)
	p.reads("title", "precursors – search – reaffirm")
	p.do(chromedp.Focus(chromedp.CSS("#q")))
	p.follow("reaffirm")
	p.at("/")
	p.reads("title", "Who committed to what")
	if current := evaluate[string](p, `document.querySelector("header [aria-current=page]")?.textContent ?? ""`); current != "Ask" {
		t.Errorf("the navigation says that %q is open", current)
	}
}

// TestBackRestoresThePlace: whoever comes back finds what they left where it was.
func TestBackRestoresThePlace(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=alternative+development", wide)
	evaluate[any](p, `scrollTo({ top: 900, behavior: "instant" }), null`)
	p.follow("All 40 from 2009")
	p.at("/?q=alternative+development&document=pdpa-2009#in-pdpa-2009")
	left := evaluate[float64](p, `document.getElementById("in-pdpa-2009").getBoundingClientRect().top`)
	if left < -10 || left > 300 {
		t.Errorf("the results of one document begin %g pixels below the top", left)
	}
	p.back()
	p.at("/?q=alternative+development")
	p.until(`scrollY > 500`)
	if y := evaluate[float64](p, "scrollY"); math.Abs(y-evaluate[float64](p, `[...document.querySelectorAll("a")].find((a) => a.textContent === "All 40 from 2009").getBoundingClientRect().top + scrollY - innerHeight / 2`)) > 60 {
		t.Errorf("back at %g", y)
	}
}

// TestAheadOfTheClick: what a link leads to is asked for while the pointer rests on it, and not again on the click.
func TestAheadOfTheClick(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/?q=cooperation", wide)
	p.quiet()
	const asked = `performance.getEntriesByType("resource").filter((r) => r.initiatorType === "fetch").length`
	before := evaluate[int](p, asked)
	p.pointAt(`document.querySelector(".facet:nth-of-type(3) .facet-value")`, hand{rest: 600 * time.Millisecond})
	p.until(`location.search.includes("body=")`)
	p.drawn()
	p.quiet()
	if n := evaluate[int](p, asked) - before; n != 3 {
		t.Errorf("%d questions for results, counts and strengths", n)
	}
	// A link that is only passed is not.
	before = evaluate[int](p, asked)
	at := evaluate[[]float64](p, `(({ x, y, width, height }) => [x + width / 2, y + height / 2])(document.querySelector(".facet:nth-of-type(1) .facet-value").getBoundingClientRect())`)
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, at[0], at[1]), chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, 5, 5))
	p.quiet()
	if n := evaluate[int](p, asked) - before; n != 0 {
		t.Errorf("%d questions for a link that was passed", n)
	}
}

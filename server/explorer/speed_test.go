package explorer_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// BenchmarkFirstView loads a page with nothing kept by the browser, and reports in ms when it shows something (first contentful
// paint) and when all that it asked for is drawn.
func BenchmarkFirstView(b *testing.B) {
	for name, path := range map[string]string{
		"start": "/", "search": "/?q=alternative+development", "document": "/documents/pdpa-2009",
	} {
		b.Run(name, func(b *testing.B) {
			var paint, drawn float64
			for range b.N {
				p := openTab(b, path, wide)
				paint += evaluate[float64](p, `new Promise((done) => new PerformanceObserver((list) => done(list.getEntriesByName("first-contentful-paint")[0].startTime)).observe({ type: "paint", buffered: true }))`, chromedp.EvalAwaitPromise)
				drawn += evaluate[float64](p, `Math.max(...performance.getEntriesByType("resource").map((r) => r.responseEnd), performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd)`)
				p.close()
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(paint/float64(b.N), "ms-to-paint")
			b.ReportMetric(drawn/float64(b.N), "ms-to-last-byte")
		})
	}
}

// BenchmarkFacet reports in ms how long it takes from choosing a value of a facet to the new results on screen: the first time, and
// on going back to results that were there before.
func BenchmarkFacet(b *testing.B) {
	p := openTab(b, "/?q=drug", wide)
	choose := func(selector string) float64 {
		return evaluate[float64](p, fmt.Sprintf(`new Promise((done) => {
			const start = performance.now();
			document.querySelector(%q).click();
			const look = () => {
				if (navigation.transition || document.querySelector("[aria-busy=true]")) requestAnimationFrame(look);
				else requestAnimationFrame(() => done(performance.now() - start));
			};
			requestAnimationFrame(look);
		})`, selector), chromedp.EvalAwaitPromise)
	}
	var first, again float64
	for i := range b.N {
		first += choose(fmt.Sprintf(".facet:nth-of-type(%d) .facet-value", i%4+1))
		again += choose(".facet-value[aria-current]")
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(first/float64(b.N), "ms-first")
	b.ReportMetric(again/float64(b.N), "ms-again")
}

package explorer_test

import (
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

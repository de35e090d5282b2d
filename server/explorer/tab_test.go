package explorer_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Widths of the tabs, in CSS pixels.
const (
	wide   = 1280
	narrow = 360
)

// A tab is a page in the shared browser that is watched for trouble.
type tab struct {
	t    testing.TB
	ctx  context.Context
	site string // the address of the server
	// close ends it before the end of the test.
	close context.CancelFunc

	mu      sync.Mutex
	trouble []string // console errors, exceptions, refused by the content security policy, requests to other servers
	bytes   int64    // received, as they came over the wire
}

// openTab opens a tab at a path of the shared site. It fails the test at its end for any trouble on the pages.
func openTab(t testing.TB, path string, width int64) *tab {
	t.Helper()
	return openTabOf(t, shared.url, path, width)
}

// openTabOf is openTab for any server. The tab has a window of its own, so that it is drawn while others are, and a browser that has kept nothing.
func openTabOf(t testing.TB, site, path string, width int64) *tab {
	t.Helper()
	if shared.browser == nil {
		skipOrFail(t, "the pages are tested in a browser: there is no Chromium on the PATH")
	}
	ctx, end := chromedp.NewContext(shared.browser, chromedp.WithNewBrowserContext())
	t.Cleanup(end)
	p := &tab{t: t, site: site, close: end}
	if err := chromedp.Do(ctx); err != nil { // open it, without a deadline
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(cancel)
	p.ctx = ctx
	if err := chromedp.Listen(ctx, p.watch); err != nil {
		t.Fatal(err)
	}
	call(p, network.Enable, network.EnableParams{})
	call(p, log.Enable, cdp.Empty{})
	call(p, runtime.Enable, cdp.Empty{})
	p.resize(width)
	t.Cleanup(func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		if len(p.trouble) > 0 {
			t.Errorf("trouble on the page:\n%s", strings.Join(p.trouble, "\n"))
		}
	})
	p.open(path)
	return p
}

// resize gives the tab a width in CSS pixels; a narrow one is a phone's.
func (p *tab) resize(width int64) {
	p.t.Helper()
	var options []chromedp.EmulateViewportOption
	if width < 600 {
		options = append(options, chromedp.EmulateMobile)
	}
	p.do(chromedp.EmulateViewport(width, 900, options...))
}

func (p *tab) watch(event any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	note := ""
	switch e := event.(type) {
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			note = "log: " + e.Entry.Text + " " + e.Entry.URL
		}
	case *runtime.EventExceptionThrown:
		note = "exception: " + e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			note += " " + e.ExceptionDetails.Exception.Description
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			note = "console: " + string(e.Args[0].Value) + e.Args[0].Description
		}
	case *network.EventRequestWillBeSent:
		url := e.Request.URL
		if !strings.HasPrefix(url, p.site+"/") && !strings.HasPrefix(url, "data:") && !strings.HasPrefix(url, "blob:") {
			note = "request to another server: " + url
		}
	case *network.EventLoadingFinished:
		p.bytes += int64(e.EncodedDataLength)
	}
	if note != "" {
		p.trouble = append(p.trouble, note)
	}
}

// received is how many bytes came over the wire.
func (p *tab) received() int64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.bytes
}

func (p *tab) do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, actions...); err != nil {
		p.t.Fatal(err)
	}
}

func call[P, R any](p *tab, command cdp.Command[P, R], params P) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, command, params); err != nil {
		p.t.Fatal(err)
	}
}

// open loads a path of the site and waits until its page is drawn.
func (p *tab) open(path string) {
	p.t.Helper()
	p.do(chromedp.Navigate(p.site + path))
	p.drawn()
}

// drawn waits until the page shows what it has asked for.
func (p *tab) drawn() {
	p.t.Helper()
	p.until(`document.readyState === "complete" && !window.navigation.transition && document.querySelector("main h1, #graphiql") && !document.querySelector(".loading, [aria-busy=true]")`)
}

// follow clicks the first link or button with a text, waits for the next address where it leads to one, and until that is drawn.
func (p *tab) follow(text string) {
	p.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll("main a, main button, main summary, header a, footer a")].find((e) => e.textContent.trim().replace(/\s+/g, " ").includes(%q) && e.checkVisibility())`, text)
	p.until(find)
	at := evaluate[[]float64](p, `(() => {
		const link = `+find+`;
		link.scrollIntoView({ block: "center", behavior: "instant" });
		const { left, top, width, height } = [...link.getClientRects()][0];
		return [left + width / 2, top + height / 2];
	})()`)
	p.do(chromedp.MouseClickXY(at[0], at[1]))
	p.drawn()
}

// at waits until the address is a path, with its query and fragment, and drawn.
func (p *tab) at(path string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`location.pathname + location.search + location.hash === %q`, path))
	p.frames()
	p.drawn()
}

// frames lets the browser draw twice, so that what an address or an input brings is under way.
func (p *tab) frames() {
	p.t.Helper()
	evaluate[any](p, `(() => { window.framesDrawn = 0; requestAnimationFrame(() => requestAnimationFrame(() => { window.framesDrawn = 2; })); })()`)
	p.until(`window.framesDrawn === 2 || window.framesDrawn === undefined`)
}

func (p *tab) click(selector string) {
	p.t.Helper()
	p.do(chromedp.Click(chromedp.CSS(selector)))
	p.drawn()
}

func (p *tab) press(key string, options ...chromedp.KeyOption) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(key, options...))
}

// back goes back as the browser's button does. It does not wait for a page to load: the browser may have kept it.
func (p *tab) back() {
	p.t.Helper()
	from := evaluate[string](p, `setTimeout(() => history.back(), 0), location.href`)
	p.until(fmt.Sprintf("location.href !== %q", from))
	p.drawn()
}

// text returns what a person reads in an element, once it is there.
func (p *tab) text(selector string) string {
	p.t.Helper()
	text, err := chromedp.Run(p.ctx, chromedp.Text(chromedp.CSS(selector)))
	if err != nil {
		p.t.Fatal(err)
	}
	return text
}

// reads fails the test unless an element comes to hold each of the texts.
func (p *tab) reads(selector string, texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		p.until(fmt.Sprintf(`[...document.querySelectorAll(%q)].some((e) => e.textContent.replace(/\s+/g, " ").includes(%q))`, selector, text))
	}
}

// until waits for a JavaScript condition to hold, on this page or the one that takes its place meanwhile.
func (p *tab) until(condition string) {
	p.t.Helper()
	wait := chromedp.Poll[chromedp.Void](condition, chromedp.WithPollingTimeout(time.Minute))
	err := chromedp.Do(p.ctx, wait)
	for range 3 {
		if err == nil || !strings.Contains(err.Error(), "context") && !strings.Contains(err.Error(), "navigated") {
			break
		}
		err = chromedp.Do(p.ctx, wait)
	}
	if err != nil {
		p.t.Fatalf("at %s, waiting for %s: %v", evaluate[string](p, "location.href"), condition, err)
	}
}

func evaluate[T any](p *tab, expression string, options ...chromedp.EvaluateOption) T {
	p.t.Helper()
	v, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, options...))
	if err != nil {
		p.t.Fatal(err)
	}
	return v
}

// dark turns the tab to dark colours, or back to light ones.
func (p *tab) dark(on bool) {
	p.t.Helper()
	value := "light"
	if on {
		value = "dark"
	}
	call(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}, {Name: "prefers-reduced-motion", Value: "reduce"}},
	})
}

// picture keeps a picture of the whole page in the folder EXPLORER_PICTURES, if that is given.
func (p *tab) picture(name string) {
	p.t.Helper()
	folder := os.Getenv("EXPLORER_PICTURES")
	if folder == "" {
		return
	}
	png, err := chromedp.Run(p.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		p.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

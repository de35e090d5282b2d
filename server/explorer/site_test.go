package explorer_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"

	"github.com/chromedp/chromedp"

	"reaffirm/graph/memgraph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/loader/lineage"
	"reaffirm/server"
)

// A fixture is what the tests of this package share: a server of the embedded corpus and a browser.
type fixture struct {
	url     string
	browser context.Context // nil where there is no Chromium
}

// shared is set by TestMain and not changed by tests.
var shared fixture

func TestMain(m *testing.M) {
	os.Exit(func() int {
		site, err := serve(server.Limits{})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer site.Close()
		shared.url = site.URL
		if program := chromium(); program != "" {
			options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.Flag("disable-background-networking", true),
				// A page that the browser has put aside and takes out again is lost to whoever drives it.
				chromedp.Flag("disable-features", "Translate,BackForwardCache"))
			if os.Geteuid() == 0 {
				options = append(options, chromedp.NoSandbox)
			}
			allocator, endAllocator := chromedp.NewExecAllocator(context.Background(), options...)
			defer endAllocator()
			browser, endBrowser := chromedp.NewContext(allocator)
			defer endBrowser()
			if err := chromedp.Do(browser); err != nil { // start it
				fmt.Fprintln(os.Stderr, err)
				return 1
			}
			shared.browser = browser
		}
		return m.Run()
	}())
}

// serve serves the embedded corpus on 127.0.0.1.
func serve(limits server.Limits) (*httptest.Server, error) {
	ctx := context.Background()
	g, _, err := loader.Load(ctx, corpus.Embedded(), loader.Options{})
	if err != nil {
		return nil, err
	}
	store := memgraph.NewStore()
	if err := store.Replace(ctx, g); err != nil {
		return nil, err
	}
	handler, err := server.New(server.Config{Store: store, Comparer: lineage.NewComparer(len(g.Provisions)), Version: "test", Limits: limits, Quality: loader.Quality()})
	if err != nil {
		return nil, err
	}
	return httptest.NewServer(handler), nil
}

// chromium is the path of a Chromium, or "".
func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// skipOrFail skips a test that lacks something on this machine, or fails it where nothing may be skipped.
func skipOrFail(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("REAFFIRM_TEST_ALL") == "1" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

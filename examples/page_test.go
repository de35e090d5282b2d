package examples_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// page opens the compiled page of a folder in a browser, from another site than the API's, and holds that it shows a title and a row.
func page(t *testing.T, folder, api, title string) {
	t.Helper()
	browser := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			browser = path
			break
		}
	}
	if browser == "" {
		skipOrFail(t, exec.ErrNotFound)
	}
	site := httptest.NewServer(http.FileServer(http.Dir(folder)))
	defer site.Close()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(browser), chromedp.Flag("disable-background-networking", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, endAllocator := chromedp.NewExecAllocator(t.Context(), options...)
	defer endAllocator()
	ctx, end := chromedp.NewContext(allocator)
	defer end()
	if err := chromedp.Do(ctx); err != nil { // start it, without a deadline
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	read := func(selector string) string {
		text, err := chromedp.Run(ctx, chromedp.Text(chromedp.CSS(selector)))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(site.URL+"/index.html?server="+url.QueryEscape(api))); err != nil {
		t.Fatal(err)
	}
	row, shown := read("tbody tr:nth-child(2)"), read("h1")
	if shown != title || row == "" {
		t.Errorf("the page shows %q and %q, want %q", shown, row, title)
	}
}

// skipOrFail skips a test that lacks something on this machine, or fails it where nothing may be skipped.
func skipOrFail(t *testing.T, lacks error) {
	t.Helper()
	if os.Getenv("REAFFIRM_TEST_ALL") == "1" {
		t.Fatal(lacks)
	}
	t.Skip(lacks)
}

package server_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestGraphiQL(t *testing.T) {
	s := newSite(t)
	p := newTab(t, s, 1280)
	p.open(s.url + "/graphiql")
	p.click(`button[aria-label^="Execute query"]`)
	p.until(`/"citation"/.test(document.querySelector(".result-window")?.textContent ?? "")`)
	if got := p.text(".result-window"); strings.Contains(got, "errors") || !strings.Contains(got, "2019") {
		t.Errorf("the example query answers %s", got)
	}
	p.click(`button[aria-label="Show Documentation Explorer"]`)
	p.until(`/Root Types/.test(document.querySelector(".graphiql-doc-explorer")?.textContent ?? "")`)
	p.click(`.graphiql-doc-explorer a.graphiql-doc-explorer-type-name`)
	p.until(`/coverage/.test(document.querySelector(".graphiql-doc-explorer")?.textContent ?? "")`)
	p.picture("graphiql")
	p.click(`button[aria-label="Open settings dialog"]`)
	p.until(`document.querySelector("[role=dialog]") !== null`)
	p.press(kb.Escape)
	p.until(`document.querySelector("[role=dialog]") === null`)

	p.open(s.url + "/graphiql?query=" + "%7B%20graph%20%7B%20version%20%7D%20%7D")
	p.click(`button[aria-label^="Execute query"]`)
	p.until(`/"version"/.test(document.querySelector(".result-window")?.textContent ?? "")`)
}

func TestGraphiQLOnAPhone(t *testing.T) {
	s := newSite(t)
	p := newTab(t, s, 390)
	p.open(s.url + "/graphiql")
	p.do(chromedp.WaitVisible(chromedp.CSS(`button[aria-label^="Execute query"]`)))
	p.picture("graphiql")
}

func TestPages(t *testing.T) {
	s := newSite(t)
	for path, media := range map[string]string{
		"/":         "text/html; charset=utf-8",
		"/icon.svg": "image/svg+xml", "/graphiql": "text/html; charset=utf-8", "/graphiql/": "text/html; charset=utf-8",
		"/graphiql/graphiql.min.js": "text/javascript; charset=utf-8",
	} {
		got := s.do("GET", path, "")
		if got.status != 200 || got.header.Get("Content-Type") != media || got.body == "" {
			t.Errorf("%s: %d %s", path, got.status, got.header.Get("Content-Type"))
		}
		if again := s.do("GET", path, "", "If-None-Match", got.header.Get("ETag")); again.status != 304 {
			t.Errorf("%s, unchanged: %d", path, again.status)
		}
	}
	for _, path := range []string{"/nowhere", "/index.html", "/graphiql/vendored.md", "/graphiql/../server.go", "/files/app.js"} {
		if got := s.do("GET", path, ""); got.status == 200 {
			t.Errorf("%s: %d", path, got.status)
		}
	}
	if got := s.do("POST", "/", "x"); got.status != 405 {
		t.Errorf("POST /: %d", got.status)
	}
}

// TestVendoredFiles compares the files of others with the digests that graphiql/vendored.md states, so that none is
// changed or renewed without a word.
func TestVendoredFiles(t *testing.T) {
	list, err := os.Open("graphiql/vendored.md")
	if err != nil {
		t.Fatal(err)
	}
	defer list.Close()
	listed := map[string]bool{}
	lines := bufio.NewScanner(list)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "|")
		if len(cells) < 6 || !strings.HasPrefix(strings.TrimSpace(cells[1]), "files/") {
			continue
		}
		name, want := strings.TrimSpace(cells[1]), strings.TrimSpace(cells[4])
		b, err := os.ReadFile(filepath.Join("graphiql", name))
		if err != nil {
			t.Error(err)
			continue
		}
		sum := sha256.Sum256(b)
		if got := hex.EncodeToString(sum[:]); got != want {
			t.Errorf("%s has the digest %s, not %s", name, got, want)
		}
		listed[filepath.Base(name)] = true
	}
	files, err := filepath.Glob("graphiql/files/*.min.*")
	if err != nil || len(files) == 0 {
		t.Fatalf("%v %v", files, err)
	}
	for _, f := range files {
		if !listed[filepath.Base(f)] {
			t.Errorf("%s is not in vendored.md", f)
		}
	}
}

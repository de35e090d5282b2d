package explorer_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mostBytes is what a first view may load, as it comes over the wire.
const mostBytes = 150 << 10

func TestFirstViewIsLight(t *testing.T) {
	for _, path := range []string{"/", "/?q=alternative+development"} {
		p := openTab(t, path, wide)
		if n := p.received(); n == 0 || n > mostBytes {
			t.Errorf("%s loads %d bytes, of %d allowed", path, n, mostBytes)
		} else {
			t.Logf("%s: %d bytes", path, n)
		}
	}
}

// TestAssetsAreKept: a page is asked for each time; the files it loads are kept for ever, and their address changes with them.
func TestAssetsAreKept(t *testing.T) {
	page := get(t, "/")
	if got := page.Header.Get("Cache-Control"); got != "public, no-cache" {
		t.Errorf("the page: Cache-Control %q", got)
	}
	style := get(t, between(t, page.body, `<link rel="stylesheet" href="`, `"`))
	if got := style.Header.Get("Cache-Control"); style.StatusCode != 200 || !strings.Contains(got, "immutable") {
		t.Errorf("the style sheet: %d, Cache-Control %q", style.StatusCode, got)
	}
	if other := get(t, "/assets/0123456789abcdef/style.css"); other.StatusCode != 404 {
		t.Errorf("a style sheet of another version: %d", other.StatusCode)
	}
}

func TestMissingPages(t *testing.T) {
	for _, path := range []string{
		"/nowhere", "/bodies.html", "/assets/", "/documents/none", "/provisions/none", "/provisions/md-2019/p99", "/bodies/none", "/instruments/none",
		"/kept/none/md-2019", "/kept/pdpa-2009/none", "/around?node=none", "/around?node=body/who&to=none",
	} {
		if got := get(t, path); got.StatusCode != 404 || !strings.Contains(got.body, "There is nothing at this address") {
			t.Errorf("%s: %d", path, got.StatusCode)
		}
	}
}

// TestVendoredFiles compares the files of others with the digests that vendored.md states, so that none is changed
// or renewed without a word.
func TestVendoredFiles(t *testing.T) {
	list, err := os.Open("vendored.md")
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
		b, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
			continue
		}
		sum := sha256.Sum256(b)
		if got := hex.EncodeToString(sum[:]); got != want {
			t.Errorf("%s has the digest %s, not %s", name, got, want)
		}
		listed[name] = true
	}
	files, err := filepath.Glob("files/vendor/*")
	if err != nil || len(files) == 0 {
		t.Fatalf("%v %v", files, err)
	}
	for _, f := range files {
		if !listed[f] {
			t.Errorf("%s is not in vendored.md", f)
		}
	}
}

// A reply is a response that has been read.
type reply struct {
	*http.Response
	body string
}

func get(t *testing.T, path string) reply {
	t.Helper()
	response, err := http.Get(shared.url + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var b strings.Builder
	if _, err := bufio.NewReader(response.Body).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return reply{response, b.String()}
}

// between returns the text after one mark and before the next.
func between(t *testing.T, text, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, from)
	found, _, ok2 := strings.Cut(rest, to)
	if !ok || !ok2 {
		t.Fatalf("no %q … %q in %.300s", from, to, text)
	}
	return found
}

package explorer_test

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// sound looks at a page for what no page may have: barriers that axe-core finds, headings out of order, a page wider than its
// window. It looks at a wide one in light colours and a narrow one in dark. With EXPLORER_PICTURES it keeps pictures named after the page.
func sound(t *testing.T, name, path string) {
	t.Helper()
	t.Parallel()
	p := openTab(t, path, wide)
	for _, width := range []int64{wide, narrow} {
		p.resize(width)
		p.open(path)
		for _, dark := range []bool{false, true} {
			p.dark(dark)
			p.picture(fmt.Sprintf("%s-%d%s", name, width, map[bool]string{true: "-dark"}[dark]))
			if dark == (width == narrow) {
				p.barriers()
			}
		}
		if over := evaluate[int](p, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); over > 0 {
			t.Errorf("%s is %d pixels wider than a window of %d", path, over, width)
		}
	}
}

// barriers fails the test for each violation that axe-core finds on the page as it is now, and for headings that skip a level.
func (p *tab) barriers() {
	p.t.Helper()
	script, err := axe()
	if err != nil {
		skipOrFail(p.t, "the pages are examined by the npm package axe-core, which needs npm: %v", err)
	}
	evaluate[any](p, script+"; null")
	for _, v := range evaluate[[]struct {
		ID    string `json:"id"`
		Help  string `json:"help"`
		Nodes []struct {
			HTML           string `json:"html"`
			FailureSummary string `json:"failureSummary"`
		} `json:"nodes"`
	}](p, `axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations)`, chromedp.EvalAwaitPromise) {
		p.t.Errorf("%s: %s: %s\n%s\n%s", evaluate[string](p, "location.href"), v.ID, v.Help, v.Nodes[0].HTML, v.Nodes[0].FailureSummary)
	}
	levels := evaluate[[]int](p, `[...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((h) => h.checkVisibility()).map((h) => Number(h.tagName[1]))`)
	if len(levels) == 0 || levels[0] != 1 {
		p.t.Errorf("the headings have the levels %v", levels)
	}
	for i := 1; i < len(levels); i++ {
		if levels[i] > levels[i-1]+1 || levels[i] == 1 {
			p.t.Errorf("a heading of level %d follows one of level %d", levels[i], levels[i-1])
		}
	}
}

// axe is the script of axe-core, installed by npm into the user's cache folder.
var axe = sync.OnceValues(func() (string, error) {
	if _, err := exec.LookPath("npm"); err != nil {
		return "", err
	}
	lock, err := os.ReadFile("testdata/npm/package-lock.json")
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(lock)
	folder := filepath.Join(cache, "reaffirm", "npm", "explorer-"+hex.EncodeToString(sum[:8]))
	script := filepath.Join(folder, "node_modules", "axe-core", "axe.min.js")
	if b, err := os.ReadFile(script); err == nil {
		return string(b), nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	for _, name := range []string{"package.json", "package-lock.json"} {
		b, err := os.ReadFile(filepath.Join("testdata/npm", name))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(folder, name), b, 0o644); err != nil {
			return "", err
		}
	}
	install := exec.Command("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
	install.Dir = folder
	if out, err := install.CombinedOutput(); err != nil {
		return "", errors.New(strings.TrimSpace(string(out)))
	}
	b, err := os.ReadFile(script)
	return string(b), err
})

package explorer_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

func TestReadIsSound(t *testing.T) {
	for name, path := range map[string]string{"documents": "/documents", "read": "/documents/md-2019"} {
		t.Run(name, func(t *testing.T) { sound(t, name, path) })
	}
}

// TestDocumentsReadWithoutJavaScript: a document's page holds it whole as it comes from the server.
func TestDocumentsReadWithoutJavaScript(t *testing.T) {
	for _, tt := range []struct {
		path                string
		provisions          int
		title, anchor, text string
	}{
		{"/documents/pdpa-2009", 342, "Political Declaration and Plan of Action", "pa/51/a/iv", "Part II. Supply reduction and related measures"},
		{"/documents/jms-2014", 79, "Joint Ministerial Statement", "b/15", "General achievements"},
		{"/documents/ungass-2016", 137, "Outcome document", "5/y", "Cooperation in addressing"},
		{"/documents/md-2019", 35, "Ministerial Declaration", "p8", "Stocktaking"},
	} {
		page := get(t, tt.path)
		if page.StatusCode != 200 {
			t.Fatalf("%s: %d", tt.path, page.StatusCode)
		}
		if n := strings.Count(page.body, `class="provision-text"`); n != tt.provisions {
			t.Errorf("%s: %d paragraphs, want %d", tt.path, n, tt.provisions)
		}
		for _, want := range []string{tt.title, `id="` + tt.anchor + `"`} {
			if !strings.Contains(page.body, want) {
				t.Errorf("%s: no %q", tt.path, want)
			}
		}
		for _, text := range regexp.MustCompile(`(?s)<p class="provision-text">.*?</p>`).FindAllString(page.body, -1) {
			if nested := regexp.MustCompile(`<a [^>]*>[^<]*<a `).FindString(text); nested != "" {
				t.Errorf("%s: a link in a link: %s", tt.path, nested)
			}
		}
		ids := map[string]bool{}
		for _, id := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page.body, -1) {
			if ids[id[1]] {
				t.Errorf("%s: two elements have the id %s", tt.path, id[1])
			}
			ids[id[1]] = true
		}
		for _, href := range regexp.MustCompile(`(?:href="#|popovertarget=")([^"]+)"`).FindAllStringSubmatch(page.body, -1) {
			if !ids[href[1]] {
				t.Errorf("%s: nothing is at %s", tt.path, href[1])
			}
		}
	}
}

// TestRead follows what stands beside and in a paragraph: its footnote, what it carries on, a body and a verb in it.
func TestRead(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.follow("2016 Outcome document")
	p.at("/documents/ungass-2016")
	p.reads("title", "2016 outcome document")
	p.follow("2")
	p.until(`document.querySelector(".note:popover-open")?.textContent.includes("2009")`)
	p.reads(`[id="p4"] .margin`, "Carries on 2009 Political Declaration, 1st para. adapts", "Carried on by 2019 Ministerial Declaration, 4th para. restates")
	if href := evaluate[string](p, `document.querySelector('[id="p4"] .margin-group a').getAttribute("href")`); href != "/provisions/ungass-2016/p4?with=pdpa-2009%2Fpd%2Fp1" {
		t.Errorf("the first link beside the 4th paragraph leads to %s", href)
	}
	if href := evaluate[string](p, `document.querySelector('[id="p1"] .mark-body[title^="General Assembly"]').getAttribute("href")`); href != "/bodies/unga" {
		t.Errorf("the General Assembly in the 1st paragraph leads to %s", href)
	}
	p.follow("note with concern")
	p.reads(".results-count", "paragraph")
	p.reads(".facet-value[aria-current]", "note with concern")
	p.back()
	p.at("/documents/ungass-2016")
}

// TestMarksAreTurnedOff: without its marks the text is plain, and stays so when the page is loaded again.
func TestMarksAreTurnedOff(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/documents/md-2019", wide)
	links := `document.querySelectorAll(".document-text [class^=mark-][href]").length`
	if n := evaluate[int](p, links); n < 20 {
		t.Fatalf("%d marks", n)
	}
	p.follow("Hide the marks")
	p.at("/documents/md-2019?marks=off")
	for range 2 {
		if n := evaluate[int](p, links); n != 0 {
			t.Errorf("%d marks are links still", n)
		}
		if line := evaluate[string](p, `getComputedStyle(document.querySelector(".document-text .mark-verb")).textDecorationLine`); line != "none" {
			t.Errorf("verbs are drawn with %s", line)
		}
		p.open("/documents/md-2019?marks=off")
	}
	p.follow("Show the marks")
	p.at("/documents/md-2019")
	if n := evaluate[int](p, links); n < 20 {
		t.Errorf("%d marks, turned on again", n)
	}
}

// TestPagesWithoutJavaScript: a page that is drawn in the browser says what can be read without.
func TestPagesWithoutJavaScript(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/documents", wide)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	p.do(chromedp.Navigate(shared.url + "/"))
	if got := p.text("main"); !strings.Contains(got, "The documents can be read without it") {
		t.Errorf("the start page says %q", got)
	}
}

package explorer_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestInstrumentsAreSound(t *testing.T) {
	for name, path := range map[string]string{
		"instruments": "/instruments?kind=declaration",
		"instrument":  "/instruments/uncac",
	} {
		t.Run(name, func(t *testing.T) { sound(t, name, path) })
	}
}

// TestInstrument goes from the start page to who relies on article 3 of the 1988 Convention.
func TestInstrument(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.follow("Conventions")
	p.at("/instruments")
	asked := answerTo[struct {
		Instrument struct {
			Provisions, CONFORMS struct{ TotalCount int }
			Citations            struct{ TotalCount int }
		}
	}](t, `{ instrument(id: "instrument/convention-1988") {
		provisions { totalCount } CONFORMS: provisions(filter: { stances: [CONFORMS_TO] }) { totalCount } citations { totalCount } } }`).Instrument
	row := evaluate[string](p, `[...document.querySelectorAll("tbody tr")].find((r) => r.textContent.includes("1988 Convention")).lastElementChild.textContent`)
	if row != strconv.Itoa(asked.Provisions.TotalCount) {
		t.Errorf("the list counts %s paragraphs, the API %d", row, asked.Provisions.TotalCount)
	}
	p.follow("1988 Convention")
	p.at("/instruments/convention-1988")
	p.reads(".facts", "20 December 1988", fmt.Sprintf("%d times", asked.Citations.TotalCount))
	p.reads("#with-CONFORMS_TO .group-count", strconv.Itoa(asked.CONFORMS.TotalCount))
	p.reads("svg[role=img] .grid-bars-strong", "Any stance")
	p.follow("Article 3")
	p.at("/instruments/convention-1988?part=article+3")
	p.reads(".passage mark", "article 3 of the 1988 Convention")
	p.reads(".passage h3", "2016 outcome document, para. 4 (k)", "2016 outcome document, para. 4 (l)")
	p.back()
	p.follow(fmt.Sprintf("All %d paragraphs where it conforms to", asked.CONFORMS.TotalCount))
	p.at("/instruments/convention-1988?stance=conforms_to")
	if n := evaluate[int](p, `document.querySelectorAll(".passage").length`); n != asked.CONFORMS.TotalCount {
		t.Errorf("%d paragraphs are shown, of %d", n, asked.CONFORMS.TotalCount)
	}
	p.follow("2019 Ministerial Declaration")
	p.at("/instruments/convention-1988?stance=conforms_to&document=md-2019")
}

// TestInstrumentsOfTheCorpus: a document that is cited leads to its text, a protocol to its convention.
func TestInstrumentsOfTheCorpus(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/instruments?kind=protocol", narrow)
	p.do(chromedp.Focus(chromedp.CSS("#find")))
	p.press("1972")
	p.at("/instruments?q=1972&kind=protocol")
	p.follow("1972 Protocol")
	p.follow("1961 Convention")
	p.at("/instruments/convention-1961")
	p.reads(".tag", "misprinted in the source")
	p.open("/instruments/pdpa-2009")
	p.follow("2009 Political Declaration and Plan of Action")
	p.until(`location.pathname === "/documents/pdpa-2009"`)
	p.open("/instruments?q=nothing")
	p.reads(".empty", "No instrument that the documents cite is called")
}

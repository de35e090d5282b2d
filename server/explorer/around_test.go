package explorer_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestAroundIsSound(t *testing.T) {
	for name, path := range map[string]string{
		"around":       "/around?node=body/who&to=instrument/convention-1961",
		"around-start": "/around",
	} {
		t.Run(name, func(t *testing.T) { sound(t, name, path) })
	}
}

// TestAround goes from the start page to the ways between two nodes, and on from neighbour to neighbour by keyboard.
func TestAround(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.follow("What joins the World Health Organization with the 1961 Convention?")
	p.at("/around?node=body/who&to=instrument/convention-1961")
	p.reads("h1", "World Health Organization (WHO)")
	p.reads(".around-ways [role=status]", "from World Health Organization (WHO) to")
	ways := evaluate[[]string](p, `[...document.querySelectorAll(".way")].map((w) => [...w.querySelectorAll("a")].map((a) => a.textContent).join(" "))`)
	seen := map[string]bool{}
	for _, w := range ways {
		if seen[w] {
			t.Errorf("a way is listed twice: %s", w)
		}
		seen[w] = true
	}
	if len(ways) == 0 {
		t.Error("no way")
	}

	// It starts small and grows by a click.
	var answer struct {
		Body struct {
			Involvements struct {
				Nodes []struct{ Provision struct{ ID string } }
			}
		}
	}
	graphAnswers(t, &answer, `{body(id: "body/who") {involvements(first: 60) {nodes {provision {id}}}}}`)
	provisions := map[string]bool{}
	for _, n := range answer.Body.Involvements.Nodes {
		provisions[n.Provision.ID] = true
	}
	if first := evaluate[int](p, `document.querySelectorAll(".around-pill").length`); first == 0 || first > 12 {
		t.Errorf("%d neighbours at first", first)
	}
	p.do(chromedp.Focus(chromedp.CSS(".around-more")))
	p.press(kb.Enter)
	p.at("/around?node=body/who&to=instrument/convention-1961&more=involved")
	if grown := evaluate[int](p, `document.querySelectorAll(".around-involved .around-pill").length`); grown != len(provisions) {
		t.Errorf("%d paragraphs of %d", grown, len(provisions))
	}
	p.do(chromedp.Focus(chromedp.CSS(".around-involved .around-pill")))
	p.press(kb.Enter)
	p.until(`document.querySelector(".kicker")?.textContent === "Around a paragraph"`)
	p.reads(".around-heading", "Bodies")
	p.back()
	p.at("/around?node=body/who&to=instrument/convention-1961&more=involved")
	p.open("/around")
	p.do(chromedp.Focus(chromedp.CSS("#find-node")))
	p.press("extradition")
	p.until(`document.querySelectorAll(".finder-found a").length > 0`)
	p.follow(p.text(".finder-found a"))
	p.until(fmt.Sprintf(`location.search.startsWith("?node=") && document.querySelector("h1").textContent !== %q`, "Around"))
	p.reads(".around-heading", "")
}

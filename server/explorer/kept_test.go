package explorer_test

import (
	"fmt"
	"testing"
)

func TestKeptIsSound(t *testing.T) {
	for name, path := range map[string]string{
		"kept":       "/kept/ungass-2016/md-2019?bucket=restated",
		"kept-pairs": "/kept",
	} {
		t.Run(name, func(t *testing.T) { sound(t, name, path) })
	}
}

// TestKept goes from the start page to what 2014 kept of 2009, and on to the words.
func TestKept(t *testing.T) {
	t.Parallel()
	p := openTab(t, "/", wide)
	p.follow("Kept")
	p.at("/kept")
	p.reads(".pair", "kept in 2014")
	p.follow("kept in 2014")
	p.at("/kept/pdpa-2009/jms-2014")
	p.reads("h1", "What 2014 kept of 2009")

	var answer struct {
		Coverage struct {
			Buckets []struct {
				Bucket string
				Count  int
			}
		}
	}
	graphAnswers(t, &answer, `{coverage(earlier: "pdpa-2009", later: "jms-2014") {buckets {bucket count}}}`)
	names := map[string]string{"RESTATED": "Restated", "ADAPTED": "Adapted", "DROPPED": "Dropped", "KEPT": "Carried on", "NEW": "New"}
	for _, b := range answer.Coverage.Buckets {
		if name, ok := names[b.Bucket]; ok {
			p.reads(".kept-number", fmt.Sprintf("%d %s", b.Count, name))
			p.reads(".flow-fate", fmt.Sprintf("%s %d", name, b.Count))
		}
	}

	// Each count of a theme leads to as many paragraphs.
	p.follow("Show as a table")
	cells := evaluate[[][]string](p, `[...document.querySelectorAll(".figure-table tbody tr:nth-child(4) td a, .figure-table tbody tr:first-child td a")].map((a) => [a.getAttribute("href"), a.textContent])`)
	if len(cells) < 8 {
		t.Fatalf("%d cells: %v", len(cells), cells)
	}
	for _, c := range cells {
		p.open(c[0])
		p.reads("#paragraphs", c[1]+" paragraph")
	}

	p.open("/kept/pdpa-2009/jms-2014")
	p.follow("Restated")
	p.at("/kept/pdpa-2009/jms-2014?bucket=restated")
	p.follow("restated by 2014 Joint Ministerial Statement")
	p.reads(".compare-sentence", "restates 2009, ")
	p.back()
	p.at("/kept/pdpa-2009/jms-2014?bucket=restated")
	p.follow("Count echoes too")
	p.at("/kept/pdpa-2009/jms-2014?bucket=restated&echoes=1")
	p.follow("Echoed")
	p.reads("#paragraphs", "of 2009: echoed")
	p.reads(".kept-links a", "echoed by")
	p.open("/kept/md-2019/pdpa-2009")
	p.follow("What 2019 kept of 2009")
	p.at("/kept/pdpa-2009/md-2019")
	p.open("/")
	p.follow("How much of 2009 was kept in 2019?")
	p.at("/kept/pdpa-2009/md-2019")
	p.reads(".kept-notes", "it does not say that it was revoked")
}

package loader_test

import (
	"bytes"
	"testing"

	"reaffirm/graph"
)

// A linkLabel is a line of links.jsonl.
type linkLabel struct{ Later, Earlier, Label string }

// linkRows measures the links.
func linkRows(t *testing.T, b *bytes.Buffer, g *graph.Graph) {
	s, f := newLinkGold(t).score(g.Reaffirmations), newFit(t, g)
	row(b, "link RESTATES or ADAPTS", s.right, s.wrong, s.missed, "kappa .921")
	right, wrong, missed := f.unseen(laterProvision)
	row(b, "the same, odds fitted without the later provision", right, wrong, missed, "")
	right, wrong, missed = f.unseen(documentPair)
	row(b, "the same, odds fitted without the two documents", right, wrong, missed, "")
	row(b, "link ECHOES", s.echoes, s.noEchoes, s.missedEchoes, "")
	row(b, "relation of a true link", s.sameRelation, s.right-s.sameRelation, s.right-s.sameRelation, "kappa .886")
}

// A linkGold holds what the readers labelled: pairs of the later provisions that they read.
type linkGold struct {
	labels    []linkLabel
	of        map[[2]string]string // label by later and earlier
	annotated map[string]bool      // later provisions
}

func newLinkGold(t *testing.T) *linkGold {
	t.Helper()
	gold := &linkGold{labels: readGold[linkLabel](t, "links.jsonl"), of: map[[2]string]string{}, annotated: map[string]bool{}}
	for _, l := range gold.labels {
		gold.of[[2]string{l.Later, l.Earlier}] = l.Label
	}
	for _, a := range readGold[annotation](t, "roles.jsonl") {
		gold.annotated[a.ID] = true
	}
	return gold
}

// A linkScore counts links: right and wrong ones in shared wording, those of the right ones whose
// relation is right too, and echoes.
type linkScore struct{ right, wrong, missed, sameRelation, echoes, noEchoes, missedEchoes int }

// f1 is the harmonic mean of the precision and the recall of links in shared wording.
func (s linkScore) f1() float64 {
	return 2 * float64(s.right) / float64(2*s.right+s.wrong+s.missed)
}

// score compares the links of annotated later provisions with the readers' labels. Of links in shared
// wording, echoes and disputed pairs count neither way; a pair without a label is no link.
func (gold *linkGold) score(links []graph.Reaffirmation) linkScore {
	var s linkScore
	for _, r := range links {
		if !gold.annotated[r.Later] {
			continue
		}
		label := gold.of[[2]string{r.Later, r.Earlier}]
		none := label == "" || label == "N"
		switch {
		case r.Relation == graph.Echoes:
			s.echoes += count(label == "E")
			s.noEchoes += count(none)
		case label == "R" || label == "A":
			s.right++
			s.sameRelation += count((label == "R") == (r.Relation == graph.Restates))
		case none:
			s.wrong++
		}
	}
	s.missed, s.missedEchoes = -s.right, -s.echoes
	for _, l := range gold.labels {
		s.missed += count(l.Label == "R" || l.Label == "A")
		s.missedEchoes += count(l.Label == "E")
	}
	return s
}

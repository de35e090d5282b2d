package loader_test

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"testing"

	"reaffirm/loader/lineage"
)

// mostFall is by how much the F1 of links may fall when one threshold is moved.
const mostFall = 0.03

// TestPlateau moves each threshold of the links down and up by a tenth, the odds from which pairs are
// linked and those that they start from by a quarter, and measures the links again: the thresholds should stand on a plateau and not
// on a point. What a figure adds to the odds is fitted together with their start; where the one moves
// the other moves against it, so that the odds of the pairs at the border stay on average as they are.
// The table is in testdata/plateau.md.
func TestPlateau(t *testing.T) {
	g, gold := load(t), newLinkGold(t)
	border := newFit(t, g).border(lineage.InForce())
	in := lineage.Input{Documents: g.Documents, Provisions: g.Provisions, Abouts: g.Abouts}
	score := func(name string, value float64) linkScore {
		moved := lineage.InForce().With(name, value)
		for i, figure := range oddsOfFigures {
			if figure == name {
				moved.OddsStart -= (value - valueOf(lineage.InForce(), name)) * border[i]
			}
		}
		in.Thresholds = &moved
		return gold.score(lineage.Link(in).Reaffirmations)
	}
	var b bytes.Buffer
	stand := gold.score(g.Reaffirmations)
	fmt.Fprintf(&b, "F1 of links, relations wrong among the true links. As they stand: %.3f, %d.\n\n", stand.f1(), stand.right-stand.sameRelation)
	fmt.Fprintln(&b, "| threshold | lower | | value | higher | |\n|---|--:|---|--:|--:|---|")
	for _, x := range lineage.InForce().List() {
		step := math.Abs(x.Value) / 10
		if x.Name == "odds-linked" || x.Name == "odds-start" {
			step = 0.25
		}
		lower, higher := score(x.Name, x.Value-step), score(x.Name, x.Value+step)
		fmt.Fprintf(&b, "| %s | %.4g | %s | %.4g | %.4g | %s |\n", x.Name, x.Value-step, cell(lower), x.Value, x.Value+step, cell(higher))
		for _, s := range []linkScore{lower, higher} {
			if s.f1() < stand.f1()-mostFall {
				t.Errorf("%s is on an edge: moved from %g by %g the F1 falls from %.3f to %.3f", x.Name, x.Value, step, stand.f1(), s.f1())
			}
		}
	}
	const golden = "testdata/plateau.md"
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("the plateau has changed; run go test ./loader -run Plateau -update\ngot\n%s", &b)
	}
}

func cell(s linkScore) string { return fmt.Sprintf("%.3f, %d", s.f1(), s.right-s.sameRelation) }

func valueOf(t lineage.Thresholds, name string) float64 {
	for _, x := range t.List() {
		if x.Name == name {
			return x.Value
		}
	}
	return 0
}

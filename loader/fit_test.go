package loader_test

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"regexp"
	"slices"
	"testing"

	"reaffirm/graph"
	"reaffirm/loader/lineage"
)

// TestFit fits the odds of links to the reference annotations again and compares them with those in
// force. With -update it writes them.
func TestFit(t *testing.T) {
	got := newFit(t, load(t)).odds(func(example) bool { return true }).in(lineage.InForce())
	if *update {
		const path = "lineage/data/thresholds.txt"
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range got.List() {
			line := regexp.MustCompile(`(?m)^(` + x.Name + ` +).*$`)
			file = line.ReplaceAll(file, fmt.Appendf(nil, "${1}%v", x.Value))
		}
		if err := os.WriteFile(path, file, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := lineage.InForce(); got != want {
		t.Errorf("the odds in force are\n%v\nfitted again\n%v\nif for the better, run go test ./loader -run Fit -update", want.List(), got.List())
	}
}

// A fit holds the pairs that the odds are fitted to: those of the annotated later provisions that the
// wording could link.
type fit struct {
	examples []example
	links    []linkLabel // the labelled links, R or A
	listed   []linkLabel // pairs that lists link, whatever the odds
}

// An example is a pair with the figures that its odds add up, and its label: none where the readers
// read no link in it.
type example struct {
	later, earlier string
	figures        []float64
	label          string
}

// linked and scored say what the readers make of a pair; echoes and disputed pairs are not scored.
func (x *example) linked() bool { return x.label == "R" || x.label == "A" }
func (x *example) scored() bool { return x.label != "E" && x.label != "?" }

func newFit(t *testing.T, g *graph.Graph) *fit {
	t.Helper()
	f, gold := &fit{}, newLinkGold(t)
	for _, l := range gold.labels {
		if l.Label == "R" || l.Label == "A" {
			f.links = append(f.links, l)
		}
	}
	m := lineage.NewModel(lineage.Input{Documents: g.Documents, Provisions: g.Provisions})
	for i := range g.Provisions {
		later := g.Provisions[i].ID
		if !gold.annotated[later] {
			continue
		}
		for _, c := range m.Contenders(later) {
			f.examples = append(f.examples, example{later, c.Earlier, c.Grown(), gold.of[[2]string{later, c.Earlier}]})
		}
	}
	for _, r := range g.Reaffirmations {
		if gold.annotated[r.Later] && (r.Evidence.Rule == "list-item" || r.Evidence.Rule == "list-lead-in") {
			f.listed = append(f.listed, linkLabel{r.Later, r.Earlier, gold.of[[2]string{r.Later, r.Earlier}]})
			f.examples = slices.DeleteFunc(f.examples, func(x example) bool { return x.later == r.Later && x.earlier == r.Earlier })
		}
	}
	return f
}

// A judge tells links by their odds.
type judge struct {
	start, linked float64
	weights       []float64
}

func (j *judge) odds(x *example) float64 {
	sum := j.start
	for i, w := range j.weights {
		sum += w * x.figures[i]
	}
	return sum
}

// in gives t with the odds of j, to two decimals.
func (j *judge) in(t lineage.Thresholds) lineage.Thresholds {
	for i, name := range oddsOfFigures {
		t = t.With(name, round2(j.weights[i]))
	}
	return t.With("odds-start", round2(j.start)).With("odds-linked", round2(j.linked))
}

// oddsOfFigures names the thresholds that the figures of an example are multiplied with.
var oddsOfFigures = []string{"odds-wording", "odds-clauses", "odds-order", "odds-own", "odds-later", "odds-earlier"}

// border gives the mean figures of the pairs whose odds are less than two from being linked.
func (f *fit) border(t lineage.Thresholds) []float64 {
	j := judge{start: t.OddsStart, weights: []float64{t.OddsWording, t.OddsClauses, t.OddsOrder, t.OddsOwn, t.OddsLater, t.OddsEarlier}}
	mean, n := make([]float64, len(j.weights)), 0.0
	for i := range f.examples {
		if x := &f.examples[i]; math.Abs(j.odds(x)-t.OddsLinked) < 2 {
			n++
			for k, v := range x.figures {
				mean[k] += (v - mean[k]) / n
			}
		}
	}
	return mean
}

func round2(v float64) float64 {
	var out float64
	fmt.Sscanf(fmt.Sprintf("%.2f", v), "%g", &out)
	return out
}

// odds fits a judge to the examples that it may learn from: its weights by logistic regression, and
// the odds from which it links so that the F1 of all links is best.
func (f *fit) odds(learns func(example) bool) *judge {
	var features [][]float64
	var labels []bool
	var learned []example
	for _, x := range f.examples {
		if learns(x) && x.scored() {
			learned = append(learned, x)
			features, labels = append(features, x.figures), append(labels, x.linked())
		}
	}
	j := &judge{}
	j.start, j.weights = logistic(features, labels)
	slices.SortStableFunc(learned, func(a, b example) int { return cmp.Compare(j.odds(&b), j.odds(&a)) })
	right, wrong, all := 0, 0, 0
	for _, l := range f.listed {
		if learns(example{later: l.Later, earlier: l.Earlier}) {
			right, wrong = right+count(l.Label == "R" || l.Label == "A"), wrong+count(l.Label == "N" || l.Label == "")
		}
	}
	for _, l := range f.links {
		all += count(learns(example{later: l.Later, earlier: l.Earlier}))
	}
	best := 0.0
	for i := range learned {
		right, wrong = right+count(learned[i].linked()), wrong+count(!learned[i].linked())
		if f1 := 2 * float64(right) / float64(right+wrong+all); f1 > best && i+1 < len(learned) {
			best, j.linked = f1, (j.odds(&learned[i])+j.odds(&learned[i+1]))/2
		}
	}
	return j
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// unseen scores each pair by odds that were fitted to the pairs of other parts only.
func (f *fit) unseen(part func(later, earlier string) string) (right, wrong, missed int) {
	judges := map[string]*judge{}
	for i := range f.examples {
		x := &f.examples[i]
		out := part(x.later, x.earlier)
		j := judges[out]
		if j == nil {
			j = f.odds(func(y example) bool { return part(y.later, y.earlier) != out })
			judges[out] = j
		}
		if x.scored() && j.odds(x) >= j.linked {
			right, wrong = right+count(x.linked()), wrong+count(!x.linked())
		}
	}
	for _, l := range f.listed {
		right, wrong = right+count(l.Label == "R" || l.Label == "A"), wrong+count(l.Label == "N" || l.Label == "")
	}
	return right, wrong, len(f.links) - right
}

func laterProvision(later, _ string) string { return later }

func documentPair(later, earlier string) string {
	return graph.DocumentOfID(later) + " " + graph.DocumentOfID(earlier)
}

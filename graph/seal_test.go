package graph_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
)

func TestSealTwiceChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := graphtest.Random(rt)
		before := g.Version
		if err := graph.Seal(g); err != nil {
			rt.Fatal(err)
		}
		if g.Version != before {
			rt.Fatalf("version %s, then %s", before, g.Version)
		}
	})
}

// TestSealSorts checks that the order in which things are found does not matter, where the contract
// orders them.
func TestSealSorts(t *testing.T) {
	want := graphtest.Small()
	for seed := range uint64(5) {
		g := graphtest.Small()
		r := rand.New(rand.NewPCG(seed, 1))
		shuffle(r, g.Documents)
		shuffle(r, g.Bodies)
		shuffle(r, g.Instruments)
		shuffle(r, g.Verbs)
		shuffle(r, g.Commitments)
		shuffle(r, g.Involvements)
		shuffle(r, g.Citations)
		shuffle(r, g.Abouts)
		shuffle(r, g.Reaffirmations)
		shuffle(r, g.Repetitions)
		if err := graph.Seal(g); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(g, want) {
			t.Errorf("seed %d: version %s, want %s", seed, g.Version, want.Version)
		}
	}
}

func shuffle[T any](r *rand.Rand, list []T) {
	r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
}

func TestSealCounts(t *testing.T) {
	g := graphtest.Small()
	provisions := map[string]int{}
	for _, b := range g.Bodies {
		provisions[b.ID] = b.Provisions
	}
	for _, s := range g.Instruments {
		provisions[s.ID] = s.Provisions
	}
	for _, x := range g.Themes {
		provisions[x.ID] = x.Provisions
	}
	for _, p := range g.Provisions {
		provisions[p.ID] = p.Reaffirmations
	}
	for id, want := range map[string]int{
		"body/cnd":                   2, // three involvements in two provisions
		"body/ecosoc":                0,
		"instrument/convention-1961": 2, // those below it do not count
		"instrument/protocol-1972":   1,
		"theme/demand":               8, // with the themes below it
		"theme/prevention":           3,
		"theme/unused":               0,
		"pd-2009/1":                  2,
		"pd-2009/2/a":                0, // carried on by an echo only
	} {
		if got := provisions[id]; got != want {
			t.Errorf("%s: %d, want %d", id, got, want)
		}
	}
}

func TestSealVersion(t *testing.T) {
	g := graphtest.Small()
	if !strings.HasPrefix(g.Version, "g-") || len(g.Version) != 18 {
		t.Errorf("version %q", g.Version)
	}
	for what, change := range map[string]func(*graph.Graph){
		"a text":          func(g *graph.Graph) { g.Provisions[17].Text += "." },
		"an issue":        func(g *graph.Graph) { g.Issues[0].Message = "other" },
		"a confidence":    func(g *graph.Graph) { g.Abouts[0].Evidence.Confidence = 0.1 },
		"the corpus":      func(g *graph.Graph) { g.CorpusDigest = "sha256:other" },
		"a verb":          func(g *graph.Graph) { g.Verbs[0].Base = "other" },
		"a link's change": func(g *graph.Graph) { byID(g.Reaffirmations, "ungass-2016/2~pd-2009/1").Changes = nil },
	} {
		other := graphtest.Small()
		change(other)
		if err := graph.Seal(other); err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		if other.Version == g.Version {
			t.Errorf("%s has changed but not the version", what)
		}
	}
}

func TestSummary(t *testing.T) {
	s := graphtest.Small().Summary()
	want := graph.Counts{Documents: 4, Sections: 8, Provisions: 18, Footnotes: 2, Commitments: 14, Bodies: 8, Instruments: 8, Themes: 7,
		Involvements: 19, Citations: 7, Abouts: 13, Reaffirmations: 8, Repetitions: 1, Threads: 3}
	if s.Counts != want {
		t.Errorf("got %+v, want %+v", s.Counts, want)
	}
}

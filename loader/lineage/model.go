package lineage

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync"

	"reaffirm/graph"
)

// A Model is an Input prepared for comparison. It is safe for concurrent use.
type Model struct {
	in      Input
	at      map[string]int // provision id to its place in in.Provisions
	texts   []*text        // one for each provision; equal texts are shared
	weights *weights
	carry   map[gram][]int               // provisions by gram, those of rare grams only
	adopted map[string]string            // by document
	strong  map[string]*graph.Commitment // the first of the strongest commitments of a provision
	hedges  map[string][]graph.Qualifier
	years   map[string][]graph.Deadline
	said    map[string][]string // ids of the provisions of a document that reaffirm another: later "\x00" earlier
}

// NewModel prepares in for Link and Compare.
func NewModel(in Input) *Model {
	m := &Model{in: in, at: make(map[string]int, len(in.Provisions)), adopted: map[string]string{},
		strong: map[string]*graph.Commitment{}, hedges: map[string][]graph.Qualifier{}, years: map[string][]graph.Deadline{}, said: map[string][]string{}}
	spell, shared := newSpeller(), map[string]*text{}
	var different []*text
	for i := range in.Provisions {
		p := &in.Provisions[i]
		m.at[p.ID] = i
		t := shared[p.Text]
		if t == nil {
			ws := spell.words(p.Text)
			t = &text{words: ws, grams: spell.grams(ws)}
			shared[p.Text] = t
			different = append(different, t)
		}
		m.texts = append(m.texts, t)
	}
	m.weights = countTexts(different, spell)
	for _, t := range different {
		t.weights = make([]float64, len(t.grams))
		for i, g := range t.grams {
			t.weights[i] = m.weights.of(g)
			t.mass += t.weights[i]
		}
	}
	m.index()
	m.note()
	return m
}

func (m *Model) index() {
	m.carry = map[gram][]int{}
	for i, t := range m.texts {
		if len(t.words) < leastWords {
			continue
		}
		for _, g := range t.grams {
			if m.weights.grams[g] <= mostCarriers {
				m.carry[g] = append(m.carry[g], i)
			}
		}
	}
}

// note keeps what the changes and announcements are read from.
func (m *Model) note() {
	for _, d := range m.in.Documents {
		m.adopted[d.ID] = d.Adopted
	}
	for i := range m.in.Commitments {
		c := &m.in.Commitments[i]
		if s := m.strong[c.Provision]; s == nil || c.Strength > s.Strength {
			m.strong[c.Provision] = c
		}
		m.hedges[c.Provision] = append(m.hedges[c.Provision], c.Qualifiers...)
		m.years[c.Provision] = append(m.years[c.Provision], c.Deadlines...)
	}
	for i := range m.in.Citations {
		c := &m.in.Citations[i]
		earlier := strings.TrimPrefix(c.Instrument, "instrument/")
		if _, ok := m.adopted[earlier]; ok && c.Stance == graph.Reaffirms {
			key := graph.DocumentOfID(c.Provision) + "\x00" + earlier
			if !slices.Contains(m.said[key], c.Provision) {
				m.said[key] = append(m.said[key], c.Provision)
			}
		}
	}
}

// Link finds the links of the whole input.
func (m *Model) Link() Output {
	n := len(m.in.Provisions)
	found := make([]Output, n)
	workers := m.in.Workers
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	var wait sync.WaitGroup
	var mu sync.Mutex
	next, done := 0, 0
	for range workers {
		wait.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= n {
					return
				}
				found[i] = m.linksOf(i)
				mu.Lock()
				done++
				if m.in.Progress != nil {
					m.in.Progress(done, n)
				}
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	var out Output
	for _, f := range found {
		out.Reaffirmations = append(out.Reaffirmations, f.Reaffirmations...)
		out.Repetitions = append(out.Repetitions, f.Repetitions...)
	}
	return out
}

// linksOf finds what provision i carries on, and what it repeats in its own document.
func (m *Model) linksOf(i int) Output {
	var out Output
	for _, j := range m.candidates(i) {
		later, earlier := &m.in.Provisions[i], &m.in.Provisions[j]
		s := m.share(i, j)
		if s.mass < leastRestatedMass {
			continue
		}
		a := align(m.texts[i].words, m.texts[j].words)
		if !links(s, a) {
			continue
		}
		if later.Document == earlier.Document {
			if score := round(a.shareOfLonger()); score >= repeatedWords {
				out.Repetitions = append(out.Repetitions, graph.Repetition{First: earlier.ID, Second: later.ID, Score: score,
					Evidence: graph.Evidence{Method: graph.Alignment, Rule: "same-words", Confidence: score}})
			}
			continue
		}
		out.Reaffirmations = append(out.Reaffirmations, m.reaffirmation(i, j, s, a))
	}
	return out
}

// candidates lists the provisions before i, of its own document or of earlier ones, that share a rare gram with it.
func (m *Model) candidates(i int) []int {
	if len(m.texts[i].words) < leastWords {
		return nil
	}
	seen := map[int]bool{}
	var list []int
	for _, g := range m.texts[i].grams {
		for _, j := range m.carry[g] {
			if j < i && !seen[j] && m.comparable(i, j) {
				seen[j] = true
				list = append(list, j)
			}
		}
	}
	slices.Sort(list)
	return list
}

func (m *Model) comparable(i, j int) bool {
	later, earlier := m.in.Provisions[i].Document, m.in.Provisions[j].Document
	return later == earlier || m.adopted[earlier] != "" && m.adopted[earlier] < m.adopted[later]
}

// A share is what two texts have in common: the weight of the grams in both, and the part of either
// text's weight that it makes up, 0 to 1.
type share struct{ mass, later, earlier float64 }

// links says whether what two texts have in common makes a link.
func links(s share, a alignment) bool {
	return s.mass >= leastMass && max(s.later, s.earlier) >= leastShare ||
		s.mass >= leastRestatedMass && a.shareOfShorter() >= restatedWords
}

func (m *Model) share(i, j int) share {
	a, b := m.texts[i], m.texts[j]
	mass := 0.0
	for x, y := 0, 0; x < len(a.grams) && y < len(b.grams); {
		switch {
		case a.grams[x] < b.grams[y]:
			x++
		case a.grams[x] > b.grams[y]:
			y++
		default:
			mass += a.weights[x]
			x, y = x+1, y+1
		}
	}
	return share{mass, mass / max(a.mass, 1), mass / max(b.mass, 1)}
}

// A Comparison is what is known of one pair of provisions, linked or not.
type Comparison struct {
	// Linked says whether Link links them.
	Linked bool
	// Mass is the weight of the word pairs and triples in both; LaterShare and EarlierShare are the part
	// of either text that it makes up, 0 to 1.
	Mass, LaterShare, EarlierShare float64
	// Reaffirmation is the link, or what it would be.
	Reaffirmation graph.Reaffirmation
}

// Compare gives the figures for any pair of provisions. The error wraps graph.ErrInvalid where an id
// is unknown or the first is not of a document adopted after the second's.
func (m *Model) Compare(later, earlier string) (Comparison, error) {
	i, okLater := m.at[later]
	j, okEarlier := m.at[earlier]
	switch {
	case !okLater:
		return Comparison{}, fmt.Errorf("%w: there is no provision %q", graph.ErrInvalid, later)
	case !okEarlier:
		return Comparison{}, fmt.Errorf("%w: there is no provision %q", graph.ErrInvalid, earlier)
	case m.in.Provisions[i].Document == m.in.Provisions[j].Document || !m.comparable(i, j):
		return Comparison{}, fmt.Errorf("%w: %s is not of a document adopted before that of %s", graph.ErrInvalid, earlier, later)
	}
	s := m.share(i, j)
	a := align(m.texts[i].words, m.texts[j].words)
	return Comparison{
		Linked: links(s, a) && min(len(m.texts[i].words), len(m.texts[j].words)) >= leastWords,
		Mass:   s.mass, LaterShare: s.later, EarlierShare: s.earlier,
		Reaffirmation: m.reaffirmation(i, j, s, a),
	}, nil
}

func (m *Model) reaffirmation(i, j int, s share, a alignment) graph.Reaffirmation {
	later, earlier := &m.in.Provisions[i], &m.in.Provisions[j]
	score := round(min(1, max(s.later, s.earlier)))
	r := graph.Reaffirmation{
		Later: later.ID, Earlier: earlier.ID, Relation: graph.Adapts, Score: score,
		Aligned:   a.spans(later.Text, earlier.Text),
		Diff:      a.diff(later.Text, earlier.Text),
		Announced: m.said[later.Document+"\x00"+earlier.Document],
		Evidence:  graph.Evidence{Method: graph.Alignment, Rule: "shared-wording", Confidence: round(0.6 + 0.4*score)},
	}
	if a.shareOfShorter() >= restatedWords {
		r.Relation, r.Evidence.Rule = graph.Restates, "same-words"
	}
	r.Changes = m.changes(later, earlier)
	return r
}

// round keeps four digits behind the point, which is more than the measure is worth.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }

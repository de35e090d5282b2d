package graph

import (
	"cmp"
	"math"
	"slices"
	"sync"
)

// Seal puts g in order, fills in what follows from the rest (ranks, counts, threads, ids of
// links, the version) and checks it with Check, whose error it returns; the version is then "". Sealing
// twice changes nothing.
func Seal(g *Graph) error {
	g.Version = ""
	Sort(g)
	ranks := rankNodes(g)
	sortRelations(g, ranks)
	count(g, ranks)
	var version string
	var sealing sync.WaitGroup
	sealing.Go(func() {
		g.Threads = threads(g, ranks.provision)
		version = digest(g)
	})
	err := Check(g)
	sealing.Wait()
	if err != nil {
		return err
	}
	g.Version = version
	return nil
}

// ranks says where each node stands in the order of its type.
type ranks struct {
	document, section, provision, commitment, body, instrument, theme map[string]int
}

// Sort puts the documents of g in order of adoption, and sections, provisions and entities in the
// order of Rank. Sections and provisions of one document keep theirs.
func Sort(g *Graph) {
	slices.SortStableFunc(g.Documents, func(a, b Document) int {
		if (a.Adopted == "") != (b.Adopted == "") {
			return cmp.Compare(b.Adopted, a.Adopted) // undated last
		}
		return cmp.Or(cmp.Compare(a.Adopted, b.Adopted), cmp.Compare(a.ID, b.ID))
	})
	document := make(map[string]int, len(g.Documents))
	for i := range g.Documents {
		document[g.Documents[i].ID] = i
	}
	slices.SortStableFunc(g.Sections, func(a, b Section) int { return document[a.Document] - document[b.Document] })
	slices.SortStableFunc(g.Provisions, func(a, b Provision) int { return document[a.Document] - document[b.Document] })
	slices.SortStableFunc(g.Bodies, func(a, b Body) int {
		return cmp.Or(indexOf(BodyKinds(), a.Kind)-indexOf(BodyKinds(), b.Kind), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(g.Instruments, func(a, b Instrument) int {
		return cmp.Or(indexOf(InstrumentKinds(), a.Kind)-indexOf(InstrumentKinds(), b.Kind),
			cmp.Compare(a.Adopted, b.Adopted), cmp.Compare(a.Title, b.Title), cmp.Compare(a.ID, b.ID))
	})
	slices.SortStableFunc(g.Verbs, func(a, b Verb) int {
		return cmp.Or(a.Strength-b.Strength, cmp.Compare(a.Base, b.Base))
	})
}

func rankNodes(g *Graph) ranks {
	r := ranks{
		document:   rank(g.Documents, func(d *Document) (string, *int) { return d.ID, &d.Rank }),
		section:    rank(g.Sections, func(s *Section) (string, *int) { return s.ID, &s.Rank }),
		provision:  rank(g.Provisions, func(p *Provision) (string, *int) { return p.ID, &p.Rank }),
		body:       rank(g.Bodies, func(b *Body) (string, *int) { return b.ID, &b.Rank }),
		instrument: rank(g.Instruments, func(i *Instrument) (string, *int) { return i.ID, &i.Rank }),
		theme:      rank(g.Themes, func(t *Theme) (string, *int) { return t.ID, &t.Rank }),
	}
	slices.SortStableFunc(g.Commitments, func(a, b Commitment) int {
		return cmp.Or(r.provision[a.Provision]-r.provision[b.Provision], a.Ordinal-b.Ordinal)
	})
	r.commitment = rank(g.Commitments, func(c *Commitment) (string, *int) { return c.ID, &c.Rank })
	return r
}

func sortRelations(g *Graph, r ranks) {
	slices.SortStableFunc(g.Involvements, func(a, b Involvement) int {
		return cmp.Or(r.provision[a.Provision]-r.provision[b.Provision], start(a.Span)-start(b.Span),
			trueFirst(a.Implied, b.Implied), r.body[a.Body]-r.body[b.Body], indexOf(Roles(), a.Role)-indexOf(Roles(), b.Role),
			cmp.Compare(a.Commitment, b.Commitment))
	})
	slices.SortStableFunc(g.Citations, func(a, b Citation) int {
		return cmp.Or(r.provision[a.Provision]-r.provision[b.Provision], last(a.Span)-last(b.Span),
			r.instrument[a.Instrument]-r.instrument[b.Instrument], cmp.Compare(a.Pinpoint, b.Pinpoint))
	})
	slices.SortStableFunc(g.Abouts, func(a, b About) int {
		return cmp.Or(r.provision[a.Provision]-r.provision[b.Provision], r.theme[a.Theme]-r.theme[b.Theme],
			start(a.Span)-start(b.Span))
	})
	for i := range g.Reaffirmations {
		g.Reaffirmations[i].ID = ReaffirmationID(g.Reaffirmations[i].Later, g.Reaffirmations[i].Earlier)
	}
	slices.SortStableFunc(g.Reaffirmations, func(a, b Reaffirmation) int {
		return cmp.Or(r.provision[a.Later]-r.provision[b.Later], r.provision[a.Earlier]-r.provision[b.Earlier])
	})
	slices.SortStableFunc(g.Repetitions, func(a, b Repetition) int {
		return cmp.Or(r.provision[a.First]-r.provision[b.First], r.provision[a.Second]-r.provision[b.Second])
	})
	rank(g.Involvements, func(x *Involvement) (string, *int) { return "", &x.Rank })
	rank(g.Citations, func(x *Citation) (string, *int) { return "", &x.Rank })
	rank(g.Abouts, func(x *About) (string, *int) { return "", &x.Rank })
	rank(g.Reaffirmations, func(x *Reaffirmation) (string, *int) { return "", &x.Rank })
	rank(g.Repetitions, func(x *Repetition) (string, *int) { return "", &x.Rank })
}

// count fills in how many provisions stand behind each entity and link.
func count(g *Graph, r ranks) {
	bodies, instruments, themes := newTally(len(g.Bodies)), newTally(len(g.Instruments)), newTally(len(g.Themes))
	for i := range g.Involvements {
		bodies.add(r.body, g.Involvements[i].Body, g.Involvements[i].Provision)
	}
	for i := range g.Citations {
		instruments.add(r.instrument, g.Citations[i].Instrument, g.Citations[i].Provision)
	}
	for i := range g.Abouts {
		for id, steps := g.Abouts[i].Theme, 0; id != "" && steps <= len(g.Themes); steps++ {
			themes.add(r.theme, id, g.Abouts[i].Provision)
			at, ok := r.theme[id]
			if !ok {
				break
			}
			id = g.Themes[at].Broader
		}
	}
	for i := range g.Bodies {
		g.Bodies[i].Provisions = bodies.count[i]
	}
	for i := range g.Instruments {
		g.Instruments[i].Provisions = instruments.count[i]
	}
	for i := range g.Themes {
		g.Themes[i].Provisions = themes.count[i]
	}
	for i := range g.Provisions {
		g.Provisions[i].Reaffirmations = 0
	}
	for i := range g.Reaffirmations {
		if at, ok := r.provision[g.Reaffirmations[i].Earlier]; ok && g.Reaffirmations[i].Relation != Echoes {
			g.Provisions[at].Reaffirmations++
		}
	}
}

// A tally counts, for each node by rank, the provisions behind it. They are added in order.
type tally struct {
	count []int
	last  []string // the provision added last
}

func newTally(n int) tally { return tally{make([]int, n), make([]string, n)} }

func (t tally) add(rank map[string]int, id, provision string) {
	if at, ok := rank[id]; ok && t.last[at] != provision {
		t.last[at] = provision
		t.count[at]++
	}
}

// rank numbers list in place and maps ids to their places.
func rank[T any](list []T, of func(*T) (id string, rank *int)) map[string]int {
	at := make(map[string]int, len(list))
	for i := range list {
		id, r := of(&list[i])
		*r = i
		if _, ok := at[id]; !ok {
			at[id] = i
		}
	}
	return at
}

func trueFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// start is where a span begins; a missing one stands before all others.
func start(s *Span) int {
	if s == nil {
		return -1
	}
	return s.Start
}

// last is like start, but a missing span stands after all others.
func last(s *Span) int {
	if s == nil {
		return math.MaxInt32
	}
	return s.Start
}

func indexOf[T comparable](list []T, x T) int { return slices.Index(list, x) }

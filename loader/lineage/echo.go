package lineage

import (
	"cmp"
	"math"
	"slices"
)

// An echoer finds provisions that say the same as earlier ones in other words. What it goes by is much
// less sure than shared wording: how alike the words of two texts are, whatever their order, and how
// alike their themes.
type echoer struct {
	m        *Model
	rarest   []bag     // by group
	postings [][]int32 // by stem: the groups that have it among their rarest, in order
	places   [][]int32 // by group: its place in the postings of each of its rarest stems
	themes   [][]theme // by provision
}

// A theme of a provision, with how rare it is: 1 for a theme of one provision, 0 for one of all.
type theme struct {
	id     string
	weight float64
}

func newEchoer(m *Model) *echoer {
	e := &echoer{m: m, rarest: make([]bag, len(m.groups)), places: make([][]int32, len(m.groups)), postings: make([][]int32, len(m.dictionary.hashes)), themes: make([][]theme, len(m.in.Provisions))}
	each(len(m.groups), m.workers, func(_, g int) { e.rarest[g] = rarest(m.groups[g].bag) })
	for g := range m.groups {
		e.places[g] = make([]int32, len(e.rarest[g]))
		for k, w := range e.rarest[g] {
			e.places[g][k] = int32(len(e.postings[w.key]))
			e.postings[w.key] = append(e.postings[w.key], int32(g))
		}
	}
	count := map[string]int{}
	for _, a := range m.in.Abouts {
		if at, ok := m.place[a.Provision]; ok && !slices.ContainsFunc(e.themes[at], func(t theme) bool { return t.id == a.Theme }) {
			e.themes[at] = append(e.themes[at], theme{id: a.Theme})
			count[a.Theme]++
		}
	}
	all := math.Log(float64(max(len(m.in.Provisions), 2)))
	for _, list := range e.themes {
		for i := range list {
			list[i].weight = 1 - math.Log(float64(count[list[i].id]))/all
		}
	}
	return e
}

// rarest gives the echoStems rarest stems of a text, by key.
func rarest(b bag) bag {
	b = slices.Clone(b)
	slices.SortFunc(b, func(x, y weighted[uint32]) int {
		return cmp.Or(cmp.Compare(y.weight, x.weight), cmp.Compare(x.key, y.key))
	})
	b = slices.Clone(b[:min(len(b), echoStems)])
	slices.SortFunc(b, func(x, y weighted[uint32]) int { return cmp.Compare(x.key, y.key) })
	return b
}

// echoes gives the provisions that a later one echoes and that it does not carry on in shared wording,
// in the order of the earlier provisions: of each document the likeliest. Near are
// the groups near its own (see near), whose bag is laid out.
func (e *echoer) echoes(later int32, linked []candidate, near []int32, own *spread) []candidate {
	m := e.m
	g := m.texts[later].group
	if m.date[later] < 0 || m.groups[g].mass < m.PlainMass {
		return nil
	}
	var found []candidate
	for _, h := range near {
		carriers := m.carriersBefore(h, later)
		if len(carriers) == 0 || m.groups[h].mass < m.PlainMass {
			continue
		}
		common := own.shared(m.groups[h].bag, geometric)
		for _, earlier := range carriers {
			if slices.ContainsFunc(linked, func(c candidate) bool { return c.earlier == earlier }) {
				continue
			}
			if f := e.compare(later, earlier, common); f.Odds >= echoOdds {
				found = append(found, e.candidate(earlier, f))
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.odds, a.odds), cmp.Compare(a.earlier, b.earlier))
	})
	byDocument := map[string]int{}
	found = slices.DeleteFunc(found, func(c candidate) bool {
		d := m.provision(c.earlier).Document
		byDocument[d]++
		return byDocument[d] > echoesPerDocument
	})
	if len(found) > documentsPerProvision*echoesPerDocument {
		found = found[:documentsPerProvision*echoesPerDocument]
	}
	slices.SortFunc(found, func(a, b candidate) int { return cmp.Compare(a.earlier, b.earlier) })
	return found
}

// candidate is an earlier provision as an echo, whatever its odds.
func (e *echoer) candidate(earlier int32, f EchoFigures) candidate {
	return candidate{earlier: earlier, odds: f.Odds, share: f.Alike, echo: true}
}

// near gives the groups that share most of the rarest stems of g, in order, echoCompared at most. Of a
// stem that many groups have only the nearest on either side count. The result lasts until the next call.
func (e *echoer) near(g int32, s *search) []int32 {
	if e.m.groups[g].mass < e.m.PlainMass {
		return nil
	}
	s.found = s.found[:0]
	for k, w := range e.rarest[g] {
		list, at := e.postings[w.key], int(e.places[g][k])
		for _, h := range list[max(0, at-echoNearest):min(len(list), at+echoNearest)] {
			if s.shared[h] == 0 {
				s.found = append(s.found, h)
			}
			s.shared[h] += w.weight
		}
	}
	s.kept = s.kept[:0]
	for _, h := range s.found {
		if h != g && s.shared[h] >= echoShared {
			s.kept = append(s.kept, h)
		}
	}
	kept := s.most(s.kept, echoCompared)
	for _, h := range s.found {
		s.shared[h] = 0
	}
	slices.Sort(kept)
	return kept
}

// EchoFigures are what is measured of a pair of texts that share little wording.
type EchoFigures struct {
	// Alike is the weight of the stems that both texts have, as a share of the geometric mean of the
	// weights of the two, 0 to 1.
	Alike float64
	// Themes is the weight of the themes that both have, as a share of that of all their themes, 0 to 1.
	Themes float64
	// Odds is the natural logarithm of the odds that the later says the same as the earlier.
	Odds float64
}

// compare measures a pair of provisions whose stems in common have a weight.
func (e *echoer) compare(later, earlier int32, common float64) EchoFigures {
	a, b := e.m.groupOf(later), e.m.groupOf(earlier)
	f := EchoFigures{
		Alike:  common / max(math.Sqrt(a.mass*b.mass), leastMass),
		Themes: overlap(e.themes[later], e.themes[earlier]),
	}
	f.Odds = echoBias + echoAlike*f.Alike + echoThemes*f.Themes + echoLength*math.Log(math.Sqrt(a.mass*b.mass))
	return f
}

func overlap(a, b []theme) float64 {
	common, all := 0.0, 0.0
	for _, t := range a {
		all += t.weight
	}
	for _, t := range b {
		if slices.ContainsFunc(a, func(u theme) bool { return u.id == t.id }) {
			common += t.weight
		} else {
			all += t.weight
		}
	}
	if all == 0 {
		return 0
	}
	return common / all
}

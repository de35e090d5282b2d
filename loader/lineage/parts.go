package lineage

import (
	"sync"

	"reaffirm/graph"
)

// markParts marks links that are parts of a merger (one later provision carries several of one
// earlier document on, each in another part of its text) or of a split (the other way round).
// Links are in the order of the later provision, then the earlier.
func (m *Model) markParts(links []graph.Reaffirmation) {
	var merged, split []bool
	var marking sync.WaitGroup
	marking.Go(func() {
		merged = partsOf(links,
			func(r *graph.Reaffirmation) [2]string { return [2]string{r.Later, graph.DocumentOfID(r.Earlier)} },
			func(s *graph.AlignedSpan) graph.Span { return s.Later })
	})
	marking.Go(func() {
		split = partsOf(links,
			func(r *graph.Reaffirmation) [2]string { return [2]string{r.Earlier, graph.DocumentOfID(r.Later)} },
			func(s *graph.AlignedSpan) graph.Span { return s.Earlier })
	})
	marking.Wait()
	each(len(links), m.workers, func(_, i int) {
		if merged[i] {
			m.addPart(&links[i], graph.Merged, "merged-parts")
		}
		if split[i] {
			m.addPart(&links[i], graph.Split, "split-parts")
		}
	})
}

func (m *Model) addPart(r *graph.Reaffirmation, kind graph.ChangeKind, rule string) {
	later, earlier := m.hull(r)
	r.Changes = append(r.Changes, graph.Change{Kind: kind, Rule: rule, Later: later, Earlier: earlier})
}

// partsOf says by link whether another one with the same key is of a different part of a side.
func partsOf(links []graph.Reaffirmation, key func(*graph.Reaffirmation) [2]string, side func(*graph.AlignedSpan) graph.Span) []bool {
	parts := make([]bool, len(links))
	together := map[[2]string][]int{}
	for i := range links {
		if links[i].Relation == graph.Echoes {
			continue
		}
		together[key(&links[i])] = append(together[key(&links[i])], i)
	}
	for i := range links {
		if links[i].Relation == graph.Echoes {
			continue
		}
		for _, k := range together[key(&links[i])] {
			if k != i && apart(&links[i], &links[k], side) {
				parts[i] = true
				break
			}
		}
	}
	return parts
}

// apart says whether two links rest on different parts of a text: at most half of the words of either
// are also of the other.
func apart(a, b *graph.Reaffirmation, side func(*graph.AlignedSpan) graph.Span) bool {
	size := func(r *graph.Reaffirmation) int {
		n := 0
		for k := range r.Aligned {
			s := side(&r.Aligned[k])
			n += s.End - s.Start
		}
		return n
	}
	both := 0
	for i := range a.Aligned {
		for j := range b.Aligned {
			x, y := side(&a.Aligned[i]), side(&b.Aligned[j])
			both += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	least := min(size(a), size(b))
	return least > 0 && 2*both <= least
}

// hull gives the stretches of both texts from the first aligned word to the last.
func (m *Model) hull(r *graph.Reaffirmation) (later, earlier *graph.Span) {
	l, e := r.Aligned[0].Later, r.Aligned[0].Earlier
	for _, s := range r.Aligned {
		l.Start, l.End = min(l.Start, s.Later.Start), max(l.End, s.Later.End)
		e.Start, e.End = min(e.Start, s.Earlier.Start), max(e.End, s.Earlier.End)
	}
	l.Quote = newSource(m.texts[m.place[r.Later]]).slice(l.Start, l.End)
	e.Quote = newSource(m.texts[m.place[r.Earlier]]).slice(e.Start, e.End)
	return &l, &e
}

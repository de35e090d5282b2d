package lineage

import (
	"slices"
	"sync"
)

// An index finds the groups that share shingles with a group. The postings of a shingle are the
// groups that have it, in order; a group looks only at the nearest of those before it, so that the
// work grows with the text and not with its square, however often the corpus repeats itself.
type index struct {
	*Thresholds
	postings []posting // by shingle, then group
	of       []int32   // places of each group's postings, group after group
	from     []int32   // by group: where its part of of starts
	leads    []bool    // by group: it leads in a list that is judged as a whole
	wording  []float32 // by group: weight of its shingles
}

type posting struct {
	shingle uint64
	group   int32
}

// newIndex indexes the shingles of groups and sets their weights by how many groups share them.
func newIndex(groups []group, v *vocabulary, workers int) *index {
	x := &index{Thresholds: v.Thresholds, from: make([]int32, len(groups)+1)}
	for i := range groups {
		x.from[i+1] = x.from[i] + int32(len(groups[i].shingles))
	}
	x.fill(groups, workers)
	x.of = make([]int32, len(x.postings))
	next := slices.Clone(x.from)
	for start := 0; start < len(x.postings); {
		end := start + 1
		for end < len(x.postings) && x.postings[end].shingle == x.postings[start].shingle {
			end++
		}
		rarity := float32(v.scaled(int32(end - start)))
		for at := start; at < end; at++ {
			g := x.postings[at].group
			k := next[g] - x.from[g]
			groups[g].shingles[k].weight *= rarity
			x.of[next[g]] = int32(at)
			next[g]++
		}
		start = end
	}
	x.wording = make([]float32, len(groups))
	for i := range groups {
		x.wording[i] = float32(groups[i].shingles.mass())
	}
	return x
}

// least is the weight of shingles that two groups must share to be linked.
func (x *index) least(g, h int32) float32 {
	return max(float32(x.LeastWording), float32(x.LeastWordingShare)*min(x.wording[g], x.wording[h]))
}

// fill sorts all postings, in parts by the first bits of the shingle, one part to a goroutine.
func (x *index) fill(groups []group, workers int) {
	const parts = 64
	var sizes [parts + 1]int32
	for i := range groups {
		for _, s := range groups[i].shingles {
			sizes[s.key>>58+1]++
		}
	}
	for p := range parts {
		sizes[p+1] += sizes[p]
	}
	x.postings = make([]posting, sizes[parts])
	next := sizes
	for i := range groups {
		for _, s := range groups[i].shingles {
			p := s.key >> 58
			x.postings[next[p]] = posting{s.key, int32(i)}
			next[p]++
		}
	}
	var wait sync.WaitGroup
	free := make(chan struct{}, max(1, workers))
	for p := range parts {
		free <- struct{}{}
		wait.Go(func() {
			slices.SortFunc(x.postings[sizes[p]:sizes[p+1]], func(a, b posting) int {
				if a.shingle != b.shingle {
					if a.shingle < b.shingle {
						return -1
					}
					return 1
				}
				return int(a.group - b.group)
			})
			<-free
		})
	}
	wait.Wait()
}

// A search collects candidates; it is scratch space of one goroutine.
type search struct {
	shared []float32 // by group
	found  []int32
	sorted []float32
}

// most leaves of groups the n that share most, the first of those that share as much. It changes groups and their order.
func (s *search) most(groups []int32, n int) []int32 {
	if len(groups) <= n {
		return groups
	}
	s.sorted = s.sorted[:0]
	for _, h := range groups {
		s.sorted = append(s.sorted, s.shared[h])
	}
	slices.Sort(s.sorted)
	least := s.sorted[len(s.sorted)-n]
	more := 0
	for i, h := range groups {
		if s.shared[h] > least {
			groups[i], groups[more] = groups[more], h
			more++
		}
	}
	rest := slices.DeleteFunc(groups[more:], func(h int32) bool { return s.shared[h] < least })
	slices.Sort(rest)
	return groups[:n]
}

// of makes s fit for so many groups.
func (s *search) of(groups int) *search {
	if s.shared == nil {
		s.shared = make([]float32, groups)
	}
	return s
}

// before gives the groups before g that share enough wording with it to be linked, in order. Of a shingle that many groups have only the nearest count. The result lasts until the next
// call.
func (x *index) before(g int32, shingles bag, s *search) []int32 {
	s.found = s.found[:0]
	for k := x.from[g]; k < x.from[g+1]; k++ {
		at := x.of[k]
		shingle, weight := x.postings[at].shingle, shingles[k-x.from[g]].weight
		if weight == 0 {
			continue
		}
		for back := at - 1; back >= 0 && back >= at-nearest && x.postings[back].shingle == shingle; back-- {
			h := x.postings[back].group
			if s.shared[h] == 0 {
				s.found = append(s.found, h)
			}
			s.shared[h] += weight
		}
	}
	kept := s.found[:0]
	for _, h := range s.found {
		if s.shared[h] >= x.least(g, h) || s.shared[h] >= float32(x.ListWording) && (x.leads[g] || x.leads[h]) {
			kept = append(kept, h)
		}
		s.shared[h] = 0
	}
	slices.Sort(kept)
	return kept
}

package lineage

import (
	"cmp"
	"slices"
	"sync"
)

// An index finds the groups that share shingles with a group. The postings of a shingle are the
// groups that have it, in order; a group looks only at the nearest of those before it, so that the
// work grows with the text and not with its square, however often the corpus repeats itself.
type index struct {
	*Thresholds
	postings []int32   // groups, by shingle
	starts   []int32   // by shingle: where its postings start, and where the last end
	of       []int32   // places of each group's postings, group after group
	from     []int32   // by group: where its part of of starts
	leads    []bool    // by group: it leads in a list that is judged as a whole
	wording  []float32 // by group: weight of its shingles
}

// newIndex numbers the shingles of groups, given by their hashes and in the order of these, weighs them by how many groups
// share them and gives them to the groups.
func newIndex(groups []group, hashed [][]weighted[uint64], v *vocabulary, workers int) *index {
	x := &index{Thresholds: v.Thresholds, from: make([]int32, len(groups)+1), wording: make([]float32, len(groups))}
	for i := range groups {
		x.from[i+1] = x.from[i] + int32(len(hashed[i]))
		groups[i].shingles = make(bag, 0, len(hashed[i]))
	}
	found := findings(hashed, workers)
	x.postings, x.of = make([]int32, len(found)), make([]int32, len(found))
	for start := 0; start < len(found); {
		end := start + 1
		for end < len(found) && found[end].hash == found[start].hash {
			end++
		}
		shingle, rarity := uint32(len(x.starts)), float32(v.rarity(int32(end-start)))
		x.starts = append(x.starts, int32(start))
		for at := start; at < end; at++ {
			g := found[at].group
			k := len(groups[g].shingles)
			groups[g].shingles = append(groups[g].shingles, weighted[uint32]{shingle, hashed[g][k].weight * rarity})
			x.postings[at], x.of[int(x.from[g])+k] = g, int32(at)
		}
		start = end
	}
	x.starts = append(x.starts, int32(len(found)))
	for i := range groups {
		x.wording[i] = float32(groups[i].shingles.mass())
	}
	return x
}

// least is the weight of shingles that two groups must share to be linked.
func (x *index) least(g, h int32) float32 {
	return max(float32(x.LeastWording), float32(x.LeastWordingShare)*min(x.wording[g], x.wording[h]))
}

// A finding is a shingle, by its hash, and a group that has it.
type finding struct {
	hash  uint64
	group int32
}

// findings lists the shingles of all groups by their hashes, then by group. It sorts them in parts by the first bits of the
// hash, one part to a goroutine.
func findings(hashed [][]weighted[uint64], workers int) []finding {
	const parts = 64
	var sizes [parts + 1]int32
	for _, shingles := range hashed {
		for _, s := range shingles {
			sizes[s.key>>58+1]++
		}
	}
	for p := range parts {
		sizes[p+1] += sizes[p]
	}
	found := make([]finding, sizes[parts])
	next := sizes
	for i, shingles := range hashed {
		for _, s := range shingles {
			p := s.key >> 58
			found[next[p]] = finding{s.key, int32(i)}
			next[p]++
		}
	}
	var wait sync.WaitGroup
	free := make(chan struct{}, max(1, workers))
	for p := range parts {
		free <- struct{}{}
		wait.Go(func() {
			slices.SortFunc(found[sizes[p]:sizes[p+1]], func(a, b finding) int {
				if a.hash != b.hash {
					return cmp.Compare(a.hash, b.hash)
				}
				return int(a.group - b.group)
			})
			<-free
		})
	}
	wait.Wait()
	return found
}

// A search collects candidates; it is scratch space of one goroutine.
type search struct {
	shared []float32 // by group
	found  []int32
	kept   []int32
	sorted []float32
	own    spread // of the group in hand
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
	for k, at := range x.of[x.from[g]:x.from[g+1]] {
		shingle, weight := shingles[k].key, shingles[k].weight
		if weight == 0 {
			continue
		}
		for _, h := range x.postings[max(x.starts[shingle], at-nearest):at] {
			if s.shared[h] == 0 {
				s.found = append(s.found, h)
			}
			s.shared[h] += weight
		}
	}
	wording, listed := float32(x.LeastWording), float32(x.ListWording)
	kept := s.found[:0]
	for _, h := range s.found {
		w := s.shared[h]
		if w >= wording && w >= x.least(g, h) || w >= listed && (x.leads[g] || x.leads[h]) {
			kept = append(kept, h)
		}
		s.shared[h] = 0
	}
	slices.Sort(kept)
	return kept
}

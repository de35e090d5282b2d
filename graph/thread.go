package graph

import "slices"

// A Thread is one commitment followed through the documents: a provision that carries on no earlier
// one and is itself carried on (its root), with all its successors. Links of DefaultRelations count.
// A provision that merges several earlier ones belongs to several threads. In a corpus that repeats itself every year a
// thread would hold everything that ever followed; it holds MaxThreadMembers at the most, those with the fewest links
// between them and the root.
type Thread struct {
	Root       string   // provision id
	Provisions []string // the root and its successors, in document order
	Documents  []string // their documents, in document order
	Rank       int      // by the root's Rank
}

// MaxThreadMembers bounds the provisions of one thread.
const MaxThreadMembers = 256

// ThreadFilter selects threads.
type ThreadFilter struct {
	Provisions   []string // with one of these in it
	Documents    []string // with a provision in every one of these
	First        []string // whose root is in one of these documents
	Last         []string // whose last document is one of these
	MinDocuments int
	MaxDocuments int      // 0 for none
	Themes       []string // with a provision about one of these or about a theme below it
	Bodies       []string // with a provision that involves one of these
}

// threads finds the threads of a graph whose nodes and links are in order.
func threads(g *Graph, provision map[string]int) []Thread {
	later := make([][]int, len(g.Provisions))
	carries := make([]bool, len(g.Provisions))
	for i := range g.Reaffirmations {
		l := &g.Reaffirmations[i]
		from, okFrom := provision[l.Later]
		to, okTo := provision[l.Earlier]
		if okFrom && okTo && slices.Contains(DefaultRelations(), l.Relation) {
			later[to] = append(later[to], from)
			carries[from] = true
		}
	}
	var list []Thread
	walk := reacher{next: later, seen: make([]int, len(g.Provisions))}
	for root := range g.Provisions {
		if carries[root] || len(later[root]) == 0 {
			continue
		}
		t := Thread{Root: g.Provisions[root].ID, Rank: len(list)}
		for _, at := range walk.reach(root) {
			p := &g.Provisions[at]
			t.Provisions = append(t.Provisions, p.ID)
			if n := len(t.Documents); n == 0 || t.Documents[n-1] != p.Document {
				t.Documents = append(t.Documents, p.Document)
			}
		}
		list = append(list, t)
	}
	return list
}

// A reacher follows links from one provision after the other.
type reacher struct {
	next [][]int
	seen []int // by provision: the last walk that came to it
	walk int   // walks so far
	list []int // of the last walk
}

// reach lists start and all that next leads to from it, MaxThreadMembers at the most, ascending. The list lasts until the
// next call.
func (r *reacher) reach(start int) []int {
	r.walk++
	r.seen[start] = r.walk
	r.list = append(r.list[:0], start)
	for i := 0; i < len(r.list); i++ {
		for _, n := range r.next[r.list[i]] {
			if r.seen[n] != r.walk && len(r.list) < MaxThreadMembers {
				r.seen[n] = r.walk
				r.list = append(r.list, n)
			}
		}
	}
	slices.Sort(r.list)
	return r.list
}

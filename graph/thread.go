package graph

import "slices"

// A Thread is one commitment followed through the documents: a provision that carries on no earlier
// one and is itself carried on (its root), with all its successors. Links of DefaultRelations count.
// A provision that merges several earlier ones belongs to several threads.
type Thread struct {
	Root       string   // provision id
	Provisions []string // the root and its successors, in document order
	Documents  []string // their documents, in document order
	Rank       int      // by the root's Rank
}

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
	for root := range g.Provisions {
		if carries[root] || len(later[root]) == 0 {
			continue
		}
		t := Thread{Root: g.Provisions[root].ID, Rank: len(list)}
		for _, at := range reach(root, later) {
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

// reach lists start and all that next leads to from it, ascending.
func reach(start int, next [][]int) []int {
	seen := map[int]bool{start: true}
	list := []int{start}
	for i := 0; i < len(list); i++ {
		for _, n := range next[list[i]] {
			if !seen[n] {
				seen[n] = true
				list = append(list, n)
			}
		}
	}
	slices.Sort(list)
	return list
}

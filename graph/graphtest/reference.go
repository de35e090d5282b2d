package graphtest

import (
	"context"
	"slices"

	"reaffirm/graph"
)

// Reference is a Reader of g that looks at everything for each question. It is slow and plain; where
// a store and it differ, the contract in package graph says which is wrong.
func Reference(g *graph.Graph) graph.Reader {
	r := &reference{
		g:            g,
		document:     map[string]string{},
		sections:     map[string][]string{},
		instruments:  map[string][]string{},
		themes:       map[string][]string{},
		about:        map[string][]string{},
		commitments:  map[string][]*graph.Commitment{},
		involvements: map[string][]*graph.Involvement{},
		citations:    map[string][]*graph.Citation{},
	}
	for i := range g.Provisions {
		r.document[g.Provisions[i].ID] = g.Provisions[i].Document
	}
	for _, s := range g.Sections {
		r.sections[s.ID] = append([]string{s.ID}, r.sections[s.Parent]...) // a section comes after its parent
	}
	for _, t := range g.Themes {
		r.themes[t.ID] = append([]string{t.ID}, r.themes[t.Broader]...) // a theme comes after the one above
	}
	broader := map[string]string{}
	for _, s := range g.Instruments {
		broader[s.ID] = s.Broader
	}
	for _, s := range g.Instruments {
		for id := s.ID; id != ""; id = broader[id] {
			r.instruments[s.ID] = append(r.instruments[s.ID], id)
		}
	}
	for _, a := range g.Abouts {
		r.about[a.Provision] = append(r.about[a.Provision], r.themes[a.Theme]...)
	}
	for i := range g.Commitments {
		c := &g.Commitments[i]
		r.commitments[c.Provision] = append(r.commitments[c.Provision], c)
	}
	for i := range g.Involvements {
		v := &g.Involvements[i]
		r.involvements[v.Provision] = append(r.involvements[v.Provision], v)
	}
	for i := range g.Citations {
		c := &g.Citations[i]
		r.citations[c.Provision] = append(r.citations[c.Provision], c)
	}
	return r
}

type reference struct {
	g           *graph.Graph
	document    map[string]string   // of each provision
	sections    map[string][]string // of each section, itself and those around it
	instruments map[string][]string // of each instrument, itself and those above it
	themes      map[string][]string // of each theme, itself and those above it
	about       map[string][]string // of each provision, its themes and those above them

	// What was found in each provision.
	commitments  map[string][]*graph.Commitment
	involvements map[string][]*graph.Involvement
	citations    map[string][]*graph.Citation
}

func (r *reference) Version() string { return r.g.Version }

func (r *reference) Summary(context.Context) (*graph.Summary, error) { return r.g.Summary(), nil }

func (r *reference) Nodes(_ context.Context, ids []string) ([]graph.Node, error) {
	list := make([]graph.Node, len(ids))
	for i, id := range ids {
		list[i] = r.node(id)
	}
	return list, nil
}

func (r *reference) node(id string) graph.Node {
	for _, n := range allNodes(r.g) {
		if n.NodeID() == id {
			return n
		}
	}
	return nil
}

// allNodes lists all nodes, by type in schema order.
func allNodes(g *graph.Graph) []graph.Node {
	var list []graph.Node
	list = appendNodes(list, g.Documents)
	list = appendNodes(list, g.Sections)
	list = appendNodes(list, g.Provisions)
	list = appendNodes(list, g.Commitments)
	list = appendNodes(list, g.Bodies)
	list = appendNodes(list, g.Instruments)
	list = appendNodes(list, g.Themes)
	return appendNodes(list, g.Reaffirmations)
}

func appendNodes[T any, P interface {
	*T
	graph.Node
}](nodes []graph.Node, list []T) []graph.Node {
	for i := range list {
		nodes = append(nodes, P(&list[i]))
	}
	return nodes
}

// answerAll answers each query by looking at all of list.
func answerAll[T, F any](list []T, qs []graph.Query[F], match func(*T, *F) bool, key func(*T, graph.OrderBy) int64, rank func(*T) int,
	orders ...graph.OrderBy) ([]graph.Slice[*T], error) {
	var answers []graph.Slice[*T]
	for i := range qs {
		q := &qs[i]
		if err := q.Page.Check(); err != nil {
			return nil, err
		}
		if err := q.Order.Check(orders...); err != nil {
			return nil, err
		}
		var items []*T
		for j := range list {
			if match(&list[j], &q.Filter) {
				items = append(items, &list[j])
			}
		}
		keyOf := func(x *T) graph.Key {
			k := graph.Key{Rank: rank(x)}
			if q.Order.By != graph.ByRank {
				k.Value = key(x, q.Order.By)
			}
			return k
		}
		slices.SortFunc(items, func(a, b *T) int { return q.Order.Compare(keyOf(a), keyOf(b)) })
		answers = append(answers, pageOf(items, keyOf, q.Order, q.Page, q.Count))
	}
	return answers, nil
}

// pageOf cuts a page out of a sorted list.
func pageOf[T any](items []*T, keyOf func(*T) graph.Key, o graph.Order, p graph.Page, count bool) graph.Slice[*T] {
	from := 0
	if p.After != nil {
		for from < len(items) && o.Compare(keyOf(items[from]), *p.After) <= 0 {
			from++
		}
	}
	to := len(items)
	if p.Before != nil {
		for to > from && o.Compare(keyOf(items[to-1]), *p.Before) >= 0 {
			to--
		}
	}
	if p.First != nil && to-from > *p.First {
		to = from + *p.First
	}
	if p.Last != nil && to-from > *p.Last {
		from = to - *p.Last
	}
	s := graph.Slice[*T]{Items: items[from:to], Total: -1, HasPrevious: from > 0, HasNext: to < len(items)}
	for _, x := range s.Items {
		s.Keys = append(s.Keys, keyOf(x))
	}
	if count {
		s.Total = len(items)
	}
	return s
}

// in says whether a list that restricts holds x.
func in[T comparable](list []T, x T) bool { return len(list) == 0 || slices.Contains(list, x) }

// refers says whether id, which may be "", is one of wanted, or wanted does not restrict.
func refers(wanted []string, id string) bool {
	return len(wanted) == 0 || id != "" && slices.Contains(wanted, id)
}

// meets says whether two lists share a value, or the first does not restrict.
func meets[T comparable](wanted, has []T) bool {
	return len(wanted) == 0 || slices.ContainsFunc(has, func(x T) bool { return slices.Contains(wanted, x) })
}

func is(want *bool, got bool) bool { return want == nil || *want == got }

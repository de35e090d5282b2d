package graph

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Direction says which way a lineage is followed.
type Direction string

const (
	Both      Direction = "BOTH"    // antecedents and successors
	ToEarlier Direction = "EARLIER" // antecedents only
	ToLater   Direction = "LATER"   // successors only
)

// Directions lists every Direction in schema order.
func Directions() []Direction { return []Direction{Both, ToEarlier, ToLater} }

// MaxLineageDepth bounds LineageQuery.Depth.
const MaxLineageDepth = 16

// maxLineageMembers bounds the size of one lineage.
const maxLineageMembers = 1000

// A LineageQuery asks for what the reaffirmation links span from one provision.
type LineageQuery struct {
	Provision string
	Direction Direction
	Depth     int        // links to follow at the most, 1 to MaxLineageDepth
	Relations []Relation // DefaultRelations where empty
}

// A Lineage is a directed acyclic graph of provisions: the start, its antecedents (what it carries
// on, and what those carry on, …) and its successors.
type Lineage struct {
	Start   string
	Members []LineageMember  // in document order
	Links   []*Reaffirmation // every link between two members, by Rank
	// Truncated is true where Depth or the bound of 1,000 members cut it short.
	Truncated bool
}

// A LineageMember is a provision of a lineage.
type LineageMember struct {
	Provision *Provision
	Depth     int // fewest links from the start: negative towards earlier documents, positive towards later ones
}

// Trace follows the links from each query's provision. A provision that does not exist has an empty
// lineage. However many queries there are, it asks r at most once for each step of the greatest depth,
// once more to see whether there is anything beyond, once for the members, and once for the links between
// antecedents and successors where any lineage has both. Errors: ErrInvalid for a depth that is out of bounds; otherwise the Reader's.
func Trace(ctx context.Context, r Reader, qs []LineageQuery) ([]*Lineage, error) {
	walks := make([]*walk, len(qs))
	for i, q := range qs {
		if q.Depth < 1 || q.Depth > MaxLineageDepth {
			return nil, fmt.Errorf("%w: a lineage's depth is from 1 to %d, not %d", ErrInvalid, MaxLineageDepth, q.Depth)
		}
		walks[i] = newWalk(q)
	}
	for step := 1; ; step++ {
		var ask []Query[ReaffirmationFilter]
		var give []func([]*Reaffirmation)
		for _, w := range walks {
			for _, sign := range []int{-1, 1} {
				if ids := w.frontier(sign, step); len(ids) > 0 {
					ask = append(ask, Query[ReaffirmationFilter]{Filter: w.filter(sign, ids)})
					give = append(give, func(links []*Reaffirmation) { w.follow(sign, step, links) })
				}
			}
		}
		if len(ask) == 0 {
			break
		}
		answers, err := r.Reaffirmations(ctx, ask)
		if err != nil {
			return nil, err
		}
		for i, a := range answers {
			give[i](a.Items)
		}
	}
	return gather(ctx, r, walks)
}

// A walk is a lineage under way.
type walk struct {
	query     LineageQuery
	depth     map[string]int // signed, of each member found
	next      map[int][]string
	links     map[string]*Reaffirmation // all that were seen on the way, by id
	truncated bool
}

func newWalk(q LineageQuery) *walk {
	w := &walk{query: q, depth: map[string]int{q.Provision: 0}, next: map[int][]string{}, links: map[string]*Reaffirmation{}}
	if q.Direction != ToLater {
		w.next[-1] = []string{q.Provision}
	}
	if q.Direction != ToEarlier {
		w.next[1] = []string{q.Provision}
	}
	return w
}

// frontier is what the walk has reached in the direction of sign and not yet followed; at the last
// step nothing is, but for a look whether the walk is cut short.
func (w *walk) frontier(sign, step int) []string {
	if step > w.query.Depth+1 {
		return nil
	}
	return w.next[sign]
}

func (w *walk) filter(sign int, ids []string) ReaffirmationFilter {
	if sign < 0 {
		return ReaffirmationFilter{Later: ids, Relations: w.query.Relations}
	}
	return ReaffirmationFilter{Earlier: ids, Relations: w.query.Relations}
}

func (w *walk) follow(sign, step int, links []*Reaffirmation) {
	w.next[sign] = nil
	for _, l := range links {
		w.links[l.ID] = l
		id := l.Later
		if sign < 0 {
			id = l.Earlier
		}
		if _, ok := w.depth[id]; ok {
			continue
		}
		if step > w.query.Depth || len(w.depth) >= maxLineageMembers {
			w.truncated = true
			continue
		}
		w.depth[id] = sign * step
		w.next[sign] = append(w.next[sign], id)
	}
}

// gather fetches the members of all walks at once, and makes their lineages.
func gather(ctx context.Context, r Reader, walks []*walk) ([]*Lineage, error) {
	if err := cross(ctx, r, walks); err != nil {
		return nil, err
	}
	var ids []string
	for _, w := range walks {
		ids = append(ids, slices.Sorted(maps.Keys(w.depth))...)
	}
	nodes, err := r.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	lineages := make([]*Lineage, len(walks))
	for i, w := range walks {
		l := &Lineage{Start: w.query.Provision, Links: w.between(), Truncated: w.truncated}
		for _, n := range nodes[:len(w.depth)] {
			if p, ok := n.(*Provision); ok {
				l.Members = append(l.Members, LineageMember{Provision: p, Depth: w.depth[p.ID]})
			}
		}
		nodes = nodes[len(w.depth):]
		slices.SortFunc(l.Members, func(a, b LineageMember) int { return a.Provision.Rank - b.Provision.Rank })
		lineages[i] = l
	}
	return lineages, nil
}

// cross asks for the links that no walk has seen: a member has been asked for all that it carries on, if it is an
// antecedent, and else for all that carries it on, so that what leads from a successor past the start to an antecedent is missing.
func cross(ctx context.Context, r Reader, walks []*walk) error {
	var ask []Query[ReaffirmationFilter]
	var crossing []*walk
	for _, w := range walks {
		f := ReaffirmationFilter{Relations: w.query.Relations}
		for id, depth := range w.depth {
			switch {
			case depth > 0:
				f.Later = append(f.Later, id)
			case depth < 0:
				f.Earlier = append(f.Earlier, id)
			}
		}
		if len(f.Later) > 0 && len(f.Earlier) > 0 {
			slices.Sort(f.Later)
			slices.Sort(f.Earlier)
			ask, crossing = append(ask, Query[ReaffirmationFilter]{Filter: f}), append(crossing, w)
		}
	}
	if len(ask) == 0 {
		return nil
	}
	answers, err := r.Reaffirmations(ctx, ask)
	if err != nil {
		return err
	}
	for i, w := range crossing {
		for _, l := range answers[i].Items {
			w.links[l.ID] = l
		}
	}
	return nil
}

// between lists the links between two members, by Rank.
func (w *walk) between() []*Reaffirmation {
	var list []*Reaffirmation
	for _, l := range w.links {
		_, later := w.depth[l.Later]
		_, earlier := w.depth[l.Earlier]
		if later && earlier {
			list = append(list, l)
		}
	}
	slices.SortFunc(list, func(a, b *Reaffirmation) int { return a.Rank - b.Rank })
	return list
}

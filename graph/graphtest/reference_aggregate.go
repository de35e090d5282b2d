package graphtest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

func (r *reference) Facets(_ context.Context, filters []graph.ProvisionFilter) ([]*graph.Facets, error) {
	var list []*graph.Facets
	for i := range filters {
		if _, err := fulltext.Parse(filters[i].Text); err != nil {
			return nil, err
		}
		list = append(list, r.facets(&filters[i]))
	}
	return list, nil
}

func (r *reference) facets(f *graph.ProvisionFilter) *graph.Facets {
	var matched []*graph.Provision
	for i := range r.g.Provisions {
		if r.matchProvision(&r.g.Provisions[i], f) {
			matched = append(matched, &r.g.Provisions[i])
		}
	}
	// count counts those that would match each of values alone, and leaves out those with none.
	count := func(values []string, filter func(string) graph.ProvisionFilter) []graph.Count {
		var list []graph.Count
		for _, v := range values {
			only, n := filter(v), 0
			for _, p := range matched {
				if r.matchProvision(p, &only) {
					n++
				}
			}
			if n > 0 {
				list = append(list, graph.Count{Value: v, Count: n})
			}
		}
		return list
	}
	// most sorts by count; values that are equal in it stay in order.
	most := func(list []graph.Count) []graph.Count {
		slices.SortStableFunc(list, func(a, b graph.Count) int { return b.Count - a.Count })
		return list
	}
	var verbs []string
	var strengths, years []int
	for i := range r.g.Commitments {
		c := &r.g.Commitments[i]
		verbs = append(verbs, c.Verbs...)
		strengths = append(strengths, c.Strength)
		for _, d := range c.Deadlines {
			years = append(years, d.Year)
		}
	}
	facets := &graph.Facets{
		Total: len(matched),
		Documents: count(idsOf(r.g.Documents), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{Documents: []string{v}}
		}),
		Kinds: count(stringsOf(graph.ProvisionKinds()), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{Kinds: []graph.ProvisionKind{graph.ProvisionKind(v)}}
		}),
		CommitmentKinds: count(stringsOf(graph.CommitmentKinds()), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{CommitmentKinds: []graph.CommitmentKind{graph.CommitmentKind(v)}}
		}),
		Bodies: most(count(idsOf(r.g.Bodies), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{Bodies: []string{v}}
		})),
		Roles: count(stringsOf(graph.Roles()), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{Roles: []graph.Role{graph.Role(v)}}
		}),
		Instruments: most(count(idsOf(r.g.Instruments), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{Instruments: []string{v}}
		})),
		Stances: count(stringsOf(graph.Stances()), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{Stances: []graph.Stance{graph.Stance(v)}}
		}),
		Themes: most(count(idsOf(r.g.Themes), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{Themes: []string{v}}
		})),
		Verbs: most(count(ascending(verbs), func(v string) graph.ProvisionFilter {
			return graph.ProvisionFilter{Verbs: []string{v}}
		})),
		Years: count(numbers(years), func(v string) graph.ProvisionFilter {
			year, _ := strconv.Atoi(v)
			return graph.ProvisionFilter{Deadline: &graph.Years{From: year, To: year}}
		}),
	}
	for _, v := range ascending(strengths) {
		n := 0
		for _, p := range matched {
			if v > 0 && slices.ContainsFunc(r.commitments[p.ID], func(c *graph.Commitment) bool { return c.Strength == v }) {
				n++
			}
		}
		if n > 0 {
			facets.Strengths = append(facets.Strengths, graph.Count{Value: strconv.Itoa(v), Count: n})
		}
	}
	return facets
}

func stringsOf[T ~string](list []T) []string {
	var s []string
	for _, x := range list {
		s = append(s, string(x))
	}
	return s
}

func idsOf[T any, P interface {
	*T
	graph.Node
}](list []T) []string {
	var ids []string
	for i := range list {
		ids = append(ids, P(&list[i]).NodeID())
	}
	return ids
}

// ascending lists each value once.
func ascending[T cmp.Ordered](list []T) []T {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

func numbers(list []int) []string {
	var s []string
	for _, n := range ascending(list) {
		s = append(s, strconv.Itoa(n))
	}
	return s
}

func (r *reference) Tally(_ context.Context, qs []graph.TallyQuery) ([][]graph.Cell, error) {
	var list [][]graph.Cell
	for i := range qs {
		if err := qs[i].Check(); err != nil {
			return nil, err
		}
		list = append(list, r.tally(&qs[i]))
	}
	return list, nil
}

func (r *reference) tally(q *graph.TallyQuery) []graph.Cell {
	rows, columns := r.axis(q.Rows), r.axis(q.Columns)
	provisions := map[graph.Cell]map[string]bool{} // of each cell
	for i := range r.g.Involvements {
		v := &r.g.Involvements[i]
		if !r.matchInvolvement(v, &q.Filter) {
			continue
		}
		for _, row := range rows {
			for _, column := range columns {
				if !r.stands(v, q.Rows, row) || !r.stands(v, q.Columns, column) {
					continue
				}
				at := graph.Cell{Row: row, Column: column, Role: v.Role}
				if provisions[at] == nil {
					provisions[at] = map[string]bool{}
				}
				provisions[at][v.Provision] = true
			}
		}
	}
	var list []graph.Cell
	for _, row := range rows {
		for _, column := range columns {
			for _, role := range graph.Roles() {
				at := graph.Cell{Row: row, Column: column, Role: role}
				if n := len(provisions[at]); n > 0 {
					at.Count = n
					list = append(list, at)
				}
			}
		}
	}
	return list
}

// axis lists the ids along an axis.
func (r *reference) axis(a graph.Axis) []string {
	switch a {
	case graph.BodyAxis:
		return idsOf(r.g.Bodies)
	case graph.ThemeAxis:
		return idsOf(r.g.Themes)
	}
	return idsOf(r.g.Documents)
}

// stands says whether an involvement counts at id on an axis.
func (r *reference) stands(v *graph.Involvement, a graph.Axis, id string) bool {
	switch a {
	case graph.BodyAxis:
		return v.Body == id
	case graph.ThemeAxis:
		return slices.Contains(r.about[v.Provision], id)
	}
	return r.document[v.Provision] == id
}

func (r *reference) Edges(_ context.Context, ids []string, kinds []graph.EdgeKind, limit int) ([][]graph.Edge, error) {
	if limit < 0 {
		return nil, fmt.Errorf("%w: limit %d", graph.ErrInvalid, limit)
	}
	all := r.edges()
	var lists [][]graph.Edge
	for _, id := range ids {
		var list []graph.Edge
		for _, e := range all {
			if (e.From == id || e.To == id) && in(kinds, e.Kind) && len(list) < limit {
				list = append(list, e)
			}
		}
		lists = append(lists, list)
	}
	return lists, nil
}

// edges lists all edges in order.
func (r *reference) edges() []graph.Edge {
	best := map[graph.Edge]float64{} // by the edge without its confidence
	add := func(k graph.EdgeKind, from, to, label string, confidence float64) {
		if from == "" || to == "" {
			return
		}
		e := graph.Edge{Kind: k, From: from, To: to, Label: label}
		if c, ok := best[e]; !ok || confidence > c {
			best[e] = confidence
		}
	}
	for _, s := range r.g.Sections {
		add(graph.ContainsEdge, cmp.Or(s.Parent, s.Document), s.ID, "", 1)
	}
	for _, p := range r.g.Provisions {
		add(graph.ContainsEdge, cmp.Or(p.Parent, p.Section, p.Document), p.ID, "", 1)
	}
	for _, c := range r.g.Commitments {
		add(graph.MakesEdge, c.Provision, c.ID, "", 1)
	}
	for _, v := range r.g.Involvements {
		add(graph.InvolvesEdge, v.Provision, v.Body, string(v.Role), v.Evidence.Confidence)
	}
	for _, c := range r.g.Citations {
		add(graph.CitesEdge, c.Provision, c.Instrument, string(c.Stance), c.Evidence.Confidence)
	}
	for _, l := range r.g.Reaffirmations {
		add(graph.ReaffirmsEdge, l.Later, l.Earlier, string(l.Relation), l.Evidence.Confidence)
	}
	for _, a := range r.g.Abouts {
		add(graph.AboutEdge, a.Provision, a.Theme, "", a.Evidence.Confidence)
	}
	for _, b := range r.g.Bodies {
		add(graph.MemberOfEdge, b.ID, b.MemberOf, "", 1)
	}
	for _, i := range r.g.Instruments {
		add(graph.BroaderEdge, i.ID, i.Broader, "", 1)
	}
	for _, t := range r.g.Themes {
		add(graph.BroaderEdge, t.ID, t.Broader, "", 1)
	}
	var list []graph.Edge
	for e, confidence := range best {
		e.Confidence = confidence
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b graph.Edge) int {
		return cmp.Or(slices.Index(graph.EdgeKinds(), a.Kind)-slices.Index(graph.EdgeKinds(), b.Kind),
			cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Label, b.Label))
	})
	return list
}

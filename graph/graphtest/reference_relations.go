package graphtest

import (
	"context"
	"slices"

	"reaffirm/graph"
)

func (r *reference) Involvements(_ context.Context, qs []graph.Query[graph.InvolvementFilter]) ([]graph.Slice[*graph.Involvement], error) {
	return answerAll(r.g.Involvements, qs, r.matchInvolvement, nil, func(v *graph.Involvement) int { return v.Rank })
}

func (r *reference) matchInvolvement(v *graph.Involvement, f *graph.InvolvementFilter) bool {
	return in(f.Provisions, v.Provision) && refers(f.Commitments, v.Commitment) && in(f.Bodies, v.Body) && in(f.Roles, v.Role) &&
		in(f.Documents, r.document[v.Provision]) && meets(f.Themes, r.about[v.Provision]) && is(f.Implied, v.Implied) &&
		(f.MinConfidence <= 0 || v.Evidence.Confidence >= f.MinConfidence)
}

func (r *reference) Citations(_ context.Context, qs []graph.Query[graph.CitationFilter]) ([]graph.Slice[*graph.Citation], error) {
	return answerAll(r.g.Citations, qs, func(c *graph.Citation, f *graph.CitationFilter) bool {
		named := in(f.Instruments, c.Instrument) || f.Narrower && meets(f.Instruments, r.instruments[c.Instrument])
		return in(f.Provisions, c.Provision) && named && in(f.Stances, c.Stance) &&
			in(f.Documents, r.document[c.Provision]) && meets(f.Themes, r.about[c.Provision]) && is(f.Collective, c.Collective) &&
			(f.MinConfidence <= 0 || c.Evidence.Confidence >= f.MinConfidence)
	}, nil, func(c *graph.Citation) int { return c.Rank })
}

func (r *reference) Abouts(_ context.Context, qs []graph.Query[graph.AboutFilter]) ([]graph.Slice[*graph.About], error) {
	return answerAll(r.g.Abouts, qs, func(a *graph.About, f *graph.AboutFilter) bool {
		return in(f.Provisions, a.Provision) && in(f.Themes, a.Theme) && in(f.Documents, r.document[a.Provision])
	}, nil, func(a *graph.About) int { return a.Rank })
}

func (r *reference) Reaffirmations(_ context.Context, qs []graph.Query[graph.ReaffirmationFilter]) ([]graph.Slice[*graph.Reaffirmation], error) {
	return answerAll(r.g.Reaffirmations, qs, func(l *graph.Reaffirmation, f *graph.ReaffirmationFilter) bool {
		relations := f.Relations
		if len(relations) == 0 {
			relations = graph.DefaultRelations()
		}
		var changes []graph.ChangeKind
		for _, c := range l.Changes {
			changes = append(changes, c.Kind)
		}
		return in(f.Later, l.Later) && in(f.Earlier, l.Earlier) &&
			in(f.LaterDocuments, r.document[l.Later]) && in(f.EarlierDocuments, r.document[l.Earlier]) &&
			slices.Contains(relations, l.Relation) && meets(f.Changes, changes) &&
			(f.MinScore <= 0 || l.Score >= f.MinScore) &&
			meets(f.Themes, slices.Concat(r.about[l.Later], r.about[l.Earlier])) &&
			meets(f.Bodies, append(r.bodiesOf(l.Later), r.bodiesOf(l.Earlier)...))
	}, func(l *graph.Reaffirmation, _ graph.OrderBy) int64 { return graph.Millionths(l.Score) },
		func(l *graph.Reaffirmation) int { return l.Rank }, graph.ByScore)
}

func (r *reference) Repetitions(_ context.Context, qs []graph.Query[graph.RepetitionFilter]) ([]graph.Slice[*graph.Repetition], error) {
	return answerAll(r.g.Repetitions, qs, func(p *graph.Repetition, f *graph.RepetitionFilter) bool {
		return meets(f.Provisions, []string{p.First, p.Second}) && in(f.Documents, r.document[p.First])
	}, nil, func(p *graph.Repetition) int { return p.Rank })
}

func (r *reference) Threads(_ context.Context, qs []graph.Query[graph.ThreadFilter]) ([]graph.Slice[*graph.Thread], error) {
	return answerAll(r.g.Threads, qs, func(t *graph.Thread, f *graph.ThreadFilter) bool {
		every := !slices.ContainsFunc(f.Documents, func(d string) bool { return !slices.Contains(t.Documents, d) })
		var themes, bodies []string
		for _, p := range t.Provisions {
			themes = append(themes, r.about[p]...)
			bodies = append(bodies, r.bodiesOf(p)...)
		}
		return meets(f.Provisions, t.Provisions) && every &&
			in(f.First, r.document[t.Root]) && in(f.Last, t.Documents[len(t.Documents)-1]) &&
			(f.MinDocuments <= 0 || len(t.Documents) >= f.MinDocuments) &&
			(f.MaxDocuments <= 0 || len(t.Documents) <= f.MaxDocuments) &&
			meets(f.Themes, themes) && meets(f.Bodies, bodies)
	}, func(t *graph.Thread, by graph.OrderBy) int64 {
		if by == graph.ByDocuments {
			return int64(len(t.Documents))
		}
		return int64(len(t.Provisions))
	}, func(t *graph.Thread) int { return t.Rank }, graph.ByProvisions, graph.ByDocuments)
}

package graphtest

import (
	"context"
	"slices"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

func (r *reference) Documents(_ context.Context, qs []graph.Query[graph.DocumentFilter]) ([]graph.Slice[*graph.Document], error) {
	return answerAll(r.g.Documents, qs, func(d *graph.Document, f *graph.DocumentFilter) bool {
		return in(f.IDs, d.ID) && refers(f.Bodies, d.Body) &&
			(f.Adopted == nil || f.Adopted.Contains(graph.YearOf(d.Adopted)))
	}, nil, func(d *graph.Document) int { return d.Rank })
}

func (r *reference) Sections(_ context.Context, qs []graph.Query[graph.SectionFilter]) ([]graph.Slice[*graph.Section], error) {
	return answerAll(r.g.Sections, qs, func(s *graph.Section, f *graph.SectionFilter) bool {
		return in(f.Documents, s.Document) && refers(f.Parents, s.Parent) && (!f.Outermost || s.Level == 1)
	}, nil, func(s *graph.Section) int { return s.Rank })
}

func (r *reference) Provisions(_ context.Context, qs []graph.Query[graph.ProvisionFilter]) ([]graph.Slice[*graph.Provision], error) {
	for i := range qs {
		if _, err := fulltext.Parse(qs[i].Filter.Text); err != nil {
			return nil, err
		}
	}
	return answerAll(r.g.Provisions, qs, r.matchProvision, func(p *graph.Provision, _ graph.OrderBy) int64 { return int64(p.Reaffirmations) },
		func(p *graph.Provision) int { return p.Rank }, graph.ByReaffirmations)
}

func (r *reference) matchProvision(p *graph.Provision, f *graph.ProvisionFilter) bool {
	return in(f.Documents, p.Document) &&
		meets(f.Sections, r.sections[p.Section]) &&
		refers(f.Parents, p.Parent) &&
		(!f.Outermost || p.Parent == "") &&
		in(f.Kinds, p.Kind) &&
		r.involves(p, f) && r.cites(p, f) &&
		meets(f.Themes, r.about[p.ID]) &&
		r.commits(p, f) &&
		(f.Text == "" || findsText(f.Text, p)) &&
		(len(f.ReaffirmedIn) == 0 || r.linked(p.ID, false, f.ReaffirmedIn, f.Relations)) &&
		(len(f.Reaffirms) == 0 || r.linked(p.ID, true, f.Reaffirms, f.Relations)) &&
		(len(f.NotReaffirmedIn) == 0 || !r.linked(p.ID, false, f.NotReaffirmedIn, f.NotRelations)) &&
		(len(f.NotReaffirms) == 0 || !r.linked(p.ID, true, f.NotReaffirms, f.NotRelations))
}

func findsText(text string, p *graph.Provision) bool {
	q, err := fulltext.Parse(text)
	return err == nil && q.Matches([]fulltext.Field{{Values: []string{p.Text}}})
}

func (r *reference) involves(p *graph.Provision, f *graph.ProvisionFilter) bool {
	return len(f.Bodies)+len(f.Roles) == 0 || slices.ContainsFunc(r.involvements[p.ID], func(v *graph.Involvement) bool {
		return in(f.Bodies, v.Body) && in(f.Roles, v.Role)
	})
}

func (r *reference) cites(p *graph.Provision, f *graph.ProvisionFilter) bool {
	return len(f.Instruments)+len(f.Stances) == 0 || slices.ContainsFunc(r.citations[p.ID], func(c *graph.Citation) bool {
		return meets(f.Instruments, r.instruments[c.Instrument]) && in(f.Stances, c.Stance)
	})
}

func (r *reference) commits(p *graph.Provision, f *graph.ProvisionFilter) bool {
	if len(f.CommitmentKinds)+len(f.Verbs)+len(f.Qualifiers) == 0 && f.MinStrength <= 0 && f.Deadline == nil {
		return true
	}
	return slices.ContainsFunc(r.commitments[p.ID], func(c *graph.Commitment) bool {
		return matchClause(c, f.CommitmentKinds, f.Verbs, f.MinStrength, 0, f.Deadline, f.Qualifiers)
	})
}

// matchClause says whether a commitment is as wanted.
func matchClause(c *graph.Commitment, kinds []graph.CommitmentKind, verbs []string, least, most int, deadline *graph.Years, qualifiers []string) bool {
	var names []string
	for _, q := range c.Qualifiers {
		names = append(names, q.Name)
	}
	return in(kinds, c.Kind) && meets(verbs, c.Verbs) && meets(qualifiers, names) &&
		(least <= 0 || c.Strength >= least) &&
		(most <= 0 || c.Strength > 0 && c.Strength <= most) &&
		(deadline == nil || slices.ContainsFunc(c.Deadlines, func(d graph.Deadline) bool { return deadline.Contains(d.Year) }))
}

// linked says whether a link of the relations joins id, as its later end or as its earlier, to a
// provision of the documents.
func (r *reference) linked(id string, later bool, documents []string, relations []graph.Relation) bool {
	if len(relations) == 0 {
		relations = graph.DefaultRelations()
	}
	return slices.ContainsFunc(r.g.Reaffirmations, func(l graph.Reaffirmation) bool {
		own, other := l.Earlier, l.Later
		if later {
			own, other = l.Later, l.Earlier
		}
		return own == id && slices.Contains(relations, l.Relation) && slices.Contains(documents, r.document[other])
	})
}

func (r *reference) Commitments(_ context.Context, qs []graph.Query[graph.CommitmentFilter]) ([]graph.Slice[*graph.Commitment], error) {
	return answerAll(r.g.Commitments, qs, func(c *graph.Commitment, f *graph.CommitmentFilter) bool {
		return in(f.Provisions, c.Provision) && in(f.Documents, r.document[c.Provision]) &&
			matchClause(c, f.Kinds, f.Verbs, f.MinStrength, f.MaxStrength, f.Deadline, f.Qualifiers) &&
			(len(f.Bodies)+len(f.Roles) == 0 || slices.ContainsFunc(r.involvements[c.Provision], func(v *graph.Involvement) bool {
				return v.Commitment == c.ID && in(f.Bodies, v.Body) && in(f.Roles, v.Role)
			})) &&
			meets(f.Themes, r.about[c.Provision])
	}, func(c *graph.Commitment, _ graph.OrderBy) int64 { return int64(c.Strength) },
		func(c *graph.Commitment) int { return c.Rank }, graph.ByStrength)
}

func (r *reference) Bodies(_ context.Context, qs []graph.Query[graph.BodyFilter]) ([]graph.Slice[*graph.Body], error) {
	return answerAll(r.g.Bodies, qs, func(b *graph.Body, f *graph.BodyFilter) bool {
		return in(f.IDs, b.ID) && in(f.Kinds, b.Kind) && refers(f.MemberOf, b.MemberOf) &&
			(len(f.Documents)+len(f.Roles)+len(f.Themes) == 0 || slices.ContainsFunc(r.g.Involvements, func(v graph.Involvement) bool {
				return v.Body == b.ID && in(f.Documents, r.document[v.Provision]) && in(f.Roles, v.Role) && meets(f.Themes, r.about[v.Provision])
			}))
	}, func(b *graph.Body, _ graph.OrderBy) int64 { return int64(b.Provisions) },
		func(b *graph.Body) int { return b.Rank }, graph.ByProvisions)
}

func (r *reference) Instruments(_ context.Context, qs []graph.Query[graph.InstrumentFilter]) ([]graph.Slice[*graph.Instrument], error) {
	return answerAll(r.g.Instruments, qs, func(i *graph.Instrument, f *graph.InstrumentFilter) bool {
		return in(f.IDs, i.ID) && in(f.Kinds, i.Kind) && refers(f.Broader, i.Broader) && is(f.Recognized, i.Recognized) &&
			(len(f.Documents)+len(f.Stances)+len(f.Themes) == 0 || slices.ContainsFunc(r.g.Citations, func(c graph.Citation) bool {
				return c.Instrument == i.ID && in(f.Documents, r.document[c.Provision]) && in(f.Stances, c.Stance) && meets(f.Themes, r.about[c.Provision])
			}))
	}, func(i *graph.Instrument, _ graph.OrderBy) int64 { return int64(i.Provisions) },
		func(i *graph.Instrument) int { return i.Rank }, graph.ByProvisions)
}

func (r *reference) Themes(_ context.Context, qs []graph.Query[graph.ThemeFilter]) ([]graph.Slice[*graph.Theme], error) {
	return answerAll(r.g.Themes, qs, func(t *graph.Theme, f *graph.ThemeFilter) bool {
		return in(f.IDs, t.ID) && refers(f.Broader, t.Broader) && (!f.Outermost || t.Broader == "") &&
			(len(f.Documents) == 0 || slices.ContainsFunc(r.g.Abouts, func(a graph.About) bool {
				return slices.Contains(f.Documents, r.document[a.Provision]) && slices.Contains(r.themes[a.Theme], t.ID)
			}))
	}, func(t *graph.Theme, _ graph.OrderBy) int64 { return int64(t.Provisions) },
		func(t *graph.Theme) int { return t.Rank }, graph.ByProvisions)
}

// bodiesOf lists the bodies that a provision involves.
func (r *reference) bodiesOf(provision string) []string {
	var list []string
	for _, v := range r.involvements[provision] {
		list = append(list, v.Body)
	}
	return list
}

package neograph

import "reaffirm/graph"

// commitmentProperties stores the clause itself under the names of a span, its words as "text"; of the qualifiers the
// canonical forms, of the deadlines the years.
func commitmentProperties(c *graph.Commitment) properties {
	p := properties{
		"id": c.ID, "provision": c.Provision, "ordinal": c.Ordinal, "kind": string(c.Kind), "strength": c.Strength,
		"text": c.Span.Quote, "start": c.Span.Start, "end": c.Span.End,
		"inherited": c.Inherited, "negated": c.Negated, "rank": c.Rank, "packed": pack(commitmentFields, c),
	}
	p.setTexts("verbs", c.Verbs)
	forms, years := make([]string, len(c.Qualifiers)), make([]int, len(c.Deadlines))
	for i := range c.Qualifiers {
		forms[i] = c.Qualifiers[i].Name
	}
	p.setTexts("qualifiers", forms)
	for i := range c.Deadlines {
		years[i] = c.Deadlines[i].Year
	}
	if len(years) > 0 {
		p["deadlines"] = years
	}
	p.setEvidence(c.Evidence)
	return p
}

func commitmentFields(f *form, c *graph.Commitment) {
	text(f, &c.ID)
	text(f, &c.Provision)
	f.number(&c.Ordinal)
	text(f, &c.Kind)
	f.texts(&c.Verbs)
	f.number(&c.Strength)
	spanFields(f, &c.Span)
	f.flag(&c.Inherited)
	f.flag(&c.Negated)
	items(f, &c.Qualifiers, func(f *form, q *graph.Qualifier) {
		text(f, &q.Name)
		spanFields(f, &q.Span)
	})
	items(f, &c.Deadlines, func(f *form, d *graph.Deadline) {
		f.number(&d.Year)
		spanFields(f, &d.Span)
		text(f, &d.Binds)
		evidenceFields(f, &d.Evidence)
	})
	evidenceFields(f, &c.Evidence)
	f.number(&c.Rank)
}

func verbProperties(v *graph.Verb) properties {
	return properties{"base": v.Base, "kind": string(v.Kind), "strength": v.Strength, "packed": pack(verbFields, v)}
}

func verbFields(f *form, v *graph.Verb) {
	text(f, &v.Base)
	text(f, &v.Kind)
	f.number(&v.Strength)
}

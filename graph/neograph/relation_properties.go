package neograph

import "reaffirm/graph"

func involvementProperties(v *graph.Involvement) properties {
	p := properties{"role": string(v.Role), "implied": v.Implied, "rank": v.Rank, "packed": pack(involvementFields, v)}
	p.setText("commitment", v.Commitment)
	p.setSpan(v.Span)
	p.setEvidence(v.Evidence)
	return p
}

func involvementFields(f *form, v *graph.Involvement) {
	text(f, &v.Provision)
	text(f, &v.Commitment)
	text(f, &v.Body)
	text(f, &v.Role)
	f.flag(&v.Implied)
	optional(f, &v.Span, spanFields)
	evidenceFields(f, &v.Evidence)
	f.number(&v.Rank)
}

func citationProperties(c *graph.Citation) properties {
	p := properties{
		"stance": string(c.Stance), "collective": c.Collective, "erratum": c.Erratum, "rank": c.Rank,
		"packed": pack(citationFields, c),
	}
	p.setText("pinpoint", c.Pinpoint)
	p.setTexts("provisions", c.Provisions)
	p.setText("footnote", c.Footnote)
	p.setSpan(c.Span)
	p.setEvidence(c.Evidence)
	return p
}

func citationFields(f *form, c *graph.Citation) {
	text(f, &c.Provision)
	text(f, &c.Instrument)
	text(f, &c.Stance)
	text(f, &c.Pinpoint)
	f.texts(&c.Provisions)
	optional(f, &c.Span, spanFields)
	text(f, &c.Footnote)
	f.flag(&c.Collective)
	f.flag(&c.Erratum)
	evidenceFields(f, &c.Evidence)
	f.number(&c.Rank)
}

func aboutProperties(a *graph.About) properties {
	p := properties{"rank": a.Rank, "packed": pack(aboutFields, a)}
	p.setText("heading", a.Heading)
	p.setSpan(a.Span)
	p.setEvidence(a.Evidence)
	return p
}

func aboutFields(f *form, a *graph.About) {
	text(f, &a.Provision)
	text(f, &a.Theme)
	optional(f, &a.Span, spanFields)
	text(f, &a.Heading)
	evidenceFields(f, &a.Evidence)
	f.number(&a.Rank)
}

// reaffirmationProperties stores of the changes the kinds, and the word diff as two parallel lists.
func reaffirmationProperties(r *graph.Reaffirmation) properties {
	p := properties{
		"id": r.ID, "relation": string(r.Relation), "score": r.Score, "rank": r.Rank, "packed": pack(reaffirmationFields, r),
	}
	p.setTexts("announced", r.Announced)
	kinds := make([]string, len(r.Changes))
	for i := range r.Changes {
		kinds[i] = string(r.Changes[i].Kind)
	}
	p.setTexts("changes", kinds)
	ops, words := make([]string, len(r.Diff)), make([]string, len(r.Diff))
	for i, part := range r.Diff {
		ops[i], words[i] = string(part.Op), part.Text
	}
	p.setTexts("diffOps", ops)
	p.setTexts("diffTexts", words)
	p.setEvidence(r.Evidence)
	return p
}

func reaffirmationFields(f *form, r *graph.Reaffirmation) {
	text(f, &r.ID)
	text(f, &r.Later)
	text(f, &r.Earlier)
	text(f, &r.Relation)
	f.float(&r.Score)
	items(f, &r.Changes, func(f *form, c *graph.Change) {
		text(f, &c.Kind)
		text(f, &c.Rule)
		optional(f, &c.Later, spanFields)
		optional(f, &c.Earlier, spanFields)
	})
	items(f, &r.Aligned, func(f *form, a *graph.AlignedSpan) {
		spanFields(f, &a.Later)
		spanFields(f, &a.Earlier)
	})
	items(f, &r.Diff, func(f *form, d *graph.DiffPart) {
		text(f, &d.Op)
		text(f, &d.Text)
	})
	f.texts(&r.Announced)
	evidenceFields(f, &r.Evidence)
	f.number(&r.Rank)
}

func repetitionProperties(r *graph.Repetition) properties {
	p := properties{"score": r.Score, "rank": r.Rank, "packed": pack(repetitionFields, r)}
	p.setEvidence(r.Evidence)
	return p
}

func repetitionFields(f *form, r *graph.Repetition) {
	text(f, &r.First)
	text(f, &r.Second)
	f.float(&r.Score)
	evidenceFields(f, &r.Evidence)
	f.number(&r.Rank)
}

package neograph

import "reaffirm/graph"

// What a relation joins is not among its properties: it is where the relationship starts and ends.
// Statements that return relations add those ids, under the names of the fields that hold them.

func involvementProperties(v *graph.Involvement) properties {
	p := properties{"role": string(v.Role), "implied": v.Implied, "rank": v.Rank}
	p.setText("commitment", v.Commitment)
	p.setSpan(v.Span)
	p.setEvidence(v.Evidence)
	return p
}

func involvementOf(p properties) *graph.Involvement {
	return &graph.Involvement{
		Provision:  p.text("provision"),
		Commitment: p.text("commitment"),
		Body:       p.text("body"),
		Role:       graph.Role(p.text("role")),
		Implied:    p.flag("implied"),
		Span:       p.span(),
		Evidence:   p.evidence(),
		Rank:       p.number("rank"),
	}
}

func citationProperties(c *graph.Citation) properties {
	p := properties{"stance": string(c.Stance), "collective": c.Collective, "erratum": c.Erratum, "rank": c.Rank}
	p.setText("pinpoint", c.Pinpoint)
	p.setText("footnote", c.Footnote)
	p.setSpan(c.Span)
	p.setEvidence(c.Evidence)
	return p
}

func citationOf(p properties) *graph.Citation {
	return &graph.Citation{
		Provision:  p.text("provision"),
		Instrument: p.text("instrument"),
		Stance:     graph.Stance(p.text("stance")),
		Pinpoint:   p.text("pinpoint"),
		Span:       p.span(),
		Footnote:   p.text("footnote"),
		Collective: p.flag("collective"),
		Erratum:    p.flag("erratum"),
		Evidence:   p.evidence(),
		Rank:       p.number("rank"),
	}
}

func aboutProperties(a *graph.About) properties {
	p := properties{"rank": a.Rank}
	p.setText("heading", a.Heading)
	p.setSpan(a.Span)
	p.setEvidence(a.Evidence)
	return p
}

func aboutOf(p properties) *graph.About {
	return &graph.About{
		Provision: p.text("provision"),
		Theme:     p.text("theme"),
		Span:      p.span(),
		Heading:   p.text("heading"),
		Evidence:  p.evidence(),
		Rank:      p.number("rank"),
	}
}

func reaffirmationProperties(r *graph.Reaffirmation) properties {
	p := properties{"id": r.ID, "relation": string(r.Relation), "score": r.Score, "rank": r.Rank}
	p.setTexts("announced", r.Announced)
	p.setChanges(r.Changes)
	p.setAligned(r.Aligned)
	p.setDiff(r.Diff)
	p.setEvidence(r.Evidence)
	return p
}

func reaffirmationOf(p properties) *graph.Reaffirmation {
	return &graph.Reaffirmation{
		ID:        p.text("id"),
		Later:     p.text("later"),
		Earlier:   p.text("earlier"),
		Relation:  graph.Relation(p.text("relation")),
		Score:     p.float("score"),
		Changes:   p.changes(),
		Aligned:   p.aligned(),
		Diff:      p.diff(),
		Announced: p.texts("announced"),
		Evidence:  p.evidence(),
		Rank:      p.number("rank"),
	}
}

// setChanges stores the kinds as "changes", and rules and words beside them.
func (p properties) setChanges(list []graph.Change) {
	if len(list) == 0 {
		return
	}
	kinds, rules := make([]string, len(list)), make([]string, len(list))
	var later, earlier spanList
	for i := range list {
		kinds[i], rules[i] = string(list[i].Kind), list[i].Rule
		later.add(list[i].Later)
		earlier.add(list[i].Earlier)
	}
	p["changes"], p["changeRules"] = kinds, rules
	later.set(p, "changeLater")
	earlier.set(p, "changeEarlier")
}

func (p properties) changes() []graph.Change {
	kinds := p.column("changes")
	if len(kinds) == 0 {
		return nil
	}
	rules := p.column("changeRules")
	later := spansOf(p, "changeLaterStarts", "changeLaterEnds", "changeLaterQuotes")
	earlier := spansOf(p, "changeEarlierStarts", "changeEarlierEnds", "changeEarlierQuotes")
	list := make([]graph.Change, len(kinds))
	for i := range list {
		list[i] = graph.Change{
			Kind:    graph.ChangeKind(kinds.text(i)),
			Rule:    rules.text(i),
			Later:   later.optional(i),
			Earlier: earlier.optional(i),
		}
	}
	return list
}

func (p properties) setAligned(list []graph.AlignedSpan) {
	var later, earlier spanList
	for i := range list {
		later.add(&list[i].Later)
		earlier.add(&list[i].Earlier)
	}
	later.set(p, "alignedLater")
	earlier.set(p, "alignedEarlier")
}

func (p properties) aligned() []graph.AlignedSpan {
	later := spansOf(p, "alignedLaterStarts", "alignedLaterEnds", "alignedLaterQuotes")
	earlier := spansOf(p, "alignedEarlierStarts", "alignedEarlierEnds", "alignedEarlierQuotes")
	if len(later.starts) == 0 {
		return nil
	}
	list := make([]graph.AlignedSpan, len(later.starts))
	for i := range list {
		list[i] = graph.AlignedSpan{Later: later.span(i), Earlier: earlier.span(i)}
	}
	return list
}

func (p properties) setDiff(list []graph.DiffPart) {
	if len(list) == 0 {
		return
	}
	ops, texts := make([]string, len(list)), make([]string, len(list))
	for i, part := range list {
		ops[i], texts[i] = string(part.Op), part.Text
	}
	p["diffOps"], p["diffTexts"] = ops, texts
}

func (p properties) diff() []graph.DiffPart {
	ops, texts := p.column("diffOps"), p.column("diffTexts")
	if len(ops) == 0 {
		return nil
	}
	list := make([]graph.DiffPart, len(ops))
	for i := range list {
		list[i] = graph.DiffPart{Op: graph.DiffOp(ops.text(i)), Text: texts.text(i)}
	}
	return list
}

func repetitionProperties(r *graph.Repetition) properties {
	p := properties{"score": r.Score, "rank": r.Rank}
	p.setEvidence(r.Evidence)
	return p
}

func repetitionOf(p properties) *graph.Repetition {
	return &graph.Repetition{
		First:    p.text("first"),
		Second:   p.text("second"),
		Score:    p.float("score"),
		Evidence: p.evidence(),
		Rank:     p.number("rank"),
	}
}

package neograph

import "reaffirm/graph"

// A relation as statements return it: the ids of the nodes that it joins, which are where the
// relationship starts and ends, and its properties.
type relation struct {
	from, to string
	properties
}

// relationOf reads [from, to, properties].
func relationOf(v any) relation {
	list := asColumn(v)
	r := relation{from: list.text(0), to: list.text(1)}
	if len(list) > 2 {
		r.properties = asProperties(list[2])
	}
	return r
}

func involvementProperties(v *graph.Involvement) properties {
	p := properties{"role": string(v.Role), "implied": v.Implied, "rank": v.Rank}
	p.setText("commitment", v.Commitment)
	p.setSpan(v.Span)
	p.setEvidence(v.Evidence)
	return p
}

func involvementOf(v any) *graph.Involvement {
	r := relationOf(v)
	return &graph.Involvement{
		Provision:  r.from,
		Commitment: r.text("commitment"),
		Body:       r.to,
		Role:       graph.Role(r.text("role")),
		Implied:    r.flag("implied"),
		Span:       r.span(),
		Evidence:   r.evidence(),
		Rank:       r.number("rank"),
	}
}

func citationProperties(c *graph.Citation) properties {
	p := properties{"stance": string(c.Stance), "collective": c.Collective, "erratum": c.Erratum, "rank": c.Rank}
	p.setText("pinpoint", c.Pinpoint)
	p.setTexts("provisions", c.Provisions)
	p.setText("footnote", c.Footnote)
	p.setSpan(c.Span)
	p.setEvidence(c.Evidence)
	return p
}

func citationOf(v any) *graph.Citation {
	r := relationOf(v)
	return &graph.Citation{
		Provision:  r.from,
		Instrument: r.to,
		Stance:     graph.Stance(r.text("stance")),
		Pinpoint:   r.text("pinpoint"),
		Provisions: r.texts("provisions"),
		Span:       r.span(),
		Footnote:   r.text("footnote"),
		Collective: r.flag("collective"),
		Erratum:    r.flag("erratum"),
		Evidence:   r.evidence(),
		Rank:       r.number("rank"),
	}
}

func aboutProperties(a *graph.About) properties {
	p := properties{"rank": a.Rank}
	p.setText("heading", a.Heading)
	p.setSpan(a.Span)
	p.setEvidence(a.Evidence)
	return p
}

func aboutOf(v any) *graph.About {
	r := relationOf(v)
	return &graph.About{
		Provision: r.from,
		Theme:     r.to,
		Span:      r.span(),
		Heading:   r.text("heading"),
		Evidence:  r.evidence(),
		Rank:      r.number("rank"),
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

func reaffirmationOf(v any) *graph.Reaffirmation {
	r := relationOf(v)
	return &graph.Reaffirmation{
		ID:        r.text("id"),
		Later:     r.from,
		Earlier:   r.to,
		Relation:  graph.Relation(r.text("relation")),
		Score:     r.float("score"),
		Changes:   r.changes(),
		Aligned:   r.aligned(),
		Diff:      r.diff(),
		Announced: r.texts("announced"),
		Evidence:  r.evidence(),
		Rank:      r.number("rank"),
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

func repetitionOf(v any) *graph.Repetition {
	r := relationOf(v)
	return &graph.Repetition{
		First:    r.from,
		Second:   r.to,
		Score:    r.float("score"),
		Evidence: r.evidence(),
		Rank:     r.number("rank"),
	}
}

package neograph

import "reaffirm/graph"

// commitmentProperties stores the clause itself under the names of a span, its words as "text".
func commitmentProperties(c *graph.Commitment) properties {
	p := properties{
		"id": c.ID, "provision": c.Provision, "ordinal": c.Ordinal, "kind": string(c.Kind), "strength": c.Strength,
		"text": c.Span.Quote, "start": c.Span.Start, "end": c.Span.End,
		"inherited": c.Inherited, "negated": c.Negated, "rank": c.Rank,
	}
	p.setTexts("verbs", c.Verbs)
	p.setQualifiers(c.Qualifiers)
	p.setDeadlines(c.Deadlines)
	p.setEvidence(c.Evidence)
	return p
}

func commitmentOf(p properties) *graph.Commitment {
	return &graph.Commitment{
		ID:         p.text("id"),
		Provision:  p.text("provision"),
		Ordinal:    p.number("ordinal"),
		Kind:       graph.CommitmentKind(p.text("kind")),
		Verbs:      p.texts("verbs"),
		Strength:   p.number("strength"),
		Span:       graph.Span{Start: p.number("start"), End: p.number("end"), Quote: p.text("text")},
		Inherited:  p.flag("inherited"),
		Negated:    p.flag("negated"),
		Qualifiers: p.qualifiers(),
		Deadlines:  p.deadlines(),
		Evidence:   p.evidence(),
		Rank:       p.number("rank"),
	}
}

// setQualifiers stores the canonical forms as "qualifiers", and the words beside them.
func (p properties) setQualifiers(list []graph.Qualifier) {
	if len(list) == 0 {
		return
	}
	names := make([]string, len(list))
	var spans spanList
	for i := range list {
		names[i] = list[i].Name
		spans.add(&list[i].Span)
	}
	p["qualifiers"] = names
	spans.set(p, "qualifier")
}

func (p properties) qualifiers() []graph.Qualifier {
	names := p.column("qualifiers")
	if len(names) == 0 {
		return nil
	}
	spans := spansOf(p, "qualifierStarts", "qualifierEnds", "qualifierQuotes")
	list := make([]graph.Qualifier, len(names))
	for i := range list {
		list[i] = graph.Qualifier{Name: names.text(i), Span: spans.span(i)}
	}
	return list
}

// setDeadlines stores the years as "deadlines", and all else beside them.
func (p properties) setDeadlines(list []graph.Deadline) {
	n := len(list)
	if n == 0 {
		return
	}
	years, binds := make([]int, n), make([]string, n)
	methods, rules, notes := make([]string, n), make([]string, n), make([]string, n)
	confidences := make([]float64, n)
	var spans spanList
	for i := range list {
		d := &list[i]
		years[i], binds[i] = d.Year, d.Binds
		methods[i], rules[i], notes[i] = string(d.Evidence.Method), d.Evidence.Rule, d.Evidence.Note
		confidences[i] = d.Evidence.Confidence
		spans.add(&d.Span)
	}
	p["deadlines"], p["deadlineBinds"] = years, binds
	p["deadlineMethods"], p["deadlineRules"], p["deadlineNotes"] = methods, rules, notes
	p["deadlineConfidences"] = confidences
	spans.set(p, "deadline")
}

func (p properties) deadlines() []graph.Deadline {
	years := p.column("deadlines")
	if len(years) == 0 {
		return nil
	}
	binds, spans := p.column("deadlineBinds"), spansOf(p, "deadlineStarts", "deadlineEnds", "deadlineQuotes")
	methods, rules, notes := p.column("deadlineMethods"), p.column("deadlineRules"), p.column("deadlineNotes")
	confidences := p.column("deadlineConfidences")
	list := make([]graph.Deadline, len(years))
	for i := range list {
		list[i] = graph.Deadline{
			Year:  years.number(i),
			Span:  spans.span(i),
			Binds: binds.text(i),
			Evidence: graph.Evidence{
				Method:     graph.Method(methods.text(i)),
				Rule:       rules.text(i),
				Confidence: confidences.float(i),
				Note:       notes.text(i),
			},
		}
	}
	return list
}

func verbProperties(v *graph.Verb) properties {
	return properties{"base": v.Base, "kind": string(v.Kind), "strength": v.Strength}
}

func verbOf(p properties) graph.Verb {
	return graph.Verb{Base: p.text("base"), Kind: graph.CommitmentKind(p.text("kind")), Strength: p.number("strength")}
}

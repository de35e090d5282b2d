package neograph

import "reaffirm/graph"

func documentProperties(d *graph.Document) properties {
	p := properties{"id": d.ID, "rank": d.Rank}
	p.setText("title", d.Title)
	p.setText("shortTitle", d.ShortTitle)
	p.setText("symbol", d.Symbol)
	p.setText("adopted", d.Adopted)
	p.setText("body", d.Body)
	p.setText("file", d.File)
	p.setText("digest", d.Digest)
	if year := graph.YearOf(d.Adopted); year != 0 {
		p["year"] = year // of adoption
	}
	p.setFootnotes(d.Footnotes)
	p.setNames(d)
	return p
}

func documentOf(p properties) *graph.Document {
	return &graph.Document{
		ID:         p.text("id"),
		Title:      p.text("title"),
		ShortTitle: p.text("shortTitle"),
		Symbol:     p.text("symbol"),
		Adopted:    p.text("adopted"),
		Body:       p.text("body"),
		File:       p.text("file"),
		Digest:     p.text("digest"),
		Footnotes:  p.footnotes(),
		Rank:       p.number("rank"),
	}
}

func sectionProperties(s *graph.Section) properties {
	p := properties{"id": s.ID, "document": s.Document, "level": s.Level, "rank": s.Rank}
	p.setFootnotes(s.Footnotes)
	p.setText("parent", s.Parent)
	p.setText("title", s.Title)
	p.setSource(s.Source)
	p.setNames(s)
	return p
}

func sectionOf(p properties) *graph.Section {
	return &graph.Section{
		ID:        p.text("id"),
		Document:  p.text("document"),
		Parent:    p.text("parent"),
		Title:     p.text("title"),
		Level:     p.number("level"),
		Footnotes: p.footnotes(),
		Source:    p.source(),
		Rank:      p.number("rank"),
	}
}

// provisionProperties adds "sections", the ids of the sections around v from the outside in.
func provisionProperties(v *graph.Provision, sections []string) properties {
	p := properties{
		"id": v.ID, "document": v.Document, "kind": string(v.Kind), "depth": v.Depth,
		"reaffirmations": v.Reaffirmations, "rank": v.Rank,
	}
	p.setText("section", v.Section)
	p.setText("parent", v.Parent)
	p.setText("number", v.Number)
	p.setText("citation", v.Citation)
	p.setText("text", v.Text)
	p.setText("markdown", v.Markdown)
	p.setTexts("headings", v.Headings)
	p.setTexts("sections", sections)
	p.setFootnotes(v.Footnotes)
	p.setSource(v.Source)
	p.setNames(v)
	return p
}

func provisionOf(p properties) *graph.Provision {
	return &graph.Provision{
		ID:             p.text("id"),
		Document:       p.text("document"),
		Section:        p.text("section"),
		Parent:         p.text("parent"),
		Number:         p.text("number"),
		Citation:       p.text("citation"),
		Text:           p.text("text"),
		Markdown:       p.text("markdown"),
		Kind:           graph.ProvisionKind(p.text("kind")),
		Headings:       p.texts("headings"),
		Footnotes:      p.footnotes(),
		Source:         p.source(),
		Depth:          p.number("depth"),
		Reaffirmations: p.number("reaffirmations"),
		Rank:           p.number("rank"),
	}
}

func (p properties) setFootnotes(notes []graph.Footnote) {
	n := len(notes)
	if n == 0 {
		return
	}
	markers, texts, resolved, files := make([]string, n), make([]string, n), make([]string, n), make([]string, n)
	offsets, startLines, endLines := make([]int, n), make([]int, n), make([]int, n)
	startBytes, endBytes := make([]int, n), make([]int, n)
	for i, f := range notes {
		markers[i], texts[i], resolved[i], offsets[i] = f.Marker, f.Text, f.Resolved, f.Offset
		files[i], startLines[i], endLines[i] = f.Source.File, f.Source.StartLine, f.Source.EndLine
		startBytes[i], endBytes[i] = f.Source.StartByte, f.Source.EndByte
	}
	p["footnoteMarkers"], p["footnoteTexts"], p["footnoteResolved"], p["footnoteOffsets"] = markers, texts, resolved, offsets
	p["footnoteFiles"], p["footnoteStartLines"], p["footnoteEndLines"] = files, startLines, endLines
	p["footnoteStartBytes"], p["footnoteEndBytes"] = startBytes, endBytes
}

func (p properties) footnotes() []graph.Footnote {
	markers := p.column("footnoteMarkers")
	if len(markers) == 0 {
		return nil
	}
	texts, resolved, offsets := p.column("footnoteTexts"), p.column("footnoteResolved"), p.column("footnoteOffsets")
	files, startLines, endLines := p.column("footnoteFiles"), p.column("footnoteStartLines"), p.column("footnoteEndLines")
	startBytes, endBytes := p.column("footnoteStartBytes"), p.column("footnoteEndBytes")
	notes := make([]graph.Footnote, len(markers))
	for i := range notes {
		notes[i] = graph.Footnote{
			Marker:   markers.text(i),
			Text:     texts.text(i),
			Resolved: resolved.text(i),
			Offset:   offsets.number(i),
			Source: graph.Source{
				File:      files.text(i),
				StartLine: startLines.number(i),
				EndLine:   endLines.number(i),
				StartByte: startBytes.number(i),
				EndByte:   endBytes.number(i),
			},
		}
	}
	return notes
}

func issueProperties(x *graph.DataIssue) properties {
	p := properties{"code": x.Code, "severity": string(x.Severity), "message": x.Message}
	p.setText("provision", x.Provision)
	p.setSource(x.Source)
	return p
}

func issueOf(p properties) graph.DataIssue {
	return graph.DataIssue{
		Code:      p.text("code"),
		Severity:  graph.Severity(p.text("severity")),
		Message:   p.text("message"),
		Source:    p.source(),
		Provision: p.text("provision"),
	}
}

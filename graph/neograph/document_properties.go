package neograph

import "reaffirm/graph"

func documentProperties(d *graph.Document) properties {
	p := properties{"id": d.ID, "rank": d.Rank, "packed": pack(documentFields, d)}
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

func documentFields(f *form, d *graph.Document) {
	text(f, &d.ID)
	text(f, &d.Title)
	text(f, &d.ShortTitle)
	text(f, &d.Symbol)
	text(f, &d.Adopted)
	text(f, &d.Body)
	text(f, &d.File)
	text(f, &d.Digest)
	items(f, &d.Footnotes, footnoteFields)
	f.number(&d.Rank)
}

func sectionProperties(s *graph.Section) properties {
	p := properties{"id": s.ID, "document": s.Document, "level": s.Level, "rank": s.Rank, "packed": pack(sectionFields, s)}
	p.setFootnotes(s.Footnotes)
	p.setText("parent", s.Parent)
	p.setText("title", s.Title)
	p.setNames(s)
	return p
}

func sectionFields(f *form, s *graph.Section) {
	text(f, &s.ID)
	text(f, &s.Document)
	text(f, &s.Parent)
	text(f, &s.Title)
	f.number(&s.Level)
	items(f, &s.Footnotes, footnoteFields)
	sourceFields(f, &s.Source)
	f.number(&s.Rank)
}

// provisionProperties adds "sections", the ids of the sections around v from the outside in.
func provisionProperties(v *graph.Provision, sections []string) properties {
	p := properties{
		"id": v.ID, "document": v.Document, "kind": string(v.Kind), "depth": v.Depth,
		"reaffirmations": v.Reaffirmations, "rank": v.Rank, "packed": pack(provisionFields, v),
	}
	p.setText("section", v.Section)
	p.setText("parent", v.Parent)
	p.setText("number", v.Number)
	p.setText("citation", v.Citation)
	p.setText("text", v.Text)
	p.setTexts("headings", v.Headings)
	p.setTexts("sections", sections)
	p.setFootnotes(v.Footnotes)
	p.setNames(v)
	return p
}

func provisionFields(f *form, v *graph.Provision) {
	text(f, &v.ID)
	text(f, &v.Document)
	text(f, &v.Section)
	text(f, &v.Parent)
	text(f, &v.Number)
	text(f, &v.Citation)
	text(f, &v.Text)
	text(f, &v.Markdown)
	text(f, &v.Kind)
	f.texts(&v.Headings)
	items(f, &v.Footnotes, footnoteFields)
	sourceFields(f, &v.Source)
	f.number(&v.Depth)
	f.number(&v.Reaffirmations)
	f.number(&v.Rank)
}

// setFootnotes stores what the notes say, "Ibid." resolved.
func (p properties) setFootnotes(notes []graph.Footnote) {
	texts := make([]string, len(notes))
	for i := range notes {
		texts[i] = notes[i].Resolved
	}
	p.setTexts("footnotes", texts)
}

func footnoteFields(f *form, n *graph.Footnote) {
	text(f, &n.Marker)
	text(f, &n.Text)
	text(f, &n.Resolved)
	f.number(&n.Offset)
	sourceFields(f, &n.Source)
}

func issueProperties(x *graph.DataIssue) properties {
	p := properties{"code": x.Code, "severity": string(x.Severity), "message": x.Message, "packed": pack(issueFields, x)}
	p.setText("provision", x.Provision)
	return p
}

func issueFields(f *form, x *graph.DataIssue) {
	text(f, &x.Code)
	text(f, &x.Severity)
	text(f, &x.Message)
	sourceFields(f, &x.Source)
	text(f, &x.Provision)
}

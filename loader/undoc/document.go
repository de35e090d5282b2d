package undoc

import (
	"strings"

	"reaffirm/graph"
)

// document makes the result of what was read.
func (rd *reader) document(r docRange, noteBlocks []*block) Document {
	d := Document{
		ID: r.outline.ID, Title: r.title,
		Pieces: make(map[string][]Piece, len(rd.items)), Steps: make(map[string][]Step, len(rd.items)),
	}
	findScopes(rd.items, rd.tree.all)
	nameSections(d.ID, rd.tree.all)
	rd.nameItems(d.ID)
	notes := rd.src.readNotes(noteBlocks)
	rd.callFromHeadings(notes, r)
	headings := make(map[*section][]string)
	for _, s := range rd.tree.all {
		d.Sections = append(d.Sections, rd.section(d.ID, s))
		headings[s] = append(headings[s.parent][:len(headings[s.parent]):len(headings[s.parent])], s.title)
	}
	for _, it := range rd.items {
		p, pieces := rd.provision(it, notes)
		p.Document = d.ID
		p.Headings = headings[it.section]
		d.Provisions = append(d.Provisions, p)
		d.Pieces[p.ID], d.Steps[p.ID] = pieces, it.steps
	}
	for _, n := range notes.all {
		if len(n.Callers) == 0 {
			rd.src.report(graph.Warning, n.Source, "nothing calls footnote %s of %s", n.Marker, d.ID)
		}
	}
	for _, p := range r.outline.Parts {
		if _, missing := rd.parts[fold(p.Heading)]; missing {
			rd.src.report(graph.Error, graph.Source{File: rd.src.file},
				"document %s: no heading reads %q, with which its part %q should start", d.ID, p.Heading, p.Step)
		}
	}
	if len(d.Provisions) == 0 {
		rd.src.report(graph.Warning, graph.Source{File: rd.src.file}, "document %s has no text", d.ID)
	}
	d.Notes = notes.all
	return d
}

// callFromHeadings joins the footnote marks of titles and headings to their notes.
func (rd *reader) callFromHeadings(n *notes, r docRange) {
	for _, b := range r.titles {
		rd.call(n, b, r.outline.ID)
	}
	for _, s := range rd.tree.all {
		for _, b := range s.blocks {
			rd.call(n, b, s.id)
		}
	}
}

func (rd *reader) call(n *notes, b *block, caller string) {
	for _, m := range b.marks {
		if _, ok := n.call(m.marker, b.first+1, caller); !ok {
			rd.reportMark(m, b, caller)
		}
	}
}

func (rd *reader) reportMark(m mark, b *block, caller string) {
	rd.src.report(graph.Warning, rd.src.place(b.first, b.last, b.body[0].start, b.body[len(b.body)-1].end),
		"%s calls footnote %s, which its document does not have", caller, m.marker)
}

func (rd *reader) section(document string, s *section) graph.Section {
	level := 0
	for o := s; o.parent != nil; o = o.parent {
		level++
	}
	b, last := s.blocks[0], s.blocks[len(s.blocks)-1]
	return graph.Section{
		ID: s.id, Document: document, Parent: s.parent.id, Title: s.title, Level: level,
		Source: rd.src.place(b.first, last.last, b.body[0].start, last.body[len(last.body)-1].end),
	}
}

func (rd *reader) provision(it *item, n *notes) (graph.Provision, []Piece) {
	first, last := it.blocks[0], it.blocks[len(it.blocks)-1]
	text := first.passage
	if len(it.blocks) > 1 {
		var body []extent
		for _, b := range it.blocks {
			body = append(body, b.body...)
		}
		text = rd.src.render(body)
	}
	p := graph.Provision{
		ID: it.id, Section: it.section.id, Number: it.label.printed,
		Text: text.text, Markdown: text.markdown,
		Source: rd.src.place(rd.src.listStart(first), last.last, first.start, last.body[len(last.body)-1].end),
		Depth:  -1,
	}
	if it.parent != nil {
		p.Parent = it.parent.id
	}
	for o := it; o != nil; o = o.holder {
		p.Depth++
	}
	for _, m := range text.marks {
		note, ok := n.call(m.marker, first.first+1, it.id)
		if !ok {
			rd.reportMark(m, first, it.id)
		}
		note.Offset = m.offset
		p.Footnotes = append(p.Footnotes, note)
	}
	return p, text.pieces
}

// account gives every line its kind and owner.
func (s *source) account() []Line {
	for _, b := range s.blocks {
		for i := b.first; i <= b.last; i++ {
			l := &s.lines[i]
			switch {
			case b.titleOf != "":
				l.Use, l.Owner = TitleLine, b.titleOf
			case b.kind == noteBlock:
				l.Use, l.Owner, l.Marker = FootnoteLine, b.owner, b.marker
			case b.kind == headingBlock:
				l.Use, l.Owner = HeadingLine, b.section.id
			case b.kind == paragraphBlock:
				l.Use, l.Owner = ProvisionLine, b.item.id
			default:
				l.Use, l.Purpose = FurnitureLine, strings.TrimSpace(b.purpose)
			}
		}
	}
	return s.lines
}

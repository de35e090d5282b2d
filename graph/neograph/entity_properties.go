package neograph

import "reaffirm/graph"

func bodyProperties(b *graph.Body) properties {
	p := properties{"id": b.ID, "kind": string(b.Kind), "provisions": b.Provisions, "rank": b.Rank}
	p.setText("name", b.Name)
	p.setText("acronym", b.Acronym)
	p.setText("note", b.Note)
	p.setText("memberOf", b.MemberOf)
	p.setAliases(b.Aliases)
	p.setNames(b)
	return p
}

func bodyOf(p properties) *graph.Body {
	return &graph.Body{
		ID:         p.text("id"),
		Kind:       graph.BodyKind(p.text("kind")),
		Name:       p.text("name"),
		Acronym:    p.text("acronym"),
		Note:       p.text("note"),
		Aliases:    p.aliases(),
		MemberOf:   p.text("memberOf"),
		Provisions: p.number("provisions"),
		Rank:       p.number("rank"),
	}
}

func instrumentProperties(i *graph.Instrument) properties {
	p := properties{
		"id": i.ID, "kind": string(i.Kind), "recognized": i.Recognized, "provisions": i.Provisions, "rank": i.Rank,
	}
	p.setText("title", i.Title)
	p.setText("short", i.Short)
	p.setText("symbol", i.Symbol)
	p.setText("adopted", i.Adopted)
	p.setText("broader", i.Broader)
	p.setText("document", i.Document)
	p.setAliases(i.Aliases)
	p.setNames(i)
	return p
}

func instrumentOf(p properties) *graph.Instrument {
	return &graph.Instrument{
		ID:         p.text("id"),
		Kind:       graph.InstrumentKind(p.text("kind")),
		Title:      p.text("title"),
		Short:      p.text("short"),
		Symbol:     p.text("symbol"),
		Adopted:    p.text("adopted"),
		Aliases:    p.aliases(),
		Broader:    p.text("broader"),
		Document:   p.text("document"),
		Recognized: p.flag("recognized"),
		Provisions: p.number("provisions"),
		Rank:       p.number("rank"),
	}
}

func themeProperties(t *graph.Theme) properties {
	p := properties{"id": t.ID, "provisions": t.Provisions, "rank": t.Rank}
	p.setText("name", t.Name)
	p.setText("note", t.Note)
	p.setText("broader", t.Broader)
	p.setNames(t)
	return p
}

func themeOf(p properties) *graph.Theme {
	return &graph.Theme{
		ID:         p.text("id"),
		Name:       p.text("name"),
		Note:       p.text("note"),
		Broader:    p.text("broader"),
		Provisions: p.number("provisions"),
		Rank:       p.number("rank"),
	}
}

func threadProperties(t *graph.Thread) properties {
	return properties{"id": t.Root, "provisions": t.Provisions, "documents": t.Documents, "rank": t.Rank}
}

func threadOf(p properties) *graph.Thread {
	return &graph.Thread{
		Root:       p.text("id"),
		Provisions: p.texts("provisions"),
		Documents:  p.texts("documents"),
		Rank:       p.number("rank"),
	}
}

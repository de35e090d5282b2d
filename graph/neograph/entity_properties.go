package neograph

import "reaffirm/graph"

func bodyProperties(b *graph.Body) properties {
	p := properties{"id": b.ID, "kind": string(b.Kind), "provisions": b.Provisions, "rank": b.Rank, "packed": pack(bodyFields, b)}
	p.setText("name", b.Name)
	p.setText("acronym", b.Acronym)
	p.setText("note", b.Note)
	p.setText("memberOf", b.MemberOf)
	p.setAliases(b.Aliases)
	p.setNames(b)
	return p
}

func bodyFields(f *form, b *graph.Body) {
	text(f, &b.ID)
	text(f, &b.Kind)
	text(f, &b.Name)
	text(f, &b.Acronym)
	text(f, &b.Note)
	items(f, &b.Aliases, aliasFields)
	text(f, &b.MemberOf)
	f.number(&b.Provisions)
	f.number(&b.Rank)
}

func instrumentProperties(i *graph.Instrument) properties {
	p := properties{
		"id": i.ID, "kind": string(i.Kind), "recognized": i.Recognized, "provisions": i.Provisions, "rank": i.Rank,
		"packed": pack(instrumentFields, i),
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

func instrumentFields(f *form, i *graph.Instrument) {
	text(f, &i.ID)
	text(f, &i.Kind)
	text(f, &i.Title)
	text(f, &i.Short)
	text(f, &i.Symbol)
	text(f, &i.Adopted)
	items(f, &i.Aliases, aliasFields)
	text(f, &i.Broader)
	text(f, &i.Document)
	f.flag(&i.Recognized)
	f.number(&i.Provisions)
	f.number(&i.Rank)
}

func themeProperties(t *graph.Theme) properties {
	p := properties{"id": t.ID, "provisions": t.Provisions, "rank": t.Rank, "packed": pack(themeFields, t)}
	p.setText("name", t.Name)
	p.setText("note", t.Note)
	p.setText("broader", t.Broader)
	p.setNames(t)
	return p
}

func themeFields(f *form, t *graph.Theme) {
	text(f, &t.ID)
	text(f, &t.Name)
	text(f, &t.Note)
	text(f, &t.Broader)
	f.number(&t.Provisions)
	f.number(&t.Rank)
}

func threadProperties(t *graph.Thread) properties {
	return properties{
		"id": t.Root, "provisions": t.Provisions, "documents": t.Documents, "rank": t.Rank, "packed": pack(threadFields, t),
	}
}

func threadFields(f *form, t *graph.Thread) {
	text(f, &t.Root)
	f.texts(&t.Provisions)
	f.texts(&t.Documents)
	f.number(&t.Rank)
}

// setAliases stores the names.
func (p properties) setAliases(aliases []graph.Alias) {
	names := make([]string, len(aliases))
	for i, a := range aliases {
		names[i] = a.Name
	}
	p.setTexts("aliases", names)
}

func aliasFields(f *form, a *graph.Alias) {
	text(f, &a.Name)
	f.number(&a.From)
	f.number(&a.To)
}

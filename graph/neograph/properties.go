package neograph

import (
	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// properties are those of a node or a relationship, as the driver takes and gives them: string,
// bool, int64, float64, and lists of these (written as typed slices, read as []any). What is empty
// ("", no list) is not stored. Lists of nested values are parallel lists, one for each field, so
// that they can be read in the Neo4j browser and matched in Cypher.
//
// Reading is lenient: what is missing or of another type reads as the zero value.
type properties map[string]any

// asProperties is v as properties, none where it is something else.
func asProperties(v any) properties {
	m, _ := v.(map[string]any)
	return m
}

// setText stores v unless it is empty.
func (p properties) setText(name, v string) {
	if v != "" {
		p[name] = v
	}
}

// setTexts stores v unless it is empty.
func (p properties) setTexts(name string, v []string) {
	if len(v) > 0 {
		p[name] = v
	}
}

func (p properties) text(name string) string {
	v, _ := p[name].(string)
	return v
}

func (p properties) number(name string) int {
	v, _ := p[name].(int64)
	return int(v)
}

func (p properties) float(name string) float64 {
	v, _ := p[name].(float64)
	return v
}

func (p properties) flag(name string) bool {
	v, _ := p[name].(bool)
	return v
}

func (p properties) texts(name string) []string {
	list := p.column(name)
	if len(list) == 0 {
		return nil
	}
	texts := make([]string, len(list))
	for i, v := range list {
		texts[i], _ = v.(string)
	}
	return texts
}

// column is the list stored under name; at(i) is safe whatever its length.
func (p properties) column(name string) column { return asColumn(p[name]) }

// A column is one of several parallel lists, or a row of an answer.
type column []any

// asColumn is v as a list, an empty one where it is something else.
func asColumn(v any) column {
	list, _ := v.([]any)
	return list
}

func (c column) column(i int) column {
	if i >= len(c) {
		return nil
	}
	return asColumn(c[i])
}

func (c column) flag(i int) bool {
	if i >= len(c) {
		return false
	}
	v, _ := c[i].(bool)
	return v
}

func (c column) text(i int) string {
	if i >= len(c) {
		return ""
	}
	v, _ := c[i].(string)
	return v
}

func (c column) number(i int) int {
	if i >= len(c) {
		return 0
	}
	v, _ := c[i].(int64)
	return int(v)
}

func (c column) float(i int) float64 {
	if i >= len(c) {
		return 0
	}
	v, _ := c[i].(float64)
	return v
}

// setNames stores what names a node that is searched, its id first.
func (p properties) setNames(n graph.Node) { p.setTexts("names", fulltext.Names(n)) }

func (p properties) setEvidence(e graph.Evidence) {
	p["method"] = string(e.Method)
	p.setText("rule", e.Rule)
	p["confidence"] = e.Confidence
	p.setText("note", e.Note)
}

func (p properties) evidence() graph.Evidence {
	return graph.Evidence{
		Method:     graph.Method(p.text("method")),
		Rule:       p.text("rule"),
		Confidence: p.float("confidence"),
		Note:       p.text("note"),
	}
}

// setSource stores a place in a source file under the names of its fields.
func (p properties) setSource(s graph.Source) {
	p.setText("file", s.File)
	p["startLine"], p["endLine"] = s.StartLine, s.EndLine
	p["startByte"], p["endByte"] = s.StartByte, s.EndByte
}

func (p properties) source() graph.Source {
	return graph.Source{
		File:      p.text("file"),
		StartLine: p.number("startLine"),
		EndLine:   p.number("endLine"),
		StartByte: p.number("startByte"),
		EndByte:   p.number("endByte"),
	}
}

// setSpan stores the one span of a relationship; nothing where it is nil.
func (p properties) setSpan(s *graph.Span) {
	if s != nil {
		p["start"], p["end"], p["quote"] = s.Start, s.End, s.Quote
	}
}

func (p properties) span() *graph.Span {
	if _, ok := p["start"]; !ok {
		return nil
	}
	return &graph.Span{Start: p.number("start"), End: p.number("end"), Quote: p.text("quote")}
}

// setAliases stores names, and the years that bound them where any does.
func (p properties) setAliases(aliases []graph.Alias) {
	if len(aliases) == 0 {
		return
	}
	names, from, to := make([]string, len(aliases)), make([]int, len(aliases)), make([]int, len(aliases))
	dated := false
	for i, a := range aliases {
		names[i], from[i], to[i] = a.Name, a.From, a.To
		dated = dated || a.From != 0 || a.To != 0
	}
	p["aliases"] = names
	if dated {
		p["aliasFrom"], p["aliasTo"] = from, to
	}
}

func (p properties) aliases() []graph.Alias {
	names := p.column("aliases")
	if len(names) == 0 {
		return nil
	}
	from, to := p.column("aliasFrom"), p.column("aliasTo")
	aliases := make([]graph.Alias, len(names))
	for i := range aliases {
		aliases[i] = graph.Alias{Name: names.text(i), From: from.number(i), To: to.number(i)}
	}
	return aliases
}

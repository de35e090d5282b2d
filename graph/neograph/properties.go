package neograph

import (
	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// properties are those of a node or a relationship, as the driver takes and gives them: string,
// bool, int64, float64, and lists of these (written as typed slices, read as []any). What is empty
// ("", no list) is not stored. They are there to be matched in Cypher and read in the Neo4j browser:
// of nested values they hold only what serves that. All is in "packed" (see form).
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

func (p properties) flag(name string) bool {
	v, _ := p[name].(bool)
	return v
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

// setSpan stores the one span of a relationship; nothing where it is nil.
func (p properties) setSpan(s *graph.Span) {
	if s != nil {
		p["start"], p["end"], p["quote"] = s.Start, s.End, s.Quote
	}
}

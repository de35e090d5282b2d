package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A Document of the schema.
type Document struct {
	*graph.Document
	cohort.Place[*graph.Document]
}

// Documents makes siblings.
func Documents(r graph.Reader, values []*graph.Document) []*Document {
	return cohort.Members(r, values, func(v *graph.Document, at cohort.Place[*graph.Document]) Document {
		return Document{v, at}
	})
}

// Symbol is nil where there is none.
func (d *Document) Symbol() *string { return optional(&d.Document.Symbol) }

// Adopted is nil where the date is not known.
func (d *Document) Adopted() *string { return optional(&d.Document.Adopted) }

// A Section of the schema.
type Section struct {
	*graph.Section
	cohort.Place[*graph.Section]
}

// Sections makes siblings.
func Sections(r graph.Reader, values []*graph.Section) []*Section {
	return cohort.Members(r, values, func(v *graph.Section, at cohort.Place[*graph.Section]) Section {
		return Section{v, at}
	})
}

// Source is where the heading stands.
func (s *Section) Source() *graph.Source { return &s.Section.Source }

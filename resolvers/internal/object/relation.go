package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// An Involvement of the schema.
type Involvement struct {
	*graph.Involvement
	cohort.Place[*graph.Involvement]
}

// Involvements makes siblings.
func Involvements(r graph.Reader, values []*graph.Involvement) []*Involvement {
	return cohort.Members(r, values, func(v *graph.Involvement, at cohort.Place[*graph.Involvement]) Involvement {
		return Involvement{v, at}
	})
}

// Evidence says how it was found.
func (i *Involvement) Evidence() Evidence { return Evidence{&i.Involvement.Evidence} }

// A Citation of the schema.
type Citation struct {
	*graph.Citation
	cohort.Place[*graph.Citation]
}

// Citations makes siblings.
func Citations(r graph.Reader, values []*graph.Citation) []*Citation {
	return cohort.Members(r, values, func(v *graph.Citation, at cohort.Place[*graph.Citation]) Citation {
		return Citation{v, at}
	})
}

// Pinpoint is nil where the instrument is cited as a whole.
func (c *Citation) Pinpoint() *string { return optional(&c.Citation.Pinpoint) }

// Evidence says how it was found.
func (c *Citation) Evidence() Evidence { return Evidence{&c.Citation.Evidence} }

// An About of the schema.
type About struct {
	*graph.About
	cohort.Place[*graph.About]
}

// Abouts makes siblings.
func Abouts(r graph.Reader, values []*graph.About) []*About {
	return cohort.Members(r, values, func(v *graph.About, at cohort.Place[*graph.About]) About {
		return About{v, at}
	})
}

// Heading is nil where no heading shows the theme.
func (a *About) Heading() *string { return optional(&a.About.Heading) }

// Evidence says how it was found.
func (a *About) Evidence() Evidence { return Evidence{&a.About.Evidence} }

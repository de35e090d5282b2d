package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A Commitment of the schema.
type Commitment struct {
	*graph.Commitment
	cohort.Place[*graph.Commitment]
}

// Commitments makes siblings.
func Commitments(r graph.Reader, values []*graph.Commitment) []*Commitment {
	return cohort.Members(r, values, func(v *graph.Commitment, at cohort.Place[*graph.Commitment]) Commitment {
		return Commitment{v, at}
	})
}

// Strength is nil where it is not known.
func (c *Commitment) Strength() *int { return nonzero(&c.Commitment.Strength) }

// Text is the words of the clause.
func (c *Commitment) Text() string { return c.Commitment.Span.Quote }

// Span is where the clause stands.
func (c *Commitment) Span() *graph.Span { return &c.Commitment.Span }

// Evidence says how it was found.
func (c *Commitment) Evidence() Evidence { return Evidence{&c.Commitment.Evidence} }

// Deadlines are the target years it sets.
func (c *Commitment) Deadlines() []*Deadline { return Deadlines(c) }

// A Deadline of the schema.
type Deadline struct{ *graph.Deadline }

// Deadlines lists those of all the commitments.
func Deadlines(commitments ...*Commitment) []*Deadline {
	list := []*Deadline{}
	for _, c := range commitments {
		for i := range c.Commitment.Deadlines {
			list = append(list, &Deadline{&c.Commitment.Deadlines[i]})
		}
	}
	return list
}

// Quote is the words that set it.
func (d Deadline) Quote() string { return d.Deadline.Span.Quote }

// Binds is nil where the words that the year binds were not found.
func (d Deadline) Binds() *string { return optional(&d.Deadline.Binds) }

// Evidence says how it was found.
func (d Deadline) Evidence() Evidence { return Evidence{&d.Deadline.Evidence} }

// Evidence of the schema.
type Evidence struct{ *graph.Evidence }

// Note is nil where there is none.
func (e Evidence) Note() *string { return optional(&e.Evidence.Note) }

package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A Reaffirmation of the schema.
type Reaffirmation struct {
	*graph.Reaffirmation
	cohort.Place[*graph.Reaffirmation]
}

// Reaffirmations makes siblings.
func Reaffirmations(r graph.Reader, values []*graph.Reaffirmation) []*Reaffirmation {
	return cohort.Members(r, values, func(v *graph.Reaffirmation, at cohort.Place[*graph.Reaffirmation]) Reaffirmation {
		return Reaffirmation{v, at}
	})
}

// Evidence says how it was found.
func (r *Reaffirmation) Evidence() Evidence { return Evidence{&r.Reaffirmation.Evidence} }

// A Repetition of the schema.
type Repetition struct {
	*graph.Repetition
	cohort.Place[*graph.Repetition]
}

// Repetitions makes siblings.
func Repetitions(r graph.Reader, values []*graph.Repetition) []*Repetition {
	return cohort.Members(r, values, func(v *graph.Repetition, at cohort.Place[*graph.Repetition]) Repetition {
		return Repetition{v, at}
	})
}

// Evidence says how it was found.
func (r *Repetition) Evidence() Evidence { return Evidence{&r.Repetition.Evidence} }

// A Thread of the schema.
type Thread struct {
	*graph.Thread
	cohort.Place[*graph.Thread]
}

// Threads makes siblings.
func Threads(r graph.Reader, values []*graph.Thread) []*Thread {
	return cohort.Members(r, values, func(v *graph.Thread, at cohort.Place[*graph.Thread]) Thread {
		return Thread{v, at}
	})
}

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

// A Lineage of the schema.
type Lineage struct {
	Start     *Provision
	Members   []LineageMember
	Links     []*Reaffirmation
	Truncated bool
}

// A LineageMember of the schema.
type LineageMember struct {
	Provision *Provision
	Depth     int
}

// Lineages makes siblings: their provisions are one cohort, and so are their links.
func Lineages(r graph.Reader, values []*graph.Lineage) []*Lineage {
	var provisions []*graph.Provision
	var links []*graph.Reaffirmation
	for _, v := range values {
		for _, m := range v.Members {
			provisions = append(provisions, m.Provision)
		}
		links = append(links, v.Links...)
	}
	ps, ls := Provisions(r, provisions), Reaffirmations(r, links)
	lineages := make([]*Lineage, len(values))
	for i, v := range values {
		l := &Lineage{Members: make([]LineageMember, len(v.Members)), Links: ls[:len(v.Links)], Truncated: v.Truncated}
		for j, m := range v.Members {
			l.Members[j] = LineageMember{Provision: ps[j], Depth: m.Depth}
			if m.Provision.ID == v.Start {
				l.Start = ps[j]
			}
		}
		ps, ls = ps[len(v.Members):], ls[len(v.Links):]
		lineages[i] = l
	}
	return lineages
}

package object

import (
	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A Provision of the schema.
type Provision struct {
	*graph.Provision
	cohort.Place[*graph.Provision]
}

// Provisions makes siblings.
func Provisions(r graph.Reader, values []*graph.Provision) []*Provision {
	return cohort.Members(r, values, func(v *graph.Provision, at cohort.Place[*graph.Provision]) Provision {
		return Provision{v, at}
	})
}

// Number is nil where the paragraph has no marker.
func (p *Provision) Number() *string { return optional(&p.Provision.Number) }

// Source is where it stands.
func (p *Provision) Source() *graph.Source { return &p.Provision.Source }

package object

import (
	"cmp"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// A Body of the schema.
type Body struct {
	*graph.Body
	cohort.Place[*graph.Body]
}

// Bodies makes siblings.
func Bodies(r graph.Reader, values []*graph.Body) []*Body {
	return cohort.Members(r, values, func(v *graph.Body, at cohort.Place[*graph.Body]) Body {
		return Body{v, at}
	})
}

// Acronym is nil where there is none.
func (b *Body) Acronym() *string { return optional(&b.Body.Acronym) }

// ProvisionCount is the number of provisions behind it.
func (b *Body) ProvisionCount() int { return b.Body.Provisions }

// Note is nil where there is none.
func (b *Body) Note() *string { return optional(&b.Body.Note) }

// Aliases are its other names.
func (b *Body) Aliases() []Alias { return aliases(b.Body.Aliases) }

// An Instrument of the schema.
type Instrument struct {
	*graph.Instrument
	cohort.Place[*graph.Instrument]
}

// Instruments makes siblings.
func Instruments(r graph.Reader, values []*graph.Instrument) []*Instrument {
	return cohort.Members(r, values, func(v *graph.Instrument, at cohort.Place[*graph.Instrument]) Instrument {
		return Instrument{v, at}
	})
}

// ShortTitle is the full title where there is no other.
func (i *Instrument) ShortTitle() string { return cmp.Or(i.Short, i.Title) }

// Symbol is nil where there is none.
func (i *Instrument) Symbol() *string { return optional(&i.Instrument.Symbol) }

// Adopted is nil where the date is not known.
func (i *Instrument) Adopted() *string { return optional(&i.Instrument.Adopted) }

// ProvisionCount is the number of provisions behind it.
func (i *Instrument) ProvisionCount() int { return i.Instrument.Provisions }

// Aliases are its other names.
func (i *Instrument) Aliases() []Alias { return aliases(i.Instrument.Aliases) }

// A Theme of the schema.
type Theme struct {
	*graph.Theme
	cohort.Place[*graph.Theme]
}

// Themes makes siblings.
func Themes(r graph.Reader, values []*graph.Theme) []*Theme {
	return cohort.Members(r, values, func(v *graph.Theme, at cohort.Place[*graph.Theme]) Theme {
		return Theme{v, at}
	})
}

// ProvisionCount is the number of provisions behind it.
func (t *Theme) ProvisionCount() int { return t.Theme.Provisions }

// Note is nil where there is none.
func (t *Theme) Note() *string { return optional(&t.Theme.Note) }

// An Alias of the schema.
type Alias struct{ *graph.Alias }

func aliases(values []graph.Alias) []Alias {
	list := make([]Alias, len(values))
	for i := range values {
		list[i] = Alias{&values[i]}
	}
	return list
}

// From is nil where the name was in use from the start.
func (a Alias) From() *int { return nonzero(&a.Alias.From) }

// To is nil where the name is still in use.
func (a Alias) To() *int { return nonzero(&a.Alias.To) }

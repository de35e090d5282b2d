package resolvers

import (
	"context"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/object"
)

// A kind is a type of the schema whose values V a store lists by a filter F, and its objects O.
type kind[F, V, O any] struct {
	name    string
	ask     func(graph.Reader, context.Context, []graph.Query[F]) ([]graph.Slice[V], error)
	members func(graph.Reader, []V) []*O
	// bare makes a value of which only the id is known; nil for types that have none.
	bare func(id string) V
}

func documents() kind[graph.DocumentFilter, *graph.Document, object.Document] {
	return kind[graph.DocumentFilter, *graph.Document, object.Document]{
		"documents", graph.Reader.Documents, object.Documents,
		func(id string) *graph.Document { return &graph.Document{ID: id} },
	}
}

func sections() kind[graph.SectionFilter, *graph.Section, object.Section] {
	return kind[graph.SectionFilter, *graph.Section, object.Section]{
		"sections", graph.Reader.Sections, object.Sections,
		func(id string) *graph.Section { return &graph.Section{ID: id} },
	}
}

func provisions() kind[graph.ProvisionFilter, *graph.Provision, object.Provision] {
	return kind[graph.ProvisionFilter, *graph.Provision, object.Provision]{
		"provisions", graph.Reader.Provisions, object.Provisions,
		func(id string) *graph.Provision { return &graph.Provision{ID: id} },
	}
}

func commitments() kind[graph.CommitmentFilter, *graph.Commitment, object.Commitment] {
	return kind[graph.CommitmentFilter, *graph.Commitment, object.Commitment]{
		"commitments", graph.Reader.Commitments, object.Commitments,
		func(id string) *graph.Commitment { return &graph.Commitment{ID: id} },
	}
}

func bodies() kind[graph.BodyFilter, *graph.Body, object.Body] {
	return kind[graph.BodyFilter, *graph.Body, object.Body]{
		"bodies", graph.Reader.Bodies, object.Bodies,
		func(id string) *graph.Body { return &graph.Body{ID: id} },
	}
}

func instruments() kind[graph.InstrumentFilter, *graph.Instrument, object.Instrument] {
	return kind[graph.InstrumentFilter, *graph.Instrument, object.Instrument]{
		"instruments", graph.Reader.Instruments, object.Instruments,
		func(id string) *graph.Instrument { return &graph.Instrument{ID: id} },
	}
}

func themes() kind[graph.ThemeFilter, *graph.Theme, object.Theme] {
	return kind[graph.ThemeFilter, *graph.Theme, object.Theme]{
		"themes", graph.Reader.Themes, object.Themes,
		func(id string) *graph.Theme { return &graph.Theme{ID: id} },
	}
}

func involvements() kind[graph.InvolvementFilter, *graph.Involvement, object.Involvement] {
	return kind[graph.InvolvementFilter, *graph.Involvement, object.Involvement]{
		"involvements", graph.Reader.Involvements, object.Involvements, nil,
	}
}

func citations() kind[graph.CitationFilter, *graph.Citation, object.Citation] {
	return kind[graph.CitationFilter, *graph.Citation, object.Citation]{
		"citations", graph.Reader.Citations, object.Citations, nil,
	}
}

func abouts() kind[graph.AboutFilter, *graph.About, object.About] {
	return kind[graph.AboutFilter, *graph.About, object.About]{
		"abouts", graph.Reader.Abouts, object.Abouts, nil,
	}
}

func reaffirmations() kind[graph.ReaffirmationFilter, *graph.Reaffirmation, object.Reaffirmation] {
	return kind[graph.ReaffirmationFilter, *graph.Reaffirmation, object.Reaffirmation]{
		"reaffirmations", graph.Reader.Reaffirmations, object.Reaffirmations,
		func(id string) *graph.Reaffirmation { return &graph.Reaffirmation{ID: id} },
	}
}

func repetitions() kind[graph.RepetitionFilter, *graph.Repetition, object.Repetition] {
	return kind[graph.RepetitionFilter, *graph.Repetition, object.Repetition]{
		"repetitions", graph.Reader.Repetitions, object.Repetitions, nil,
	}
}

func threads() kind[graph.ThreadFilter, *graph.Thread, object.Thread] {
	return kind[graph.ThreadFilter, *graph.Thread, object.Thread]{
		"lineages", graph.Reader.Threads, object.Threads, nil,
	}
}

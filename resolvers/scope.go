package resolvers

import (
	"fmt"

	"reaffirm/graph"
)

// A scope says how the siblings narrow a list below them: by a field of the filter, which nobody else
// may then set. The zero scope does not narrow.
type scope[T, F any] struct {
	name  string
	field func(*F) *[]string
	id    func(T) string
}

// within is the scope of lists in which a field of the filter is the sibling's id.
func within[T, F any](name string, field func(*F) *[]string, id func(T) string) scope[T, F] {
	return scope[T, F]{name, field, id}
}

// filters makes each sibling's filter of the one that was given. Error: graph.ErrInvalid where that
// sets the field of the scope.
func (s scope[T, F]) filters(given *F) (func(T) F, error) {
	var common F
	if given != nil {
		common = *given
	}
	if s.field == nil {
		return func(T) F { return common }, nil
	}
	if len(*s.field(&common)) > 0 {
		return nil, fmt.Errorf("%w: %s of the filter must be left out here; to choose others, ask at the root of the query",
			graph.ErrInvalid, s.name)
	}
	return func(v T) F {
		f := common
		*s.field(&f) = []string{s.id(v)}
		return f
	}, nil
}

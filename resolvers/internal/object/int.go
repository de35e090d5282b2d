package object

import (
	"fmt"
	"math"

	"github.com/99designs/gqlgen/graphql"

	"reaffirm/graph"
)

// MarshalInt writes an Int of the schema.
func MarshalInt(n int) graphql.Marshaler { return graphql.MarshalInt(n) }

// UnmarshalInt reads an Int of the schema, which has 32 bits. Error: graph.ErrInvalid for anything
// else.
func UnmarshalInt(v any) (int, error) {
	n, err := graphql.UnmarshalInt64(v)
	if err != nil || n < math.MinInt32 || n > math.MaxInt32 {
		return 0, fmt.Errorf("%w: %v is not an integer of 32 bits", graph.ErrInvalid, v)
	}
	return int(n), nil
}

package neograph

import "reaffirm/graph"

// PackReaffirmation and UnpackReaffirmation let tests see how a value is stored.
func PackReaffirmation(r *graph.Reaffirmation) string { return pack(reaffirmationFields, r) }

func UnpackReaffirmation(packed string) (*graph.Reaffirmation, error) {
	return unpacking(reaffirmationFields)(packed)
}

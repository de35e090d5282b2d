package object

import "reaffirm/graph"

// OrderDirection of the schema.
type OrderDirection string

// The directions.
const (
	Ascending  OrderDirection = "ASC"
	Descending OrderDirection = "DESC"
)

// An Order is the input that sorts a list, whatever its type.
type Order struct {
	Field     graph.OrderBy
	Direction OrderDirection
}

// Graph is the order as a store takes it; nil means the order of Rank.
func (o *Order) Graph() graph.Order {
	if o == nil {
		return graph.Order{}
	}
	return graph.Order{By: o.Field, Descending: o.Direction == Descending}
}

// Package object holds the object types of the schema: each a value of the graph and its place among
// the siblings it was fetched with. Fields that the value holds are bound to it; what has to be
// fetched is the resolvers' work.
package object

// optional is nil where a text is absent.
func optional(s *string) *string {
	if *s == "" {
		return nil
	}
	return s
}

// nonzero is nil where a number is absent.
func nonzero(n *int) *int {
	if *n == 0 {
		return nil
	}
	return n
}

// Pointers lists pointers to the items of list.
func Pointers[T any](list []T) []*T {
	pointers := make([]*T, len(list))
	for i := range list {
		pointers[i] = &list[i]
	}
	return pointers
}

// Package resolvers answers the fields of schema.graphqls, each with a call of the graph.Reader that
// its operation is pinned to. Objects know the siblings that they were fetched with, so a field costs
// one call for a whole page; see package cohort.
package resolvers

//go:generate go tool gqlgen generate

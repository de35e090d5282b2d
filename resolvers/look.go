package resolvers

import (
	"context"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"

	"reaffirm/resolvers/internal/cohort"
)

// A selection says what is asked for below a field, as far as it decides what to ask of the store.
type selection struct {
	onlyID bool // nothing but id and __typename
	items  bool // of a connection: its nodes, or where they begin and end
	count  bool // of a connection: totalCount
}

// look sees what is asked for below the field being resolved.
func look(ctx context.Context) selection {
	s := selection{onlyID: true}
	for _, f := range graphql.CollectFieldsCtx(ctx, nil) {
		switch f.Name {
		case "id", "__typename":
			continue
		case "nodes", "edges", "pageInfo":
			s.items = true
		case "totalCount":
			s.count = true
		}
		s.onlyID = false
	}
	return s
}

// named is the key of what is fetched for siblings under a fixed name, for several fields to share.
func named(name string) cohort.Key { return cohort.Key{Quick: name} }

// keyOf is the key of the field being resolved, which has fields itself: what has the same name and
// arguments, and asks the same of the store, is fetched once.
func keyOf(ctx context.Context) cohort.Key {
	f := graphql.GetFieldContext(ctx)
	// Siblings have the field from one and the same place, where gqlgen has collected its
	// selections once. The field of the query alone would not do: a fragment can stand in two
	// places that add to its selections differently.
	quick := &f.Field.Selections[0]
	return cohort.Key{Quick: quick, Exact: func() any {
		arguments, err := json.Marshal(f.Args)
		if err != nil {
			return quick
		}
		return exactKey{f.Object, f.Field.Name, string(arguments), look(ctx)}
	}}
}

// An exactKey is equal for fields that ask the same of the store.
type exactKey struct {
	object    string
	field     string
	arguments string // in JSON
	selection selection
}

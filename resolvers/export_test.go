package resolvers

import "reaffirm/resolvers/internal/exec"

// Root is the resolvers of the schema, for tests that put others before them.
func Root() exec.ResolverRoot { return resolverRoot{} }

// Package bench holds what the benchmarks have in common: the six operations that they measure.
package bench

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed operations/*.graphql
var files embed.FS

// An Operation is one query that is measured.
type Operation struct {
	Name  string // of its file: "page"
	Query string
}

// Operations lists the operations by name, the simplest first.
func Operations() ([]Operation, error) {
	var list []Operation
	for _, name := range []string{"node", "page", "search", "lineage", "responsibilities", "deep"} {
		query, err := files.ReadFile("operations/" + name + ".graphql")
		if err != nil {
			return nil, fmt.Errorf("operation %s: %w", name, err)
		}
		list = append(list, Operation{name, strings.TrimSpace(string(query))})
	}
	return list, nil
}

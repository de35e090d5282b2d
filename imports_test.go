package main_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// TestImports: imports point from the edges to graph and never back. For each part of the tree it lists
// which parts its packages, tests left out, may import.
func TestImports(t *testing.T) {
	loaded, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedImports}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	const module = "reaffirm"
	parts := []struct {
		name string // a folder; those below it are part of it unless listed before
		may  []string
	}{
		{"graph/fulltext", []string{"graph"}},
		{"graph/graphtest", []string{"graph", "graph/fulltext"}},
		{"graph/memgraph", []string{"graph", "graph/fulltext"}},
		{"graph/neograph", []string{"graph", "graph/fulltext", "internal"}},
		{"graph", nil},
		{"loader", []string{"graph", "graph/fulltext"}},
		{"resolvers", []string{"graph"}},
		{"server", []string{"graph", "resolvers", "internal"}},
		{"internal", []string{"graph"}},
		{"bench", []string{"graph", "graph/memgraph", "graph/neograph", "loader", "server"}},
		{"progress", nil},
		{"", []string{"graph", "graph/memgraph", "graph/neograph", "loader", "progress", "server"}},
	}
	partOf := func(path string) int {
		folder := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
		return slices.IndexFunc(parts, func(p struct {
			name string
			may  []string
		}) bool {
			return p.name == "" || folder == p.name || strings.HasPrefix(folder, p.name+"/")
		})
	}
	seen := map[string]bool{}
	for _, p := range loaded {
		if len(p.Errors) > 0 {
			t.Fatalf("%s: %v", p.PkgPath, p.Errors)
		}
		from := parts[partOf(p.PkgPath)]
		seen[from.name] = true
		for path := range p.Imports {
			if path != module && !strings.HasPrefix(path, module+"/") {
				continue
			}
			if to := parts[partOf(path)]; to.name != from.name && !slices.Contains(from.may, to.name) {
				t.Errorf("%s imports %s: packages in %q may import %v only", p.PkgPath, path, from.name, from.may)
			}
		}
	}
	for _, part := range parts {
		if !seen[part.name] {
			t.Errorf("no package in %q: the rule is for nothing", part.name)
		}
	}
}

package neograph

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// The folder cypher holds what a Reader asks, cypher/load what a load does, and cypher/schema the
// constraints and indexes, each statement in a file of its own.
//
//go:embed cypher
var folder embed.FS

// statements are the texts of one folder, by name.
type statements map[string]string

func readStatements(dir string) (statements, error) {
	entries, err := fs.ReadDir(folder, dir)
	if err != nil {
		return nil, err
	}
	all := statements{}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".cypher")
		if !ok {
			continue
		}
		text, err := fs.ReadFile(folder, path.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("reading statement %s: %w", name, err)
		}
		all[name] = string(text)
	}
	return all, nil
}

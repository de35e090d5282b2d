// Package graphiql holds the GraphiQL page, which needs nothing from other servers. See vendored.md for the files
// that are not ours.
package graphiql

import (
	"embed"
	"io/fs"
)

//go:embed files
var files embed.FS

// Files returns the page, index.html, and what it loads.
func Files() (fs.FS, error) { return fs.Sub(files, "files") }

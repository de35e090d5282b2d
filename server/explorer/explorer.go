// Package explorer holds the web pages for those who would rather look than write queries. They are an
// ordinary client of the public API.
package explorer

import (
	"embed"
	"io/fs"
)

//go:embed files
var files embed.FS

// Files returns the start page, index.html, and what it loads.
func Files() (fs.FS, error) { return fs.Sub(files, "files") }

package loader

import _ "embed"

//go:embed testdata/quality.md
var quality string

// Quality is how well this loader reads, measured against the reference annotations: a Markdown table whose first row names the
// columns, and whose first column names the measures. TestQuality holds it to what is measured.
func Quality() string { return quality }

package loader

import (
	"context"

	"reaffirm/graph"
	"reaffirm/loader/extract"
)

// find extracts what the provisions say.
func find(ctx context.Context, x *extract.Extractor, g *graph.Graph, opts Options) error {
	g.Bodies, g.Instruments, g.Themes, g.Verbs = x.Bodies(), x.Instruments(), x.Themes(), x.Verbs()
	parts := apart(g.Provisions)
	found := make([]extract.Findings, len(parts))
	if err := each(ctx, opts, Extracting, len(parts), func(i int) { found[i] = x.Provisions(parts[i]) }); err != nil {
		return err
	}
	for i := range g.Documents {
		for j := range g.Documents[i].Footnotes {
			g.Issues = append(g.Issues, x.NoteIssues(g.Documents[i].ID, &g.Documents[i].Footnotes[j])...)
		}
	}
	for i := range g.Sections {
		for j := range g.Sections[i].Footnotes {
			g.Issues = append(g.Issues, x.NoteIssues(g.Sections[i].Document, &g.Sections[i].Footnotes[j])...)
		}
	}
	g.Commitments = joined(found, func(f *extract.Findings) *[]graph.Commitment { return &f.Commitments })
	g.Involvements = joined(found, func(f *extract.Findings) *[]graph.Involvement { return &f.Involvements })
	g.Citations = joined(found, func(f *extract.Findings) *[]graph.Citation { return &f.Citations })
	g.Abouts = joined(found, func(f *extract.Findings) *[]graph.About { return &f.Abouts })
	known := map[string]bool{}
	for _, i := range g.Instruments {
		known[i.ID] = true
	}
	for _, f := range found {
		g.Issues = append(g.Issues, f.Issues...)
		for _, i := range f.Instruments {
			if !known[i.ID] {
				known[i.ID] = true
				g.Instruments = append(g.Instruments, i)
			}
		}
	}
	return nil
}

// joined takes the lists of all parts out of them and puts them behind each other.
func joined[P, T any](parts []P, of func(*P) *[]T) []T {
	n := 0
	for i := range parts {
		n += len(*of(&parts[i]))
	}
	all := make([]T, 0, n)
	for i := range parts {
		list := of(&parts[i])
		all, *list = append(all, *list...), nil
	}
	return all
}

// partSize is about how many provisions are read by one goroutine at a time.
const partSize = 64

// apart cuts a list of provisions into parts that can be read by themselves: what a chapeau governs stays with it.
func apart(provisions []graph.Provision) [][]graph.Provision {
	var parts [][]graph.Provision
	start := 0
	for i := range provisions {
		if i-start >= partSize && provisions[i].Parent == "" {
			parts = append(parts, provisions[start:i])
			start = i
		}
	}
	if start < len(provisions) {
		parts = append(parts, provisions[start:])
	}
	return parts
}

package loader

import (
	"cmp"
	"context"

	"reaffirm/graph"
	"reaffirm/loader/corpus"
	"reaffirm/loader/undoc"
)

// documents lists the documents of a corpus as its manifest describes them, without footnotes.
func documents(c *corpus.Corpus) []graph.Document {
	digests := make(map[string]string, len(c.Sources))
	for _, s := range c.Sources {
		digests[s.File] = s.Digest
	}
	list := make([]graph.Document, len(c.Documents))
	for i, d := range c.Documents {
		list[i] = graph.Document{
			ID: d.ID, Title: d.Title, ShortTitle: cmp.Or(d.ShortTitle, d.Title), Symbol: d.Symbol, Adopted: d.Adopted,
			Body: d.Body, File: d.File, Digest: digests[d.File],
		}
	}
	return list
}

// structure reads every source into sections and provisions, and the footnotes of the documents of g.
func structure(ctx context.Context, c *corpus.Corpus, g *graph.Graph, report *Report, opts Options) error {
	outlines := map[string][]undoc.Outline{}
	for _, d := range c.Documents {
		outlines[d.File] = append(outlines[d.File], d.Outline())
	}
	at := make(map[string]*graph.Document, len(g.Documents))
	for i := range g.Documents {
		at[g.Documents[i].ID] = &g.Documents[i]
	}
	read := make([]reading, len(c.Sources))
	err := each(ctx, opts, Reading, len(c.Sources), func(i int) {
		s := &c.Sources[i]
		read[i] = readSource(undoc.Parse(s.File, s.Text, outlines[s.File]), s.File, at)
	})
	if err != nil {
		return err
	}
	for _, r := range read {
		report.Problems = append(report.Problems, r.problems...)
		report.Lines = append(report.Lines, r.lines)
	}
	g.Sections = joined(read, func(r *reading) *[]graph.Section { return &r.sections })
	g.Provisions = joined(read, func(r *reading) *[]graph.Provision { return &r.provisions })
	graph.Sort(g)
	return nil
}

// A reading is what one source holds.
type reading struct {
	problems   []graph.Problem
	lines      LineCount
	sections   []graph.Section
	provisions []graph.Provision
}

// readSource takes from a parsed source what a graph keeps. It sets the footnotes of its documents, which no other
// source has.
func readSource(parsed undoc.Parsed, file string, documents map[string]*graph.Document) reading {
	r := reading{problems: parsed.Problems, lines: countLines(file, parsed.Lines)}
	for _, d := range parsed.Documents {
		document := documents[d.ID]
		notes := headingNotes(d)
		document.Footnotes = notes[d.ID]
		for _, s := range d.Sections {
			s.Footnotes = notes[s.ID]
			r.sections = append(r.sections, s)
		}
		for _, p := range d.Provisions {
			p.Citation = citation(document.ShortTitle, d, p)
			r.provisions = append(r.provisions, p)
		}
	}
	return r
}

// headingNotes lists the footnotes that a document's title and headings call, by the id of the caller.
func headingNotes(d undoc.Document) map[string][]graph.Footnote {
	notes := map[string][]graph.Footnote{}
	for _, n := range d.Notes {
		for _, caller := range n.Callers {
			if graph.TypeOfID(caller) != graph.ProvisionNode {
				notes[caller] = append(notes[caller], n.Footnote)
			}
		}
	}
	return notes
}

package loader

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"runtime"

	"reaffirm/graph"
	"reaffirm/loader/corpus"
	"reaffirm/loader/curation"
	"reaffirm/loader/extract"
	"reaffirm/loader/lineage"
	"reaffirm/loader/undoc"
)

// Options say how to load, never what comes out.
type Options struct {
	Workers int // 0 means one for each processor
	// Progress is told how far a stage has come; it may be nil. Calls come one at a time.
	Progress func(stage Stage, done, total int)
}

// A Stage is a part of a load, in the order of the constants.
type Stage string

const (
	Reading    Stage = "reading"    // counted in documents
	Extracting Stage = "extracting" // counted in documents
	Linking    Stage = "linking"    // counted in provisions
	Sealing    Stage = "sealing"
)

// Load reads the corpus in fsys and returns its graph, sealed, and the report. What is wrong with the
// corpus is in the report; the error is for what leaves no graph at all: no readable manifest, the
// end of ctx, or a graph that breaks its own contract.
func Load(ctx context.Context, fsys fs.FS, opts Options) (*graph.Graph, *Report, error) {
	opts.Workers = cmp.Or(opts.Workers, runtime.GOMAXPROCS(0))
	c, problems, err := corpus.Read(fsys)
	if err != nil {
		return nil, nil, err
	}
	report := &Report{Problems: problems}
	g := &graph.Graph{CorpusDigest: c.Digest}
	if err := structure(ctx, c, g, report, opts); err != nil {
		return nil, nil, err
	}
	decisions, problems := curation.Read(fsys)
	report.Problems = append(report.Problems, problems...)
	if err := find(ctx, g, opts); err != nil {
		return nil, nil, err
	}
	report.Problems = append(report.Problems, curation.Apply(g, decisions)...)
	report.Problems = append(report.Problems, link(g, decisions, opts)...)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	opts.tell(Sealing, 0, 1)
	prune(g)
	if err := graph.Seal(g); err != nil {
		return nil, nil, err
	}
	opts.tell(Sealing, 1, 1)
	report.Counts = g.Summary().Counts
	report.sort()
	return g, report, nil
}

func (o Options) tell(stage Stage, done, total int) {
	if o.Progress != nil {
		o.Progress(stage, done, total)
	}
}

// structure reads every source into documents, sections and provisions.
func structure(ctx context.Context, c *corpus.Corpus, g *graph.Graph, report *Report, opts Options) error {
	shortTitles := map[string]string{}
	sources := map[string][]undoc.Outline{}
	for _, d := range c.Documents {
		sources[d.File] = append(sources[d.File], d.Outline())
		shortTitles[d.ID] = cmp.Or(d.ShortTitle, d.Title)
	}
	digests, titleNotes := map[string]string{}, map[string][]graph.Footnote{}
	for i, s := range c.Sources {
		if err := ctx.Err(); err != nil {
			return err
		}
		digests[s.File] = s.Digest
		parsed := undoc.Parse(s.File, s.Text, sources[s.File])
		report.Problems = append(report.Problems, parsed.Problems...)
		report.Lines = append(report.Lines, countLines(s.File, parsed.Lines))
		for _, d := range parsed.Documents {
			notes := headingNotes(d)
			titleNotes[d.ID] = notes[d.ID]
			for _, s := range d.Sections {
				s.Footnotes = notes[s.ID]
				g.Sections = append(g.Sections, s)
			}
			for _, p := range d.Provisions {
				p.Citation = citation(shortTitles[d.ID], d, p)
				g.Provisions = append(g.Provisions, p)
			}
		}
		opts.tell(Reading, i+1, len(c.Sources))
	}
	for _, d := range c.Documents {
		g.Documents = append(g.Documents, graph.Document{
			ID: d.ID, Title: d.Title, ShortTitle: shortTitles[d.ID], Symbol: d.Symbol, Adopted: d.Adopted,
			Body: d.Body, File: d.File, Digest: digests[d.File], Footnotes: titleNotes[d.ID],
		})
	}
	graph.Sort(g)
	return nil
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

// find extracts what the provisions say.
func find(ctx context.Context, g *graph.Graph, opts Options) error {
	x, err := extract.New(g.Documents)
	if err != nil {
		return fmt.Errorf("gazetteers and lexicons: %w", err)
	}
	g.Bodies, g.Instruments, g.Themes, g.Verbs = x.Bodies(), x.Instruments(), x.Themes(), x.Verbs()
	found, err := extractAll(ctx, x, g.Provisions, opts)
	if err != nil {
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
	known := map[string]bool{}
	for _, i := range g.Instruments {
		known[i.ID] = true
	}
	for _, f := range found {
		g.Commitments = append(g.Commitments, f.Commitments...)
		g.Involvements = append(g.Involvements, f.Involvements...)
		g.Citations = append(g.Citations, f.Citations...)
		g.Abouts = append(g.Abouts, f.Abouts...)
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

// link finds the links and applies the decisions on them.
func link(g *graph.Graph, decisions []curation.Decision, opts Options) []graph.Problem {
	model := lineage.NewModel(lineage.Input{
		Documents: g.Documents, Provisions: g.Provisions,
		Commitments: g.Commitments, Involvements: g.Involvements, Citations: g.Citations,
		Workers:  opts.Workers,
		Progress: func(done, total int) { opts.tell(Linking, done, total) },
	})
	out := model.Link()
	g.Reaffirmations, g.Repetitions = out.Reaffirmations, out.Repetitions
	return curation.ApplyLinks(g, decisions, func(later, earlier string) (graph.Reaffirmation, bool) {
		c, err := model.Compare(later, earlier)
		return c.Reaffirmation, err == nil
	})
}

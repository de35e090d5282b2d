package loader

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
	"reaffirm/loader/corpus"
	"reaffirm/loader/curation"
	"reaffirm/loader/extract"
	"reaffirm/loader/lineage"
)

// Options say how to load, never what comes out.
type Options struct {
	Workers int // 0 means one for each processor
	// Progress is told how far a stage has come; it may be nil. Calls come one at a time, stage after stage.
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
	g := &graph.Graph{CorpusDigest: c.Digest, Documents: documents(c)}
	graph.Sort(g)
	x, err := read(ctx, c, g, report, opts)
	if err != nil {
		return nil, nil, err
	}
	decisions, problems := curation.Read(fsys)
	report.Problems = append(report.Problems, problems...)
	texts := lineage.Input{
		Documents: g.Documents, Provisions: g.Provisions,
		Workers:  opts.Workers,
		Progress: func(done, total int) { opts.tell(Linking, done, total) },
	}
	model, err := understand(ctx, x, g, texts, opts)
	if err != nil {
		return nil, nil, err
	}
	report.Problems = append(report.Problems, curation.Apply(g, decisions)...)
	report.Problems = append(report.Problems, link(g, model, texts, decisions)...)
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

// read reads the sources and, beside it, makes what extracts.
func read(ctx context.Context, c *corpus.Corpus, g *graph.Graph, report *Report, opts Options) (x *extract.Extractor, err error) {
	documents := slices.Clone(g.Documents)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() (err error) {
		if x, err = extract.New(documents); err != nil {
			return fmt.Errorf("gazetteers and lexicons: %w", err)
		}
		return nil
	})
	group.Go(func() error { return structure(ctx, c, g, report, opts) })
	err = group.Wait()
	return x, err
}

// understand extracts what the provisions say and, beside it, prepares their texts for comparison.
func understand(ctx context.Context, x *extract.Extractor, g *graph.Graph, texts lineage.Input, opts Options) (model *lineage.Model, err error) {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return find(ctx, x, g, opts) })
	group.Go(func() error {
		model = lineage.Read(texts)
		return nil
	})
	err = group.Wait()
	return model, err
}

// link finds the links and applies the decisions on them.
func link(g *graph.Graph, model *lineage.Model, in lineage.Input, decisions []curation.Decision) []graph.Problem {
	lineage.ResolvePinpoints(g.Citations, g.Provisions)
	in.Commitments, in.Involvements, in.Citations, in.Abouts = g.Commitments, g.Involvements, g.Citations, g.Abouts
	model.Learn(in)
	out := model.Link()
	g.Reaffirmations, g.Repetitions = out.Reaffirmations, out.Repetitions
	return curation.ApplyLinks(g, decisions, func(later, earlier string) (graph.Reaffirmation, bool) {
		c, err := model.Compare(later, earlier)
		return c.Reaffirmation, err == nil
	})
}

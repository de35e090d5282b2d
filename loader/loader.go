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
	g := &graph.Graph{CorpusDigest: c.Digest, Documents: documents(c)}
	graph.Sort(g)
	var x *extract.Extractor
	group, reading := errgroup.WithContext(ctx)
	known := slices.Clone(g.Documents)
	group.Go(func() (err error) {
		if x, err = extract.New(known); err != nil {
			return fmt.Errorf("gazetteers and lexicons: %w", err)
		}
		return nil
	})
	group.Go(func() error { return structure(reading, c, g, report, opts) })
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	decisions, problems := curation.Read(fsys)
	report.Problems = append(report.Problems, problems...)
	if err := find(ctx, x, g, opts); err != nil {
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

// link finds the links and applies the decisions on them.
func link(g *graph.Graph, decisions []curation.Decision, opts Options) []graph.Problem {
	model := lineage.NewModel(lineage.Input{
		Documents: g.Documents, Provisions: g.Provisions,
		Commitments: g.Commitments, Involvements: g.Involvements, Citations: g.Citations, Abouts: g.Abouts,
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

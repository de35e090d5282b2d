package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/progress"
)

// neo4jFlags name a database. The password comes from the environment only, where no list of processes shows it.
type neo4jFlags struct {
	Neo4j         string `name:"neo4j" env:"NEO4J_URI" placeholder:"URI" help:"The Neo4j database, neo4j://HOST or bolt://HOST. The password is read from NEO4J_PASSWORD."`
	Neo4jUsername string `name:"neo4j-username" env:"NEO4J_USERNAME" default:"neo4j" placeholder:"NAME" help:"The user of the database (${default})."`
	Neo4jDatabase string `name:"neo4j-database" env:"NEO4J_DATABASE" placeholder:"NAME" help:"The database within Neo4j; the user's home database if left out."`
}

func (f neo4jFlags) config() neograph.Config {
	c := neograph.Config{URI: f.Neo4j, Database: f.Neo4jDatabase, Password: os.Getenv("NEO4J_PASSWORD")}
	if c.Password != "" {
		c.Username = f.Neo4jUsername
	}
	return c
}

type loadCommand struct {
	Corpus string `type:"path" placeholder:"DIR" help:"The corpus folder, with its manifest.json; the embedded corpus if left out."`
	neo4jFlags
}

func (c *loadCommand) Run(ctx context.Context, s streams) error {
	if c.Neo4j == "" {
		return errors.New("no database is given; name it with --neo4j neo4j://HOST or in NEO4J_URI")
	}
	g, report, err := loadCorpus(ctx, c.Corpus, s)
	if err != nil {
		return err
	}
	defer debug.SetGCPercent(debug.SetGCPercent(writeGC))
	debug.FreeOSMemory()
	load, err := c.load(ctx, g, s.err)
	if err != nil {
		return fmt.Errorf("loading into %s: %w", c.Neo4j, err)
	}
	done := "is now in force"
	if load.Unchanged {
		done = "was in force already"
	}
	fmt.Fprintf(s.out, "%s %s: %d nodes, %d relationships, %.1f s, %d problems in the corpus\n",
		load.Version, done, load.Nodes, load.Relationships, load.Took.Seconds(), len(report.Problems))
	return nil
}

// writeGC is the share of garbage, in per cent of what is in use, that may gather while a graph is written. What reading took is
// given back before, and little is added: the database beside us needs the memory.
const writeGC = 25

// load writes g into the database, with a bar on w.
func (c *loadCommand) load(ctx context.Context, g *graph.Graph, w io.Writer) (load *neograph.Load, err error) {
	bar := progress.Show(w, "loading")
	defer bar.Close()
	config := c.config()
	config.Progress = bar.Report
	store, err := neograph.New(config)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, store.Close(context.WithoutCancel(ctx))) }()
	return store.Load(ctx, g)
}

// readGC is the share of garbage, in per cent of what is in use, that may gather while the corpus in a folder is read, which may
// be large: half of what the runtime allows costs no time that can be measured.
const readGC = 50

// loadCorpus reads the corpus in a folder, or the embedded one where dir is "", with bars on the error stream where that is a
// terminal.
func loadCorpus(ctx context.Context, dir string, s streams) (*graph.Graph, *loader.Report, error) {
	bars := progress.ShowStages(s.err)
	defer bars.Close()
	opts := loader.Options{Progress: func(stage loader.Stage, done, total int) { bars.Report(string(stage), done, total) }}
	if dir == "" {
		return loader.Load(ctx, corpus.Embedded(), opts)
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, fmt.Errorf("there is no folder %s; give the one that holds the corpus's %s", dir, corpus.ManifestName)
	case err != nil:
		return nil, nil, fmt.Errorf("the corpus cannot be read: %w", err)
	case !info.IsDir():
		return nil, nil, fmt.Errorf("%s is no folder; give the one that holds the corpus's %s", dir, corpus.ManifestName)
	}
	defer debug.SetGCPercent(debug.SetGCPercent(readGC))
	g, report, err := loader.Load(ctx, os.DirFS(dir), opts)
	if err != nil {
		return nil, nil, fmt.Errorf("corpus %s: %w", dir, err)
	}
	return g, report, nil
}

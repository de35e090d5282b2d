package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/graph/neograph"
	"reaffirm/loader"
	"reaffirm/loader/lineage"
	"reaffirm/server"
)

// comparedProvisions is the greatest number of provisions of a graph whose pairs are compared on demand.
const comparedProvisions = 20_000

// stopping bounds how long requests under way may take after the signal to stop.
const stopping = 10 * time.Second

type serveCommand struct {
	Listen string `default:"localhost:8080" placeholder:"HOST:PORT" help:"Where to listen (${default})."`
	Admin  string `placeholder:"HOST:PORT" help:"Where to serve /metrics and /debug/pprof/, out of the public's reach; nowhere if left out."`
	Corpus string `type:"path" placeholder:"DIR" help:"The corpus folder, with its manifest.json; the embedded corpus if left out."`
	neo4jFlags

	Origins    []string   `placeholder:"URL" help:"Sites whose pages may read answers, such as https://example.org; all if left out."`
	HideSchema bool       `help:"Refuse introspection of the schema."`
	Suggest    bool       `help:"Let errors about unknown names suggest names that are alike."`
	LogFormat  string     `enum:"auto,text,json" default:"auto" help:"Form of the log on stderr: text, json, or auto (text on a terminal, else json)."`
	LogLevel   slog.Level `default:"info" help:"The least grave messages to log: debug, info, warn or error."`

	Limit limitFlags `embed:"" prefix:"limit-" group:"Limits"`
}

func (c *serveCommand) Run(ctx context.Context, s streams) error {
	logger, finishLog := openLog(s.err, c.LogFormat, c.LogLevel)
	defer finishLog()
	public, err := listen(c.Listen, "--listen")
	if err != nil {
		return err
	}
	defer public.Close()
	store, fill, err := c.openStore(s, logger)
	if err != nil {
		return err
	}
	defer store.Close(context.WithoutCancel(ctx))
	tracer, stopTracing, err := openTracing(ctx, logger)
	if err != nil {
		return err
	}
	defer stopTracing()
	metrics := server.NewMetrics()
	var handler http.Handler
	var summary string
	opening, filling := errgroup.WithContext(ctx)
	opening.Go(func() (err error) {
		summary, err = fill(filling)
		return err
	})
	opening.Go(func() (err error) {
		handler, err = server.New(server.Config{
			Store: store, Comparer: lineage.NewComparer(comparedProvisions), Version: version(), Quality: loader.Quality(), Limits: c.Limit.limits(), Origins: c.Origins,
			HideSchema: c.HideSchema, Suggest: c.Suggest, Logger: logger, Metrics: metrics, Tracer: tracer,
		})
		return err
	})
	if err := opening.Wait(); err != nil {
		return err
	}
	serving, ctx := errgroup.WithContext(ctx)
	if c.Admin != "" {
		private, err := listen(c.Admin, "--admin")
		if err != nil {
			return err
		}
		serving.Go(func() error { return server.Serve(ctx, private, server.NewAdmin(metrics), logger, stopping) })
	}
	serving.Go(func() error { return server.Serve(ctx, public, handler, logger, stopping) })
	if database, ok := store.(*neograph.Store); ok {
		serving.Go(func() error {
			begun := time.Now()
			logger.Info("the database has planned the queries", "statements", database.Warm(ctx), "duration", time.Since(begun))
			return nil
		})
	}
	fmt.Fprintf(s.out, "reaffirm serves %s: open %s\n", summary, address(public.Addr(), c.Listen))
	return serving.Wait()
}

// listen opens a port that a flag names. An empty address would be any port of every network.
func listen(address, flag string) (net.Listener, error) {
	if address == "" {
		return nil, fmt.Errorf("%s, or its variable of the environment, is empty; give HOST:PORT, or leave it out", flag)
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s: %w; stop what listens there, or give another address with %s", address, reason(err), flag)
	}
	return l, nil
}

// startGC is the share of garbage, in per cent of what is in use, that may gather while the embedded corpus is read. It
// is known to be small: collecting once instead of ten times makes the start a quarter shorter.
const startGC = 800

// openStore opens the database that the flags name, or a store in memory, which fill fills with the corpus; summary says in
// words what is served.
func (c *serveCommand) openStore(s streams, logger *slog.Logger) (store graph.Store, fill func(context.Context) (summary string, err error), err error) {
	if c.Neo4j != "" {
		if c.Corpus != "" {
			return nil, nil, errors.New("both --corpus and --neo4j are given; serve the one or the other (load a corpus into Neo4j with reaffirm load)")
		}
		config := c.config()
		config.Timeout = c.Limit.Duration
		store, err := neograph.New(config)
		return store, func(context.Context) (string, error) { return "the graph in the database at " + c.Neo4j, nil }, err
	}
	memory := memgraph.NewStore()
	return memory, func(ctx context.Context) (string, error) { return c.fill(ctx, memory, s, logger) }, nil
}

// fill puts the corpus into a store.
func (c *serveCommand) fill(ctx context.Context, memory *memgraph.Store, s streams, logger *slog.Logger) (summary string, err error) {
	if c.Corpus == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(startGC))
	}
	g, report, err := loadCorpus(ctx, c.Corpus, s)
	if err != nil {
		return "", err
	}
	if report.Failed() {
		logger.Warn("parts of the corpus could not be read; reaffirm check says which")
	}
	if err := memory.Replace(ctx, g); err != nil {
		return "", err
	}
	counts := g.Summary().Counts
	return fmt.Sprintf("%d provisions of %d documents", counts.Provisions, counts.Documents), nil
}

// reason is the innermost cause of a failure to listen: "address already in use".
func reason(err error) error {
	if errno, ok := errors.AsType[syscall.Errno](err); ok {
		return errno
	}
	return err
}

// address is where a browser finds the server: the host as it was given, or localhost where it listens
// on every one, and the port in use.
func address(listening net.Addr, asked string) string {
	_, port, err := net.SplitHostPort(listening.String())
	if err != nil {
		return "http://" + listening.String()
	}
	host, _, err := net.SplitHostPort(asked)
	if ip := net.ParseIP(host); err != nil || host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// Command reaffirm reads multilateral policy documents into a graph of commitments and serves it over
// GraphQL. Its commands and flags are described by reaffirm --help; each flag is also an environment
// variable. This file reads the configuration and joins the parts; what they do is in their packages.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/graph/neograph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/loader/lineage"
	"reaffirm/progress"
	"reaffirm/server"
)

type commands struct {
	Serve  serveCommand  `cmd:"" default:"withargs" help:"Serve the graph over HTTP (the default command)."`
	Load   loadCommand   `cmd:"" help:"Load a corpus into a Neo4j database, where it takes the place of the graph that was in force."`
	Check  checkCommand  `cmd:"" help:"Read a corpus and print what is wrong with it. The exit status is 1 where something was lost."`
	Export exportCommand `cmd:"" help:"Print the graph of a corpus as JSON, in a stable order."`

	Version kong.VersionFlag `env:"-" help:"Print the version."`
}

// streams are where a command writes.
type streams struct {
	out, err io.Writer
}

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdout, os.Stderr}))
}

// run carries out one command and returns the exit status. The first SIGINT or SIGTERM ends it in order, the second
// at once.
func run(args []string, s streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	parser, err := newParser(ctx, s)
	if err != nil {
		return fail(s, err)
	}
	command, err := parser.Parse(args)
	if err != nil {
		return fail(s, fmt.Errorf("%w; reaffirm --help lists what there is", err))
	}
	if err := command.Run(); err != nil {
		return fail(s, err)
	}
	return 0
}

// newParser reads the command line and the environment into commands that run under ctx.
func newParser(ctx context.Context, s streams) (*kong.Kong, error) {
	return kong.New(&commands{},
		kong.Name("reaffirm"),
		kong.Description("Who committed to what, since when, in whose words: policy documents as a graph."),
		kong.Vars{"version": version()},
		limitVars(),
		kong.DefaultEnvars("REAFFIRM"),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, FlagsLast: true}),
		kong.Writers(s.out, s.err),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(s),
	)
}

// errSaid ends a command whose output has said already what is wrong.
var errSaid = errors.New("the output says what is wrong")

// fail prints what went wrong in one line.
func fail(s streams, err error) int {
	if !errors.Is(err, errSaid) {
		fmt.Fprintf(s.err, "reaffirm: %s\n", strings.Join(strings.Fields(err.Error()), " "))
	}
	return 1
}

// version names this build: the module's version, or the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	if v == "" || v == "(devel)" {
		v = "development"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return v + " " + s.Value
		}
	}
	return v
}

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
	logger := c.logger(s.err)
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

// listen opens a port that a flag names.
func listen(address, flag string) (net.Listener, error) {
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
		store, err := neograph.New(c.config())
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

func (c *serveCommand) logger(w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{Level: c.LogLevel}
	if c.LogFormat == "text" || c.LogFormat == "auto" && isTerminal(w) {
		return slog.New(slog.NewTextHandler(w, options))
	}
	return slog.New(slog.NewJSONHandler(w, options))
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
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
	g, report, err := loader.Load(ctx, os.DirFS(dir), opts)
	if err != nil {
		return nil, nil, fmt.Errorf("corpus %s: %w", dir, err)
	}
	return g, report, nil
}

type checkCommand struct {
	Explain string   `placeholder:"ID" xor:"what" help:"Instead of the report: what was found in one provision or commitment, and the rule that found each."`
	Why     string   `placeholder:"LATER" xor:"what" help:"Instead of the report: why provision LATER is linked to provision EARLIER, named behind it, or why not."`
	Args    []string `arg:"" optional:"" name:"dir" help:"The corpus folder, with its manifest.json; the embedded corpus if left out."`
}

func (c *checkCommand) Run(ctx context.Context, s streams) error {
	args, earlier := c.Args, ""
	if c.Why != "" {
		if len(args) == 0 {
			return errors.New("--why takes two ids: reaffirm check --why LATER EARLIER")
		}
		earlier, args = args[0], args[1:]
	}
	dir := ""
	switch len(args) {
	case 0:
	case 1:
		dir = args[0]
	default:
		return fmt.Errorf("check takes one folder, not %d", len(args))
	}
	g, report, err := loadCorpus(ctx, dir, s)
	switch {
	case err != nil:
		return err
	case c.Explain != "":
		return loader.Explain(s.out, g, c.Explain)
	case c.Why != "":
		return loader.Why(s.out, g, c.Why, earlier)
	}
	if err := report.Print(s.out); err != nil {
		return err
	}
	if report.Failed() {
		return errSaid
	}
	return nil
}

type exportCommand struct {
	Corpus string `type:"path" placeholder:"DIR" help:"The corpus folder, with its manifest.json; the embedded corpus if left out."`
}

func (c *exportCommand) Run(ctx context.Context, s streams) error {
	g, _, err := loadCorpus(ctx, c.Corpus, s)
	if err != nil {
		return err
	}
	e := json.NewEncoder(s.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(g)
}

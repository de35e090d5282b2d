// Command reaffirm reads multilateral policy documents into a graph of commitments and serves it over
// GraphQL. Its commands and flags are described by reaffirm --help; each flag is also an environment
// variable. The files of this package read the configuration and join the parts; what these do is in their packages.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"
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

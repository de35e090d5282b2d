// Command soak serves the embedded corpus from a process of its own, treats it for ten minutes as the internet would, and
// reports whether each answer was right and memory and goroutines stayed flat. Its exit status is 1 where they did not.
//
//	go run ./bench/soak
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"slices"
	"time"

	"reaffirm/bench/stress"
	"reaffirm/server"
)

func main() {
	duration := flag.Duration("for", 10*time.Minute, "how long to ask")
	connections := flag.Int("connections", 64, "clients at a time")
	reload := flag.Duration("reload", 5*time.Second, "how often the graph is replaced")
	cache := flag.Int64("answer-cache", server.DefaultLimits().AnswerCache, "bytes of answers that the server keeps")
	seed := flag.Uint64("seed", 1, "start of the random numbers")
	serve := flag.Bool("serve", false, "serve only, as the process under stress")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	limits := server.Limits{AnswerCache: *cache}
	var err error
	if *serve {
		err = serveReloading(ctx, os.Stdout, limits, *reload)
	} else {
		err = soak(ctx, os.Stdout, stress.Config{Duration: *duration, Connections: *connections, Seed: *seed}, limits, *reload)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "soak:", err)
		os.Exit(1)
	}
}

// soak puts a server process under stress and prints the report. The error says what is not as it should be.
func soak(ctx context.Context, w io.Writer, c stress.Config, limits server.Limits, reload time.Duration) error {
	graphs, err := stress.Graphs(ctx)
	if err != nil {
		return err
	}
	if c.Answers, err = stress.Expect(ctx, graphs, limits); err != nil {
		return err
	}
	p, err := startServer(limits, reload)
	if err != nil {
		return err
	}
	defer p.stop()
	c.Address, c.Admin, c.Progress = p.address, p.admin, w
	fmt.Fprintf(w, "%d cases, %d clients, %s, a new graph every %s\n", len(c.Answers.Cases), c.Connections, c.Duration, reload)
	r, err := stress.Run(ctx, c)
	if err != nil {
		return err
	}
	printReport(w, r)
	if !r.Good() {
		return fmt.Errorf("the server does not hold: %d wrong answers, flat: %v", r.Mistakes, r.Flat())
	}
	return nil
}

func printReport(w io.Writer, r *stress.Report) {
	fmt.Fprintln(w)
	for _, what := range slices.Sorted(maps.Keys(r.Requests)) {
		fmt.Fprintf(w, "%9d %s\n", r.Requests[what], what)
	}
	fmt.Fprintf(w, "%9d wrong\n", r.Mistakes)
	for _, wrong := range r.Wrong {
		fmt.Fprintf(w, "          %s\n", wrong)
	}
	fmt.Fprintf(w, "graphs in force: %d in turn\n", r.Graphs)
	fmt.Fprintf(w, "at rest before:  %s\nat rest after:   %s\nat the most:     %s\n", r.Before, r.After, r.Peak)
	flat := "flat"
	if !r.Flat() {
		flat = "NOT flat"
	}
	fmt.Fprintf(w, "memory and goroutines: %s\n", flat)
}

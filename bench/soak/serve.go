package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/exec"
	"strconv"
	"time"

	"golang.org/x/sync/errgroup"

	"reaffirm/bench/stress"
	"reaffirm/graph/memgraph"
	"reaffirm/loader/lineage"
	"reaffirm/server"
)

// serveReloading serves until ctx ends and replaces the graph by another every interval. Its first line of output names where
// it serves, and where its metrics are.
func serveReloading(ctx context.Context, w io.Writer, limits server.Limits, interval time.Duration) error {
	graphs, err := stress.Graphs(ctx)
	if err != nil {
		return err
	}
	store := memgraph.NewStore()
	if err := store.Replace(ctx, graphs[0]); err != nil {
		return err
	}
	metrics, logger := server.NewMetrics(), slog.New(slog.NewJSONHandler(io.Discard, nil))
	h, err := server.New(server.Config{Store: store, Comparer: lineage.NewComparer(100), Limits: limits, Logger: logger, Metrics: metrics})
	if err != nil {
		return err
	}
	public, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	private, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	serving, ctx := errgroup.WithContext(ctx)
	serving.Go(func() error { return server.Serve(ctx, public, h, logger, time.Second) })
	serving.Go(func() error { return server.Serve(ctx, private, server.NewAdmin(metrics), logger, time.Second) })
	serving.Go(func() error {
		for i := 1; ; i++ {
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(interval):
			}
			if err := store.Replace(ctx, graphs[i%len(graphs)]); err != nil && ctx.Err() == nil {
				return err
			}
		}
	})
	fmt.Fprintf(w, "%s %s\n", public.Addr(), private.Addr())
	return serving.Wait()
}

// process is a server process.
type process struct {
	command        *exec.Cmd
	address, admin string
}

// startServer runs this program again, as a server.
func startServer(limits server.Limits, reload time.Duration) (*process, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	p := &process{command: exec.Command(program, "-serve", "-reload", reload.String(), "-answer-cache", strconv.FormatInt(limits.AnswerCache, 10))}
	p.command.Stderr = os.Stderr
	out, err := p.command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err == nil {
		_, err = fmt.Sscan(line, &p.address, &p.admin)
	}
	if err != nil {
		p.stop()
		return nil, fmt.Errorf("the server does not say where it serves: %w", err)
	}
	return p, nil
}

func (p *process) stop() {
	_ = p.command.Process.Kill()
	_ = p.command.Wait()
}

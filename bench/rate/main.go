// Command rate measures a running server: requests a second, and the time within which half of the requests and 99 of 100 were
// answered, for the six operations of package bench, over 1 and 16 connections, from its cache and past it. The last column is the
// processor time that asking took of each request: what the server has not, where both run on one machine.
//
//	go run ./bench/rate -server localhost:8080
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"text/tabwriter"
	"time"

	"reaffirm/bench"
	"reaffirm/bench/load"
)

func main() {
	server := flag.String("server", "localhost:8080", "host and port")
	duration := flag.Duration("for", 2*time.Second, "how long to ask each")
	flag.Parse()
	if err := measure(os.Stdout, *server, *duration); err != nil {
		fmt.Fprintln(os.Stderr, "rate:", err)
		os.Exit(1)
	}
}

func measure(w io.Writer, server string, duration time.Duration) error {
	operations, err := bench.Operations()
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "operation\tbytes\tcache\tconnections\trequests/s\thalf within\t99 of 100 within\tasking\t")
	for _, op := range operations {
		for _, vary := range []bool{true, false} {
			for _, connections := range []int{1, 16} {
				r, err := ask(load.Query{Address: server, Path: "/graphql", Text: op.Query, Vary: vary}, connections, duration)
				if err != nil {
					return fmt.Errorf("%s: %w", op.Name, err)
				}
				cache := "kept"
				if vary {
					cache = "made"
				}
				fmt.Fprintf(table, "%s\t%d\t%s\t%d\t%.0f\t%s\t%s\t%s\t\n", op.Name, r.Bytes, cache, connections, r.Rate(),
					r.Quantile(0.5).Round(time.Microsecond), r.Quantile(0.99).Round(time.Microsecond), (r.Processor / time.Duration(max(r.Requests, 1))).Round(time.Microsecond))
			}
		}
	}
	return table.Flush()
}

// ask asks for a tenth of the time first, so that the server has seen the query.
func ask(q load.Query, connections int, duration time.Duration) (load.Result, error) {
	c, err := load.Dial(q, connections)
	if err != nil {
		return load.Result{}, err
	}
	defer c.Close()
	if r, err := c.SendFor(duration / 10); err != nil {
		return r, err
	}
	return c.SendFor(duration)
}

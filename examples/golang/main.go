// Command golang prints what became of the provisions of one document in another: an example of a typed client.
//
//	go run ./examples/golang [SERVER [EARLIER LATER]]
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/Khan/genqlient/graphql"
)

//go:generate go tool genqlient genqlient.yaml

func main() {
	arguments := []string{"http://localhost:8080", "ungass-2016", "md-2019"}
	copy(arguments, os.Args[1:])
	if err := run(context.Background(), os.Stdout, arguments[0], arguments[1], arguments[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, w io.Writer, server, earlier, later string) error {
	answer, err := Fate(ctx, graphql.NewClient(server+"/graphql", http.DefaultClient), earlier, later, 3)
	if err != nil {
		return fmt.Errorf("asking %s: %w", server, err)
	}
	c := answer.Coverage
	fmt.Fprintf(w, "From the %s to the %s\n", c.Earlier.ShortTitle, c.Later.ShortTitle)
	for _, b := range c.Buckets {
		fmt.Fprintf(w, "%-9s %3d", b.Bucket, b.Count)
		for _, p := range b.Provisions.Nodes {
			fmt.Fprintf(w, "  %s", p.Citation)
		}
		fmt.Fprintln(w)
	}
	return nil
}

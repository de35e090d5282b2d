package server_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/server"
)

// TestNoMoreIsWrittenThanMayBeSent: an answer of 100 MB that may be 1 MB long is not made.
func TestNoMoreIsWrittenThanMayBeSent(t *testing.T) {
	const most = 1 << 20
	g := &graph.Graph{Documents: []graph.Document{{ID: "d", Title: strings.Repeat("long ", 200_000), ShortTitle: "d"}}}
	if err := graph.Seal(g); err != nil {
		t.Fatal(err)
	}
	store := memgraph.NewStore()
	if err := store.Replace(context.Background(), g); err != nil {
		t.Fatal(err)
	}
	s := newSite(t, func(c *server.Config) { c.Store, c.Limits.ResponseBytes = store, most })
	if got := s.post(`{ document(id: "d") { title } }`); got.status != 200 || len(got.body) < 1_000_000 || got.graphQL(t).code() != "" {
		t.Fatalf("within the limit: %d, %d bytes", got.status, len(got.body))
	}
	for name, query := range map[string]string{
		"in one field":   `{ document(id: "d") {` + repeat(100, "t%d: title ") + `} }`,
		"in many fields": `{` + repeat(100, `d%d: document(id: "d") { title } `) + `}`,
	} {
		t.Run(name, func(t *testing.T) {
			s.t = t
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			got := s.post(query)
			runtime.ReadMemStats(&after)
			g := got.graphQL(t)
			if g.code() != "LIMIT_EXCEEDED" || g.Data != nil || g.Errors[0].Extensions.Limit.Name != "response" {
				t.Fatalf("%d %.300s", got.status, got.body)
			}
			if used := after.TotalAlloc - before.TotalAlloc; used > 10*most {
				t.Errorf("it took %d MiB", used>>20)
			}
		})
	}
}

// TestErrorsCountAsWell: an answer may not be long by its errors either.
func TestErrorsCountAsWell(t *testing.T) {
	s := newSite(t, func(c *server.Config) { c.Limits.ResponseBytes = 4 << 10 })
	query := func(n int) string {
		return fmt.Sprintf("{ provisions(first: %d) { nodes { reaffirms(first: 1000) { totalCount } } } }", n)
	}
	if got := s.post(query(2)).graphQL(t); len(got.Errors) != 2 {
		t.Fatalf("%d errors", len(got.Errors))
	}
	if got := s.post(query(100)).graphQL(t); got.code() != "LIMIT_EXCEEDED" || got.Errors[0].Extensions.Limit.Name != "response" {
		t.Errorf("%d errors, the first of code %s", len(got.Errors), got.code())
	}
}

// Package ours serves what benchmarks over a database measure: the embedded corpus, loaded into it.
package ours

import (
	"context"
	"io"
	"log/slog"
	"net/http/httptest"
	"testing"
	"time"

	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/server"
)

// Database starts an empty Neo4j, which is stopped when the benchmark ends.
func Database(tb testing.TB) (uri string) {
	tb.Helper()
	database, err := neotest.Start(tb.Context(), neotest.Options{})
	neotest.Require(tb, err)
	tb.Cleanup(func() {
		if err := database.Stop(); err != nil {
			tb.Error(err)
		}
	})
	return database.URI()
}

// Serve loads the embedded corpus into the database and serves it until the benchmark ends, each request logged. How much
// the store keeps is as in neograph.Config.
func Serve(tb testing.TB, uri string, keep int64) (address string) {
	tb.Helper()
	g, _, err := loader.Load(tb.Context(), corpus.Embedded(), loader.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	store, err := neograph.New(neograph.Config{URI: uri, Timeout: time.Minute, Keep: keep})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = store.Close(context.Background()) })
	if _, err := store.Load(tb.Context(), g); err != nil {
		tb.Fatal(err)
	}
	h, err := server.New(server.Config{Store: store, Limits: server.Limits{Duration: time.Minute}, Logger: slog.New(slog.NewJSONHandler(io.Discard, nil))})
	if err != nil {
		tb.Fatal(err)
	}
	s := httptest.NewServer(h)
	tb.Cleanup(s.Close)
	return s.Listener.Addr().String()
}

package main_test

import (
	"context"
	"net/http/httptest"
	"os/exec"
	"strings"
	"testing"

	"reaffirm/graph/memgraph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/server"
)

// TestRate: the command measures each operation in four ways.
func TestRate(t *testing.T) {
	g, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	store := memgraph.NewStore()
	if err := store.Replace(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	h, err := server.New(server.Config{Store: store})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	defer s.Close()
	out, err := exec.Command("go", "run", ".", "-server", s.Listener.Addr().String(), "-for", "50ms").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if lines := strings.Count(string(out), "\n"); lines != 1+6*4 {
		t.Errorf("%d lines:\n%s", lines, out)
	}
}

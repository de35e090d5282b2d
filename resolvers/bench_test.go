package resolvers_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
	"testing"

	"reaffirm/bench"
	"reaffirm/bench/duel"
	"reaffirm/bench/load"
	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/server"
)

// corpusStore holds the embedded corpus in memory.
var corpusStore = sync.OnceValues(func() (graph.Store, error) {
	g, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		return nil, err
	}
	store := memgraph.NewStore()
	return store, store.Replace(context.Background(), g)
})

// operations lists the operations that are measured, and the store to ask.
func operations(t testing.TB) (graph.Store, []bench.Operation) {
	t.Helper()
	store, err := corpusStore()
	if err != nil {
		t.Fatal(err)
	}
	list, err := bench.Operations()
	if err != nil {
		t.Fatal(err)
	}
	return store, list
}

// TestFloor: what gqlgen answers from constants is what the server answers, byte for byte.
func TestFloor(t *testing.T) {
	store, list := operations(t)
	for _, op := range list {
		t.Run(op.Name, func(t *testing.T) {
			want := newAPI(store).serve(t.Context(), op.Query, nil)
			got := newHandler(newFloor(t, store, op.Query)).serve(t.Context(), op.Query, nil)
			if !bytes.Equal(got, want) {
				t.Errorf("the floor answers\n%.500s\nand the server\n%.500s", got, want)
			}
		})
	}
}

// BenchmarkUncached measures each operation over HTTP where nothing is answered from what was kept, against the floor: gqlgen
// over constants. The two take turns, so that a busy machine slows both. ×time and ×allocs are the server's cost by the floor's,
// medians over the rounds.
func BenchmarkUncached(b *testing.B) {
	store, list := operations(b)
	for _, op := range list {
		ours := serveSite(b, store)
		floor := httptest.NewServer(newHandler(newFloor(b, store, op.Query)))
		b.Cleanup(floor.Close)
		versus(b, op, true, ours, "floor", floor.Listener.Addr().String())
	}
}

// BenchmarkCached measures each operation over HTTP where it is answered from what was kept, against net/http that serves
// the same bytes.
func BenchmarkCached(b *testing.B) {
	store, list := operations(b)
	for _, op := range list {
		ours := serveSite(b, store)
		body := newAPI(store).serve(context.Background(), op.Query, nil)
		plain := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/json; charset=utf-8")
			w.Header().Set("Content-Length", strconv.Itoa(len(body)))
			_, _ = w.Write(body)
		}))
		b.Cleanup(plain.Close)
		versus(b, op, false, ours, "plain", plain.Listener.Addr().String())
	}
}

// serveSite serves the whole site, with each request logged as in production, and the log thrown away.
func serveSite(b *testing.B, store graph.Store) string {
	h, err := server.New(server.Config{Store: store, Logger: slog.New(slog.NewJSONHandler(io.Discard, nil))})
	if err != nil {
		b.Fatal(err)
	}
	s := httptest.NewServer(h)
	b.Cleanup(s.Close)
	return s.Listener.Addr().String()
}

// versus lets the server and another answer the same requests in turns.
func versus(b *testing.B, op bench.Operation, vary bool, ours, name, other string) {
	q := load.Query{Address: ours, Path: "/graphql", Text: op.Query, Vary: vary}
	o := q
	o.Address = other
	duel.Run(b, op.Name, duel.Contender{Name: "server", Dial: duel.HTTP(q)}, duel.Contender{Name: name, Dial: duel.HTTP(o)})
}

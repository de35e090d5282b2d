package resolvers_test

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

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
		floor := httptest.NewServer(newHandler(newFloor(b, store, op.Query)))
		b.Cleanup(floor.Close)
		versus(b, op, true, serveSite(b, store), "floor", floor.Listener.Addr().String())
	}
}

// BenchmarkCached measures each operation over HTTP where it is answered from what was kept, against net/http that serves
// the same bytes, and never reads what it is asked.
func BenchmarkCached(b *testing.B) {
	store, list := operations(b)
	for _, op := range list {
		plain := httptest.NewServer(sends(newAPI(store).serve(context.Background(), op.Query, nil), nil))
		b.Cleanup(plain.Close)
		versus(b, op, false, serveSite(b, store), "plain", plain.Listener.Addr().String())
	}
}

// BenchmarkDuties measures net/http that reads what it is asked, keeps to deadlines and sends the headers that the server sends,
// against net/http as BenchmarkCached has it: what no server on it can do without.
func BenchmarkDuties(b *testing.B) {
	store, list := operations(b)
	for _, op := range list {
		site := serveSite(b, store)
		response, err := http.Post("http://"+site+"/graphql", "application/json", strings.NewReader(`{"query": "{ graph { version } }"}`))
		if err != nil {
			b.Fatal(err)
		}
		response.Body.Close()
		response.Header.Del("Date")
		body := newAPI(store).serve(context.Background(), op.Query, nil)
		send := sends(body, response.Header)
		dutiful := serve(b, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			_, _ = io.Copy(io.Discard, r.Body)
			send(w, r)
		}))
		plain := httptest.NewServer(sends(body, nil))
		b.Cleanup(plain.Close)
		versus(b, op, false, dutiful, "plain", plain.Listener.Addr().String())
	}
}

// sends is a handler that sends a body as JSON, with more headers.
func sends(body []byte, more http.Header) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), more)
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		_, _ = w.Write(body)
	}
}

// serveSite serves the whole site, with each request logged as in production, and the log thrown away.
func serveSite(b *testing.B, store graph.Store) string {
	h, err := server.New(server.Config{Store: store, Logger: slog.New(slog.NewJSONHandler(io.Discard, nil))})
	if err != nil {
		b.Fatal(err)
	}
	return serve(b, h)
}

// serve serves as the command does, and returns the address.
func serve(b *testing.B, h http.Handler) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx, l, h, slog.New(slog.DiscardHandler), time.Second) }()
	b.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			b.Error(err)
		}
	})
	return l.Addr().String()
}

// versus lets the server and another answer the same requests in turns.
func versus(b *testing.B, op bench.Operation, vary bool, ours, name, other string) {
	q := load.Query{Address: ours, Path: "/graphql", Text: op.Query, Vary: vary}
	o := q
	o.Address = other
	duel.Run(b, op.Name, duel.Contender{Name: "server", Dial: duel.HTTP(q)}, duel.Contender{Name: name, Dial: duel.HTTP(o)})
}

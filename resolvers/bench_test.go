package resolvers_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"testing"

	"reaffirm/bench"
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
		duel(b, op, true, ours, contender{"floor", floor.Listener.Addr().String()})
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
		duel(b, op, false, ours, contender{"plain", plain.Listener.Addr().String()})
	}
}

// A contender is a server and what it is called.
type contender struct{ name, address string }

func serveSite(b *testing.B, store graph.Store) contender {
	h, err := server.New(server.Config{Store: store, Logger: slog.New(slog.NewJSONHandler(io.Discard, nil))})
	if err != nil {
		b.Fatal(err)
	}
	s := httptest.NewServer(h)
	b.Cleanup(s.Close)
	return contender{"server", s.Listener.Addr().String()}
}

// duel lets a server and another answer the same requests in turns, over 1 and 16 connections.
func duel(b *testing.B, op bench.Operation, vary bool, ours, other contender) {
	for _, connections := range []int{1, 16} {
		b.Run(fmt.Sprintf("%s/connections=%d", op.Name, connections), func(b *testing.B) {
			sides := []*side{newSide(b, ours, op, vary, connections), newSide(b, other, op, vary, connections)}
			rounds := 0
			for left := b.N; left > 0; rounds++ {
				n := min(left, max(connections, 64))
				left -= n
				for i := range sides { // who goes first changes
					sides[(i+rounds)%2].play(b, n)
				}
			}
			for _, s := range sides {
				b.ReportMetric(s.rate(), s.name+"-req/s")
				b.ReportMetric(median(s.allocs), s.name+"-allocs/req")
			}
			b.ReportMetric(float64(sides[0].bytes), "bytes")
			b.ReportMetric(ratio(sides[0].times, sides[1].times), "×time")
			b.ReportMetric(ratio(sides[0].allocs, sides[1].allocs), "×allocs")
			b.ReportMetric(0, "ns/op") // of both together: no use
		})
	}
}

// A side is a contender at work: what each round took, a request.
type side struct {
	name          string
	client        *load.Client
	times, allocs []float64 // seconds, allocations
	bytes         int
}

func newSide(b *testing.B, c contender, op bench.Operation, vary bool, connections int) *side {
	client, err := load.Dial(load.Query{Address: c.address, Path: "/graphql", Text: op.Query, Vary: vary}, connections)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(client.Close)
	s := &side{name: c.name, client: client}
	s.play(b, 10*connections)
	s.times, s.allocs = nil, nil
	return s
}

func (s *side) play(b *testing.B, n int) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	result, err := s.client.Send(n)
	if err != nil {
		b.Fatal(err)
	}
	runtime.ReadMemStats(&after)
	s.bytes = result.Bytes
	s.times = append(s.times, result.Elapsed.Seconds()/float64(n))
	s.allocs = append(s.allocs, float64(after.Mallocs-before.Mallocs)/float64(n))
}

func (s *side) rate() float64 { return 1 / median(s.times) }

// ratio is the median of the ratios by round.
func ratio(ours, others []float64) float64 {
	list := make([]float64, len(ours))
	for i := range ours {
		list[i] = ours[i] / others[i]
	}
	return median(list)
}

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

package stress_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"reaffirm/bench/stress"
	"reaffirm/graph/memgraph"
	"reaffirm/server"
)

// TestFaultsAreFound: a server that is faulty in one way is found out by that.
func TestFaultsAreFound(t *testing.T) {
	graphs, err := stress.Graphs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	limits := server.Limits{AnswerCache: 1_000_000}
	answers, err := stress.Expect(t.Context(), graphs[:1], limits)
	if err != nil {
		t.Fatal(err)
	}
	store := memgraph.NewStore()
	if err := store.Replace(t.Context(), graphs[0]); err != nil {
		t.Fatal(err)
	}
	release := make(chan struct{})
	t.Cleanup(func() { close(release) })
	var served atomic.Int64
	for _, tt := range []struct {
		name  string
		fault func(http.Handler) http.Handler
		found func(*stress.Report) bool
	}{
		{"none", func(h http.Handler) http.Handler { return h }, func(r *stress.Report) bool { return r.Good() }},
		{
			"one answer in a hundred has a letter changed",
			func(h http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					if served.Add(1)%100 != 0 {
						h.ServeHTTP(w, r)
						return
					}
					recorded := httptest.NewRecorder()
					r.Header.Del("Accept-Encoding")
					h.ServeHTTP(recorded, r)
					w.WriteHeader(recorded.Code)
					_, _ = w.Write(bytes.Replace(recorded.Body.Bytes(), []byte("e"), []byte("i"), 1))
				})
			},
			func(r *stress.Report) bool { return r.Mistakes > 0 && len(r.Wrong) > 0 && !r.Good() },
		},
		{
			"goroutines that do not end",
			func(h http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					go func() { <-release }()
					h.ServeHTTP(w, r)
				})
			},
			func(r *stress.Report) bool { return !r.Flat() && r.Mistakes == 0 },
		},
		{
			"an answer of another version under the tag of this",
			func(h http.Handler) http.Handler {
				return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
					h.ServeHTTP(tagged{w}, r)
				})
			},
			func(r *stress.Report) bool { return r.Mistakes > 0 },
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			metrics := server.NewMetrics()
			h, err := server.New(server.Config{Store: store, Limits: limits, Metrics: metrics})
			if err != nil {
				t.Fatal(err)
			}
			s, admin := httptest.NewServer(tt.fault(h)), httptest.NewServer(server.NewAdmin(metrics))
			defer s.Close()
			defer admin.Close()
			r, err := stress.Run(t.Context(), stress.Config{
				Address: s.Listener.Addr().String(), Admin: admin.Listener.Addr().String(), Answers: answers,
				Duration: 2 * time.Second, Connections: 8, Seed: 1, Progress: io.Discard,
			})
			if err != nil {
				t.Fatal(err)
			}
			if !tt.found(r) {
				t.Errorf("not found: %+v", r)
			}
		})
	}
}

// tagged changes the version in entity tags.
type tagged struct{ http.ResponseWriter }

func (w tagged) WriteHeader(status int) {
	if tag := w.Header().Get("Etag"); strings.HasPrefix(tag, `W/"g-`) {
		w.Header().Set("Etag", `W/"g-0000000000000000`+tag[len(`W/"g-0000000000000000`):])
	}
	w.ResponseWriter.WriteHeader(status)
}

package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/server"
)

const (
	mediaJSON    = "application/json"
	mediaGraphQL = "application/graphql-response+json"
)

// embedded is a store of the embedded corpus, made once for all tests.
var embedded = sync.OnceValues(func() (graph.Store, error) {
	g, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		return nil, err
	}
	store := memgraph.NewStore()
	return store, store.Replace(context.Background(), g)
})

func embeddedStore(t testing.TB) graph.Store {
	t.Helper()
	store, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return store
}

// A site is a running server.
type site struct {
	t    testing.TB
	url  string
	log  *logbook
	stop func() // ends it, when all requests have been logged
}

// newSite serves the embedded corpus, or what change makes of the configuration, on 127.0.0.1.
func newSite(t testing.TB, change ...func(*server.Config)) *site {
	t.Helper()
	log := &logbook{}
	c := server.Config{Version: "v1.2.3", Logger: slog.New(slog.NewJSONHandler(log, nil))}
	for _, f := range change {
		f(&c)
	}
	if c.Store == nil {
		c.Store = embeddedStore(t)
	}
	h, err := server.New(c)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return &site{t, s.URL, log, s.Close}
}

// A logbook holds what was logged.
type logbook struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *logbook) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// lines returns the log's messages of one kind.
func (l *logbook) lines(t testing.TB, message string) []map[string]any {
	t.Helper()
	var list []map[string]any
	for line := range strings.Lines(l.String()) {
		var m map[string]any
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatalf("log line %q: %v", line, err)
		}
		if m["msg"] == message {
			list = append(list, m)
		}
	}
	return list
}

// A reply is a response that has been read.
type reply struct {
	status int
	header http.Header
	body   string
}

// response is the body of a reply from the API.
type response struct {
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct {
			Code      string
			RequestID string
			Limit     *struct {
				Name       string
				Max, Asked any
			}
		}
	}
}

func (r reply) graphQL(t testing.TB) response {
	t.Helper()
	var g response
	if err := json.Unmarshal([]byte(r.body), &g); err != nil {
		t.Fatalf("status %d, no JSON: %v: %.300s", r.status, err, r.body)
	}
	return g
}

// code is the code of the first error, or "".
func (g response) code() string {
	if len(g.Errors) == 0 {
		return ""
	}
	return g.Errors[0].Extensions.Code
}

// do sends a request; header lists names and values in turn.
func (s *site) do(method, path, body string, header ...string) reply {
	s.t.Helper()
	r, err := http.NewRequest(method, s.url+path, strings.NewReader(body))
	if err != nil {
		s.t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	// No redirects, and no compression but what the test asks for.
	client := &http.Client{
		Transport:     &http.Transport{DisableCompression: true, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	response, err := client.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer response.Body.Close()
	b, err := io.ReadAll(response.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return reply{response.StatusCode, response.Header, string(b)}
}

// post sends a query in a JSON body.
func (s *site) post(query string, header ...string) reply {
	s.t.Helper()
	return s.do("POST", "/graphql", body(s.t, query, nil), append([]string{"Content-Type", mediaJSON}, header...)...)
}

// get sends a query in the address.
func (s *site) get(query string, header ...string) reply {
	s.t.Helper()
	return s.do("GET", "/graphql?query="+url.QueryEscape(query), "", header...)
}

func body(t testing.TB, query string, variables any) string {
	t.Helper()
	b, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// faulty is a store whose readers do something else in Provisions, and for whatever is asked by id.
type faulty struct {
	graph.Store
	open func(ctx context.Context) error
	call func(ctx context.Context) error
}

func (f faulty) Open(ctx context.Context) (graph.Reader, error) {
	if f.open != nil {
		if err := f.open(ctx); err != nil {
			return nil, err
		}
	}
	r, err := f.Store.Open(ctx)
	if err != nil || f.call == nil {
		return r, err
	}
	return faultyReader{r, f.call}, nil
}

type faultyReader struct {
	graph.Reader
	call func(ctx context.Context) error
}

func (f faultyReader) Provisions(ctx context.Context, qs []graph.Query[graph.ProvisionFilter]) ([]graph.Slice[*graph.Provision], error) {
	if err := f.call(ctx); err != nil {
		return nil, err
	}
	return f.Reader.Provisions(ctx, qs)
}

func (f faultyReader) Nodes(ctx context.Context, ids []string) ([]graph.Node, error) {
	if err := f.call(ctx); err != nil {
		return nil, err
	}
	return f.Reader.Nodes(ctx, ids)
}

// withFault makes calls of the store do as f says.
func withFault(t testing.TB, f func(ctx context.Context) error) func(*server.Config) {
	return func(c *server.Config) { c.Store = faulty{Store: embeddedStore(t), call: f} }
}

// repeat joins n texts made by a format with a number.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

package server_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/server"
)

// counted makes a store note each call.
func counted(t testing.TB, calls *atomic.Int32) func(*server.Config) {
	return withFault(t, func(context.Context) error { calls.Add(1); return nil })
}

const longQuery = `{ provisions(first: 20) { nodes { id text } } }`

func TestAnswersAreKept(t *testing.T) {
	var calls atomic.Int32
	s := newSite(t, counted(t, &calls))
	first := s.post(longQuery)
	after := calls.Load()
	if after == 0 {
		t.Fatal("the store was not asked")
	}
	for _, again := range []reply{s.post(longQuery), s.get(longQuery), s.post(longQuery, "Accept", mediaGraphQL)} {
		if again.status != 200 || again.body != first.body {
			t.Errorf("another answer: %d %.100s", again.status, again.body)
		}
	}
	if calls.Load() != after {
		t.Error("the store was asked again")
	}
	s.stop()
	cache := map[any]int{}
	for _, line := range s.log.lines(t, "request") {
		cache[line["cache"]]++
	}
	if cache["miss"] != 1 || cache["hit"] != 3 {
		t.Errorf("the log tells of %v", cache)
	}
}

// TestAnswersAreKeptApart: requests that differ in what an answer depends on do not share one.
func TestAnswersAreKeptApart(t *testing.T) {
	s := newSite(t)
	for _, tt := range []struct{ name, one, other string }{
		{"query", `{"query":"{ graph { version } }"}`, `{"query":"{ graph { corpusDigest } }"}`},
		{
			"operation", `{"query":"query a { graph { version } } query b { graph { corpusDigest } }","operationName":"a"}`,
			`{"query":"query a { graph { version } } query b { graph { corpusDigest } }","operationName":"b"}`,
		},
		{
			"variables", `{"query":"query($i: ID!) { node(id: $i) { id } }","variables":{"i":"md-2019"}}`,
			`{"query":"query($i: ID!) { node(id: $i) { id } }","variables":{"i":"jms-2014"}}`,
		},
		{
			"numbers beyond a float's", `{"query":"query($i: ID!) { nodes(ids: [$i, \"md-2019\"]) { id } }","variables":{"i":9007199254740993}}`,
			`{"query":"query($i: ID!) { nodes(ids: [$i, \"jms-2014\"]) { id } }","variables":{"i":9007199254740992}}`,
		},
		{"where one part ends", `{"query":"{ graph { version } } #a","operationName":""}`, `{"query":"{ x: graph { version } } #","operationName":""}`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s.t = t
			one, other := s.do("POST", "/graphql", tt.one, "Content-Type", mediaJSON), s.do("POST", "/graphql", tt.other, "Content-Type", mediaJSON)
			if one.graphQL(t).code() != "" || other.graphQL(t).code() != "" || one.body == other.body {
				t.Errorf("%s and %s", one.body, other.body)
			}
		})
	}
}

func TestFailuresAreNotKept(t *testing.T) {
	var fail atomic.Bool
	fail.Store(true)
	s := newSite(t, withFault(t, func(context.Context) error {
		if fail.Load() {
			return graph.ErrUnavailable
		}
		return nil
	}))
	got := s.get(longQuery)
	if got.graphQL(t).code() != "UNAVAILABLE" || got.header.Get("ETag") != "" || got.header.Get("Cache-Control") != "no-store" {
		t.Errorf("the failure: %v %s", got.header, got.body)
	}
	fail.Store(false)
	if got := s.get(longQuery); got.graphQL(t).code() != "" {
		t.Errorf("afterwards: %s", got.body)
	}
}

func TestRequestsAtTheSameTimeShareOneExecution(t *testing.T) {
	var calls atomic.Int32
	entered, release := make(chan struct{}), make(chan struct{})
	s := newSite(t, withFault(t, func(ctx context.Context) error {
		if calls.Add(1) == 1 {
			close(entered)
			<-release
		}
		return nil
	}))
	const clients = 8
	bodies := make(chan string, clients)
	var requests sync.WaitGroup
	ask := func() { bodies <- s.post(`{ provisions(first: 1) { totalCount } }`).body }
	requests.Go(ask)
	<-entered
	for range clients - 1 {
		requests.Go(ask)
	}
	// Those that come while the first waits share its execution; any that come later find its answer.
	close(release)
	requests.Wait()
	close(bodies)
	first := <-bodies
	for b := range bodies {
		if b != first {
			t.Errorf("answers differ: %s and %s", first, b)
		}
	}
	before := calls.Load()
	s.post(`{ provisions(first: 1) { totalCount } }`)
	if calls.Load() != before || before > 2 {
		t.Errorf("the store was called %d times", before)
	}
}

func TestEntityTags(t *testing.T) {
	s := newSite(t)
	first := s.get(longQuery)
	tag := first.header.Get("ETag")
	var graphVersion struct {
		Data struct{ Graph struct{ Version string } }
	}
	if err := json.Unmarshal([]byte(s.get("{ graph { version } }").body), &graphVersion); err != nil {
		t.Fatal(err)
	}
	if version := graphVersion.Data.Graph.Version; version == "" || !strings.Contains(tag, version) {
		t.Errorf("tag %s does not name version %s", tag, version)
	}
	if c := first.header.Get("Cache-Control"); c != "public, no-cache" {
		t.Errorf("Cache-Control %q", c)
	}
	if v := strings.Join(first.header.Values("Vary"), ", "); !strings.Contains(v, "Accept,") || !strings.Contains(v, "Accept-Encoding") {
		t.Errorf("Vary %q", v)
	}
	for _, header := range []string{tag, strings.TrimPrefix(tag, "W/"), `"other", ` + tag, "*"} {
		got := s.get(longQuery, "If-None-Match", header)
		if got.status != 304 || got.body != "" || got.header.Get("ETag") != tag {
			t.Errorf("If-None-Match %s: %d, %d bytes", header, got.status, len(got.body))
		}
	}
	if got := s.get(longQuery, "If-None-Match", `W/"other"`); got.status != 200 || got.body != first.body {
		t.Errorf("with another tag: %d", got.status)
	}
	if got := s.get(`{ provisions(first: 2) { nodes { id } } }`).header.Get("ETag"); got == tag || got == "" {
		t.Errorf("another query's tag is %s", got)
	}
	if got := s.post(longQuery, "If-None-Match", tag); got.status != 200 || got.header.Get("ETag") != "" {
		t.Errorf("POST: %d, tag %q", got.status, got.header.Get("ETag"))
	}
}

// TestNewVersionAnswersAnew: once another graph is in force, nothing is answered from the old one.
func TestNewVersionAnswersAnew(t *testing.T) {
	store := memgraph.NewStore()
	put := func(title string) string {
		g := &graph.Graph{Documents: []graph.Document{{ID: "d", Title: title, ShortTitle: title}}}
		if err := graph.Seal(g); err != nil {
			t.Fatal(err)
		}
		if err := store.Replace(context.Background(), g); err != nil {
			t.Fatal(err)
		}
		return g.Version
	}
	one := put("one")
	s := newSite(t, func(c *server.Config) { c.Store = store })
	const query = `{ document(id: "d") { title } }`
	first := s.get(query)
	two := put("two")
	second := s.get(query, "If-None-Match", first.header.Get("ETag"))
	if second.status != 200 || !strings.Contains(second.body, "two") {
		t.Errorf("after %s came %s: %d %s", one, two, second.status, second.body)
	}
	if got := s.do("GET", "/readyz", "").body; !strings.Contains(got, two) {
		t.Errorf("ready says %s", got)
	}
}

func TestCompression(t *testing.T) {
	s := newSite(t)
	plain := s.get(longQuery)
	for _, tt := range []struct{ accept, encoding string }{
		{"", ""},
		{"gzip", "gzip"},
		{"gzip, deflate, br", "gzip"},
		{"gzip;q=0", ""},
		{"identity", ""},
		{"zstd", "zstd"},
		{"gzip, deflate, br, zstd", "zstd"},
		{"zstd;q=0.5, gzip", "gzip"},
		{"*", "zstd"},
	} {
		for range 2 { // the second time from what is kept
			got := s.get(longQuery, "Accept-Encoding", tt.accept)
			if e := got.header.Get("Content-Encoding"); e != tt.encoding {
				t.Fatalf("Accept-Encoding %q: encoded as %q, want %q", tt.accept, e, tt.encoding)
			}
			if text := decode(t, tt.encoding, got.body); text != plain.body {
				t.Errorf("Accept-Encoding %q: another text: %.100q", tt.accept, text)
			}
			if tt.encoding != "" && len(got.body) > len(plain.body)/2 {
				t.Errorf("%s: %d bytes of %d", tt.encoding, len(got.body), len(plain.body))
			}
		}
	}
	if got := s.get("{ __typename }", "Accept-Encoding", "gzip"); got.header.Get("Content-Encoding") != "" {
		t.Error("a short answer was compressed")
	}
	if got := s.do("GET", "/graphiql/graphiql.min.js", "", "Accept-Encoding", "gzip"); got.header.Get("Content-Encoding") != "gzip" {
		t.Error("a page was not compressed")
	}
}

func decode(t *testing.T, encoding, body string) string {
	t.Helper()
	var r io.Reader = strings.NewReader(body)
	switch encoding {
	case "gzip":
		zip, err := gzip.NewReader(bytes.NewReader([]byte(body)))
		if err != nil {
			t.Fatal(err)
		}
		r = zip
	case "zstd":
		r = zstdReader(t, body)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

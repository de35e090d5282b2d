package server_test

import (
	"context"
	"encoding/json"
	"errors"
	"runtime"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/server"
)

func TestReady(t *testing.T) {
	for _, tt := range []struct {
		name   string
		open   error
		status int
		says   string
		reason string
	}{
		{"a graph", nil, 200, "ready", ""},
		{"no graph", graph.ErrNoGraph, 503, "no graph", "reaffirm load"},
		{"no store", errors.Join(graph.ErrUnavailable, errors.New("bolt://secret:7687 refused")), 503, "unavailable", "cannot be reached"},
		{"a slow store", context.DeadlineExceeded, 503, "unavailable", "did not answer within"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := newSite(t, func(c *server.Config) {
				c.Store = faulty{Store: embeddedStore(t), open: func(context.Context) error { return tt.open }}
			})
			got := s.do("GET", "/readyz", "")
			var r struct{ Status, Graph, Reason string }
			if err := json.Unmarshal([]byte(got.body), &r); err != nil {
				t.Fatal(err)
			}
			if got.status != tt.status || r.Status != tt.says || !strings.Contains(r.Reason, tt.reason) || (r.Graph != "") != (tt.open == nil) {
				t.Errorf("%d %s", got.status, got.body)
			}
			if strings.Contains(got.body, "secret") {
				t.Errorf("it tells the public where the store is: %s", got.body)
			}
			if tt.open != nil && len(s.log.lines(t, "not ready")) != 1 {
				t.Errorf("the log does not say why: %s", s.log)
			}
			if got := s.do("GET", "/healthz", ""); got.status != 200 {
				t.Errorf("the process lives, but /healthz says %d", got.status)
			}
		})
	}
}

func TestReadyWithAnEmptyStore(t *testing.T) {
	s := newSite(t, func(c *server.Config) { c.Store = memgraph.NewStore() })
	if got := s.do("GET", "/readyz", ""); got.status != 503 || !strings.Contains(got.body, "no graph") {
		t.Errorf("%d %s", got.status, got.body)
	}
	if got := s.post("{ graph { version } }"); got.status != 503 || got.graphQL(t).code() != "UNAVAILABLE" || got.header.Get("Retry-After") == "" {
		t.Errorf("%d %s", got.status, got.body)
	}
}

func TestVersion(t *testing.T) {
	s := newSite(t)
	var v struct{ Version, Go, Graph string }
	if err := json.Unmarshal([]byte(s.do("GET", "/version", "").body), &v); err != nil {
		t.Fatal(err)
	}
	if v.Version != "v1.2.3" || v.Go != runtime.Version() || !strings.HasPrefix(v.Graph, "g-") {
		t.Errorf("got %+v", v)
	}
}

package server_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"
)

// TestRequestsAreLogged states what the log says of each request, in JSON.
func TestRequestsAreLogged(t *testing.T) {
	const query = "query Links { provisions(first: 3) { nodes { id reaffirms { nodes { id } } } } }"
	sum := sha256.Sum256([]byte(query))
	hash := hex.EncodeToString(sum[:])
	s := newSite(t)
	s.post(query, "X-Request-Id", "first")
	s.post(query, "X-Request-Id", "second")
	s.post("query Bad { nope }", "X-Request-Id", "third")
	s.do("POST", "/graphql", "{", "Content-Type", mediaJSON, "X-Request-Id", "fourth")
	s.do("GET", "/healthz", "", "X-Request-Id", "fifth")
	s.stop()
	lines := map[string]map[string]any{}
	for _, line := range s.log.lines(t, "request") {
		lines[fmt.Sprint(line["request"])] = line
	}
	const weight = 1 + 3*(1+1+1+20*2)
	for _, tt := range []struct {
		id   string
		want map[string]any // nil for what must be left out
	}{
		{"first", map[string]any{"method": "POST", "path": "/graphql", "status": 200, "operation": "Links", "hash": hash, "complexity": weight, "cache": "miss", "calls": 2, "errors": nil}},
		{"second", map[string]any{"status": 200, "operation": "Links", "hash": hash, "complexity": weight, "cache": "hit", "errors": nil}},
		{"third", map[string]any{"status": 200, "cache": "miss", "errors": "[GRAPHQL_VALIDATION_FAILED]"}},
		{"fourth", map[string]any{"status": 400, "errors": "[BAD_REQUEST]", "cache": nil, "operation": nil}},
		{"fifth", map[string]any{"method": "GET", "path": "/healthz", "status": 200, "cache": nil, "errors": nil}},
	} {
		line := lines[tt.id]
		for _, name := range []string{"time", "level", "duration", "bytes"} {
			if line[name] == nil {
				t.Errorf("%s: no %s in %v", tt.id, name, line)
			}
		}
		for name, want := range tt.want {
			if got := line[name]; want == nil && got != nil || want != nil && fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s: %s is %v, want %v", tt.id, name, got, want)
			}
		}
	}
}

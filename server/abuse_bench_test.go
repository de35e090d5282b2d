package server_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"reaffirm/server"
)

// BenchmarkAbuse measures what it costs to refuse queries that would cost much, beside the smallest query there is. No two
// requests are the same, so that nothing is answered from what was kept.
func BenchmarkAbuse(b *testing.B) {
	h, err := server.New(server.Config{Store: embeddedStore(b)})
	if err != nil {
		b.Fatal(err)
	}
	for _, bm := range []struct{ name, query string }{
		{"one field", "{ __typename }"},
		{"10,000 fields", "{" + strings.Repeat(" __typename", 10_000) + " }"},
		{"50,000 directives", "{ __typename" + strings.Repeat(" @a", 50_000) + " }"},
		{"fragments that double", "{ ...f0 }" + doubling(60, "__typename")},
		{"a chain of fragments", "{ ...f0 }" + chain(200)},
	} {
		body, err := json.Marshal(map[string]string{"query": bm.query + " #"})
		if err != nil {
			b.Fatal(err)
		}
		start := strings.TrimSuffix(string(body), `"}`)
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(start+strconv.Itoa(i)+`"}`))
				r.Header.Set("Content-Type", mediaJSON)
				h.ServeHTTP(httptest.NewRecorder(), r)
			}
		})
	}
}

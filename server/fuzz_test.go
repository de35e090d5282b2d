package server_test

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"reaffirm/server"
)

// FuzzEndpoint: whatever is sent, the answer is a GraphQL response with a status that fits, and nothing inside breaks.
func FuzzEndpoint(f *testing.F) {
	for _, query := range []string{
		`{ graph { version } }`,
		`query Q($i: ID!) { node(id: $i) { ... on Provision { text reaffirms(first: 2) { nodes { relation } } } } }`,
		`{ search(query: "\"alternative development\"", first: 3) { nodes { id } } }`,
		`{ provisions(filter: { deadline: {}, roles: [RESPONSIBLE] }, orderBy: { field: RANK }, last: 2) { totalCount } }`,
		`{ __schema { types { name } } }`, `{ ...f } fragment f on Query { ...f }`, `{`, "{ a(b: \"\\ud800\") }",
	} {
		f.Add(body(f, query, map[string]any{"i": "md-2019/p1"}), mediaJSON, mediaGraphQL)
	}
	f.Add("\x00\xff", "text/plain", "*/*;q=x")
	f.Add(`{"query":"{ __typename }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}`, "application/json; charset=utf-8", "")

	store := embeddedStore(f)
	h, err := server.New(server.Config{Store: store, Limits: server.Limits{Duration: time.Second}, Logger: slog.New(slog.NewJSONHandler(io.Discard, nil))})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body, contentType, accept string) {
		r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
		r.Header.Set("Content-Type", contentType)
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		var response struct {
			Data   json.RawMessage
			Errors []struct {
				Message    string
				Extensions struct{ Code string }
			}
		}
		if err := json.Unmarshal(w.Body.Bytes(), &response); err != nil {
			t.Fatalf("status %d: no JSON: %v: %.300s", w.Code, err, w.Body)
		}
		if w.Code >= 500 && w.Code != http.StatusGatewayTimeout {
			t.Errorf("status %d: %.300s", w.Code, w.Body)
		}
		if response.Data == nil && len(response.Errors) == 0 {
			t.Errorf("neither data nor errors: %.300s", w.Body)
		}
		for _, e := range response.Errors {
			if e.Message == "" || e.Extensions.Code == "" || e.Extensions.Code == "INTERNAL" {
				t.Errorf("error %+v", e)
			}
		}
	})
}

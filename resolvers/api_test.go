package resolvers_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"reaffirm/graph"
	"reaffirm/graph/graphtest"
	"reaffirm/graph/memgraph"
	"reaffirm/loader/lineage"
	"reaffirm/resolvers"
)

// An api answers queries over HTTP.
type api struct{ http.Handler }

// newAPI serves what store holds.
func newAPI(store graph.Store) api {
	return newHandler(resolvers.NewSchema(), resolvers.NewExtension(store, lineage.NewComparer(100)))
}

// newHandler serves a schema as gqlgen does, with its queries kept once they are parsed.
func newHandler(schema graphql.ExecutableSchema, extensions ...graphql.HandlerExtension) api {
	s := handler.New(schema)
	s.AddTransport(transport.POST{})
	s.SetQueryCache(lru.New[*ast.QueryDocument](100))
	s.SetErrorPresenter(resolvers.PresentError)
	s.SetRecoverFunc(func(_ context.Context, v any) error { return fmt.Errorf("panic: %v", v) })
	s.Use(extension.Introspection{})
	for _, e := range extensions {
		s.Use(e)
	}
	return api{s}
}

// newStore holds the small graph of package graphtest in memory.
func newStore(t testing.TB) *memgraph.Store {
	t.Helper()
	s := memgraph.NewStore()
	if err := s.Replace(context.Background(), graphtest.Small()); err != nil {
		t.Fatal(err)
	}
	return s
}

// A response is what came back.
type response struct {
	Data   json.RawMessage `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Path       []any          `json:"path"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
}

// ask sends a query.
func (a api) ask(t testing.TB, query string, variables map[string]any) response {
	t.Helper()
	var got response
	if err := json.Unmarshal(a.serve(context.Background(), query, variables), &got); err != nil {
		t.Fatalf("the answer to %s is not JSON: %v", query, err)
	}
	return got
}

// serve sends a query and returns the body of the answer.
func (a api) serve(ctx context.Context, query string, variables map[string]any) []byte {
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		panic(err)
	}
	w := httptest.NewRecorder()
	r := httptest.NewRequestWithContext(ctx, http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	a.ServeHTTP(w, r)
	return w.Body.Bytes()
}

// mustAsk is ask for a query that must be answered without an error.
func (a api) mustAsk(t testing.TB, query string, variables map[string]any, out any) {
	t.Helper()
	got := a.ask(t, query, variables)
	if len(got.Errors) > 0 {
		t.Fatalf("%s\nanswered with an error: %+v", query, got.Errors)
	}
	if err := json.Unmarshal(got.Data, out); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
}

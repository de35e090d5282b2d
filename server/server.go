package server

import (
	"fmt"
	"net/http"

	"reaffirm/server/graphiql"
)

// New returns the handler of the whole site: /graphql, /graphiql, the pages at /, and /healthz,
// /readyz and /version. Errors are about c.
func New(c Config) (http.Handler, error) {
	c, err := c.complete()
	if err != nil {
		return nil, fmt.Errorf("server configuration: %w", err)
	}
	send, err := newSender(c.Limits.AnswerCache / 4)
	if err != nil {
		return nil, err
	}
	queries, err := newEndpoint(c, send)
	if err != nil {
		return nil, err
	}
	if err := c.Metrics.watch(queries); err != nil {
		return nil, err
	}
	h := &health{store: c.Store, version: c.Version, logger: c.Logger}

	mux := http.NewServeMux()
	mux.Handle("/graphql", queries)
	mux.HandleFunc("GET /healthz", h.alive)
	mux.HandleFunc("GET /readyz", h.ready)
	mux.HandleFunc("GET /version", h.describe)
	if err := servePages(mux, "/graphiql/", graphiql.Files, policyGraphiQL, send); err != nil {
		return nil, err
	}
	if err := serveExplorer(mux, queries, c.Quality, send); err != nil {
		return nil, err
	}
	return recording(c.Logger, c.Metrics, tracing{c.Tracer}, secured(shared(c.Origins)(mux))), nil
}

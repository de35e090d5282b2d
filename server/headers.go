package server

import (
	"maps"
	"net/http"

	"github.com/rs/cors"
)

// Content security policies. Answers of the API run nothing; the explorer's pages have their own.
const (
	policyAPI = "default-src 'none'; frame-ancestors 'none'"
	// GraphiQL's dialogs set styles from its script, and it has its fonts within its style sheet.
	policyGraphiQL = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; " +
		"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

// secured sets the headers that keep browsers from doing more with a response than is meant. Answers of the API are no
// documents: what is said of those is left out there.
func secured(next http.Handler) http.Handler {
	// Set as a whole: responses share the values, which nobody changes in place.
	all := http.Header{
		"Content-Security-Policy": {policyAPI},
		"X-Content-Type-Options":  {"nosniff"},
	}
	documents := http.Header{
		"Referrer-Policy":            {"no-referrer"},
		"X-Frame-Options":            {"DENY"},
		"Cross-Origin-Opener-Policy": {"same-origin"},
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), all)
		if r.URL.Path != "/graphql" {
			maps.Copy(w.Header(), documents)
		}
		next.ServeHTTP(w, r)
	})
}

// shared lets pages of other sites read answers: those of the given origins, or all where none is
// given. Nothing here depends on who asks, so no credentials are let through.
func shared(origins []string) func(http.Handler) http.Handler {
	if len(origins) == 0 {
		origins = []string{"*"}
	}
	return cors.New(cors.Options{
		AllowedOrigins: origins,
		AllowedMethods: []string{http.MethodGet, http.MethodHead, http.MethodPost},
		AllowedHeaders: []string{"Accept", "Content-Type", "If-None-Match", "X-Request-Id",
			"Apollographql-Client-Name", "Apollographql-Client-Version", "Apollo-Require-Preflight"},
		ExposedHeaders: []string{"ETag", "Retry-After", "X-Request-Id"},
		MaxAge:         7200,
	}).Handler
}

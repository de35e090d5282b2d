package server

import (
	"net/http"
	"net/http/pprof"
)

// NewAdmin returns the handler for those who run the server, to be served where the public cannot
// reach it: /metrics for Prometheus and Go's profiles at /debug/pprof/.
func NewAdmin(m *Metrics) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", m.handler())
	mux.HandleFunc("/debug/pprof/", pprof.Index)
	mux.HandleFunc("/debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("/debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("/debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("/debug/pprof/trace", pprof.Trace)
	return mux
}

package server

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"runtime"
	"time"

	"reaffirm/graph"
)

// readyWait bounds how long /readyz waits for the store.
const readyWait = 2 * time.Second

// health answers those who watch the server.
type health struct {
	store   graph.Store
	version string
	logger  *slog.Logger
}

// alive says that the process answers.
func (h *health) alive(w http.ResponseWriter, r *http.Request) {
	sendJSON(w, http.StatusOK, struct {
		Status string `json:"status"`
	}{"ok"})
}

type readiness struct {
	Status string `json:"status"` // "ready", "no graph" or "unavailable"
	Graph  string `json:"graph,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// ready says whether queries can be answered now, and why not.
func (h *health) ready(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readyWait)
	defer cancel()
	reader, err := h.store.Open(ctx)
	if err == nil {
		sendJSON(w, http.StatusOK, readiness{Status: "ready", Graph: reader.Version()})
		return
	}
	h.logger.LogAttrs(r.Context(), slog.LevelWarn, "not ready", slog.String("request", recordOf(r.Context()).id), slog.Any("error", err))
	state := readiness{Status: "unavailable", Reason: "the store cannot be reached, or does not fit; the log of the server says more"}
	switch {
	case errors.Is(err, graph.ErrNoGraph):
		state = readiness{Status: "no graph", Reason: "the store holds no graph yet; load one with: reaffirm load"}
	case errors.Is(err, context.DeadlineExceeded):
		state.Reason = "the store did not answer within " + readyWait.String()
	}
	sendJSON(w, http.StatusServiceUnavailable, state)
}

// describe names the build and the graph in force.
func (h *health) describe(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readyWait)
	defer cancel()
	v := struct {
		Version string `json:"version"`
		Go      string `json:"go"`
		Graph   string `json:"graph,omitempty"`
	}{Version: h.version, Go: runtime.Version()}
	if reader, err := h.store.Open(ctx); err == nil {
		v.Graph = reader.Version()
	}
	sendJSON(w, http.StatusOK, v)
}

func sendJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value) // a client that is gone needs no answer
}

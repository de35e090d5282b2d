package server

import (
	"cmp"
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Metrics counts what the server does, for Prometheus. One belongs to one handler of New.
type Metrics struct {
	registry  *prometheus.Registry
	requests  *prometheus.CounterVec
	durations *prometheus.HistogramVec
	errors    *prometheus.CounterVec
	answers   *prometheus.CounterVec
	calls     *prometheus.HistogramVec
	graph     *prometheus.GaugeVec

	mu      sync.Mutex
	version string // of the graph, as graph shows it
}

// NewMetrics returns metrics that have counted nothing.
func NewMetrics() *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "reaffirm_http_requests_total", Help: "Requests answered, by route and status.",
		}, []string{"route", "status"}),
		durations: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "reaffirm_http_request_duration_seconds", Help: "Time from a request's header to the end of its answer, by route.",
			Buckets: prometheus.ExponentialBuckets(0.0002, 2.5, 13),
		}, []string{"route"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "reaffirm_graphql_errors_total", Help: "Errors in answers, by code.",
		}, []string{"code"}),
		answers: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "reaffirm_answers_total", Help: "GraphQL answers, by where they came from: hit, miss, or shared with a request under way.",
		}, []string{"cache"}),
		calls: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "reaffirm_store_call_duration_seconds", Help: "Calls of the store, by method.",
			Buckets: prometheus.ExponentialBuckets(0.00002, 3, 13),
		}, []string{"method"}),
		graph: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "reaffirm_graph_info", Help: "1 for the version of the graph that answers.",
		}, []string{"version"}),
	}
	m.registry.MustRegister(m.requests, m.durations, m.errors, m.answers, m.calls, m.graph,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

// watch adds gauges of an endpoint.
func (m *Metrics) watch(e *endpoint) error {
	for _, g := range []struct {
		name, help string
		value      func() float64
	}{
		{"reaffirm_answer_cache_entries", "Answers kept.", func() float64 { n, _ := e.answers.Stats(); return float64(n) }},
		{"reaffirm_answer_cache_bytes", "Bytes of the answers kept.", func() float64 { _, b := e.answers.Stats(); return float64(b) }},
		{"reaffirm_executions", "Queries being executed.", func() float64 { n, _ := e.gate.Load(); return float64(n) }},
		{"reaffirm_executions_waiting", "Queries that wait for their turn.", func() float64 { _, n := e.gate.Load(); return float64(n) }},
	} {
		if err := m.registry.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: g.name, Help: g.help}, g.value)); err != nil {
			return fmt.Errorf("metrics that another handler has: %w", err)
		}
	}
	return nil
}

// done counts a request that has been answered.
func (m *Metrics) done(rec *record) {
	route := cmp.Or(rec.route, "none")
	m.requests.WithLabelValues(route, strconv.Itoa(rec.status)).Inc()
	m.durations.WithLabelValues(route).Observe(rec.duration.Seconds())
	for _, code := range rec.codes {
		m.errors.WithLabelValues(code).Inc()
	}
	if rec.cache != "" {
		m.answers.WithLabelValues(rec.cache).Inc()
	}
}

// serving notes the version of the graph in force.
func (m *Metrics) serving(version string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if version != m.version {
		m.version = version
		m.graph.Reset()
		m.graph.WithLabelValues(version).Set(1)
	}
}

func (m *Metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

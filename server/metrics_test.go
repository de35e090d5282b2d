package server_test

import (
	"net/http/httptest"
	"strings"
	"testing"

	"reaffirm/server"
)

func TestMetrics(t *testing.T) {
	m := server.NewMetrics()
	s := newSite(t, func(c *server.Config) { c.Metrics = m })
	s.post(longQuery)
	s.post(longQuery)
	s.post("{ nope }")
	s.do("GET", "/healthz", "")
	s.do("GET", "/nowhere", "")
	s.stop()

	admin := httptest.NewServer(server.NewAdmin(m))
	defer admin.Close()
	a := &site{t: t, url: admin.URL}
	got := a.do("GET", "/metrics", "").body
	for _, want := range []string{
		`reaffirm_http_requests_total{route="/graphql",status="200"} 3`,
		`reaffirm_http_requests_total{route="GET /healthz",status="200"} 1`,
		`reaffirm_http_requests_total{route="/",status="404"} 1`,
		`reaffirm_http_request_duration_seconds_count{route="/graphql"} 3`,
		`reaffirm_graphql_errors_total{code="GRAPHQL_VALIDATION_FAILED"} 1`,
		`reaffirm_answers_total{cache="hit"} 1`,
		`reaffirm_answers_total{cache="miss"} 2`,
		`reaffirm_store_call_duration_seconds_count{method="Provisions"} 1`,
		`reaffirm_answer_cache_entries 1`,
		`reaffirm_executions 0`,
		`reaffirm_graph_info{version="g-`,
		`go_goroutines `,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, grep(got, "reaffirm_"))
		}
	}
}

func grep(text, prefix string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, prefix) {
			b.WriteString(line)
		}
	}
	return b.String()
}

func TestMetricsBelongToOneHandler(t *testing.T) {
	m := server.NewMetrics()
	c := server.Config{Store: embeddedStore(t), Metrics: m}
	if _, err := server.New(c); err != nil {
		t.Fatal(err)
	}
	if _, err := server.New(c); err == nil {
		t.Error("a second handler took the same metrics")
	}
}

func TestProfilesAreForAdministratorsOnly(t *testing.T) {
	s := newSite(t)
	for _, path := range []string{"/debug/pprof/", "/metrics"} {
		if got := s.do("GET", path, ""); got.status != 404 {
			t.Errorf("the public gets %s: %d", path, got.status)
		}
	}
	admin := httptest.NewServer(server.NewAdmin(server.NewMetrics()))
	defer admin.Close()
	a := &site{t: t, url: admin.URL}
	if got := a.do("GET", "/debug/pprof/", ""); got.status != 200 || !strings.Contains(got.body, "goroutine") {
		t.Errorf("the administrator gets %d", got.status)
	}
}

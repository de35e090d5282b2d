package main_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"testing"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/protobuf/proto"
)

// A traceCollector receives spans by OTLP over HTTP.
type traceCollector struct {
	*httptest.Server
	mu    sync.Mutex
	names map[string]string // of spans, with the service they come from
}

func newTraceCollector(t *testing.T) *traceCollector {
	t.Helper()
	c := &traceCollector{names: map[string]string{}}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		var request collector.ExportTraceServiceRequest
		if err == nil {
			err = proto.Unmarshal(body, &request)
		}
		if err != nil || r.URL.Path != "/v1/traces" {
			t.Errorf("%s: %v", r.URL, err)
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		for _, resource := range request.ResourceSpans {
			service := ""
			for _, a := range resource.Resource.Attributes {
				if a.Key == "service.name" {
					service = a.Value.GetStringValue()
				}
			}
			for _, scope := range resource.ScopeSpans {
				for _, span := range scope.Spans {
					c.names[span.Name] = service
				}
			}
		}
	}))
	t.Cleanup(c.Close)
	return c
}

// TestTracesAreSent: the spans of a request come to the collector that the environment names, at the latest when the server stops.
func TestTracesAreSent(t *testing.T) {
	c := newTraceCollector(t)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", c.URL)
	for _, service := range []string{"", "policy-graph"} {
		t.Run(service, func(t *testing.T) {
			want := "reaffirm"
			if service != "" {
				t.Setenv("OTEL_SERVICE_NAME", service)
				want = service
			}
			p := start(t)
			ask(t, p.address, "query Read { provisions(first: 1) { nodes { id } } }")
			if err := p.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			if err := <-p.ended; err != nil {
				t.Errorf("%v: %s", err, p.stderr)
			}
			c.mu.Lock()
			defer c.mu.Unlock()
			for _, span := range []string{"POST /graphql", "query Read", "store Provisions"} {
				if c.names[span] != want {
					t.Errorf("no span %q of %s: %v", span, want, c.names)
				}
			}
			clear(c.names)
		})
	}
}

// TestNoCollector: a collector that is not there keeps nobody from being answered, and is told of in the log.
func TestNoCollector(t *testing.T) {
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:1")
	t.Setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "100")
	p := start(t)
	ask(t, p.address, "{ __typename }")
	if err := p.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	if err := <-p.ended; err != nil || !strings.Contains(p.stderr.String(), "spans were not sent") && !strings.Contains(p.stderr.String(), "tracing") {
		t.Errorf("%v: %s", err, p.stderr)
	}
}

package server_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"go.opentelemetry.io/otel/attribute"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"reaffirm/server"
)

// TestSpans states which spans a request leaves, and what they say.
func TestSpans(t *testing.T) {
	recorder := tracetest.NewSpanRecorder()
	provider := sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(recorder))
	s := newSite(t, func(c *server.Config) { c.Tracer = provider.Tracer("test") })
	const query = "query Links { provisions(first: 3) { nodes { id reaffirms { nodes { id } } } } }"
	const sender = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
	s.post(query, "X-Request-Id", "first", "Traceparent", sender)
	s.post(query, "X-Request-Id", "second")
	s.post("{ nope }", "X-Request-Id", "third")
	s.stop()

	byRequest := map[string][]sdktrace.ReadOnlySpan{}
	spans := recorder.Ended()
	for _, root := range spans {
		if id := attributeOf(root, "reaffirm.request.id"); id != "" {
			for _, span := range spans {
				if span.SpanContext().TraceID() == root.SpanContext().TraceID() {
					byRequest[id] = append(byRequest[id], span)
				}
			}
		}
	}
	for _, tt := range []struct {
		id   string
		want []string // span, the one above it, and what it says
	}{
		{"first", []string{
			"store Provisions < query Links",
			"store Reaffirmations < query Links",
			"query Links < POST /graphql: graphql.operation.name=Links reaffirm.complexity=130 reaffirm.store.calls=2",
			"POST /graphql < sender: http.response.status_code=200 reaffirm.cache=miss http.route=/graphql graphql.operation.name=Links",
		}},
		{"second", []string{"POST /graphql < none: reaffirm.cache=hit graphql.operation.name=Links"}},
		{"third", []string{
			"query < POST /graphql: graphql.operation.name= reaffirm.store.calls=0",
			"POST /graphql < none: reaffirm.cache=miss",
		}},
	} {
		var got []string
		for i, span := range byRequest[tt.id] {
			above := "none"
			for _, other := range byRequest[tt.id] {
				if other.SpanContext().SpanID() == span.Parent().SpanID() {
					above = other.Name()
				}
			}
			if span.Parent().IsRemote() {
				above = "sender"
			}
			line := span.Name() + " < " + above
			if i < len(tt.want) {
				if _, attributes, ok := strings.Cut(tt.want[i], ": "); ok {
					line += ":"
					for attribute := range strings.FieldsSeq(attributes) {
						name, _, _ := strings.Cut(attribute, "=")
						line += fmt.Sprintf(" %s=%s", name, attributeOf(span, name))
					}
				}
			}
			got = append(got, line)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s leaves\n%s\nwant\n%s", tt.id, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
	}
	if first := byRequest["first"]; len(first) > 0 && first[0].SpanContext().TraceID().String() != "0af7651916cd43dd8448eb211c80319c" {
		t.Errorf("the trace is not the sender's: %s", first[0].SpanContext().TraceID())
	}
}

func attributeOf(span sdktrace.ReadOnlySpan, name string) string {
	for _, a := range span.Attributes() {
		if a.Key == attribute.Key(name) {
			return a.Value.String()
		}
	}
	return ""
}

// TestNoTracerCostsNothing: a request that is not traced allocates what one costs without any of this.
func TestNoTracerCostsNothing(t *testing.T) {
	allocations := func(c server.Config) float64 {
		c.Store = embeddedStore(t)
		h, err := server.New(c)
		if err != nil {
			t.Fatal(err)
		}
		return testing.AllocsPerRun(100, func() {
			h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/graphql?query={__typename}", nil))
		})
	}
	provider := sdktrace.NewTracerProvider(sdktrace.WithSampler(sdktrace.NeverSample()))
	without, idle := allocations(server.Config{}), allocations(server.Config{Tracer: provider.Tracer("test")})
	if without >= idle {
		t.Errorf("%v allocations without a tracer, %v with one that records nothing", without, idle)
	}
}

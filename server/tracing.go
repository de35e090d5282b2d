package server

import (
	"context"
	"net/http"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"
)

// tracing makes a span of each request, of each operation that is executed for it, and of each call of the store. Without a
// tracer it does nothing, and costs nothing.
type tracing struct{ tracer trace.Tracer }

// The names of attributes that OpenTelemetry has none for.
const (
	attributeRequest    = "reaffirm.request.id"
	attributeCache      = "reaffirm.cache"
	attributeComplexity = "reaffirm.complexity"
	attributeCalls      = "reaffirm.store.calls"
	attributeVersion    = "reaffirm.graph.version"
	attributeHash       = "graphql.document.hash"
	attributeOperation  = "graphql.operation.name"
	attributeType       = "graphql.operation.type"
)

// request starts the span of a request, below the one that its sender names in the header traceparent. What is called at the
// end says what came of it.
func (t tracing) request(ctx context.Context, r *http.Request) (context.Context, func(*record)) {
	if t.tracer == nil {
		return ctx, func(*record) {}
	}
	ctx = propagation.TraceContext{}.Extract(ctx, propagation.HeaderCarrier(r.Header))
	ctx, span := t.tracer.Start(ctx, r.Method, trace.WithSpanKind(trace.SpanKindServer), trace.WithAttributes(
		attribute.String("http.request.method", r.Method), attribute.String("url.path", r.URL.Path)))
	return ctx, func(rec *record) {
		span.SetAttributes(attribute.Int("http.response.status_code", rec.status), attribute.String(attributeRequest, rec.id))
		if rec.route != "" {
			span.SetName(r.Method + " " + rec.route)
			span.SetAttributes(attribute.String("http.route", rec.route))
		}
		if rec.cache != "" && rec.answer != nil {
			span.SetAttributes(attribute.String(attributeOperation, rec.answer.operation), attribute.String(attributeHash, rec.answer.hash),
				attribute.String(attributeCache, rec.cache))
		}
		if rec.status >= http.StatusInternalServerError {
			span.SetStatus(codes.Error, "")
		}
		span.End()
	}
}

// operation starts the span of an execution.
func (t tracing) operation(ctx context.Context, version string) (context.Context, func(*answer)) {
	if t.tracer == nil {
		return ctx, func(*answer) {}
	}
	ctx, span := t.tracer.Start(ctx, "query", trace.WithAttributes(attribute.String(attributeVersion, version), attribute.String(attributeType, "query")))
	return ctx, func(a *answer) {
		if a.operation != "" {
			span.SetName("query " + a.operation)
		}
		span.SetAttributes(attribute.String(attributeOperation, a.operation), attribute.String(attributeHash, a.hash),
			attribute.Int(attributeComplexity, a.complexity), attribute.Int(attributeCalls, a.calls))
		if len(a.errs) > 0 {
			span.SetStatus(codes.Error, code(a.errs[0]))
		}
		span.End()
	}
}

// call starts the span of a call of the store.
func (t tracing) call(ctx context.Context, method string) (context.Context, func()) {
	if t.tracer == nil {
		return ctx, func() {}
	}
	ctx, span := t.tracer.Start(ctx, "store "+method)
	return ctx, func() { span.End() }
}

package server

import (
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"time"

	"go.opentelemetry.io/otel/trace"

	"reaffirm/graph"
)

// Config says what to serve and within which bounds.
type Config struct {
	Store graph.Store // required
	// Comparer answers Query.relation; that field is refused where it is nil.
	Comparer graph.Comparer
	// Version names this build on /version.
	Version string
	// Quality is how well the graph's facts were found, as a Markdown table that the page /about shows; "" where it was not measured.
	Quality string
	Limits  Limits
	// Origins lists who may read answers from other sites' pages, "https://example.org"; any where empty.
	Origins []string
	// HideSchema refuses introspection.
	HideSchema bool
	// Suggest lets errors about unknown names offer names that are alike ("Did you mean …").
	Suggest bool
	// Logger may be nil.
	Logger *slog.Logger
	// Metrics may be nil.
	Metrics *Metrics
	// Tracer may be nil: nothing is traced then.
	Tracer trace.Tracer
}

// Limits bound what a request may cost. A field that is 0 takes its value from DefaultLimits.
type Limits struct {
	// Before a request runs. Counts are taken with fragments spread out.
	BodyBytes  int64 // of a POST
	Tokens     int   // of the document, comments left out
	Depth      int   // levels of fields
	Selections int   // fields, and fragments each time they are spread
	Repeats    int   // of one response name
	Aliases    int
	Directives int
	// Introspection is how often one list of the schema may be selected, such as the fields of its types.
	Introspection int
	Variables     int // values in the variables, each member of a list or object counted
	Complexity    int // the schema's sum over fields; each list counts its children as often as it may hold them

	// While it runs.
	Duration      time.Duration // of one execution
	ResponseBytes int
	Concurrency   int           // executions at once
	Queue         int           // requests that wait for an execution
	QueueWait     time.Duration // how long they wait

	// What is kept between requests, in bytes.
	AnswerCache    int64 // answers: five eighths; their compressed forms: a quarter; which messages they answer: an eighth
	DocumentCache  int64 // parsed and validated documents, at 230 bytes a token
	PersistedCache int64 // texts of automatic persisted queries
}

// DefaultLimits suit a public server on a small machine.
func DefaultLimits() Limits {
	return Limits{
		BodyBytes:      1 << 20,
		Tokens:         4000,
		Depth:          20,
		Selections:     1500,
		Repeats:        200,
		Aliases:        100,
		Directives:     100,
		Introspection:  10,
		Variables:      1000,
		Complexity:     50_000,
		Duration:       10 * time.Second,
		ResponseBytes:  16 << 20,
		Concurrency:    16 * runtime.GOMAXPROCS(0),
		Queue:          128,
		QueueWait:      2 * time.Second,
		AnswerCache:    64 << 20,
		DocumentCache:  16 << 20,
		PersistedCache: 8 << 20,
	}
}

// withDefaults fills in the fields that are 0. Errors name fields that are negative.
func (l Limits) withDefaults() (Limits, error) {
	d := DefaultLimits()
	var errs []error
	l.BodyBytes = limit(&errs, "BodyBytes", l.BodyBytes, d.BodyBytes)
	l.Tokens = limit(&errs, "Tokens", l.Tokens, d.Tokens)
	l.Depth = limit(&errs, "Depth", l.Depth, d.Depth)
	l.Selections = limit(&errs, "Selections", l.Selections, d.Selections)
	l.Repeats = limit(&errs, "Repeats", l.Repeats, d.Repeats)
	l.Aliases = limit(&errs, "Aliases", l.Aliases, d.Aliases)
	l.Directives = limit(&errs, "Directives", l.Directives, d.Directives)
	l.Introspection = limit(&errs, "Introspection", l.Introspection, d.Introspection)
	l.Variables = limit(&errs, "Variables", l.Variables, d.Variables)
	l.Complexity = limit(&errs, "Complexity", l.Complexity, d.Complexity)
	l.Duration = limit(&errs, "Duration", l.Duration, d.Duration)
	l.ResponseBytes = limit(&errs, "ResponseBytes", l.ResponseBytes, d.ResponseBytes)
	l.Concurrency = limit(&errs, "Concurrency", l.Concurrency, d.Concurrency)
	l.Queue = limit(&errs, "Queue", l.Queue, d.Queue)
	l.QueueWait = limit(&errs, "QueueWait", l.QueueWait, d.QueueWait)
	l.AnswerCache = limit(&errs, "AnswerCache", l.AnswerCache, d.AnswerCache)
	l.DocumentCache = limit(&errs, "DocumentCache", l.DocumentCache, d.DocumentCache)
	l.PersistedCache = limit(&errs, "PersistedCache", l.PersistedCache, d.PersistedCache)
	return l, errors.Join(errs...)
}

func limit[T int | int64 | time.Duration](errs *[]error, name string, value, otherwise T) T {
	if value < 0 {
		*errs = append(*errs, fmt.Errorf("limit %s is %v; it must be positive, or 0 for the default", name, value))
	}
	return cmp.Or(value, otherwise)
}

// complete fills in what c leaves out. Errors say what cannot be served.
func (c Config) complete() (Config, error) {
	if c.Store == nil {
		return c, errors.New("no store to serve")
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	if c.Metrics == nil {
		c.Metrics = NewMetrics()
	}
	var err error
	c.Limits, err = c.Limits.withDefaults()
	return c, err
}

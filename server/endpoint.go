package server

import (
	"context"
	"crypto/sha256"
	"errors"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"reaffirm/graph"
	"reaffirm/internal/lru"
	"reaffirm/resolvers"
	"reaffirm/server/internal/flight"
	"reaffirm/server/internal/gate"
)

// allowed are the methods of /graphql.
const allowed = "GET, HEAD, POST, OPTIONS"

// grace is how long an execution may take to notice that its time is up.
const grace = time.Second

// endpoint answers GraphQL requests at /graphql.
type endpoint struct {
	store     graph.Store
	limits    Limits
	logger    *slog.Logger
	metrics   *Metrics
	tracing   tracing
	present   graphql.ErrorPresenterFunc
	documents *documents
	executor  *executor.Executor
	persisted *persisted
	answers   *lru.Cache[*answer]
	asked     *lru.Cache[string] // digests of requests by the messages that asked them
	sender    *sender
	headers   map[answerForm]http.Header
	flights   flight.Group[*answer]
	gate      *gate.Gate
}

func newEndpoint(c Config, s *sender) (*endpoint, error) {
	schema := resolvers.NewSchema()
	docs, err := newDocuments(schema.Schema(), c.Limits, c.Suggest)
	if err != nil {
		return nil, err
	}
	texts, err := lru.New[string](c.Limits.PersistedCache)
	if err != nil {
		return nil, err
	}
	answers, err := lru.New[*answer](c.Limits.AnswerCache / 8 * 5)
	if err != nil {
		return nil, err
	}
	asked, err := lru.New[string](c.Limits.AnswerCache / 8)
	if err != nil {
		return nil, err
	}
	present := presenter(c.Logger)
	return &endpoint{
		store: c.Store, limits: c.Limits, logger: c.Logger, metrics: c.Metrics, tracing: tracing{c.Tracer}, present: present, sender: s, headers: answerHeaders(),
		documents: docs, executor: newExecutor(c, schema, present), persisted: &persisted{texts}, answers: answers, asked: asked,
		gate: gate.New(c.Limits.Concurrency, c.Limits.Queue, c.Limits.QueueWait),
	}, nil
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodOptions {
		w.Header().Set("Allow", allowed)
		w.WriteHeader(http.StatusNoContent)
		return
	}
	if isBrowsing(r) {
		http.Redirect(w, r, "/graphiql", http.StatusSeeOther)
		return
	}
	media, ok := mediaOf(strings.Join(r.Header.Values("Accept"), ","))
	if !ok {
		e.send(w, r, mediaJSON, refused(refuse(codeNotAcceptable, "answers are %s or %s; accept one of them", mediaJSON, mediaGraphQL)))
		return
	}
	m, refusal := readMessage(w, r, e.limits)
	if refusal != nil {
		e.send(w, r, media, refused(refusal))
		return
	}
	e.send(w, r, media, e.answer(r.Context(), m))
}

// isBrowsing says whether a person has opened the endpoint's bare address in a browser.
func isBrowsing(r *http.Request) bool {
	return r.Method == http.MethodGet && r.URL.RawQuery == "" && strings.Contains(r.Header.Get("Accept"), "text/html")
}

// An answerForm is what the headers of an answer depend on.
type answerForm struct {
	media  string
	tagged bool
}

func answerHeaders() map[answerForm]http.Header {
	forms := map[answerForm]http.Header{}
	for _, media := range []string{mediaJSON, mediaGraphQL} {
		for tagged, kept := range map[bool]string{false: keptNever, true: keptAsked} {
			forms[answerForm{media, tagged}] = headersOf(media+"; charset=utf-8", "Accept, Accept-Encoding", kept)
		}
	}
	return forms
}

func (e *endpoint) send(w http.ResponseWriter, r *http.Request, media string, a *answer) {
	rec := recordOf(r.Context())
	rec.answer = a
	for _, err := range a.errs {
		rec.codes = append(rec.codes, code(err))
	}
	status, header := http.StatusOK, w.Header()
	if !a.data {
		status = statusOf(a.errs, media)
	}
	switch status {
	case http.StatusMethodNotAllowed:
		header.Set("Allow", allowed)
	case http.StatusRequestEntityTooLarge:
		header.Set("Connection", "close") // do not wait for the rest of the body
	case http.StatusServiceUnavailable:
		header.Set("Retry-After", "1")
	}
	tag := a.tag
	if r.Method == http.MethodPost {
		tag = "" // only what an address names can be asked for again by its tag
	}
	e.sender.send(w, r, status, content{body: a.body, headers: e.headers[answerForm{media, tag != ""}], tag: tag, key: a.tag})
}

// answer finds the answer to a message among those kept, with another request that asks the same now, or by executing it.
func (e *endpoint) answer(ctx context.Context, m message) *answer {
	rec := recordOf(ctx)
	reader, failure := e.open(ctx)
	if failure == nil {
		e.metrics.serving(reader.Version())
		if a, ok := e.again(reader.Version(), m); ok {
			rec.cache = "hit"
			return a
		}
	}
	req, refusal := m.request(e.limits)
	if refusal == nil {
		refusal = e.persisted.resolve(req)
	}
	switch {
	case refusal != nil:
		return refused(refusal)
	case failure != nil:
		return e.failed(ctx, failure)
	}
	a := e.share(ctx, reader, req)
	if a.tag != "" {
		e.asked.Add(m.key(), req.digest(), sha256.Size)
	}
	return a
}

// again finds the answer to a message that was answered before, without reading it again.
func (e *endpoint) again(version string, m message) (*answer, bool) {
	digest, ok := e.asked.Get(m.key())
	if !ok {
		return nil, false
	}
	return e.answers.Get(answerKey(version, digest))
}

// share finds the answer to a request among those kept, or executes it; of several that ask the same at a time only one is
// executed.
func (e *endpoint) share(ctx context.Context, reader graph.Reader, req *request) *answer {
	rec := recordOf(ctx)
	key := answerKey(reader.Version(), req.digest())
	if a, ok := e.answers.Get(key); ok {
		rec.cache = "hit"
		return a
	}
	ctx, cancel := context.WithTimeout(ctx, e.limits.QueueWait+e.limits.Duration+grace)
	defer cancel()
	a, shared, err := e.flights.Do(ctx, key, func(ctx context.Context) *answer {
		return e.compute(ctx, reader, key, req)
	})
	rec.cache = "miss"
	if shared {
		rec.cache = "shared"
	}
	if err != nil {
		return e.failed(ctx, err)
	}
	return a
}

func (e *endpoint) open(ctx context.Context) (graph.Reader, error) {
	ctx, cancel := withDeadline(ctx, e.limits.Duration)
	defer cancel()
	return e.store.Open(ctx)
}

// failed answers where there is no response to send: the store cannot be opened, time is up, or the
// machinery around the execution broke.
func (e *endpoint) failed(ctx context.Context, err error) *answer {
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return refused(e.timeout())
	}
	if p, ok := errors.AsType[*flight.Panic](err); ok {
		err = &panicError{p.Value, p.Stack}
	}
	return refused(e.present(withExecution(ctx, &execution{request: recordOf(ctx).id}), err))
}

func (e *endpoint) timeout() *gqlerror.Error {
	return exceeds(resolvers.CodeTimeout, "duration", e.limits.Duration.String(), "more than "+e.limits.Duration.String(),
		"ask for smaller pages or fewer levels")
}

// compute executes a request when it is its turn, and keeps the answer if it holds for the version.
func (e *endpoint) compute(ctx context.Context, reader graph.Reader, key string, req *request) *answer {
	leave, err := e.gate.Enter(ctx)
	if err != nil {
		return refused(refuse(codeOverloaded, "the server is busy: %d requests run and %d wait; try again in a second",
			e.limits.Concurrency, e.limits.Queue))
	}
	defer leave()
	ctx, cancel := context.WithTimeout(ctx, e.limits.Duration)
	defer cancel()
	x := &execution{request: recordOf(ctx).id}
	ctx, end := e.tracing.operation(withExecution(ctx, x), reader.Version())
	a := e.execute(resolvers.WithReader(ctx, observed{reader, e.metrics, e.tracing, &x.calls}), reader.Version(), req)
	a.operation, a.hash, a.complexity, a.calls = x.operation, queryHash(req.query), x.complexity, int(x.calls.Load())
	a.log = a.logged(e.logger)
	end(a)
	if a.tag != "" {
		e.answers.Add(key, a, len(a.body)+besides)
	}
	return a
}

func (e *endpoint) execute(ctx context.Context, version string, req *request) *answer {
	doc, errs := e.documents.prepare(req.query)
	if errs != nil {
		return refused(errs...)
	}
	op, refusal := operation(doc, req.operationName)
	if refusal != nil {
		return refused(refusal)
	}
	executionOf(ctx).operation = op.Name
	ctx = withPrepared(graphql.StartOperationTrace(ctx), doc)
	opCtx, errs := e.executor.CreateOperationContext(ctx, &graphql.RawParams{
		Query: req.query, OperationName: req.operationName, Variables: req.variables,
	})
	if errs != nil {
		return refused(named(op, errs)...)
	}
	respond, ctx := e.executor.DispatchOperation(ctx, opCtx)
	response := respond(ctx)
	if ctx.Err() != nil || response == nil {
		return refused(e.timeout())
	}
	most := lengthLimit{e.limits.ResponseBytes}
	if executionOf(ctx).length > most.most {
		return refused(most.exceeded())
	}
	a, err := answerOf(version, response.Errors, response.Data, response.Extensions)
	switch {
	case err != nil:
		return e.failed(ctx, err)
	case len(a.body) > most.most:
		return refused(most.exceeded())
	}
	return a
}

// answerKey names what an answer depends on: the version of the graph and the request.
func answerKey(version, digest string) string { return digest + version }

package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync/atomic"

	"github.com/99designs/gqlgen/complexity"
	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"reaffirm/resolvers"
)

// An execution is what one run of an operation needs and leaves behind.
type execution struct {
	request    string // id of the request that started it
	operation  string
	complexity int
	calls      atomic.Int64 // of the store
	length     int          // of the answer's data as far as it was measured, in bytes
}

type executionKey struct{}

func withExecution(ctx context.Context, x *execution) context.Context {
	return context.WithValue(ctx, executionKey{}, x)
}

func executionOf(ctx context.Context) *execution {
	x, _ := ctx.Value(executionKey{}).(*execution)
	return x
}

func newExecutor(c Config, schema graphql.ExecutableSchema, present graphql.ErrorPresenterFunc) *executor.Executor {
	e := executor.New(schema)
	e.SetQueryCache(prepared{})
	e.SetErrorPresenter(present)
	e.SetRecoverFunc(func(ctx context.Context, value any) error {
		return &panicError{value, debug.Stack()}
	})
	if !c.HideSchema {
		e.Use(introspection{})
	}
	e.Use(&complexityLimit{schema: schema, most: c.Limits.Complexity})
	e.Use(lengthLimit{c.Limits.ResponseBytes})
	e.Use(resolvers.NewExtension(c.Store, c.Comparer))
	return e
}

// introspection lets clients ask for the schema, which gqlgen refuses unless told otherwise.
type introspection struct{}

func (introspection) ExtensionName() string { return "Introspection" }

func (introspection) Validate(graphql.ExecutableSchema) error { return nil }

func (introspection) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	op.DisableIntrospection = false
	return nil
}

// complexityLimit refuses operations that may cost too much, by the schema's own reckoning.
type complexityLimit struct {
	schema graphql.ExecutableSchema
	most   int
}

func (*complexityLimit) ExtensionName() string { return "ComplexityLimit" }

func (*complexityLimit) Validate(graphql.ExecutableSchema) error { return nil }

func (l *complexityLimit) MutateOperationContext(ctx context.Context, op *graphql.OperationContext) *gqlerror.Error {
	asked := complexity.Calculate(ctx, l.schema, op.Operation, op.Variables)
	if x := executionOf(ctx); x != nil {
		x.complexity = asked
	}
	if asked <= l.most {
		return nil
	}
	return exceeds(codeLimit, "complexity", l.most, asked,
		"a list costs its fields times the number of members asked: lower first or last, or ask for inner lists in a second query")
}

// A panicError is a panic of a resolver.
type panicError struct {
	value any
	stack []byte
}

func (p *panicError) Error() string { return fmt.Sprintf("panic: %v", p.value) }

// presenter turns what a resolver reports into what the client may know. Where that leaves something out, the log has
// it under the request's id, and of an internal error the client gets that id only.
func presenter(logger *slog.Logger) graphql.ErrorPresenterFunc {
	return func(ctx context.Context, err error) *gqlerror.Error {
		shown := resolvers.PresentError(ctx, err)
		id := ""
		if x := executionOf(ctx); x != nil {
			id = x.request
		}
		switch code(shown) {
		case resolvers.CodeUnavailable:
			logger.LogAttrs(ctx, slog.LevelWarn, "store unavailable", slog.String("request", id), slog.Any("error", err))
		case resolvers.CodeInternal:
			logInternal(ctx, logger, id, err, slog.String("path", shown.Path.String()))
			hidden := concealed(id)
			hidden.Path, hidden.Locations = shown.Path, shown.Locations
			return hidden
		}
		return shown
	}
}

func logInternal(ctx context.Context, logger *slog.Logger, id string, err error, more ...slog.Attr) {
	attrs := append([]slog.Attr{slog.String("request", id), slog.Any("error", err)}, more...)
	if p, ok := errors.AsType[*panicError](err); ok {
		attrs = append(attrs, slog.String("stack", string(p.stack)))
	}
	logger.LogAttrs(ctx, slog.LevelError, "internal error", attrs...)
}

// concealed stands for an error that the client must not see.
func concealed(id string) *gqlerror.Error {
	err := refuse(resolvers.CodeInternal, "internal error; give the request id %s when you report it", id)
	err.Extensions["requestId"] = id
	return err
}

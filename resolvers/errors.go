package resolvers

import (
	"context"
	"errors"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"reaffirm/graph"
)

// The codes that errors of resolvers carry in extensions.code.
const (
	CodeInvalidArgument = "INVALID_ARGUMENT" // the message says what to change
	CodeUnavailable     = "UNAVAILABLE"      // the store cannot answer now
	CodeTimeout         = "TIMEOUT"          // the operation took too long
	CodeCanceled        = "CANCELED"         // the client went away
	CodeInternal        = "INTERNAL"         // our fault
)

// PresentError makes of an error what the client may see: a message that says what to do, the path,
// and a code. Errors of the request itself (syntax, validation, limits) keep the code they have; the
// text of an internal error stays here. Use it as gqlgen's error presenter.
func PresentError(ctx context.Context, err error) *gqlerror.Error {
	shown := graphql.DefaultErrorPresenter(ctx, err)
	if _, ok := shown.Extensions["code"]; ok {
		return shown
	}
	code, message := classify(err)
	return &gqlerror.Error{
		Message:    message,
		Path:       shown.Path,
		Locations:  shown.Locations,
		Extensions: map[string]any{"code": code},
		Err:        err,
	}
}

// classify says what an error means to the client.
func classify(err error) (code, message string) {
	switch {
	case errors.Is(err, graph.ErrInvalid):
		return CodeInvalidArgument, strings.Replace(reason(err), graph.ErrInvalid.Error()+": ", "", 1)
	case errors.Is(err, graph.ErrNoGraph):
		return CodeUnavailable, "no graph has been loaded yet; try again later"
	case errors.Is(err, graph.ErrUnavailable):
		return CodeUnavailable, "the graph cannot be read now; try again later"
	case errors.Is(err, context.DeadlineExceeded):
		return CodeTimeout, "this took too long; ask for less: fewer items, or fewer levels"
	case errors.Is(err, context.Canceled):
		return CodeCanceled, "the request was cancelled"
	}
	return CodeInternal, "something went wrong on our side"
}

// reason is the text of the error below what gqlgen wraps around it.
func reason(err error) string {
	if e, ok := errors.AsType[*gqlerror.Error](err); ok && e.Err != nil {
		return e.Err.Error()
	}
	return err.Error()
}

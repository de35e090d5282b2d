package server

import (
	"fmt"
	"net/http"

	"github.com/vektah/gqlparser/v2/gqlerror"

	"reaffirm/resolvers"
)

// Codes of errors, in extensions.code. Those that a resolver reports are named in package resolvers.
const (
	codeBadRequest       = "BAD_REQUEST"
	codeMethod           = "METHOD_NOT_ALLOWED"
	codeNotAcceptable    = "NOT_ACCEPTABLE"
	codeMediaType        = "UNSUPPORTED_MEDIA_TYPE"
	codeBody             = "BODY_TOO_LARGE"
	codeBatch            = "BATCHING_NOT_SUPPORTED"
	codeParse            = "GRAPHQL_PARSE_FAILED"
	codeValidation       = "GRAPHQL_VALIDATION_FAILED"
	codeOperation        = "OPERATION_RESOLUTION_FAILURE"
	codePersistedMissing = "PERSISTED_QUERY_NOT_FOUND"
	codePersistedHash    = "PERSISTED_QUERY_HASH_MISMATCH"
	codeLimit            = "LIMIT_EXCEEDED"
	codeOverloaded       = "OVERLOADED"
)

// refuse makes an error with a code.
func refuse(code, format string, args ...any) *gqlerror.Error {
	return &gqlerror.Error{Message: fmt.Sprintf(format, args...), Extensions: map[string]any{"code": code}}
}

// exceeds makes the error for a request that asks for more than a limit allows; advice says how to ask
// for less. What was asked may be a number or words ("more than 4000").
func exceeds(code, name string, most, asked any, advice string) *gqlerror.Error {
	err := refuse(code, "the request exceeds the limit of %s: %v allowed, %v asked; %s", name, most, asked, advice)
	err.Extensions["limit"] = map[string]any{"name": name, "max": most, "asked": asked}
	return err
}

// code returns the code of an error, or "".
func code(err *gqlerror.Error) string {
	c, _ := err.Extensions["code"].(string)
	return c
}

// statusOf is the HTTP status for an answer without data. By the GraphQL-over-HTTP specification, a
// well-formed request that fails is answered with 200 under the older media type application/json;
// that the server cannot answer now is told by the status under either.
func statusOf(errs gqlerror.List, media string) int {
	for _, err := range errs {
		switch code(err) {
		case codeBadRequest, codeBatch:
			return http.StatusBadRequest
		case codeMethod:
			return http.StatusMethodNotAllowed
		case codeNotAcceptable:
			return http.StatusNotAcceptable
		case codeMediaType:
			return http.StatusUnsupportedMediaType
		case codeBody:
			return http.StatusRequestEntityTooLarge
		case codeOverloaded, resolvers.CodeUnavailable:
			return http.StatusServiceUnavailable
		case resolvers.CodeTimeout:
			return http.StatusGatewayTimeout
		case resolvers.CodeInternal:
			return http.StatusInternalServerError
		}
	}
	if media == mediaJSON {
		return http.StatusOK
	}
	return http.StatusBadRequest
}

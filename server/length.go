package server

import (
	"context"
	"io"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// lengthLimit has no more of an answer written than may be sent: gqlgen writes all of it into memory.
type lengthLimit struct{ most int } // bytes

func (lengthLimit) ExtensionName() string { return "LengthLimit" }

func (lengthLimit) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptRootField measures what is written of a field of the query, and all below it.
func (l lengthLimit) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	result, x := next(ctx), executionOf(ctx)
	if result == nil || result == graphql.Null || result == graphql.RequiredNull {
		return result // gqlgen knows these by their address
	}
	return graphql.WriterFunc(func(w io.Writer) { result.MarshalGQL(&boundedWriter{w, l.most, &x.length}) })
}

// exceeded is the refusal of an answer that is too long.
func (l lengthLimit) exceeded() *gqlerror.Error {
	most := bytesOf(int64(l.most))
	return exceeds(codeLimit, "response", most, "more than "+most, "ask for smaller pages or fewer fields")
}

// A boundedWriter counts what is written and passes on what is within the bound.
type boundedWriter struct {
	to     io.Writer
	most   int
	length *int // written so far, through this writer and others
}

func (w *boundedWriter) Write(b []byte) (int, error) {
	if *w.length += len(b); *w.length > w.most {
		return len(b), nil
	}
	return w.to.Write(b)
}

func (w *boundedWriter) WriteString(s string) (int, error) {
	if *w.length += len(s); *w.length > w.most {
		return len(s), nil
	}
	return io.WriteString(w.to, s)
}

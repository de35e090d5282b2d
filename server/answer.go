package server

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// An answer is a GraphQL response, ready to be sent.
type answer struct {
	body []byte
	errs gqlerror.List
	// data says whether the response has a data entry, that is, whether the operation was executed.
	data bool
	// tag is the entity tag of an answer that holds for its version of the graph, else "".
	tag        string
	operation  string // name
	hash       string // of the query
	complexity int
	calls      int // of the store, when it was made
	// log is the log with what it says of each request that is answered so, written once; nil where nothing was executed.
	log slog.Handler
}

// besides is about what an answer that is kept takes beside its body, in bytes.
const besides = 700

// logged makes a log that says what is the same each time the answer is sent.
func (a *answer) logged(logger *slog.Logger) slog.Handler {
	return logger.Handler().WithAttrs([]slog.Attr{
		slog.String("operation", a.operation), slog.String("hash", a.hash), slog.Int("complexity", a.complexity), slog.Int("calls", a.calls),
	})
}

// answerOf encodes a response. data may be nil. An answer without errors holds for the given version.
func answerOf(version string, errs gqlerror.List, data json.RawMessage, extensions map[string]any) (*answer, error) {
	var b bytes.Buffer
	b.Grow(len(data) + 64)
	separator := "{"
	member := func(name string, value any) error {
		encoded, err := json.Marshal(value)
		if err != nil {
			return fmt.Errorf("%s of the answer: %w", name, err)
		}
		fmt.Fprintf(&b, "%s%q:%s", separator, name, encoded)
		separator = ","
		return nil
	}
	if len(errs) > 0 {
		if err := member("errors", errs); err != nil {
			return nil, err
		}
	}
	if data != nil {
		b.WriteString(separator + `"data":`)
		b.Write(data)
		separator = ","
	}
	if len(extensions) > 0 {
		if err := member("extensions", extensions); err != nil {
			return nil, err
		}
	}
	b.WriteString("}\n")
	a := &answer{body: b.Bytes(), errs: errs, data: data != nil}
	if len(errs) == 0 {
		sum := sha256.Sum256(a.body)
		a.tag = fmt.Sprintf(`W/"%s-%s"`, version, hex.EncodeToString(sum[:16]))
	}
	return a, nil
}

// refused is the answer to a request that is not executed, or whose result is withheld.
func refused(errs ...*gqlerror.Error) *answer {
	a, err := answerOf("", errs, nil, nil)
	if err != nil {
		panic(fmt.Errorf("an error of our own that is no JSON: %w", err))
	}
	return a
}

package neograph

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"reaffirm/graph"
)

// A Reader answers from one version, what the store has kept of it even after it has been removed.
type Reader struct {
	store   *Store
	version string

	mu        sync.Mutex
	gathering *around // about to be asked; nil where nobody is
}

var _ graph.Reader = (*Reader)(nil)

// Version names the version that the reader answers from.
func (r *Reader) Version() string { return r.version }

// ask runs a statement on the reader's version. Errors: ErrUnavailable where the version is gone.
func (r *Reader) ask(ctx context.Context, statement string, params map[string]any) (any, error) {
	params["graph"] = r.version
	answer, err := r.store.read(ctx, statement, params)
	if errors.Is(err, errNoRecord) {
		return nil, r.gone()
	}
	return answer, err
}

// askBatch is ask for a statement that answers $queries with a list of rows, in any order, each of
// which starts with the number of its query; and with an empty list where the version is gone.
func (r *Reader) askBatch(ctx context.Context, statement string, queries []any, params map[string]any) ([]column, error) {
	params["queries"] = queries
	answer, err := r.ask(ctx, statement, params)
	if err != nil {
		return nil, err
	}
	rows := asColumn(answer)
	if len(rows) == 0 {
		return nil, r.gone()
	}
	answers := make([]column, len(queries))
	for _, v := range rows {
		row := asColumn(v)
		if n := row.number(0); n >= 0 && n < len(answers) {
			answers[n] = row
		}
	}
	for _, a := range answers {
		if a == nil {
			return nil, fmt.Errorf("%w: %s did not answer every query", graph.ErrUnavailable, statement)
		}
	}
	return answers, nil
}

func (r *Reader) gone() error {
	return fmt.Errorf("%w: version %s has been removed", graph.ErrUnavailable, r.version)
}

// damaged is what to say where something that the database holds cannot be read.
func (r *Reader) damaged(err error) error { return r.store.broken(r.version, err.Error()) }

// Summary describes the version.
func (r *Reader) Summary(ctx context.Context) (*graph.Summary, error) {
	answer, err := r.ask(ctx, "summary", map[string]any{})
	if err != nil {
		return nil, err
	}
	parts := asProperties(answer)
	s := summaryOf(asProperties(parts["version"]))
	if s.Verbs, err = unpackAll(verbFields, parts.column("verbs")); err != nil {
		return nil, r.damaged(err)
	}
	if s.Issues, err = unpackAll(issueFields, parts.column("issues")); err != nil {
		return nil, r.damaged(err)
	}
	return s, nil
}

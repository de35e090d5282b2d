package neograph

import (
	"context"
	"errors"
	"fmt"

	"reaffirm/graph"
)

// A Reader answers from one version.
type Reader struct {
	store   *Store
	version string
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

// askList is ask for a statement that answers with a list of want elements, and with an empty one
// where the version is gone.
func (r *Reader) askList(ctx context.Context, statement string, want int, params map[string]any) ([]any, error) {
	answer, err := r.ask(ctx, statement, params)
	if err != nil {
		return nil, err
	}
	list, _ := answer.([]any)
	if len(list) == 0 {
		return nil, r.gone()
	}
	if len(list) != want {
		return nil, fmt.Errorf("%w: %s gave %d answers to %d questions", graph.ErrUnavailable, statement, len(list), want)
	}
	return list, nil
}

func (r *Reader) gone() error {
	return fmt.Errorf("%w: version %s has been removed", graph.ErrUnavailable, r.version)
}

// Summary describes the version.
func (r *Reader) Summary(ctx context.Context) (*graph.Summary, error) {
	answer, err := r.ask(ctx, "summary", map[string]any{})
	if err != nil {
		return nil, err
	}
	parts := asProperties(answer)
	s := summaryOf(asProperties(parts["version"]))
	for _, v := range parts.column("verbs") {
		s.Verbs = append(s.Verbs, verbOf(asProperties(v)))
	}
	for _, v := range parts.column("issues") {
		s.Issues = append(s.Issues, issueOf(asProperties(v)))
	}
	return s, nil
}

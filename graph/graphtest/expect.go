package graphtest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"reaffirm/graph"
)

func wantError(t *testing.T, what string, got, want error) {
	t.Helper()
	if !errors.Is(got, want) {
		t.Errorf("%s: error %v, want %v", what, got, want)
	}
}

func wantInvalid(t *testing.T, what string, got error) {
	t.Helper()
	wantError(t, what, got, graph.ErrInvalid)
}

func wantSame(t *testing.T, what string, got, want any) {
	t.Helper()
	if d := difference(got, want); d != "" {
		t.Errorf("%s%s", what, d)
	}
}

// wantIDs asks one query and compares what names its items.
func wantIDs[T, F any](t *testing.T, what string, ask func(context.Context, []graph.Query[F]) ([]graph.Slice[*T], error), f F, name func(*T) string, want ...string) {
	t.Helper()
	answers, err := ask(context.Background(), []graph.Query[F]{{Filter: f}})
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	var got []string
	for _, x := range answers[0].Items {
		got = append(got, name(x))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

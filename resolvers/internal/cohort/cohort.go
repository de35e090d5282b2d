// Package cohort fetches for siblings at once. A cohort is the list of values that were fetched
// together for one place of a query, across all parents; whoever of them first needs a field has it
// fetched for the whole cohort, and the others take their part of the answer. So a field costs one
// fetch for each place it stands at in the query, whatever the number of values, and nobody waits
// for a timer.
package cohort

import (
	"context"
	"errors"
	"sync"

	"reaffirm/graph"
)

// A Cohort is a list of values that were fetched together, and what has been fetched for them since.
// It is safe for concurrent use.
type Cohort[T any] struct {
	Reader graph.Reader
	Values []T

	mu      sync.Mutex
	fetches map[any]any // by key: a *fetch[R] each
}

// A Place is one member of a cohort.
type Place[T any] struct {
	cohort *Cohort[T]
	index  int
}

// Single is the only member of a cohort of one.
func Single[T any](r graph.Reader, value T) Place[T] {
	return Place[T]{cohort: &Cohort[T]{Reader: r, Values: []T{value}}}
}

// Members makes a cohort of values and, by member, an object for each of them in the same order.
func Members[T, O any](r graph.Reader, values []T, member func(T, Place[T]) O) []*O {
	c := &Cohort[T]{Reader: r, Values: values}
	objects := make([]O, len(values))
	pointers := make([]*O, len(values))
	for i, v := range values {
		objects[i] = member(v, Place[T]{cohort: c, index: i})
		pointers[i] = &objects[i]
	}
	return pointers
}

// A Key says what is fetched. Equal keys share one fetch.
type Key struct {
	// Quick is a comparable value that always stands for the same fetch within a cohort.
	Quick any
	// Exact, where it is not nil, gives the comparable value that decides: two quick values with
	// one exact value share a fetch. It is asked once for each quick value.
	Exact func() any
}

// errAbandoned is what siblings see where the one that fetched for them panicked.
var errAbandoned = errors.New("a fetch for siblings ended in a panic")

// Fetch returns the member's part of what load returns for the whole cohort. load is called once for
// each key, by the first member that asks; it returns one result for each value of the cohort, in
// order. The others wait for it, no longer than their own context lasts.
func Fetch[T, R any](ctx context.Context, p Place[T], key Key, load func(*Cohort[T]) ([]R, error)) (R, error) {
	var none R
	f, first := claim[T, R](p.cohort, key)
	if first {
		if err := answer(f, p.cohort, load); err != nil {
			return none, err
		}
		return f.results[p.index], nil
	}
	select {
	case <-f.done:
	case <-ctx.Done():
		return none, ctx.Err()
	}
	if f.err != nil {
		return none, f.err
	}
	return f.results[p.index], nil
}

// A fetch is under way until done is closed.
type fetch[R any] struct {
	done    chan struct{}
	results []R
	err     error
}

// claim finds the fetch with the key, or makes it and says that the caller is the first.
func claim[T, R any](c *Cohort[T], key Key) (f *fetch[R], first bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if f, ok := c.fetches[key.Quick]; ok {
		return f.(*fetch[R]), false
	}
	if c.fetches == nil {
		c.fetches = map[any]any{}
	}
	if key.Exact != nil {
		exact := key.Exact()
		if f, ok := c.fetches[exact]; ok {
			c.fetches[key.Quick] = f
			return f.(*fetch[R]), false
		}
		f = &fetch[R]{done: make(chan struct{})}
		c.fetches[exact] = f
	} else {
		f = &fetch[R]{done: make(chan struct{})}
	}
	c.fetches[key.Quick] = f
	return f, true
}

// answer calls load and lets those go who wait, also where load panics.
func answer[T, R any](f *fetch[R], c *Cohort[T], load func(*Cohort[T]) ([]R, error)) error {
	defer close(f.done)
	f.err = errAbandoned
	f.results, f.err = load(c)
	return f.err
}

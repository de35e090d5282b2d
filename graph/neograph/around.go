package neograph

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"sync"
)

// An around is what is asked for with one statement, around.cypher: ids, by the names that they have there. The parts of a
// query that need something about the same page at the same time ask together: a round trip costs more than most of what it
// brings. It is safe for concurrent use.
type around struct {
	wanted map[string][]string
	askers int

	done   chan struct{} // closed when there is an answer, or an error
	answer properties
	err    error

	mu      sync.Mutex
	decoded map[string]any // by the name of a list of the answer: a []T
}

// look asks for wanted, together with whoever else asks the reader while it is about to. The answer holds what all of them
// asked for.
func (r *Reader) look(ctx context.Context, wanted map[string][]string) (*around, error) {
	for {
		a, first := r.join(wanted)
		if first {
			r.send(ctx, a)
			return a, a.err
		}
		select {
		case <-a.done:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		gaveUp := errors.Is(a.err, context.Canceled) || errors.Is(a.err, context.DeadlineExceeded)
		if !gaveUp || ctx.Err() != nil { // otherwise only the one that sent it had to go
			return a, a.err
		}
	}
}

// join adds wanted to what is about to be asked; where that is nothing, the caller is the first and has to send it.
func (r *Reader) join(wanted map[string][]string) (a *around, first bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.gathering == nil {
		r.gathering = &around{wanted: map[string][]string{}, done: make(chan struct{}), decoded: map[string]any{}}
		first = true
	}
	a = r.gathering
	a.askers++
	for name, ids := range wanted {
		a.wanted[name] = append(a.wanted[name], ids...)
	}
	return a, first
}

func (r *Reader) send(ctx context.Context, a *around) {
	defer close(a.done)
	a.err = errors.New("asking together ended in a panic")
	r.gather(a)
	given := map[string]any{}
	for name, ids := range a.wanted {
		given[name] = distinct(ids)
	}
	if links := a.wanted["links"]; links != nil {
		given["links"] = pairs(distinct(links))
	}
	answer, err := r.ask(ctx, "around", given)
	a.answer, a.err = asProperties(answer), err
}

// gather lets those go first that are ready to run, until none of them joins. It does not wait for anybody.
func (r *Reader) gather(a *around) {
	for joined := 0; ; {
		runtime.Gosched()
		r.mu.Lock()
		if a.askers == joined {
			r.gathering = nil
			r.mu.Unlock()
			return
		}
		joined = a.askers
		r.mu.Unlock()
	}
}

// pairs takes the ids of reaffirmations apart.
func pairs(ids []string) [][]string {
	list := make([][]string, len(ids))
	for i, id := range ids {
		later, earlier, _ := strings.Cut(id, "~")
		list[i] = []string{later, earlier}
	}
	return list
}

// listIn decodes a list of the answer, once for all askers.
func listIn[T any](a *around, name string, decode func(any) (T, error)) ([]T, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if list, ok := a.decoded[name]; ok {
		return list.([]T), nil
	}
	packed := a.answer.column(name)
	list := make([]T, len(packed))
	for i, v := range packed {
		var err error
		if list[i], err = decode(v); err != nil {
			return nil, err
		}
	}
	a.decoded[name] = list
	return list, nil
}

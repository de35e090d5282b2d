package neograph

import (
	"context"
	"fmt"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"

	"reaffirm/graph"
)

// errandLimit bounds one errand.
const errandLimit = 20 * time.Second

// errands are what several callers may want at once and one alone may have no time for. An errand goes on when its caller
// goes, and what it finds serves those who come next; it ends with the store.
type errands struct {
	lifetime context.Context
	end      context.CancelFunc
	flights  singleflight.Group

	mu      sync.Mutex // nothing begins while the store closes
	running sync.WaitGroup
}

// errClosed means that the store has been closed.
var errClosed = fmt.Errorf("%w: the store is closed", graph.ErrUnavailable)

func newErrands() *errands {
	e := &errands{}
	e.lifetime, e.end = context.WithCancel(context.Background())
	return e
}

// run waits until an errand is done, or ctx over. All who run one of the same name while it is under way wait for
// the same.
func (e *errands) run(ctx context.Context, name string, errand func(context.Context) error) error {
	flight := e.flights.DoChan(name, func() (any, error) {
		if err := e.begin(); err != nil {
			return nil, err
		}
		defer e.running.Done()
		ctx, cancel := context.WithTimeout(e.lifetime, errandLimit)
		defer cancel()
		return nil, errand(ctx)
	})
	select {
	case result := <-flight:
		return result.Err
	case <-ctx.Done():
		return fmt.Errorf("waiting for the database (%s): %w", name, ctx.Err())
	}
}

func (e *errands) begin() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.lifetime.Err() != nil {
		return errClosed
	}
	e.running.Add(1)
	return nil
}

// close ends all errands and waits for their end.
func (e *errands) close() {
	e.mu.Lock()
	e.end()
	e.mu.Unlock()
	e.running.Wait()
}

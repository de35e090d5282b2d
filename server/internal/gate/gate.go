// Package gate bounds how much work runs at once, with a short queue before it.
package gate

import (
	"context"
	"errors"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"
)

// ErrBusy says that the queue is full or that no place came free in time.
var ErrBusy = errors.New("too much work at once")

// A Gate lets a bounded number of holders in. It is safe for concurrent use.
type Gate struct {
	places  *semaphore.Weighted
	queue   int64
	wait    time.Duration
	waiting atomic.Int64
	inside  atomic.Int64
}

// New returns a gate with so many places and a queue of so many; who has waited for longer than wait
// is turned away.
func New(places, queue int, wait time.Duration) *Gate {
	return &Gate{places: semaphore.NewWeighted(int64(places)), queue: int64(queue), wait: wait}
}

// Enter takes a place, waiting in the queue if need be; leave gives it back and must be called once.
// Errors: ErrBusy, or the context's where it ended first.
func (g *Gate) Enter(ctx context.Context) (leave func(), err error) {
	if !g.places.TryAcquire(1) {
		if err := g.queueUp(ctx); err != nil {
			return nil, err
		}
	}
	g.inside.Add(1)
	return func() {
		g.inside.Add(-1)
		g.places.Release(1)
	}, nil
}

func (g *Gate) queueUp(ctx context.Context) error {
	defer g.waiting.Add(-1)
	if g.waiting.Add(1) > g.queue {
		return ErrBusy
	}
	waitCtx, cancel := context.WithTimeout(ctx, g.wait)
	defer cancel()
	if g.places.Acquire(waitCtx, 1) == nil {
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return ErrBusy
}

// Load returns how many are inside and how many wait.
func (g *Gate) Load() (inside, waiting int) {
	return int(g.inside.Load()), int(g.waiting.Load())
}

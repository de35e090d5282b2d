// Package flight runs work that several callers ask for at the same time only once.
package flight

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
)

// A Group shares the work under way by key. The zero value is ready for use; it is safe for
// concurrent use.
type Group[V any] struct {
	mu    sync.Mutex
	calls map[string]*call[V]
}

type call[V any] struct {
	done    chan struct{} // closed when value and err are set
	cancel  context.CancelFunc
	waiting int // callers, guarded by Group.mu
	value   V
	err     error
}

// A Panic is the error of work that panicked.
type Panic struct {
	Value any
	Stack []byte
}

func (p *Panic) Error() string { return fmt.Sprintf("panic: %v", p.Value) }

// Do returns what work returns, which runs once for all callers that give the same key while it is
// under way; shared says that another caller had started it. Work gets the values of the first
// caller's context, but outlives that caller as long as another waits; when the last has left, its
// context ends. A caller whose ctx ends gets the context's error at once. Where work panics the error
// is a *Panic.
func (g *Group[V]) Do(ctx context.Context, key string, work func(context.Context) V) (value V, shared bool, err error) {
	g.mu.Lock()
	c, shared := g.calls[key]
	if shared {
		c.waiting++
	} else {
		workCtx, cancel := context.WithCancel(context.WithoutCancel(ctx))
		c = &call[V]{done: make(chan struct{}), cancel: cancel, waiting: 1}
		if g.calls == nil {
			g.calls = map[string]*call[V]{}
		}
		g.calls[key] = c
		go g.run(workCtx, key, c, work)
	}
	g.mu.Unlock()

	select {
	case <-c.done:
		return c.value, shared, c.err
	case <-ctx.Done():
		g.leave(key, c)
		return value, shared, ctx.Err()
	}
}

func (g *Group[V]) run(ctx context.Context, key string, c *call[V], work func(context.Context) V) {
	defer func() {
		if p := recover(); p != nil {
			c.err = &Panic{Value: p, Stack: debug.Stack()}
		}
		g.mu.Lock()
		g.forget(key, c)
		g.mu.Unlock()
		c.cancel()
		close(c.done)
	}()
	c.value = work(ctx)
}

// leave takes a caller off; work that nobody waits for is cancelled, and new callers start afresh.
func (g *Group[V]) leave(key string, c *call[V]) {
	g.mu.Lock()
	defer g.mu.Unlock()
	c.waiting--
	if c.waiting == 0 {
		g.forget(key, c)
		c.cancel()
	}
}

func (g *Group[V]) forget(key string, c *call[V]) {
	if g.calls[key] == c {
		delete(g.calls, key)
	}
}

package flight_test

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"reaffirm/server/internal/flight"
)

func TestCallersAtTheSameTimeShareTheWork(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g flight.Group[int]
		var runs, shares atomic.Int32
		release := make(chan struct{})
		var callers sync.WaitGroup
		for range 10 {
			callers.Go(func() {
				v, shared, err := g.Do(t.Context(), "k", func(context.Context) int {
					runs.Add(1)
					<-release
					return 7
				})
				if v != 7 || err != nil {
					t.Errorf("got %d, %v", v, err)
				}
				if shared {
					shares.Add(1)
				}
			})
		}
		synctest.Wait()
		close(release)
		callers.Wait()
		if runs.Load() != 1 || shares.Load() != 9 {
			t.Errorf("%d runs and %d shares; want 1 and 9", runs.Load(), shares.Load())
		}
		if _, shared, _ := g.Do(t.Context(), "k", func(context.Context) int { return 8 }); shared {
			t.Error("a caller that comes later shared work that was done")
		}
	})
}

func TestWorkOutlivesItsFirstCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g flight.Group[int]
		first, cancel := context.WithCancel(t.Context())
		release := make(chan struct{})
		work := func(ctx context.Context) int {
			<-release
			if ctx.Err() != nil {
				return -1
			}
			return 7
		}
		var callers sync.WaitGroup
		callers.Go(func() {
			if _, _, err := g.Do(first, "k", work); !errors.Is(err, context.Canceled) {
				t.Errorf("the caller that left got %v", err)
			}
		})
		synctest.Wait()
		callers.Go(func() {
			if v, shared, err := g.Do(t.Context(), "k", work); v != 7 || !shared || err != nil {
				t.Errorf("the caller that stayed got %d, %v, %v", v, shared, err)
			}
		})
		synctest.Wait()
		cancel()
		synctest.Wait()
		close(release)
		callers.Wait()
	})
}

func TestWorkEndsWhenTheLastCallerLeaves(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var g flight.Group[int]
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan struct{})
		go func() {
			synctest.Wait()
			cancel()
		}()
		_, _, err := g.Do(ctx, "k", func(ctx context.Context) int {
			<-ctx.Done()
			close(ended)
			return 0
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		<-ended
		if v, shared, err := g.Do(t.Context(), "k", func(context.Context) int { return 1 }); v != 1 || shared || err != nil {
			t.Errorf("a new caller got %d, %v, %v; want work of its own", v, shared, err)
		}
	})
}

func TestPanicReachesTheCallersAsAnError(t *testing.T) {
	var g flight.Group[int]
	_, _, err := g.Do(t.Context(), "k", func(context.Context) int { panic("boom") })
	p, ok := errors.AsType[*flight.Panic](err)
	if !ok || p.Value != "boom" || len(p.Stack) == 0 {
		t.Fatalf("got %v", err)
	}
}

package gate_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"reaffirm/server/internal/gate"
)

func TestGateQueuesThenTurnsAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gate.New(1, 1, time.Second)
		leave, err := g.Enter(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		entered := make(chan error)
		go func() {
			second, err := g.Enter(t.Context())
			if err == nil {
				second()
			}
			entered <- err
		}()
		synctest.Wait()
		if inside, waiting := g.Load(); inside != 1 || waiting != 1 {
			t.Errorf("%d inside, %d waiting; want one each", inside, waiting)
		}
		if _, err := g.Enter(t.Context()); !errors.Is(err, gate.ErrBusy) {
			t.Errorf("with the queue full: %v", err)
		}
		leave()
		if err := <-entered; err != nil {
			t.Errorf("the one in the queue: %v", err)
		}
		if inside, waiting := g.Load(); inside != 0 || waiting != 0 {
			t.Errorf("%d inside, %d waiting; want none", inside, waiting)
		}
	})
}

func TestGateTurnsAwayWhoHasWaitedLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gate.New(1, 8, time.Second)
		leave, err := g.Enter(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer leave()
		start := time.Now()
		if _, err := g.Enter(t.Context()); !errors.Is(err, gate.ErrBusy) {
			t.Errorf("got %v", err)
		}
		if waited := time.Since(start); waited != time.Second {
			t.Errorf("turned away after %v", waited)
		}
	})
}

func TestGateForgetsWhoGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gate.New(1, 8, time.Minute)
		leave, err := g.Enter(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := g.Enter(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		leave()
		again, err := g.Enter(t.Context())
		if err != nil {
			t.Fatalf("the place was lost: %v", err)
		}
		again()
	})
}

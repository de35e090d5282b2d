package server

import (
	"context"
	"testing"
	"time"
)

type testKey struct{}

// TestDeadlineContext states that withDeadline ends when context.WithTimeout does, whoever asks in which way.
func TestDeadlineContext(t *testing.T) {
	parent, end := context.WithCancel(context.WithValue(t.Context(), testKey{}, "value"))
	t.Run("before the end", func(t *testing.T) {
		ctx, cancel := withDeadline(parent, time.Hour)
		defer cancel()
		if d, ok := ctx.Deadline(); !ok || time.Until(d) < time.Minute {
			t.Errorf("deadline %v %v", d, ok)
		}
		if ctx.Err() != nil || ctx.Value(testKey{}) != "value" {
			t.Errorf("%v, %v", ctx.Err(), ctx.Value(testKey{}))
		}
		select {
		case <-ctx.Done():
			t.Error("done")
		default:
		}
		if ctx.Err() != nil || ctx.Value(testKey{}) != "value" {
			t.Errorf("with a timer: %v, %v", ctx.Err(), ctx.Value(testKey{}))
		}
	})
	t.Run("its time is up", func(t *testing.T) {
		ctx, cancel := withDeadline(parent, time.Millisecond)
		defer cancel()
		time.Sleep(2 * time.Millisecond)
		if ctx.Err() != context.DeadlineExceeded {
			t.Errorf("without a timer: %v", ctx.Err())
		}
		<-ctx.Done()
		if ctx.Err() != context.DeadlineExceeded {
			t.Errorf("with a timer: %v", ctx.Err())
		}
	})
	t.Run("the parent's deadline is earlier", func(t *testing.T) {
		above, stop := context.WithTimeout(parent, time.Minute)
		defer stop()
		ctx, cancel := withDeadline(above, time.Hour)
		defer cancel()
		if d, _ := ctx.Deadline(); time.Until(d) > 2*time.Minute {
			t.Errorf("deadline %v", d)
		}
	})
	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := withDeadline(parent, time.Hour)
		below, stop := context.WithCancel(ctx)
		defer stop()
		cancel()
		<-below.Done()
		if ctx.Err() != context.Canceled {
			t.Errorf("%v", ctx.Err())
		}
	})
	t.Run("the parent ends", func(t *testing.T) {
		ctx, cancel := withDeadline(parent, time.Hour)
		defer cancel()
		end()
		if ctx.Err() != context.Canceled {
			t.Errorf("without a timer: %v", ctx.Err())
		}
		<-ctx.Done()
	})
}

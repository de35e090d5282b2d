package server

import (
	"context"
	"sync"
	"time"
)

// withDeadline is context.WithTimeout for work that mostly ends without waiting for anything: no timer is set until
// somebody asks for Done. The caller calls cancel at the end.
func withDeadline(parent context.Context, timeout time.Duration) (ctx context.Context, cancel func()) {
	d := &deadline{Context: parent, end: time.Now().Add(timeout)}
	return d, d.cancel
}

type deadline struct {
	context.Context // the parent
	end             time.Time

	mu    sync.Mutex
	timed context.Context // with a timer; nil until it is needed
	stop  context.CancelFunc
}

func (d *deadline) Deadline() (time.Time, bool) {
	if end, ok := d.Context.Deadline(); ok && end.Before(d.end) {
		return end, true
	}
	return d.end, true
}

func (d *deadline) Done() <-chan struct{} {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timed == nil {
		d.timed, d.stop = context.WithDeadline(d.Context, d.end)
	}
	return d.timed.Done()
}

func (d *deadline) Err() error {
	if timed := d.started(); timed != nil {
		return timed.Err()
	}
	if err := d.Context.Err(); err != nil {
		return err
	}
	if !time.Now().Before(d.end) {
		return context.DeadlineExceeded
	}
	return nil
}

// Value asks the context with the timer where there is one, so that contexts below are ended by it directly.
func (d *deadline) Value(key any) any {
	if timed := d.started(); timed != nil {
		return timed.Value(key)
	}
	return d.Context.Value(key)
}

func (d *deadline) started() context.Context {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.timed
}

// cancel ends the context with the timer. Where there is none nobody waits for the end.
func (d *deadline) cancel() {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.stop != nil {
		d.stop()
	}
}

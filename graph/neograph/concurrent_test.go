package neograph_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
)

// TestTwoLoads lets two stores load at once: one wins, and the other says that it did not.
func TestTwoLoads(t *testing.T) {
	ctx := context.Background()
	first, second := sample(t, 120, 1), sample(t, 120, 2)
	started := make(chan struct{})
	var once sync.Once
	slow := emptyStore(t, neograph.Config{Batch: 20, Progress: func(done, total int) {
		if done > 0 {
			once.Do(func() { close(started) })
		}
	}})
	other := anotherStore(t)
	won := make(chan error)
	go func() { won <- slow.Replace(ctx, first) }()
	select {
	case <-started:
	case err := <-won:
		t.Fatalf("the first load ended early: %v", err)
	}
	wantError(t, "a load while another is under way", other.Replace(ctx, second), graph.ErrConflict)
	if err := <-won; err != nil {
		t.Errorf("the load that was there first: %v", err)
	}
	wantVersion(t, ctx, other, first)
	replace(t, other, second)
	wantVersion(t, ctx, other, second)
}

// TestDeadLoad lets a load begin while the lease is held by one that gives no sign of life.
func TestDeadLoad(t *testing.T) {
	ctx := context.Background()
	g := sample(t, 40, 1)
	s := emptyStore(t, neograph.Config{Lease: 2 * time.Second})
	a := server.Access(t)
	run(t, a, `MERGE (loader:Loader {id: 'loader'}) SET loader.owner = 'dead', loader.signs = 7,
		loader.until = datetime.realtime() + duration({seconds: 2})`, nil)

	t.Run("cancelled", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(ctx, 500*time.Millisecond)
		defer cancel()
		wantError(t, "a load that waits", s.Replace(ctx, g), context.DeadlineExceeded)
	})
	replace(t, s, g)
	wantVersion(t, ctx, s, g)
}

// TestOvertakenLoad takes the lease from a load that is still alive: it ends with ErrConflict and has
// changed nothing.
func TestOvertakenLoad(t *testing.T) {
	ctx := context.Background()
	first, second := sample(t, 40, 1), sample(t, 40, 2)
	replace(t, emptyStore(t, neograph.Config{}), first)
	a := server.Access(t)
	var once sync.Once
	s := storeOf(t, a, neograph.Config{Batch: 20, Progress: func(done, total int) {
		if done > total/2 {
			once.Do(func() { run(t, a, "MATCH (loader:Loader) SET loader.owner = 'another'", nil) })
		}
	}})
	wantError(t, "a load that lost its lease", s.Replace(ctx, second), graph.ErrConflict)
	wantVersion(t, ctx, anotherStore(t), first)
	run(t, a, "MATCH (loader:Loader) REMOVE loader.owner, loader.until", nil)
	replace(t, s, second)
	wantVersion(t, ctx, anotherStore(t), second)
}

// TestFlip changes the version in force again and again under readers of another store. Each reader
// sees the whole of one version, and a store sees its own load at once.
func TestFlip(t *testing.T) {
	ctx := context.Background()
	graphs := map[string]*graph.Graph{}
	first, second := sample(t, 40, 1), sample(t, 60, 2)
	graphs[first.Version], graphs[second.Version] = first, second
	writer := emptyStore(t, neograph.Config{})
	replace(t, writer, first)
	stop := make(chan struct{})
	var readers sync.WaitGroup
	seen := map[string]int{}
	var mu sync.Mutex
	for range 2 {
		s := storeOf(t, server.Access(t), neograph.Config{Refresh: time.Millisecond})
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				r, err := s.Open(ctx)
				if err != nil {
					t.Errorf("Open: %v", err)
					return
				}
				if err := whole(ctx, r, graphs[r.Version()]); err != nil {
					t.Error(err)
				}
				mu.Lock()
				seen[r.Version()]++
				mu.Unlock()
			}
		})
	}
	for i := range 8 {
		g := []*graph.Graph{second, first}[i%2]
		replace(t, writer, g)
		r, err := writer.Open(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if r.Version() != g.Version {
			t.Errorf("a store does not see the version that it loaded")
		}
		time.Sleep(200 * time.Millisecond)
	}
	close(stop)
	readers.Wait()
	if len(seen) != 2 {
		t.Errorf("the readers saw %v", seen)
	}
}

// TestCancelledLoad ends a load by its context: the version in force goes on serving, the next load
// begins at once.
func TestCancelledLoad(t *testing.T) {
	first, second := sample(t, 40, 1), sample(t, 80, 2)
	replace(t, emptyStore(t, neograph.Config{}), first)
	ctx, cancel := context.WithCancel(context.Background())
	s := storeOf(t, server.Access(t), neograph.Config{Batch: 20, Lease: time.Hour, Progress: func(done, total int) {
		if done > total/2 {
			cancel()
		}
	}})
	if err := s.Replace(ctx, second); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled load: %v", err)
	}
	wantVersion(t, context.Background(), s, first)
	replace(t, s, second)
	wantVersion(t, context.Background(), s, second)
}

package neograph_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
)

// outageLimit bounds every question that is asked during an outage.
const outageLimit = 2 * time.Second

// TestOutage kills a database under readers and in the midst of loads, and starts it again. The
// readers get errors of the contract in time and then answers again, without anybody's help; the version in force is
// the one before the load, and the next load mends what is left.
func TestOutage(t *testing.T) {
	t.Parallel()
	const password = "correct-horse"
	ctx := context.Background()
	database, err := neotest.Start(t.Context(), neotest.Options{Password: password})
	neotest.Require(t, err)
	t.Cleanup(func() { database.Stop() })
	wantNoLeak(t)
	s := storeOf(t, database.Access(), neograph.Config{Lease: time.Second, Batch: 25})
	kept := sample(t, 40, 0)
	replace(t, s, kept)
	wantVersion(t, ctx, s, kept) // and every plan is made

	t.Run("wrong password", func(t *testing.T) {
		a := database.Access()
		a.Password = "battery-staple"
		_, err := storeOf(t, a, neograph.Config{}).Open(ctx)
		wantRefusal(t, "Open", err, "unauthorized")
		if err != nil && strings.Contains(err.Error(), a.Password) {
			t.Errorf("the error tells the password: %v", err)
		}
	})
	t.Run("no such database", func(t *testing.T) {
		a := database.Access()
		_, err := storeOf(t, a, neograph.Config{Database: "elsewhere"}).Open(ctx)
		wantRefusal(t, "Open", err, "elsewhere")
	})

	under := newLoad(s, kept)
	goroutines, heap := runtime.NumGoroutine(), heapInUse()
	for i, share := range []int{10, 50, 90} {
		t.Run(fmt.Sprintf("killed at %d %% of a load", share), func(t *testing.T) {
			g := sample(t, 40, uint64(i+1))
			reached := make(chan struct{})
			var once sync.Once
			loader := storeOf(t, database.Access(), neograph.Config{Batch: 25, Progress: func(done, total int) {
				if done*100 >= share*total {
					once.Do(func() { close(reached) })
				}
			}})
			loaded := make(chan error, 1)
			go func() { loaded <- loader.Replace(ctx, g) }()
			<-reached
			if err := database.Kill(); err != nil {
				t.Fatal(err)
			}
			wantError(t, "Replace", <-loaded, graph.ErrUnavailable)
			time.Sleep(time.Second) // of outage, under the readers
			if err := database.Restart(ctx); err != nil {
				t.Fatal(err)
			}
			under.wantRecovery(t)
			wantVersion(t, ctx, s, kept)
			replace(t, s, g)
			wantVersion(t, ctx, s, g)
			kept = g
		})
	}
	under.stop()
	if under.failed == 0 {
		t.Error("no reader has noticed the outages")
	}
	for _, err := range under.wrong {
		t.Error(err)
	}
	if n := runtime.NumGoroutine(); n > goroutines+10 {
		t.Errorf("%d goroutines before the outages, %d after", goroutines, n)
	}
	if h := heapInUse(); h > heap+32<<20 {
		t.Errorf("%d bytes of heap before the outages, %d after", heap, h)
	}
}

func heapInUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// readers ask a store all the time.
type readers struct {
	ended   context.Context
	cancel  context.CancelFunc
	running sync.WaitGroup

	mu       sync.Mutex
	answered int
	failed   int
	wrong    []error
}

func newLoad(s *neograph.Store, g *graph.Graph) *readers {
	r := &readers{}
	r.ended, r.cancel = context.WithCancel(context.Background())
	for range 4 {
		r.running.Go(func() {
			for r.ended.Err() == nil {
				r.ask(s, g)
				time.Sleep(5 * time.Millisecond)
			}
		})
	}
	return r
}

func (r *readers) ask(s *neograph.Store, g *graph.Graph) {
	ctx, cancel := context.WithTimeout(r.ended, outageLimit)
	defer cancel()
	begun := time.Now()
	reader, err := s.Open(ctx)
	if err == nil {
		_, err = reader.Nodes(ctx, []string{g.Provisions[0].ID})
	}
	took := time.Since(begun)
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.ended.Err() != nil:
	case err == nil:
		r.answered++
	case took > outageLimit+patience:
		r.wrong = append(r.wrong, fmt.Errorf("an answer took %v: %w", took, err))
	case !errors.Is(err, graph.ErrUnavailable) && !errors.Is(err, context.DeadlineExceeded):
		r.wrong = append(r.wrong, fmt.Errorf("an error of another kind: %w", err))
	default:
		r.failed++
	}
}

// wantRecovery waits for further answers.
func (r *readers) wantRecovery(t *testing.T) {
	t.Helper()
	count := func() int {
		r.mu.Lock()
		defer r.mu.Unlock()
		return r.answered
	}
	before := count()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		if count() > before+10 {
			return
		}
	}
	t.Error("the readers do not get answers again")
}

func (r *readers) stop() {
	r.cancel()
	r.running.Wait()
}

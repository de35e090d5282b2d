package neograph_test

import (
	"context"
	"errors"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
)

// patience is how much longer than its limit an answer may take on a busy machine.
const patience = 2 * time.Second

func TestNew(t *testing.T) {
	if _, err := neograph.New(neograph.Config{URI: "postgres://localhost"}); err == nil || !strings.Contains(err.Error(), "postgres://localhost") {
		t.Errorf("an address of another kind: %v", err)
	}
	s, err := neograph.New(neograph.Config{URI: "neo4j://localhost:1"})
	if err != nil {
		t.Fatalf("a database that is down: %v", err)
	}
	if err := s.Close(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestDown asks a database that is not there.
func TestDown(t *testing.T) {
	wantNoLeak(t)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listener.Addr().String()
	listener.Close()
	for _, scheme := range []string{"bolt", "neo4j"} {
		t.Run(scheme, func(t *testing.T) {
			s, err := neograph.New(neograph.Config{URI: scheme + "://" + address, Timeout: time.Second})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close(context.Background())
			wantInTime(t, time.Second, func() {
				_, err = s.Open(context.Background())
				wantError(t, "Open", err, graph.ErrUnavailable)
			})
			wantInTime(t, time.Second, func() {
				wantError(t, "Replace", s.Replace(context.Background(), sample(t, 4, 1)), graph.ErrUnavailable)
			})
		})
	}
}

// wantNoLeak checks, after all else that the test does, that it has left no goroutine but the one that waits for
// a database which it has started again.
func wantNoLeak(t *testing.T) {
	before := goleak.IgnoreCurrent()
	waits := goleak.IgnoreAnyFunction("reaffirm/graph/neograph/neotest.(*process).start.func1")
	t.Cleanup(func() { goleak.VerifyNone(t, before, waits) })
}

// wantInTime runs f, which must be done within limit and some patience.
func wantInTime(t *testing.T, limit time.Duration, f func()) {
	t.Helper()
	begun := time.Now()
	f()
	if took := time.Since(begun); took > limit+patience {
		t.Errorf("it took %v; the limit is %v", took, limit)
	}
}

func TestEmptyDatabase(t *testing.T) {
	s := emptyStore(t, neograph.Config{})
	_, err := s.Open(context.Background())
	wantError(t, "Open", err, graph.ErrNoGraph)
}

// TestStalled lets the database fall silent, as a broken network does: an answer comes in time all the same, and when
// the database speaks again the store does too.
func TestStalled(t *testing.T) {
	wantNoLeak(t)
	ctx := context.Background()
	g := sample(t, 40, 1)
	replace(t, emptyStore(t, neograph.Config{}), g)
	p := newProxy(t, hostOf(t, server.Access(t).URI))
	a := server.Access(t)
	a.URI = "bolt://" + p.address
	s := storeOf(t, a, neograph.Config{Timeout: 20 * time.Second, Refresh: -1})
	wantVersion(t, ctx, s, g)
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	ask := func(ctx context.Context) error {
		_, err := r.Nodes(ctx, []string{g.Provisions[0].ID})
		return err
	}

	t.Run("until the caller's deadline", func(t *testing.T) {
		defer p.stall()()
		ctx, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
		defer cancel()
		wantInTime(t, 300*time.Millisecond, func() { wantError(t, "Nodes", ask(ctx), context.DeadlineExceeded) })
	})
	t.Run("until the caller goes away", func(t *testing.T) {
		defer p.stall()()
		ctx, cancel := context.WithCancel(ctx)
		time.AfterFunc(300*time.Millisecond, cancel)
		wantInTime(t, 300*time.Millisecond, func() { wantError(t, "Nodes", ask(ctx), context.Canceled) })
	})
	t.Run("until the store's limit", func(t *testing.T) {
		short := storeOf(t, a, neograph.Config{Timeout: 500 * time.Millisecond, Refresh: -1})
		defer p.stall()()
		wantInTime(t, 500*time.Millisecond, func() {
			_, err := short.Open(ctx)
			wantError(t, "Open", err, graph.ErrUnavailable)
		})
	})
	if err := ask(ctx); err != nil {
		t.Errorf("after the silence: %v", err)
	}
	p.slow(50 * time.Millisecond)
	if err := ask(ctx); err != nil {
		t.Errorf("a slow database: %v", err)
	}
	s.Close(ctx)
}

// TestOpenInParts opens a version whose callers have less time than it takes to look into it: the look goes on without
// them, and is not begun again by each.
func TestOpenInParts(t *testing.T) {
	wantNoLeak(t)
	g := sample(t, 40, 1)
	replace(t, emptyStore(t, neograph.Config{}), g)
	p := newProxy(t, hostOf(t, server.Access(t).URI))
	a := server.Access(t)
	a.URI = "bolt://" + p.address
	ctx, cancel := context.WithCancel(context.Background())
	var stalled sync.Once
	resume := make(chan func(), 1)
	looked := make(chan error, 10)
	s := storeOf(t, a, neograph.Config{Observe: func(statement string, _ time.Duration, err error) {
		switch statement {
		case "indexes": // the look is next
			stalled.Do(func() {
				resume <- p.stall()
				time.AfterFunc(100*time.Millisecond, cancel)
			})
		case "count_version":
			looked <- err
		}
	}})
	_, err := s.Open(ctx)
	wantError(t, "Open", err, context.Canceled)
	(<-resume)()
	if err := <-looked; err != nil {
		t.Errorf("the look ended with its caller: %v", err)
	}
	wantVersion(t, context.Background(), s, g)
	if len(looked) > 0 {
		t.Error("a version that is known to be whole was looked into again")
	}
	s.Close(context.Background())
}

func hostOf(t *testing.T, uri string) string {
	t.Helper()
	u, err := url.Parse(uri)
	if err != nil {
		t.Fatal(err)
	}
	return u.Host
}

// TestOldRelease refuses a Neo4j that does not know the statements.
func TestOldRelease(t *testing.T) {
	t.Parallel()
	old, err := neotest.Start(t.Context(), neotest.Options{Release: neotest.Old})
	neotest.Require(t, err)
	t.Cleanup(func() { old.Stop() })
	s := storeOf(t, old.Access(), neograph.Config{})
	_, err = s.Open(context.Background())
	wantRefusal(t, "Open", err, "Neo4j/4.4")
	wantRefusal(t, "Replace", s.Replace(context.Background(), sample(t, 4, 1)), "Neo4j/4.4")
}

func wantRefusal(t *testing.T, what string, err error, word string) {
	t.Helper()
	if !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), word) {
		t.Errorf("%s: %v; want an error that speaks of %s", what, err, word)
	}
}

package cohort_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"reaffirm/resolvers/internal/cohort"
)

// A member is an object of a cohort.
type member struct{ cohort.Place[int] }

func members(n int) []*member {
	values := make([]int, n)
	for i := range values {
		values[i] = i
	}
	return cohort.Members(nil, values, func(_ int, at cohort.Place[int]) member { return member{at} })
}

// squares counts how often it is asked.
func squares(calls *atomic.Int32) func(*cohort.Cohort[int]) ([]int, error) {
	return func(c *cohort.Cohort[int]) ([]int, error) {
		calls.Add(1)
		results := make([]int, len(c.Values))
		for i, v := range c.Values {
			results[i] = v * v
		}
		return results, nil
	}
}

func TestFetchOnceForAll(t *testing.T) {
	var calls atomic.Int32
	var wg sync.WaitGroup
	for i, m := range members(100) {
		wg.Go(func() {
			got, err := cohort.Fetch(t.Context(), m.Place, cohort.Key{Quick: "squares"}, squares(&calls))
			if got != i*i || err != nil {
				t.Errorf("member %d got %d, %v", i, got, err)
			}
		})
	}
	wg.Wait()
	if calls.Load() != 1 {
		t.Errorf("asked %d times", calls.Load())
	}
}

func TestKeys(t *testing.T) {
	exact := func(v any) func() any { return func() any { return v } }
	tests := []struct {
		name string
		keys []cohort.Key
		want int32
	}{
		{"equal quick keys", []cohort.Key{{Quick: 1}, {Quick: 1}}, 1},
		{"other quick keys", []cohort.Key{{Quick: 1}, {Quick: 2}}, 2},
		{"equal exact keys", []cohort.Key{{Quick: 1, Exact: exact("a")}, {Quick: 2, Exact: exact("a")}, {Quick: 2, Exact: exact("never asked")}}, 1},
		{"other exact keys", []cohort.Key{{Quick: 1, Exact: exact("a")}, {Quick: 2, Exact: exact("b")}}, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var calls atomic.Int32
			one := members(1)[0]
			for _, key := range test.keys {
				if _, err := cohort.Fetch(t.Context(), one.Place, key, squares(&calls)); err != nil {
					t.Fatal(err)
				}
			}
			if calls.Load() != test.want {
				t.Errorf("asked %d times, want %d", calls.Load(), test.want)
			}
		})
	}
}

func TestErrorsReachAll(t *testing.T) {
	bad := errors.New("bad")
	for i, m := range members(3) {
		_, err := cohort.Fetch(t.Context(), m.Place, cohort.Key{Quick: "x"}, func(*cohort.Cohort[int]) ([]int, error) { return nil, bad })
		if !errors.Is(err, bad) {
			t.Errorf("member %d got %v", i, err)
		}
	}
}

func TestPanicReleasesSiblings(t *testing.T) {
	ms := members(2)
	load := func(*cohort.Cohort[int]) ([]int, error) { panic("a bug") }
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_, _ = cohort.Fetch(t.Context(), ms[0].Place, cohort.Key{Quick: "x"}, load)
	}()
	if _, err := cohort.Fetch(t.Context(), ms[1].Place, cohort.Key{Quick: "x"}, load); err == nil {
		t.Error("the sibling got an answer")
	}
}

// TestWaitingEnds holds that who waits for a sibling's fetch goes when its own context ends.
func TestWaitingEnds(t *testing.T) {
	ms := members(2)
	entered, release := make(chan struct{}), make(chan struct{})
	load := func(*cohort.Cohort[int]) ([]int, error) {
		close(entered)
		<-release
		return []int{1, 2}, nil
	}
	first := make(chan int)
	go func() {
		got, _ := cohort.Fetch(context.Background(), ms[0].Place, cohort.Key{Quick: "x"}, load)
		first <- got
	}()
	<-entered
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, err := cohort.Fetch(ctx, ms[1].Place, cohort.Key{Quick: "x"}, load); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	close(release)
	if got := <-first; got != 1 {
		t.Errorf("the one that fetched got %d", got)
	}
	if got, err := cohort.Fetch(t.Context(), ms[1].Place, cohort.Key{Quick: "x"}, load); got != 2 || err != nil {
		t.Errorf("later the sibling got %d, %v", got, err)
	}
}

func TestSingle(t *testing.T) {
	p := cohort.Single(nil, "root")
	got, err := cohort.Fetch(t.Context(), p, cohort.Key{Quick: "x"}, func(c *cohort.Cohort[string]) ([]string, error) { return slices.Clone(c.Values), nil })
	if got != "root" || err != nil {
		t.Errorf("got %q, %v", got, err)
	}
}

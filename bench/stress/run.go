package stress

import (
	"context"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// Config says what to put under stress.
type Config struct {
	Address string // host:port of the server
	Admin   string // host:port where its metrics and profiles are
	Answers *Answers
	// Duration is how long to ask. A quarter of it is for the caches to fill before memory is measured.
	Duration    time.Duration
	Connections int
	Seed        uint64
	// Progress gets a line every ten seconds.
	Progress io.Writer
}

// A Report is what came of it.
type Report struct {
	Requests map[string]int // by what came of them
	Wrong    []string       // the first wrong answers
	Mistakes int            // how many there are
	Graphs   int            // versions seen in force
	Before   State          // at rest, after a quarter of the time
	After    State          // at rest, at the end
	Peak     State          // the most of each under load
}

// Allowed is how much more there may be at the end than before.
const (
	allowedGoroutines = 5
	allowedHeap       = 4 << 20 // bytes, and a tenth
)

// Flat says whether memory and goroutines stayed what they were.
func (r *Report) Flat() bool {
	return r.After.Goroutines <= r.Before.Goroutines+allowedGoroutines && r.After.Heap <= r.Before.Heap+r.Before.Heap/10+allowedHeap &&
		r.After.Files <= r.Before.Files+allowedGoroutines
}

// Good says whether there was no wrong answer, some right ones, and all stayed flat.
func (r *Report) Good() bool { return r.Mistakes == 0 && r.Requests["right"] > 0 && r.Flat() }

// maxWrong bounds how many wrong answers are told of.
const maxWrong = 20

// run is a Run under way.
type run struct {
	config  Config
	answers *Answers
	serial  atomic.Uint64

	mu     sync.Mutex
	report Report
}

// Run puts a server under stress. The error says that it could not be watched or reached.
func Run(ctx context.Context, c Config) (*Report, error) {
	r := &run{config: c, answers: c.Answers, report: Report{Requests: map[string]int{}}}
	r.serial.Store(c.Seed << 32)
	var err error
	if err = r.traffic(ctx, c.Duration/4); err != nil {
		return nil, err
	}
	if r.report.Before, err = rest(ctx, c.Admin); err != nil {
		return nil, err
	}
	fmt.Fprintf(c.Progress, "at rest: %s\n", r.report.Before)
	if err = r.traffic(ctx, c.Duration-c.Duration/4); err != nil {
		return nil, err
	}
	if r.report.After, err = rest(ctx, c.Admin); err != nil {
		return nil, err
	}
	fmt.Fprintf(c.Progress, "at rest: %s\n", r.report.After)
	return &r.report, nil
}

// traffic lets all clients ask for a time.
func (r *run) traffic(ctx context.Context, d time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	var clients sync.WaitGroup
	for i := range r.config.Connections {
		c, err := newClient(r, r.config.Seed+r.serial.Load()+uint64(i))
		if err != nil {
			return err
		}
		clients.Go(func() { c.work(ctx) })
	}
	err := r.watch(ctx)
	clients.Wait()
	return err
}

// watch notes the server's state every second until ctx ends.
func (r *run) watch(ctx context.Context) error {
	versions := map[string]bool{}
	ticks := time.NewTicker(time.Second)
	defer ticks.Stop()
	for n := 1; ; n++ {
		select {
		case <-ctx.Done():
			return nil
		case <-ticks.C:
		}
		s, err := stateOf(context.WithoutCancel(ctx), r.config.Admin)
		if err != nil {
			return err
		}
		r.mu.Lock()
		r.report.Peak = r.report.Peak.most(s)
		if !versions[s.Version] {
			versions[s.Version] = true
			r.report.Graphs = max(r.report.Graphs, len(versions))
		}
		if n%10 == 0 {
			fmt.Fprintf(r.config.Progress, "%4d s: %s; %d right, %d wrong\n", n, s, r.report.Requests["right"], r.report.Mistakes)
		}
		r.mu.Unlock()
	}
}

func (r *run) count(what string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.report.Requests[what]++
}

func (r *run) wrong(what string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.report.Mistakes++
	if len(r.report.Wrong) < maxWrong {
		r.report.Wrong = append(r.report.Wrong, what)
	}
}

package bolt

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/bench/duel"
	"reaffirm/bench/load"
)

// Dial makes clients that run the statement again and again, over connections of the driver, which outlives them.
func (s Statement) Dial(driver neo4j.DriverWithContext) duel.Dial {
	return func(connections int) (duel.Client, error) {
		return &client{s, driver, connections}, nil
	}
}

type client struct {
	statement   Statement
	driver      neo4j.DriverWithContext
	connections int
}

func (c *client) Close() {}

func (c *client) Send(n int) (load.Result, error) {
	var left atomic.Int64
	left.Store(int64(n))
	return c.run(func() bool { return left.Add(-1) >= 0 })
}

func (c *client) SendFor(d time.Duration) (load.Result, error) {
	end := time.Now().Add(d)
	return c.run(func() bool { return time.Now().Before(end) })
}

func (c *client) run(more func() bool) (load.Result, error) {
	var group sync.WaitGroup
	var requests atomic.Int64
	errs := make([]error, c.connections)
	start := time.Now()
	for i := range c.connections {
		group.Go(func() {
			for more() {
				if _, errs[i] = c.statement.ask(context.Background(), c.driver); errs[i] != nil {
					return
				}
				requests.Add(1)
			}
		})
	}
	group.Wait()
	return load.Result{Requests: int(requests.Load()), Elapsed: time.Since(start)}, errors.Join(errs...)
}

package loader

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"
)

// each calls do for 0 to n-1 on as many goroutines as there are workers and tells how far the stage has come. What do
// writes for one number must not depend on other calls.
func each(ctx context.Context, opts Options, stage Stage, n int, do func(i int)) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(opts.Workers)
	var done int
	var mu sync.Mutex
	for i := range n {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			do(i)
			mu.Lock()
			defer mu.Unlock()
			done++
			opts.tell(stage, done, n)
			return nil
		})
	}
	return group.Wait()
}

package lineage

import (
	"sync"
	"sync/atomic"
)

// each calls do for 0 to n-1 on the given number of goroutines; worker numbers them from 0, for
// scratch space that must not be shared. What do writes for i must not depend on other calls.
func each(n, workers int, do func(worker, i int)) {
	const batch = 64
	var next atomic.Int64
	var wait sync.WaitGroup
	for w := range max(1, min(workers, (n+batch-1)/batch)) {
		wait.Go(func() {
			for {
				end := int(next.Add(batch))
				if end-batch >= n {
					return
				}
				for i := end - batch; i < min(end, n); i++ {
					do(w, i)
				}
			}
		})
	}
	wait.Wait()
}

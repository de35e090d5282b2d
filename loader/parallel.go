package loader

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
	"reaffirm/loader/extract"
)

// extractAll reads documents side by side and returns what was found, in their order. It fills in
// the kinds of the provisions.
func extractAll(ctx context.Context, x *extract.Extractor, provisions []graph.Provision, opts Options) ([]extract.Findings, error) {
	parts := byDocument(provisions)
	found := make([]extract.Findings, len(parts))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(opts.Workers)
	var done int
	var mu sync.Mutex
	for i, part := range parts {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			found[i] = x.Document(part)
			mu.Lock()
			defer mu.Unlock()
			done++
			opts.tell(Extracting, done, len(parts))
			return nil
		})
	}
	return found, group.Wait()
}

// byDocument cuts a list of provisions where the document changes.
func byDocument(provisions []graph.Provision) [][]graph.Provision {
	var parts [][]graph.Provision
	for start := 0; start < len(provisions); {
		end := start + 1
		for end < len(provisions) && provisions[end].Document == provisions[start].Document {
			end++
		}
		parts = append(parts, provisions[start:end])
		start = end
	}
	return parts
}

package neograph

import (
	"context"
	"encoding/json"
	"fmt"

	"reaffirm/graph"
	"reaffirm/internal/lru"
)

// kept holds what has been read of versions, what was used last, so that the database need not be asked again: a version never
// changes. It holds nodes and what they have by their ids, and answers by what was asked. It is safe for concurrent use.
type kept struct {
	values *lru.Cache[any]
}

// What is reckoned to take so many bytes in memory, rather too many than too few.
const (
	itemSize  = 2 << 10 // a node, or a relation with its evidence
	edgeSize  = 150
	countSize = 60
)

func newKept(bytes int64) (*kept, error) {
	values, err := lru.New[any](bytes)
	if err != nil {
		return nil, err
	}
	return &kept{values}, nil
}

// keptKey names what is kept: of a version the answer to a question of a kind, or what a node has; what is "" for the
// node itself.
func keptKey(version, what, id string) string { return version + " " + what + " " + id }

// keptOf is what k holds, if it does.
func keptOf[T any](k *kept, key string) (value T, ok bool) {
	v, ok := k.values.Get(key)
	if !ok {
		return value, false
	}
	value, ok = v.(T)
	return value, ok
}

// keptAll is what k holds of those nodes of a version that have ids, and for which it holds nothing.
func keptAll[T any](k *kept, version, what string, ids []string) (found map[string]T, wanted []string) {
	found = make(map[string]T, len(ids))
	for _, id := range ids {
		if v, ok := keptOf[T](k, keptKey(version, what, id)); ok {
			found[id] = v
		} else {
			wanted = append(wanted, id)
		}
	}
	return found, wanted
}

// keep keeps a value of so many bytes, which nobody may change from then on.
func (k *kept) keep(key string, value any, size int) { k.values.Add(key, value, size) }

// forget drops all.
func (k *kept) forget() { k.values.Purge() }

// answerAll answers a batch of questions of one kind: what is kept at once, the rest with ask, whose answers are kept.
// size reckons how many bytes an answer takes.
func answerAll[Q, A any](ctx context.Context, r *Reader, what string, qs []Q, size func(A) int,
	ask func(context.Context, *Reader, []Q) ([]A, error)) ([]A, error) {
	answers, keys := make([]A, len(qs)), make([]string, len(qs))
	var wanted []Q
	var places []int
	for i, q := range qs {
		id, err := json.Marshal(q)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", graph.ErrInvalid, err) // a score that is no number
		}
		keys[i] = keptKey(r.version, what, string(id))
		var ok bool
		if answers[i], ok = keptOf[A](r.store.kept, keys[i]); !ok {
			wanted, places = append(wanted, q), append(places, i)
		}
	}
	if len(wanted) == 0 {
		return answers, ctx.Err()
	}
	fresh, err := ask(ctx, r, wanted)
	if err != nil {
		return nil, err
	}
	for n, i := range places {
		answers[i] = fresh[n]
		r.store.kept.keep(keys[i], fresh[n], size(fresh[n]))
	}
	return answers, nil
}

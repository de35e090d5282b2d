package neograph

import (
	lru "github.com/hashicorp/golang-lru/v2"
)

// kept holds what has been read of versions, what was used last, so that the database need not be asked again: a version never
// changes. It holds nodes by their ids and short lists by those of the nodes that have them. It is safe for concurrent
// use; nil keeps nothing.
type kept struct {
	values *lru.Cache[keptKey, any]
}

// A keptKey says what of which node is kept; what is "" for the node itself.
type keptKey struct{ version, what, id string }

// longestKept bounds a list that is kept.
const longestKept = 100

func newKept(limit int) *kept {
	values, err := lru.New[keptKey, any](limit)
	if err != nil { // the limit is not positive
		return nil
	}
	return &kept{values}
}

// keptOf is what k holds, if it does.
func keptOf[T any](k *kept, key keptKey) (value T, ok bool) {
	if k == nil {
		return value, false
	}
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
		if v, ok := keptOf[T](k, keptKey{version, what, id}); ok {
			found[id] = v
		} else {
			wanted = append(wanted, id)
		}
	}
	return found, wanted
}

// keep keeps a value, which nobody may change from then on.
func (k *kept) keep(key keptKey, value any) {
	if k != nil {
		k.values.Add(key, value)
	}
}

// keepList keeps a list unless it is long.
func keepList[T any](k *kept, key keptKey, list []T) {
	if len(list) <= longestKept {
		k.keep(key, list)
	}
}

// forget drops all.
func (k *kept) forget() {
	if k != nil {
		k.values.Purge()
	}
}

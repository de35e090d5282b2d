// Package lru keeps the values used last, within a bound in bytes.
package lru

import (
	"fmt"
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// overhead is what an entry costs beside its key and value: list and map nodes.
const overhead = 200

// A Cache maps strings to values. It is safe for concurrent use.
type Cache[V any] struct {
	capacity int64

	mu      sync.Mutex
	entries *simplelru.LRU[string, item[V]]
	bytes   int64
}

type item[V any] struct {
	value V
	size  int64
}

// New returns an empty cache of the given capacity in bytes. One of capacity 0 or less keeps nothing.
func New[V any](capacity int64) (*Cache[V], error) {
	c := &Cache[V]{capacity: capacity}
	entries, err := simplelru.NewLRU(math.MaxInt, func(_ string, i item[V]) { c.bytes -= i.size })
	if err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	c.entries = entries
	return c, nil
}

// Get returns the value of a key and marks it as used.
func (c *Cache[V]) Get(key string) (V, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	i, ok := c.entries.Get(key)
	return i.value, ok
}

// Add keeps a value of size bytes and drops those used least recently until all fit. A value that
// would take more than an eighth of the cache is not kept, so that no single one empties it.
func (c *Cache[V]) Add(key string, value V, size int) {
	total := int64(len(key)) + int64(size) + overhead
	if total > c.capacity/8 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries.Remove(key)
	for c.bytes+total > c.capacity {
		c.entries.RemoveOldest()
	}
	c.entries.Add(key, item[V]{value, total})
	c.bytes += total
}

// Purge drops all values.
func (c *Cache[V]) Purge() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries.Purge()
}

// Stats returns how many values there are and how many bytes they take.
func (c *Cache[V]) Stats() (entries int, bytes int64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.entries.Len(), c.bytes
}

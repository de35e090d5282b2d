package lru_test

import (
	"fmt"
	"testing"

	"reaffirm/internal/lru"
)

func TestCacheKeepsWhatWasUsedLastWithinItsBytes(t *testing.T) {
	const capacity = 20_000
	c, err := lru.New[int](capacity)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 100 {
		c.Add(fmt.Sprint(i), i, 800)
		c.Get("0")
		if _, bytes := c.Stats(); bytes > capacity {
			t.Fatalf("after %d entries the cache takes %d bytes of %d", i+1, bytes, capacity)
		}
	}
	if v, ok := c.Get("0"); !ok || v != 0 {
		t.Error("the entry used last was dropped")
	}
	if v, ok := c.Get("99"); !ok || v != 99 {
		t.Error("the entry added last was dropped")
	}
	if _, ok := c.Get("50"); ok {
		t.Error("an entry not used for long was kept")
	}
	if n, _ := c.Stats(); n < 10 {
		t.Errorf("the cache holds %d entries; more would fit", n)
	}
}

func TestCacheReplaces(t *testing.T) {
	c, err := lru.New[string](10_000)
	if err != nil {
		t.Fatal(err)
	}
	c.Add("k", "old", 500)
	_, before := c.Stats()
	c.Add("k", "new", 500)
	if n, after := c.Stats(); n != 1 || after != before {
		t.Errorf("%d entries of %d bytes; want 1 of %d", n, after, before)
	}
	if v, _ := c.Get("k"); v != "new" {
		t.Errorf("got %q", v)
	}
}

func TestCachePurges(t *testing.T) {
	c, err := lru.New[int](10_000)
	if err != nil {
		t.Fatal(err)
	}
	c.Add("k", 1, 500)
	c.Purge()
	if _, ok := c.Get("k"); ok {
		t.Error("the entry is still there")
	}
	if n, bytes := c.Stats(); n != 0 || bytes != 0 {
		t.Errorf("%d entries, %d bytes; want none", n, bytes)
	}
}

func TestCacheRefusesWhatWouldEmptyIt(t *testing.T) {
	for _, tt := range []struct {
		name           string
		capacity, size int
	}{
		{"a value larger than an eighth", 8000, 1000},
		{"a cache of no bytes", 0, 0},
		{"a cache of negative size", -1, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := lru.New[int](int64(tt.capacity))
			if err != nil {
				t.Fatal(err)
			}
			c.Add("k", 1, tt.size)
			if _, ok := c.Get("k"); ok {
				t.Error("it was kept")
			}
			if n, bytes := c.Stats(); n != 0 || bytes != 0 {
				t.Errorf("%d entries, %d bytes; want none", n, bytes)
			}
		})
	}
}

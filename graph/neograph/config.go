package neograph

import (
	"cmp"
	"time"
)

// Config says which database to use, and how. All but URI may be left out.
type Config struct {
	// URI is "neo4j://host" for a cluster or a single server, "bolt://host" for one server; with
	// "+s" after the scheme the connection is encrypted.
	URI      string
	Username string // "" where the server lets everybody in
	Password string
	Database string // "" for the user's home database

	// Timeout bounds one statement where the context does not end before; 10 seconds if 0.
	Timeout time.Duration
	// Refresh is how long Open may go on handing out the version that it last saw in force; half a
	// second if 0, and never if negative.
	Refresh time.Duration
	// Grace is how long a version can still be read after another has taken its place; 5 minutes if
	// 0. A load removes the versions whose time is over.
	Grace time.Duration
	// Keep bounds the nodes, lists and answers that stay in memory once they have been read, those used last, in
	// bytes, reckoned and not measured; 64 MiB if 0, none if negative.
	Keep int64
	// Lease is how long a load that gives no sign of life keeps the next one waiting; 10 seconds if 0.
	Lease time.Duration
	// Batch is how many nodes or relationships one transaction of a load writes at the most; 1,000
	// if 0.
	Batch int

	// Progress is told how many of all nodes and relationships of a load are written.
	Progress func(done, total int)
	// Observe is told of every statement after it has run: the name of its file without ".cypher", or
	// "batch" for those that write a batch of a load. It must be safe for concurrent use.
	Observe func(statement string, took time.Duration, err error)
}

func (c Config) withDefaults() Config {
	c.Timeout = cmp.Or(c.Timeout, 10*time.Second)
	c.Refresh = cmp.Or(c.Refresh, 500*time.Millisecond)
	c.Grace = cmp.Or(c.Grace, 5*time.Minute)
	c.Keep = cmp.Or(c.Keep, 64<<20)
	c.Lease = cmp.Or(c.Lease, 10*time.Second)
	c.Batch = cmp.Or(c.Batch, 1000)
	if c.Progress == nil {
		c.Progress = func(int, int) {}
	}
	if c.Observe == nil {
		c.Observe = func(string, time.Duration, error) {}
	}
	return c
}

// Package load sends the same GraphQL query again and again over connections that stay open, as fast as it is answered.
// Its own cost is small and without allocations, so that what is measured is the server.
package load

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A Query is what to ask where.
type Query struct {
	Address string // host:port
	Path    string // "/graphql"
	Text    string
	// Vary gives each request a variable of its own, which the query does not use, so that no answer can be one that was kept.
	Vary bool
}

// A Result is what a run measured.
type Result struct {
	Requests int
	Elapsed  time.Duration
	Bytes    int             // of one answer's body
	Times    []time.Duration // of each request, in ascending order
	// Processor is the processor time that this process used, which asks and may serve as well; 0 where the system does not say.
	Processor time.Duration
}

// Rate is requests a second.
func (r Result) Rate() float64 { return float64(r.Requests) / r.Elapsed.Seconds() }

// Quantile is the time within which the part q of the requests was answered, 0 ≤ q ≤ 1.
func (r Result) Quantile(q float64) time.Duration {
	if len(r.Times) == 0 {
		return 0
	}
	return r.Times[min(int(q*float64(len(r.Times))), len(r.Times)-1)]
}

// A Client holds connections to ask one query over.
type Client struct {
	connections []*connection
	serial      atomic.Uint64
}

// Dial opens n connections.
func Dial(q Query, n int) (*Client, error) {
	c := &Client{}
	for range n {
		request, vary, err := prepare(q)
		if err != nil {
			return nil, err
		}
		conn, err := net.Dial("tcp", q.Address)
		if err != nil {
			c.Close()
			return nil, fmt.Errorf("connecting: %w", err)
		}
		c.connections = append(c.connections, &connection{conn: conn, in: bufio.NewReaderSize(conn, 64<<10), request: request, vary: vary})
	}
	// The clock makes runs differ from those before, whose answers the server may have kept.
	c.serial.Store(uint64(time.Now().UnixNano()) & 0xffffffffffff)
	return c, nil
}

// Close ends the connections.
func (c *Client) Close() {
	for _, conn := range c.connections {
		conn.conn.Close()
	}
}

// Send sends n requests over all connections and waits for the answers. Errors: what broke a connection, an answer that is
// not 200, or one with errors in it.
func (c *Client) Send(n int) (Result, error) {
	var left atomic.Int64
	left.Store(int64(n))
	return c.run(n, func() bool { return left.Add(-1) >= 0 })
}

// SendFor sends requests until the time is over.
func (c *Client) SendFor(d time.Duration) (Result, error) {
	end := time.Now().Add(d)
	return c.run(0, func() bool { return time.Now().Before(end) })
}

func (c *Client) run(expected int, more func() bool) (Result, error) {
	var group sync.WaitGroup
	times := make([][]time.Duration, len(c.connections))
	errs := make([]error, len(c.connections))
	start, used := time.Now(), processorTime()
	for i, conn := range c.connections {
		times[i] = make([]time.Duration, 0, expected)
		group.Go(func() {
			for more() {
				sent := time.Now()
				if errs[i] = conn.ask(c.serial.Add(1)); errs[i] != nil {
					return
				}
				times[i] = append(times[i], time.Since(sent))
			}
		})
	}
	group.Wait()
	r := Result{Elapsed: time.Since(start), Times: slices.Concat(times...), Bytes: c.connections[0].length, Processor: processorTime() - used}
	r.Requests = len(r.Times)
	slices.Sort(r.Times)
	return r, errors.Join(errs...)
}

// serialDigits is the length of the variable that makes requests differ.
const serialDigits = 16

// prepare writes the request; vary is where its serial number goes, nil if it has none.
func prepare(q Query) (request, vary []byte, err error) {
	members := map[string]any{"query": q.Text}
	serial := strings.Repeat("0", serialDigits)
	if q.Vary {
		members["variables"] = map[string]string{"serial": serial}
	}
	body, err := json.Marshal(members)
	if err != nil {
		return nil, nil, fmt.Errorf("query: %w", err)
	}
	request = fmt.Appendf(nil, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: %d\r\n\r\n%s",
		q.Path, q.Address, len(body), body)
	if q.Vary {
		at := strings.Index(string(request), `"serial":"`) + len(`"serial":"`)
		vary = request[at : at+serialDigits]
	}
	return request, vary, nil
}

type connection struct {
	conn    net.Conn
	in      *bufio.Reader
	request []byte
	vary    []byte
	length  int    // of the last answer's body
	failed  []byte // what is wrong with the last answer
}

// ask sends the request once and reads the answer.
func (c *connection) ask(serial uint64) error {
	if c.vary != nil {
		for i := range c.vary {
			c.vary[len(c.vary)-1-i] = "0123456789abcdef"[serial&15]
			serial >>= 4
		}
	}
	if _, err := c.conn.Write(c.request); err != nil {
		return fmt.Errorf("sending: %w", err)
	}
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return fmt.Errorf("reading the status: %w", err)
	}
	c.failed = c.failed[:0]
	if len(line) < 13 || string(line[9:12]) != "200" {
		c.failed = append(c.failed, line...)
	}
	length, err := c.header()
	if err != nil {
		return err
	}
	if length >= 0 {
		c.length = length
		err = c.body(length, true)
	} else {
		err = c.chunks()
	}
	if err != nil {
		return fmt.Errorf("reading the body: %w", err)
	}
	if len(c.failed) > 0 {
		return fmt.Errorf("the answer is %s", bytes.TrimSpace(c.failed))
	}
	return nil
}

// body reads a part of the body; the first part shows whether there are errors in it.
func (c *connection) body(length int, first bool) error {
	if first {
		start, err := c.in.Peek(min(length, 500))
		if err != nil {
			return err
		}
		if len(c.failed) > 0 || bytes.HasPrefix(start, []byte(`{"errors":`)) {
			c.failed = append(c.failed, start...)
		}
	}
	_, err := c.in.Discard(length)
	return err
}

// chunks reads a body that comes in chunks.
func (c *connection) chunks() error {
	c.length = 0
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return err
		}
		length := 0
		for _, digit := range bytes.TrimSpace(line) {
			length = length<<4 | strings.IndexByte("0123456789abcdef", digit|0x20) // lower case
		}
		if length < 0 {
			return errors.New("a chunk does not give its length")
		}
		if err := c.body(length, c.length == 0); err != nil {
			return err
		}
		c.length += length
		if _, err := c.in.Discard(2); err != nil || length == 0 {
			return err
		}
	}
}

// header reads up to the empty line and returns the length of the body, -1 where it comes in chunks.
func (c *connection) header() (length int, err error) {
	length = -1
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return 0, fmt.Errorf("reading the header: %w", err)
		}
		if len(line) <= 2 {
			return length, nil
		}
		const name = "content-length:"
		if len(line) > len(name) && strings.EqualFold(string(line[:len(name)]), name) {
			if length, err = strconv.Atoi(strings.TrimSpace(string(line[len(name):]))); err != nil {
				return 0, fmt.Errorf("content length: %w", err)
			}
		}
	}
}

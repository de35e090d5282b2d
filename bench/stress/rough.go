package stress

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// rough behaves as clients should not, over a connection of its own. Where an answer can come it must be right.
func (c *client) rough(ctx context.Context) {
	conn, err := net.Dial("tcp", c.run.config.Address)
	if err != nil {
		c.run.wrong(fmt.Sprintf("connecting: %v", err))
		return
	}
	defer conn.Close()
	stop := context.AfterFunc(ctx, func() { conn.Close() })
	defer stop()
	_ = conn.SetDeadline(time.Now().Add(time.Minute))
	i := c.random.IntN(len(c.run.answers.Cases))
	for c.run.answers.Cases[i].Cut {
		i = c.random.IntN(len(c.run.answers.Cases))
	}
	message := c.message(i)
	head := strings.Index(message, "\r\n\r\n") + 4
	switch c.random.IntN(8) {
	case 0:
		c.run.count("slow to ask")
		c.dribble(conn, message, 20)
		c.receive(ctx, conn, i, 1, 0)
	case 1:
		c.run.count("slow to read")
		_, _ = io.WriteString(conn, message)
		c.receive(ctx, conn, i, 1, 10*time.Millisecond)
	case 2:
		c.run.count("half a header")
		_, _ = io.WriteString(conn, message[:c.random.IntN(head)])
	case 3:
		c.run.count("half a body")
		_, _ = io.WriteString(conn, message[:head+c.random.IntN(len(message)-head+1)])
	case 4:
		c.run.count("gone at once")
		_, _ = io.WriteString(conn, message)
	case 5:
		c.run.count("gone while it is answered")
		_, _ = io.WriteString(conn, message)
		time.Sleep(time.Duration(c.random.IntN(5)) * time.Millisecond)
	case 6:
		c.run.count("two at once")
		_, _ = io.WriteString(conn, message+message)
		c.receive(ctx, conn, i, 2, 0)
	case 7:
		c.run.count("noise")
		noise := make([]byte, 200)
		for j := range noise {
			noise[j] = byte(c.random.Uint32())
		}
		_, _ = conn.Write(append(noise, "\r\n\r\n"...))
		_, _ = io.Copy(io.Discard, io.LimitReader(conn, 1<<16))
	}
}

// message is the request of a case as it goes over the wire.
func (c *client) message(i int) string {
	k := c.run.answers.Cases[i]
	number := fmt.Sprintf("%016x", c.run.serial.Add(1))
	body := strings.ReplaceAll(k.Body, serial, number)
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s HTTP/1.1\r\nHost: %s\r\n", k.Method, strings.ReplaceAll(k.Path, serial, number), c.run.config.Address)
	_ = k.Header.Write(&b)
	if body != "" || k.Method == http.MethodPost {
		fmt.Fprintf(&b, "Content-Length: %d\r\n", len(body))
	}
	return b.String() + "\r\n" + body
}

// dribble sends a message in so many pieces, with a pause before each.
func (c *client) dribble(conn net.Conn, message string, pieces int) {
	size := len(message)/pieces + 1
	for len(message) > 0 {
		time.Sleep(time.Duration(c.random.IntN(20)) * time.Millisecond)
		n := min(size, len(message))
		if _, err := io.WriteString(conn, message[:n]); err != nil {
			return // what is answered says why
		}
		message = message[n:]
	}
}

// receive reads so many answers to a case and checks them, a little at a time if there is to be a pause.
func (c *client) receive(ctx context.Context, conn net.Conn, i, answers int, pause time.Duration) {
	in := bufio.NewReader(slowReader{conn, pause})
	for range answers {
		response, err := http.ReadResponse(in, &http.Request{Method: c.run.answers.Cases[i].Method})
		var body []byte
		if err == nil {
			body, err = io.ReadAll(response.Body)
			response.Body.Close()
		}
		if err != nil {
			if ctx.Err() == nil {
				c.run.wrong(fmt.Sprintf("%s, asked roughly: %v", c.run.answers.Cases[i].Name, err))
			}
			return
		}
		c.judge(i, Answer{response.StatusCode, body, response.Header.Get("Location")}, response.Header.Get("Etag"), response.Header.Get("Retry-After"))
		if response.Close {
			return // the server need not answer the second
		}
	}
}

type slowReader struct {
	from  io.Reader
	pause time.Duration
}

func (r slowReader) Read(b []byte) (int, error) {
	if r.pause > 0 {
		time.Sleep(r.pause)
		b = b[:min(len(b), 2000)]
	}
	return r.from.Read(b)
}

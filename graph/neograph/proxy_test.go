package neograph_test

import (
	"io"
	"net"
	"sync"
	"testing"
	"time"
)

// A proxy stands between a store and its server and can hold back what the server says.
type proxy struct {
	address string

	mu     sync.Mutex
	delay  time.Duration // before each piece that the server sends
	opened chan struct{} // closed while answers pass
}

// newProxy starts a proxy before the server at target; it ends with the test.
func newProxy(t *testing.T, target string) *proxy {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &proxy{address: listener.Addr().String(), opened: make(chan struct{})}
	close(p.opened)
	done := make(chan struct{})
	var connections sync.WaitGroup
	t.Cleanup(func() {
		listener.Close()
		close(done)
		connections.Wait()
	})
	connections.Go(func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			connections.Go(func() { p.carry(client, target, done) })
		}
	})
	return p
}

// carry carries bytes both ways until either side closes or the test is done.
func (p *proxy) carry(client net.Conn, target string, done <-chan struct{}) {
	defer client.Close()
	server, err := net.Dial("tcp", target)
	if err != nil {
		return
	}
	defer server.Close()
	var ways sync.WaitGroup
	ways.Go(func() {
		io.Copy(server, client)
		server.Close()
	})
	ways.Go(func() {
		defer client.Close()
		piece := make([]byte, 32<<10)
		for {
			n, err := server.Read(piece)
			if err != nil {
				return
			}
			p.mu.Lock()
			delay, opened := p.delay, p.opened
			p.mu.Unlock()
			select {
			case <-opened:
			case <-done:
				return
			}
			time.Sleep(delay)
			if _, err := client.Write(piece[:n]); err != nil {
				return
			}
		}
	})
	go func() {
		<-done
		client.Close()
		server.Close()
	}()
	ways.Wait()
}

// stall holds back all answers until the function that it returns is called.
func (p *proxy) stall() (resume func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	opened := make(chan struct{})
	p.opened = opened
	return func() { close(opened) }
}

// slow delays each piece of an answer from now on.
func (p *proxy) slow(delay time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.delay = delay
}

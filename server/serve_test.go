package server_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"reaffirm/server"
)

// running starts server.Serve and returns its address, what ends it, and what it returns.
func running(t *testing.T, h http.Handler, grace time.Duration) (address string, stop context.CancelFunc, result <-chan error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	done := make(chan error, 1)
	go func() { done <- server.Serve(ctx, l, h, slog.New(slog.DiscardHandler), grace) }()
	return l.Addr().String(), cancel, done
}

func TestRequestsUnderWayFinish(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	address, stop, result := running(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(entered)
		<-release
		io.WriteString(w, "whole")
	}), time.Minute)
	answer := make(chan string, 1)
	go func() {
		response, err := http.Get("http://" + address)
		if err != nil {
			answer <- err.Error()
			return
		}
		defer response.Body.Close()
		b, _ := io.ReadAll(response.Body)
		answer <- string(b)
	}()
	<-entered
	stop()
	for refused := false; !refused; { // the port closes at once
		c, err := net.Dial("tcp", address)
		if refused = err != nil; !refused {
			c.Close()
		}
	}
	select {
	case err := <-result:
		t.Fatalf("it ended before the request did: %v", err)
	default:
	}
	close(release)
	if got := <-answer; got != "whole" {
		t.Errorf("the request got %q", got)
	}
	if err := <-result; err != nil {
		t.Errorf("it ended with %v", err)
	}
}

func TestRequestsThatDoNotFinishAreCutOff(t *testing.T) {
	entered := make(chan struct{})
	address, stop, result := running(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		close(entered)
		<-r.Context().Done()
	}), 20*time.Millisecond)
	go func() {
		if response, err := http.Get("http://" + address); err == nil {
			response.Body.Close()
		}
	}()
	<-entered
	stop()
	if err := <-result; err == nil || !strings.Contains(err.Error(), "cut off") {
		t.Errorf("it ended with %v", err)
	}
}

func TestServeReportsABrokenListener(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	if err := server.Serve(context.Background(), l, http.NotFoundHandler(), slog.New(slog.DiscardHandler), time.Second); !errors.Is(err, net.ErrClosed) {
		t.Errorf("got %v", err)
	}
}

// TestClientsThatMisbehave: what a client does to its own connection leaves nothing behind.
func TestClientsThatMisbehave(t *testing.T) {
	existing := goleak.IgnoreCurrent()
	store := faulty{Store: embeddedStore(t), call: func(ctx context.Context) error {
		<-ctx.Done()
		return ctx.Err()
	}}
	h, err := server.New(server.Config{Store: store})
	if err != nil {
		t.Fatal(err)
	}
	address, stop, result := running(t, h, 10*time.Second)
	for _, tt := range []struct {
		name, request string
		status        string // the start of the answer, "" where the client leaves without one
	}{
		{"half a header", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-", ""},
		{"half a body", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"query\":", ""},
		{"a query, and then away", request(`{"query":"{ provisions(first: 1) { nodes { id } } }"}`), ""},
		{"no HTTP", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n", "HTTP/1.1 400"},
		{"an overlong header", "GET /graphql?query=" + strings.Repeat("a", 100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 431"},
		{"a body longer than said", request(`{"query":"{ __typename }"}`) + "GET / HTTP", "HTTP/1.1 200"},
		{"a chunked body without end", "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" +
			strings.Repeat("10000\r\n"+strings.Repeat("a", 0x10000)+"\r\n", 20), "HTTP/1.1 413"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := net.Dial("tcp", address)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			go io.WriteString(c, tt.request) // the server may stop reading before the end
			if tt.status == "" {
				time.Sleep(20 * time.Millisecond)
				return
			}
			line, err := bufio.NewReader(c).ReadString('\n')
			if err != nil || !strings.HasPrefix(line, tt.status) {
				t.Errorf("answered %q, %v", line, err)
			}
		})
	}
	stop()
	if err := <-result; err != nil {
		t.Errorf("it ended with %v", err)
	}
	http.DefaultClient.CloseIdleConnections()
	goleak.VerifyNone(t, existing)
}

func request(body string) string {
	return fmt.Sprintf("POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
}

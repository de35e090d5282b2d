package load_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"reaffirm/bench"
	"reaffirm/bench/load"
)

// TestSend states what a run does with each kind of answer.
func TestSend(t *testing.T) {
	const answer = `{"data":{"x":1}}`
	for _, tt := range []struct {
		name   string
		handle http.HandlerFunc
		bytes  int
		failed string // what the error says, "" where all is well
	}{
		{"an answer", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, answer) }, len(answer), ""},
		{"an answer in chunks", func(w http.ResponseWriter, _ *http.Request) {
			for range 3 {
				_, _ = io.WriteString(w, strings.Repeat(answer, 100))
				_ = http.NewResponseController(w).Flush()
			}
		}, 300 * len(answer), ""},
		{"another status", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "busy", http.StatusServiceUnavailable) }, 0, "503"},
		{"errors", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"errors":[{"message":"no"}]}`)
		}, 0, `"no"`},
		{"no answer", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, 0, "status"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := httptest.NewServer(tt.handle)
			defer s.Close()
			c, err := load.Dial(load.Query{Address: s.Listener.Addr().String(), Path: "/graphql", Text: "{ x }"}, 2)
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			r, err := c.Send(20)
			if tt.failed != "" {
				if err == nil || !strings.Contains(err.Error(), tt.failed) {
					t.Errorf("error %v", err)
				}
				return
			}
			if err != nil || r.Requests != 20 || r.Bytes != tt.bytes || r.Rate() <= 0 || r.Quantile(0.5) <= 0 || r.Quantile(1) < r.Quantile(0.5) {
				t.Errorf("%v: %d requests, %d bytes, %v a second, %v", err, r.Requests, r.Bytes, r.Rate(), r.Quantile(1))
			}
		})
	}
}

// TestVary: each request is the query, with variables of its own if they are to vary.
func TestVary(t *testing.T) {
	var mu sync.Mutex
	bodies := map[string]int{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		var sent struct{ Query string }
		if err := json.Unmarshal(body, &sent); err != nil || sent.Query != "{ x(a: \"b\") }" {
			http.Error(w, "no such query", http.StatusBadRequest)
		}
		mu.Lock()
		defer mu.Unlock()
		bodies[string(body)]++
	}))
	defer s.Close()
	for _, vary := range []bool{false, true} {
		clear(bodies)
		c, err := load.Dial(load.Query{Address: s.Listener.Addr().String(), Path: "/graphql", Text: "{ x(a: \"b\") }", Vary: vary}, 3)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		r, err := c.SendFor(50 * time.Millisecond)
		if err != nil {
			t.Fatal(err)
		}
		want := 1
		if vary {
			want = r.Requests
		}
		if len(bodies) != want {
			t.Errorf("varying: %v; %d requests of %d kinds", vary, r.Requests, len(bodies))
		}
	}
}

func TestOperations(t *testing.T) {
	list, err := bench.Operations()
	if err != nil || len(list) != 6 {
		t.Fatalf("%d operations: %v", len(list), err)
	}
}

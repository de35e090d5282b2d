package neotest

import (
	"context"
	"errors"
	"os"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/auth"
)

// TB is what Shared needs of a testing.TB.
type TB interface {
	Helper()
	Skipf(format string, args ...any)
	Fatalf(format string, args ...any)
}

// Shared is one server for all tests of a package: started when a test first asks, stopped by
// TestMain after the last one. The zero value is ready.
//
// Where NEO4J_TEST_URI is set it is that server, with NEO4J_TEST_USERNAME and NEO4J_TEST_PASSWORD.
// The tests delete whatever its database holds.
type Shared struct {
	mu     sync.Mutex
	asked  bool
	access Access
	err    error
	server *Server // nil where the server is not ours
}

// Access is how to reach a server.
type Access struct {
	URI      string
	Username string // "" where it lets everybody in
	Password string
}

// Token is what a driver logs in with.
func (a Access) Token() auth.TokenManager {
	if a.Username == "" {
		return neo4j.NoAuth()
	}
	return neo4j.BasicAuth(a.Username, a.Password, "")
}

// Access starts the server, if nobody has yet. Where there is none the test is skipped, or fails
// with REAFFIRM_TEST_ALL=1.
func (s *Shared) Access(t TB) Access {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.asked {
		s.asked = true
		s.open()
	}
	Require(t, s.err)
	return s.access
}

func (s *Shared) open() {
	if uri := os.Getenv("NEO4J_TEST_URI"); uri != "" {
		s.access = Access{URI: uri, Username: os.Getenv("NEO4J_TEST_USERNAME"), Password: os.Getenv("NEO4J_TEST_PASSWORD")}
		return
	}
	if s.server, s.err = Start(context.Background(), Options{}); s.err == nil {
		s.access = s.server.Access()
	}
}

// Stop stops the server if it was started here.
func (s *Shared) Stop() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.server == nil {
		return nil
	}
	return s.server.Stop()
}

// Require ends a test that could not start its server: it is skipped where there is no way to run
// one, and fails elsewhere and with REAFFIRM_TEST_ALL=1.
func Require(t TB, err error) {
	t.Helper()
	switch {
	case err == nil:
	case errors.Is(err, ErrNone) && !required():
		t.Skipf("%v", err)
	default:
		t.Fatalf("%v", err)
	}
}

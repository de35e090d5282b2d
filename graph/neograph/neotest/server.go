package neotest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

const (
	// Current is the release that the project is made for.
	Current = "5.26.20"
	// Old is a release that it refuses.
	Old = "4.4.44"
	// Username is the user of every server that this package starts with a password.
	Username = "neo4j"

	startLimit = 90 * time.Second
)

// ErrNone means that there is no way to run a Neo4j here.
var ErrNone = errors.New("no Neo4j: NEO4J_TEST_URI is not set, no Docker engine answers, and Maven with Java 17 or later is not there")

// Options say which server to start. The zero value is a Current one that lets everybody in.
type Options struct {
	Release  string // Current where empty
	Password string // asked of user Username; "" turns authentication off
}

// A Server is a Neo4j that a test started for itself.
type Server struct {
	options Options
	port    int
	engine  engine
}

// An engine runs the server's process, or its container.
type engine interface {
	// start starts a stopped engine on the data it has.
	start(ctx context.Context) error
	// ended says why it has ended by itself, nil while it runs.
	ended() error
	// kill ends it at once, as a power cut would.
	kill() error
	// remove ends it and deletes its data.
	remove() error
}

// Start starts a server of its own, empty, on a free port of this machine, and waits until it
// answers. Errors: ErrNone where neither Docker nor the jars are to be had.
func Start(ctx context.Context, o Options) (*Server, error) {
	if o.Release == "" {
		o.Release = Current
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	s := &Server{options: o, port: port}
	switch {
	case dockerAnswers(ctx):
		s.engine = newContainer(o, port)
	case jarsPossible(ctx):
		if s.engine, err = newProcess(ctx, o, port); err != nil {
			return nil, err
		}
	default:
		return nil, ErrNone
	}
	if err := s.Restart(ctx); err != nil {
		return nil, errors.Join(err, s.engine.remove())
	}
	return s, nil
}

// URI is the address to give a driver.
func (s *Server) URI() string { return "bolt://" + s.Address() }

// Address is where the server listens, as host and port.
func (s *Server) Address() string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(s.port)) }

// Kill ends the server at once. Its data stays for Restart.
func (s *Server) Kill() error { return s.engine.kill() }

// Restart starts a server that was killed and waits until it answers.
func (s *Server) Restart(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	if err := s.engine.start(ctx); err != nil {
		return err
	}
	return s.await(ctx)
}

// Stop ends the server and deletes its data.
func (s *Server) Stop() error { return s.engine.remove() }

// await asks the server until it answers.
func (s *Server) await(ctx context.Context) error {
	driver, err := neo4j.NewDriverWithContext(s.URI(), s.Access().Token(), func(c *config.Config) {
		c.SocketConnectTimeout = time.Second
		c.TelemetryDisabled = true
	})
	if err != nil {
		return err
	}
	defer driver.Close(context.WithoutCancel(ctx))
	for {
		err := driver.VerifyConnectivity(ctx)
		var refused *neo4j.Neo4jError
		if errors.As(err, &refused) && refused.Code == "Neo.ClientError.Security.Unauthorized" {
			err = s.setPassword(ctx)
		}
		if err == nil {
			return nil
		}
		if end := s.engine.ended(); end != nil {
			return end
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("Neo4j at %s does not answer: %w", s.Address(), err)
		case <-time.After(100 * time.Millisecond):
		}
	}
}

// setPassword replaces the password of a fresh installation.
func (s *Server) setPassword(ctx context.Context) error {
	driver, err := neo4j.NewDriverWithContext(s.URI(), neo4j.BasicAuth(Username, "neo4j", ""))
	if err != nil {
		return err
	}
	defer driver.Close(context.WithoutCancel(ctx))
	_, err = neo4j.ExecuteQuery(ctx, driver, "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password",
		map[string]any{"password": s.options.Password}, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("system"))
	return err
}

// Access is how to reach the server.
func (s *Server) Access() Access {
	if s.options.Password == "" {
		return Access{URI: s.URI()}
	}
	return Access{URI: s.URI(), Username: Username, Password: s.options.Password}
}

// freePort finds a port that nobody listens on.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// required says whether tests that find no server must fail.
func required() bool { return os.Getenv("REAFFIRM_TEST_ALL") == "1" }

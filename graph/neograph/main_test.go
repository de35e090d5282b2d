package neograph_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
)

// server is the Neo4j that the tests of this package share.
var server neotest.Shared

// TestMain stops the shared server at the end. With loadEnv set it is a load that a test of this
// package started to kill it.
func TestMain(m *testing.M) {
	if os.Getenv(loadEnv) != "" {
		os.Exit(loadAndReport())
	}
	code := m.Run()
	if err := server.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, "stopping Neo4j:", err)
	}
	os.Exit(code)
}

// emptyStore makes a store on the shared server, whose database it empties.
func emptyStore(t testing.TB, c neograph.Config) *neograph.Store {
	t.Helper()
	a := server.Access(t)
	empty(t, a)
	return storeOf(t, a, c)
}

// anotherStore is a second store of the shared server's database.
func anotherStore(t testing.TB) *neograph.Store {
	t.Helper()
	return storeOf(t, server.Access(t), neograph.Config{})
}

// storeOf makes a store that the test closes. Other work on this machine must not let it fail: unless
// the test wants another, the time limit is long.
func storeOf(t testing.TB, a neotest.Access, c neograph.Config) *neograph.Store {
	t.Helper()
	c.URI, c.Username, c.Password = a.URI, a.Username, a.Password
	if c.Timeout == 0 {
		c.Timeout = time.Minute
	}
	s, err := neograph.New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	return s
}

// empty deletes all nodes. Constraints and indexes stay.
func empty(t testing.TB, a neotest.Access) {
	t.Helper()
	run(t, a, "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS", nil)
}

// run runs a statement in a transaction of its own and returns its records' values.
func run(t testing.TB, a neotest.Access, cypher string, params map[string]any) [][]any {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(a.URI, a.Token())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, cypher, params)
	if err != nil {
		t.Fatal(err)
	}
	records, err := result.Collect(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]any
	for _, r := range records {
		rows = append(rows, r.Values)
	}
	return rows
}

// count runs a statement that counts something of a version.
func count(t testing.TB, a neotest.Access, cypher, version string) int {
	t.Helper()
	return int(run(t, a, cypher, map[string]any{"graph": version})[0][0].(int64))
}

func replace(t testing.TB, s *neograph.Store, g *graph.Graph) {
	t.Helper()
	if err := s.Replace(context.Background(), g); err != nil {
		t.Fatal(err)
	}
}

// wantVersion checks that s serves all of g.
func wantVersion(t testing.TB, ctx context.Context, s *neograph.Store, g *graph.Graph) {
	t.Helper()
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if r.Version() != g.Version {
		t.Fatalf("version %s is in force, not %s", r.Version(), g.Version)
	}
	if err := whole(ctx, r, g); err != nil {
		t.Error(err)
	}
}

// whole says what r does not have of g.
func whole(ctx context.Context, r graph.Reader, g *graph.Graph) error {
	provisions, err := r.Provisions(ctx, []graph.Query[graph.ProvisionFilter]{{Count: true}})
	if err != nil {
		return err
	}
	involvements, err := r.Involvements(ctx, []graph.Query[graph.InvolvementFilter]{{Count: true}})
	if err != nil {
		return err
	}
	if p, i := provisions[0].Total, involvements[0].Total; p != len(g.Provisions) || i != len(g.Involvements) {
		return fmt.Errorf("version %s has %d provisions of %d and %d involvements of %d", r.Version(), p, len(g.Provisions), i, len(g.Involvements))
	}
	return nil
}

func wantError(t testing.TB, what string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: error %v, want %v", what, err, want)
	}
}

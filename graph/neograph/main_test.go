package neograph_test

import (
	"context"
	"os"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
)

// server is the Neo4j that the tests of this package share.
var server neotest.Shared

func TestMain(m *testing.M) {
	code := m.Run()
	if err := server.Stop(); err != nil {
		println(err.Error())
	}
	os.Exit(code)
}

// emptyStore makes a store on the shared server, whose database it empties.
func emptyStore(t testing.TB, c neograph.Config) *neograph.Store {
	t.Helper()
	a := server.Access(t)
	empty(t, a)
	c.URI, c.Username, c.Password = a.URI, a.Username, a.Password
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

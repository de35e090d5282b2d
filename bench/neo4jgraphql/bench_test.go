package neo4jgraphql_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/bench"
	"reaffirm/bench/duel"
	"reaffirm/bench/load"
	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
	"reaffirm/internal/nodetest"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/server"
)

// warm is how long each is asked before it is measured: the database compiles what it does often.
const warm = 5 * time.Second

// BenchmarkOperations measures each operation on both, one after the other in turns; ×time is ours by theirs.
func BenchmarkOperations(b *testing.B) {
	database, err := neotest.Start(b.Context(), neotest.Options{})
	neotest.Require(b, err)
	b.Cleanup(func() {
		if err := database.Stop(); err != nil {
			b.Error(err)
		}
	})
	ours := serveOurs(b, database.URI())
	giveIndexes(b, database.URI())
	theirs := serveTheirs(b, database.URI())
	operations, err := bench.Operations()
	if err != nil {
		b.Fatal(err)
	}
	for _, op := range operations {
		query, err := os.ReadFile(filepath.Join("operations", op.Name+".graphql"))
		if err != nil {
			b.Fatal(err)
		}
		duel.Run(b, op.Name,
			duel.Contender{Name: "reaffirm", Warm: warm, Query: load.Query{Address: ours, Path: "/graphql", Text: op.Query, Vary: true}},
			duel.Contender{Name: "neo4j-graphql", Warm: warm, Query: load.Query{Address: theirs, Path: "/graphql", Text: string(query), Vary: true}})
	}
}

// serveOurs loads the embedded corpus into the database and serves it.
func serveOurs(b *testing.B, uri string) (address string) {
	b.Helper()
	g, _, err := loader.Load(b.Context(), corpus.Embedded(), loader.Options{})
	if err != nil {
		b.Fatal(err)
	}
	store, err := neograph.New(neograph.Config{URI: uri, Timeout: time.Minute})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = store.Close(context.Background()) })
	if _, err := store.Load(b.Context(), g); err != nil {
		b.Fatal(err)
	}
	h, err := server.New(server.Config{Store: store, Limits: server.Limits{Duration: time.Minute}, Logger: slog.New(slog.NewJSONHandler(io.Discard, nil))})
	if err != nil {
		b.Fatal(err)
	}
	s := httptest.NewServer(h)
	b.Cleanup(s.Close)
	return s.Listener.Addr().String()
}

// giveIndexes makes the indexes that @neo4j/graphql needs, which knows nothing of versions: ours begin with the version.
func giveIndexes(b *testing.B, uri string) {
	b.Helper()
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth())
	if err != nil {
		b.Fatal(err)
	}
	defer driver.Close(context.Background())
	statements := []string{"CREATE FULLTEXT INDEX provisionWords FOR (n:Provision) ON EACH [n.text, n.citation] OPTIONS {indexConfig: {`fulltext.analyzer`: 'english'}}"}
	for _, label := range []string{"Document", "Section", "Provision", "Commitment", "Body", "Instrument", "Theme"} {
		statements = append(statements, fmt.Sprintf("CREATE INDEX FOR (n:%s) ON (n.id)", label))
	}
	for _, statement := range append(statements, "CREATE INDEX FOR (n:Provision) ON (n.document)", "CALL db.awaitIndexes()") {
		if _, err := neo4j.ExecuteQuery(b.Context(), driver, statement, nil, neo4j.EagerResultTransformer); err != nil {
			b.Fatal(err)
		}
	}
}

// serveTheirs serves the database with @neo4j/graphql.
func serveTheirs(b *testing.B, uri string) (address string) {
	b.Helper()
	command := exec.Command("node", "server.mjs", uri)
	command.Dir = nodetest.Workspace(b, ".")
	var complaint bytes.Buffer
	command.Stderr = &complaint
	out, err := command.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := command.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		_ = command.Process.Kill()
		_ = command.Wait()
	})
	port, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		b.Fatalf("%v: %s", err, &complaint)
	}
	return "127.0.0.1:" + strings.TrimSpace(port)
}

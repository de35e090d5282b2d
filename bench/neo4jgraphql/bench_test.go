package neo4jgraphql_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
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
	"reaffirm/bench/ours"
	"reaffirm/internal/nodetest"
)

// warm is how long each is asked before it is measured: the database compiles what it does often.
const warm = 5 * time.Second

// BenchmarkOperations measures each operation on both, one after the other in turns; ×time is ours by theirs.
func BenchmarkOperations(b *testing.B) {
	uri := ours.Database(b)
	address := ours.Serve(b, uri, 0)
	giveIndexes(b, uri)
	theirs := serveTheirs(b, uri)
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
			duel.Contender{Name: "reaffirm", Warm: warm, Dial: duel.HTTP(load.Query{Address: address, Path: "/graphql", Text: op.Query, Vary: true})},
			duel.Contender{Name: "neo4j-graphql", Warm: warm, Dial: duel.HTTP(load.Query{Address: theirs, Path: "/graphql", Text: string(query), Vary: true})})
	}
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

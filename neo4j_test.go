package main_test

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/bench/bolt"
	"reaffirm/graph/neograph/neotest"
)

const neo4jPassword = "correct-horse"

// TestNeo4j goes the way of those who serve from a database: serve it empty, load it, ask it, lose it and get it back.
func TestNeo4j(t *testing.T) {
	database, err := neotest.Start(t.Context(), neotest.Options{Password: neo4jPassword})
	neotest.Require(t, err)
	t.Cleanup(func() {
		if err := database.Stop(); err != nil {
			t.Error(err)
		}
	})
	t.Setenv("NEO4J_URI", database.URI())
	t.Setenv("NEO4J_PASSWORD", neo4jPassword)
	// A database that has just started plans each statement for seconds where others keep the machine busy.
	t.Setenv("REAFFIRM_LIMIT_DURATION", "60s")

	served := start(t)
	await(t, served, 503, "no graph")
	if out, err := reaffirm("load"); err != nil || !strings.Contains(out, "is now in force: ") {
		t.Fatalf("load: %v: %s", err, out)
	}
	if out, err := reaffirm("load"); err != nil || !strings.Contains(out, "was in force already: ") {
		t.Errorf("the second load: %v: %s", err, out)
	}
	await(t, served, 200, "ready")

	t.Run("the same answers as from memory", func(t *testing.T) { testGeneratedQueries(t, database.Access()) })

	t.Run("the same answers as Cypher written by hand", func(t *testing.T) { testHandWritten(t, database.Access(), served.address) })

	t.Run("round trips", func(t *testing.T) { testRoundTrips(t, database.Access()) })

	t.Run("the Cypher of README.md", func(t *testing.T) { testReadmeCypher(t, database.Access()) })

	t.Run("a wrong password", func(t *testing.T) {
		t.Setenv("NEO4J_PASSWORD", "battery-staple")
		out, err := reaffirm("load")
		if err == nil || strings.Count(out, "\n") != 1 || !strings.HasPrefix(out, "reaffirm: loading into "+database.URI()) || strings.Contains(out, "battery") {
			t.Errorf("%v: %s", err, out)
		}
	})

	t.Run("a database that goes away and comes back", func(t *testing.T) {
		if err := database.Kill(); err != nil {
			t.Fatal(err)
		}
		await(t, served, 503, "unavailable")
		response, err := http.Post("http://"+served.address+"/graphql", "application/json", strings.NewReader(`{"query":"{ documents { totalCount } }"}`))
		if err != nil {
			t.Fatal(err)
		}
		defer response.Body.Close()
		if body, _ := io.ReadAll(response.Body); response.StatusCode != 503 || !bytes.Contains(body, []byte("UNAVAILABLE")) {
			t.Errorf("%d %s", response.StatusCode, body)
		}
		if err := database.Restart(t.Context()); err != nil {
			t.Fatal(err)
		}
		await(t, served, 200, "ready")
		ask(t, served.address, `{ documents { totalCount } }`)
	})
	if err := served.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-served.ended
	if strings.Contains(served.stderr.String(), neo4jPassword) {
		t.Error("the password is in the log")
	}
}

// testHandWritten holds that the statements which the server is measured against return what it answers.
func testHandWritten(t *testing.T, database neotest.Access, address string) {
	driver, err := neo4j.NewDriverWithContext(database.URI, database.Token())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(context.Background())
	statements, err := bolt.Statements()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if err := s.Same(t.Context(), driver, address); err != nil {
			t.Error(err)
		}
	}
}

// reaffirm runs a command and returns all that it says.
func reaffirm(args ...string) (string, error) {
	binary, err := built()
	if err != nil {
		return "", err
	}
	command := exec.Command(binary, args...)
	command.Env = os.Environ()
	out, err := command.CombinedOutput()
	return string(out), err
}

func fetch(t *testing.T, p *process, path string) (int, string) {
	t.Helper()
	response, err := http.Get("http://" + p.address + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

// await waits until /readyz answers with a status and a word.
func await(t *testing.T, p *process, want int, word string) {
	t.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(100 * time.Millisecond) {
		status, body := fetch(t, p, "/readyz")
		if status == want && strings.Contains(body, word) {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("still %d %s", status, body)
		}
	}
}

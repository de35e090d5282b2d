package examples_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reaffirm/graph/memgraph"
	"reaffirm/internal/nodetest"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/server"
)

// serve serves the embedded corpus and returns the server's address.
func serve(t *testing.T) string {
	t.Helper()
	g, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	store := memgraph.NewStore()
	if err := store.Replace(context.Background(), g); err != nil {
		t.Fatal(err)
	}
	h, err := server.New(server.Config{Store: store, Version: "v1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// ask sends a query and decodes its data into answer.
func ask(t *testing.T, server, query string, answer any) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post(server+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	whole := struct{ Data any }{answer}
	if err := json.NewDecoder(response.Body).Decode(&whole); err != nil {
		t.Fatal(err)
	}
}

// run runs a command in a folder and returns what it prints.
func run(t *testing.T, folder string, command ...string) string {
	t.Helper()
	c := exec.Command(command[0], command[1:]...)
	c.Dir = folder
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", strings.Join(command, " "), err, out)
	}
	return string(out)
}

// TestTypeScript generates the typed client, compiles the example strictly and runs it; a field that is not in the schema
// does not compile.
func TestTypeScript(t *testing.T) {
	work := nodetest.Workspace(t, "typescript")
	schema, err := filepath.Abs("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	compiler := filepath.Join("node_modules", "typescript", "bin", "tsc")
	run(t, work, "node", "codegen.mjs", schema)
	run(t, work, "node", compiler)
	address := serve(t)
	got := run(t, work, "node", "dist/print.js", address, "body/incb")

	var want struct {
		Body struct {
			Name       string
			Provisions struct {
				TotalCount int
				Nodes      []struct{ Citation string }
			}
		}
	}
	ask(t, address, `{ body(id: "body/incb") { name provisions(filter: { roles: [RESPONSIBLE] }) { totalCount nodes { citation } } } }`, &want)
	lines := []string{fmt.Sprintf("%s: responsible in %d provisions", want.Body.Name, want.Body.Provisions.TotalCount)}
	for _, p := range want.Body.Provisions.Nodes {
		lines = append(lines, p.Citation+" | ")
	}
	contains(t, got, lines)

	page(t, work, address, lines[0])

	source := filepath.Join(work, "src", "table.ts")
	run(t, work, "sed", "-i.old", "s/name, provisions/name, promises/", source)
	broken := exec.Command("node", compiler)
	broken.Dir = work
	if out, err := broken.CombinedOutput(); err == nil || !strings.Contains(string(out), "Property 'promises' does not exist") {
		t.Errorf("a field that there is not: %v\n%s", err, out)
	}
}

// contains holds that lines begin with these beginnings, in this order.
func contains(t *testing.T, text string, beginnings []string) {
	t.Helper()
	if len(beginnings) < 3 {
		t.Errorf("only %d lines are looked for", len(beginnings))
	}
	rest := "\n" + text
	for _, b := range beginnings {
		_, after, ok := strings.Cut(rest, "\n"+b)
		if !ok {
			t.Errorf("no line %q, or not in its place, in\n%s", b, text)
			return
		}
		rest = after
	}
}

// TestPython runs the script, whose table must name every step of the lineage in its order.
func TestPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		skipOrFail(t, err)
	}
	address := serve(t)
	got := run(t, "python", python, "trace.py", address, "society free of drug abuse")
	var want struct {
		Provision struct {
			Lineage struct {
				Members []struct {
					Provision struct {
						Citation string
						Document struct{ Adopted string }
					}
				}
				Links []struct{ Earlier struct{ Citation string } }
			}
		}
	}
	ask(t, address, `{ provision(id: "md-2019/p4") { lineage(direction: EARLIER, depth: 4) {
		members { provision { citation document { adopted } } } links { earlier { citation } } } } }`, &want)
	var rows []string
	for _, m := range want.Provision.Lineage.Members {
		rows = append(rows, fmt.Sprintf("| %s | %s | ", m.Provision.Document.Adopted, m.Provision.Citation))
	}
	contains(t, got, rows)
	for _, l := range want.Provision.Lineage.Links {
		if !strings.Contains(got, "s "+l.Earlier.Citation+" (") {
			t.Errorf("no step from %s in\n%s", l.Earlier.Citation, got)
		}
	}
	if out, err := exec.Command(python, "python/trace.py", address, "colourless green ideas").CombinedOutput(); err == nil || !strings.Contains(string(out), "No provision says") {
		t.Errorf("words that nobody says: %v\n%s", err, out)
	}
}

// TestShell runs the curl commands.
func TestShell(t *testing.T) {
	if _, err := exec.LookPath("curl"); err != nil {
		skipOrFail(t, err)
	}
	contains(t, run(t, ".", "./curl.sh", serve(t)), []string{
		`{"status":"ready","graph":"g-`,
		`{"version":"v1.2.3",`,
		`{"data":{"provision":{"citation":"2016 outcome document, para. 5 (y)","text":"Call upon the United Nations Office on Drugs and Crime,`,
		`{"data":{"provision":{"citation":"2016 outcome document, para. 5 (y)"}}}`,
		"status 304",
		`{"data":{"provisions":{"nodes":[{"id":"md-2019/p1"},{"id":"md-2019/p2"}],`,
		`{"data":{"provisions":{"nodes":[{"id":"md-2019/p3"},{"id":"md-2019/p4"}],`,
		`{"errors":[{"message":"first is 1000 and may be at most 200; `,
	})
}

// TestGo runs the typed client of genqlient.
func TestGo(t *testing.T) {
	address := serve(t)
	got := run(t, ".", "go", "run", "./golang", address, "ungass-2016", "md-2019")
	var want struct {
		Coverage struct {
			Buckets []struct {
				Bucket string
				Count  int
			}
		}
	}
	ask(t, address, `{ coverage(earlier: "ungass-2016", later: "md-2019") { buckets { bucket count } } }`, &want)
	lines := []string{"From the 2016 outcome document to the 2019 Ministerial Declaration"}
	for _, b := range want.Coverage.Buckets {
		lines = append(lines, fmt.Sprintf("%-9s %3d", b.Bucket, b.Count))
	}
	contains(t, got, lines)
	if out, err := exec.Command("go", "run", "./golang", address, "nope", "md-2019").CombinedOutput(); err == nil || !strings.Contains(string(out), "nope") {
		t.Errorf("a document that there is not: %v\n%s", err, out)
	}
}

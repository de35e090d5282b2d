package main_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reaffirm/internal/nodetest"
)

var updatePublished = flag.Bool("update-published", false, "publish schema.graphqls: later changes are compared with it")

// publishedSchema is the schema that clients rely on, without its descriptions.
const publishedSchema = "testdata/published.graphqls"

// A schemaCheck is what testdata/schema/check.mjs looks into.
type schemaCheck struct {
	Schema       string          `json:"schema"`
	Published    string          `json:"published,omitempty"`
	Introspected json.RawMessage `json:"introspected,omitempty"`
	Queries      []namedQuery    `json:"queries,omitempty"`
}

type namedQuery struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// checker runs check.mjs.
type checker struct{ folder string }

func newChecker(t *testing.T) checker { return checker{nodetest.Workspace(t, "testdata/schema")} }

// run runs the script with an argument, "" for none.
func (c checker) run(t *testing.T, argument string, input []byte) string {
	t.Helper()
	var complaint bytes.Buffer
	command := exec.Command("node", "check.mjs", argument)
	command.Dir, command.Stdin, command.Stderr = c.folder, bytes.NewReader(input), &complaint
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &complaint)
	}
	return string(out)
}

// check returns what is wrong, one line each.
func (c checker) check(t *testing.T, what schemaCheck) string {
	t.Helper()
	input, err := json.Marshal(what)
	if err != nil {
		t.Fatal(err)
	}
	return c.run(t, "", input)
}

func readText(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestSchemaIsLinted runs graphql-schema-linter with all its rules but those that want everything in alphabetical order: ours
// is by meaning.
func TestSchemaIsLinted(t *testing.T) {
	c := newChecker(t)
	schema, err := filepath.Abs("schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	lint := func(file string) (string, error) {
		out, err := exec.Command("node", filepath.Join(c.folder, "node_modules/graphql-schema-linter/lib/cli.js"), "--format", "compact", "--except",
			"type-fields-sorted-alphabetically,enum-values-sorted-alphabetically,input-object-fields-sorted-alphabetically", file).CombinedOutput()
		return string(out), err
	}
	if out, err := lint(schema); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	bad := filepath.Join(t.TempDir(), "bad.graphqls")
	if err := os.WriteFile(bad, []byte(strings.Replace(readText(t, schema), "type Query {", "type Query {\n  Loud: String", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := lint(bad); err == nil || !strings.Contains(out, "fields-are-camel-cased") {
		t.Errorf("a bad name is not found: %v\n%s", err, out)
	}
}

// TestSchemaIsIntrospected: what the server says of itself is what schema.graphqls says.
func TestSchemaIsIntrospected(t *testing.T) {
	c, address := newChecker(t), startServer(t)
	answer := ask(t, address, c.run(t, "query", nil))
	schema := readText(t, "schema.graphqls")
	if wrong := c.check(t, schemaCheck{Schema: schema, Introspected: json.RawMessage(answer)}); wrong != "" {
		t.Error(wrong)
	}
	other := strings.Replace(schema, "type Query {", "type Query {\n  more: Int", 1)
	if c.check(t, schemaCheck{Schema: other, Introspected: json.RawMessage(answer)}) == "" {
		t.Error("another schema is not told from it")
	}
}

// TestSchemaKeepsItsPromises: a query that the published schema allows is still allowed, and answered in the same form. The
// comparison is with a committed file, so that it holds in a shallow clone, and over more than one commit.
func TestSchemaKeepsItsPromises(t *testing.T) {
	c := newChecker(t)
	schema := readText(t, "schema.graphqls")
	if *updatePublished {
		if err := os.WriteFile(publishedSchema, []byte(c.run(t, "bare", []byte(schema))), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if wrong := c.check(t, schemaCheck{Schema: schema, Published: readText(t, publishedSchema)}); wrong != "" {
		t.Errorf("schema.graphqls breaks clients:\n%sdeprecate what is to go, and keep it for a while; README.md says how", wrong)
	}
}

// TestBrokenPromisesAreFound states what breaks clients, and what does not.
func TestBrokenPromisesAreFound(t *testing.T) {
	const published = `type Query { one(a: Int): Thing two: Int! } type Thing { x: Color } enum Color { RED BLUE } input In { a: Int } interface I { i: Int }`
	c := newChecker(t)
	for _, tt := range []struct{ name, from, to, want string }{
		{"nothing", "", "", ""},
		{"a new field", "two: Int!", "two: Int! three: Int", ""},
		{"a new argument that may be left out", "one(a: Int)", "one(a: Int, b: Int = 3)", ""},
		{"a deprecation", "two: Int!", `two: Int! @deprecated(reason: "Use one.")`, ""},
		{"a description", "type Thing", `"A thing." type Thing`, ""},
		{"a field that goes", "two: Int!", "", "FIELD_REMOVED: Query.two was removed."},
		{"a field that may be null", "two: Int!", "two: Int", "FIELD_CHANGED_KIND: Query.two changed type from Int! to Int."},
		{"a type that goes", "input In { a: Int }", "", "TYPE_REMOVED: In was removed."},
		{"a value that goes", "RED BLUE", "RED", "VALUE_REMOVED_FROM_ENUM: BLUE was removed from enum type Color."},
		{"an argument that goes", "one(a: Int)", "one", "ARG_REMOVED: Query.one arg a was removed."},
		{"an argument that must be given", "one(a: Int)", "one(a: Int, b: Int!)", "REQUIRED_ARG_ADDED: A required arg b on Query.one was added."},
		{"an input that must be given", "In { a: Int }", "In { a: Int b: Int! }", "REQUIRED_INPUT_FIELD_ADDED: A required field b on input type In was added."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := c.check(t, schemaCheck{Schema: strings.Replace(published, tt.from, tt.to, 1), Published: published})
			if strings.TrimSpace(got) != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestQueriesAreLinted: every query that we show or use is valid and uses nothing that is deprecated.
func TestQueriesAreLinted(t *testing.T) {
	c := newChecker(t)
	schema := readText(t, "schema.graphqls")
	queries := shownQueries(t)
	if len(queries) < 15 {
		t.Errorf("only %d queries were found", len(queries))
	}
	if wrong := c.check(t, schemaCheck{Schema: schema, Queries: queries}); wrong != "" {
		t.Error(wrong)
	}
	old := strings.Replace(schema, "  citation: String!\n", "  citation: String! @deprecated(reason: \"Gone.\")\n", 1)
	if wrong := c.check(t, schemaCheck{Schema: old, Queries: queries}); !strings.Contains(wrong, "README.md") || !strings.Contains(wrong, "is deprecated") {
		t.Errorf("a deprecated field is not found: %s", wrong)
	}
	if wrong := c.check(t, schemaCheck{Schema: schema, Queries: []namedQuery{{"here", "query A($b: Int) { graph { version } }"}}}); !strings.Contains(wrong, "here: ") {
		t.Errorf("a variable that is not used is not found: %s", wrong)
	}
}

var (
	pythonQuery = regexp.MustCompile(`(?s)"""(\s*query .*?)"""`)
	shellQuery  = regexp.MustCompile(`(?:\bquery=|\bpage=')'?(query [^']*|\{[^']*)'`)
	shellBody   = regexp.MustCompile(`(?s)-d '(\{.*?\})'(?:\n|\))`)
)

// shownQueries collects the queries of README.md, the examples and the benchmarks.
func shownQueries(t *testing.T) []namedQuery {
	t.Helper()
	var list []namedQuery
	add := func(name, text string) { list = append(list, namedQuery{name, text}) }
	for _, b := range blocks([]byte(readText(t, "README.md"))) {
		switch b.language {
		case "graphql":
			add("README.md", b.body)
		case "sh":
			addShellQueries(t, "README.md", b.body, add)
		}
	}
	for _, folder := range []string{"examples", "bench/operations"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.Name() == "node_modules" {
				return fs.SkipDir
			}
			switch filepath.Ext(path) {
			case ".graphql":
				add(path, readText(t, path))
			case ".py":
				for _, m := range pythonQuery.FindAllStringSubmatch(readText(t, path), -1) {
					add(path, m[1])
				}
			case ".sh":
				addShellQueries(t, path, readText(t, path), add)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return list
}

// addShellQueries finds the queries in the commands of a shell: those in addresses, and those in JSON bodies.
func addShellQueries(t *testing.T, name, commands string, add func(name, text string)) {
	t.Helper()
	for _, m := range shellQuery.FindAllStringSubmatch(commands, -1) {
		add(name, m[1])
	}
	for _, m := range shellBody.FindAllStringSubmatch(commands, -1) {
		var body struct{ Query string }
		if err := json.Unmarshal([]byte(m[1]), &body); err != nil || body.Query == "" {
			t.Errorf("%s sends a body with no query: %s", name, m[1])
		}
		add(name, body.Query)
	}
}

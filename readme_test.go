package main_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var updateReadme = flag.Bool("update-readme", false, "write the true answers into README.md")

// A block is a fenced code block of README.md.
type block struct {
	language string
	body     string
	start    int // byte offsets of the body
	end      int
}

var fence = regexp.MustCompile("(?ms)^```([a-z]+)\n(.*?)^```$")

func blocks(readme []byte) []block {
	var list []block
	for _, m := range fence.FindAllSubmatchIndex(readme, -1) {
		list = append(list, block{string(readme[m[2]:m[3]]), string(readme[m[4]:m[5]]), m[4], m[5]})
	}
	return list
}

// TestReadmeQueries sends each GraphQL query of README.md and compares the answer with the JSON
// block that follows it.
func TestReadmeQueries(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	list := blocks(readme)
	address := startServer(t)
	queries := 0
	for i := len(list) - 2; i >= 0; i-- {
		if list[i].language != "graphql" || list[i+1].language != "json" {
			continue
		}
		queries++
		got := ask(t, address, list[i].body)
		if want := list[i+1].body; got != want {
			if *updateReadme {
				readme = bytes.Join([][]byte{readme[:list[i+1].start], readme[list[i+1].end:]}, []byte(got))
				continue
			}
			t.Errorf("the query\n%s\nanswers\n%s\nREADME.md says\n%s", list[i].body, got, want)
		}
	}
	if queries < 3 {
		t.Errorf("README.md shows %d queries with their answers; it should show at least three", queries)
	}
	if *updateReadme {
		if err := os.WriteFile("README.md", readme, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// ask sends a query and returns its data, indented; errors fail the test.
func ask(t *testing.T, address, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.Post("http://"+address+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	var parsed struct {
		Data   json.RawMessage
		Errors json.RawMessage
	}
	if err := json.Unmarshal(answer, &parsed); err != nil || parsed.Errors != nil {
		t.Fatalf("query %s: answer %s (%v)", query, answer, err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, parsed.Data, "", "  "); err != nil {
		t.Fatal(err)
	}
	return indented.String() + "\n"
}

// TestReadmeCommands runs the shell lines of README.md that need nothing but this checkout: those
// that start with "go run . check", "go run . export" or "curl" against the server.
func TestReadmeCommands(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	address, binary := startServer(t), buildBinary(t)
	ran := 0
	for _, b := range blocks(readme) {
		if b.language != "sh" {
			continue
		}
		for _, line := range strings.Split(strings.ReplaceAll(strings.TrimSpace(b.body), "\\\n", " "), "\n") {
			line, _, _ = strings.Cut(line, "  #")
			command := ""
			switch {
			case strings.HasPrefix(line, "go run . check"), strings.HasPrefix(line, "go run . export"):
				command = strings.Replace(line, "go run .", binary, 1)
			case strings.HasPrefix(line, "curl"):
				command = strings.ReplaceAll(line, "localhost:8080", address)
			default:
				continue
			}
			ran++
			shell := exec.Command("bash", "-o", "pipefail", "-c", command)
			shell.Dir = t.TempDir()
			out, err := shell.CombinedOutput()
			if _, file, ok := strings.Cut(command, "> "); ok && err == nil {
				out, err = os.ReadFile(filepath.Join(shell.Dir, strings.TrimSpace(file)))
			}
			if err != nil || len(out) == 0 || bytes.Contains(out, []byte(`"errors"`)) {
				t.Errorf("%s: %v\n%s", line, err, out)
			}
		}
	}
	if ran < 3 {
		t.Errorf("only %d commands of README.md were run", ran)
	}
}

var link = regexp.MustCompile(`\]\(([^)#\s]+)[^)]*\)|<img[^>]* src="([^"]+)"`)

// TestProseLinks follows every relative link of the Markdown files at the root.
func TestProseLinks(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllSubmatch(text, -1) {
			target := string(m[1]) + string(m[2])
			if strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
				continue
			}
			if _, err := os.Stat(filepath.Join(filepath.Dir(page), target)); err != nil {
				t.Errorf("%s links to %s, which is not there", page, target)
			}
		}
	}
}

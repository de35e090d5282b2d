package resolvers_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files")

// TestQueries asks the queries of testdata/queries. In each archive NAME.graphql is a query,
// NAME.variables its variables if it has some, and NAME.json its whole answer.
func TestQueries(t *testing.T) {
	files, err := filepath.Glob("testdata/queries/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no queries", err)
	}
	a := newAPI(newStore(t))
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testQueries(t, a, file) })
	}
}

func testQueries(t *testing.T, a api, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	content := map[string][]byte{}
	for _, f := range archive.Files {
		content[f.Name] = f.Data
	}
	golden := &txtar.Archive{Comment: archive.Comment}
	for _, f := range archive.Files {
		name, isQuery := strings.CutSuffix(f.Name, ".graphql")
		if !isQuery {
			continue
		}
		golden.Files = append(golden.Files, f)
		var variables map[string]any
		if v, ok := content[name+".variables"]; ok {
			golden.Files = append(golden.Files, txtar.File{Name: name + ".variables", Data: v})
			if err := json.Unmarshal(v, &variables); err != nil {
				t.Fatalf("%s.variables: %v", name, err)
			}
		}
		t.Run(name, func(t *testing.T) {
			var answer json.RawMessage
			a.mustAsk(t, string(f.Data), variables, &answer)
			got := layOut(t, answer)
			golden.Files = append(golden.Files, txtar.File{Name: name + ".json", Data: got})
			if want := content[name+".json"]; !*update && !bytes.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
	if *update && !t.Failed() {
		if err := os.WriteFile(file, txtar.Format(golden), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

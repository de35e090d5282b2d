package loader_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"testing"
	"testing/fstest"

	"reaffirm/graph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
)

func TestSameGraphWhateverTheWorkers(t *testing.T) {
	t.Run("the four documents", func(t *testing.T) { sameGraph(t, corpus.Embedded()) })
	t.Run("with their predecessors of 1998", func(t *testing.T) {
		const older = "../../shared/corpora/1998"
		if _, err := os.Stat("../../shared"); err != nil {
			t.Skipf("skipped: %s, a corpus beside the repository, is not there", older)
		}
		g := sameGraph(t, joined(t, corpus.Embedded(), os.DirFS(older)))
		if len(g.Documents) != 7 {
			t.Errorf("%d documents, want 7", len(g.Documents))
		}
	})
}

// sameGraph loads a corpus with several numbers of workers, and gives the graph.
func sameGraph(t *testing.T, fsys fs.FS) *graph.Graph {
	t.Helper()
	var first *graph.Graph
	var want []byte
	for _, workers := range []int{1, 2, 5} {
		g, _, err := loader.Load(context.Background(), fsys, loader.Options{Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		text, err := json.Marshal(g)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first, want = g, text
		}
		if !bytes.Equal(text, want) {
			t.Errorf("with %d workers the graph is another one: %s, not %s", workers, g.Version, first.Version)
		}
	}
	return first
}

// joined makes one corpus of several.
func joined(t *testing.T, parts ...fs.FS) fs.FS {
	t.Helper()
	type manifest struct {
		Documents []json.RawMessage `json:"documents"`
	}
	var all manifest
	files := fstest.MapFS{}
	for _, part := range parts {
		text, err := fs.ReadFile(part, corpus.ManifestName)
		if err != nil {
			t.Fatal(err)
		}
		var m manifest
		if err := json.Unmarshal(text, &m); err != nil {
			t.Fatal(err)
		}
		all.Documents = append(all.Documents, m.Documents...)
		names, err := fs.Glob(part, "*.md")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(part, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: text}
		}
	}
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	files[corpus.ManifestName] = &fstest.MapFile{Data: text}
	return files
}

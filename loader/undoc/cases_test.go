package undoc_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"reaffirm/loader/undoc"
)

// TestCases parses the small sources of testdata/cases. Each is an archive of source.md, of outlines.json
// if the source is not one document "doc", and of want, what comes out. "␍" in a source stands for a
// carriage return and "␀" for a zero byte.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			outlines := []undoc.Outline{{ID: "doc"}}
			var src []byte
			want := -1
			for i, f := range archive.Files {
				switch f.Name {
				case "source.md":
					src = []byte(strings.NewReplacer("␍", "\r", "␀", "\x00").Replace(string(f.Data)))
				case "outlines.json":
					if err := json.Unmarshal(f.Data, &outlines); err != nil {
						t.Fatal(err)
					}
				case "want":
					want = i
				default:
					t.Fatalf("unknown file %s", f.Name)
				}
			}
			if want < 0 {
				archive.Files = append(archive.Files, txtar.File{Name: "want"})
				want = len(archive.Files) - 1
			}
			p := undoc.Parse("source.md", src, outlines)
			checkSound(t, src, p)
			got := dump(p)
			if *update {
				archive.Files[want].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := firstDifference(string(archive.Files[want].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

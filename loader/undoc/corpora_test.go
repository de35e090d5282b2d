package undoc_test

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"reaffirm/graph"
	"reaffirm/loader/corpus"
	"reaffirm/loader/undoc"
)

// shared is a folder beside the repository with corpora for tests of scale. They are no part of it.
const shared = "../../../shared"

// sharedFile gives the path of a file of the shared folder. Without it the test is skipped; where the
// folder exists and REAFFIRM_TEST_ALL=1, it fails.
func sharedFile(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(shared, filepath.FromSlash(name))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	if _, err := os.Stat(shared); err == nil && os.Getenv("REAFFIRM_TEST_ALL") == "1" {
		t.Fatalf("%s is missing, and REAFFIRM_TEST_ALL=1 skips nothing", path)
	}
	t.Skipf("skipped: %s, a corpus for tests of scale beside the repository, is not there", path)
	return ""
}

func TestResolutionsOf1998(t *testing.T) {
	p := parseCorpus(t, os.DirFS(sharedFile(t, "corpora/1998")))
	if p.documents != 3 || p.repeated > 0 {
		t.Errorf("%d documents, %d ids with a suffix; want 3 and none", p.documents, p.repeated)
	}
	for _, id := range []string{
		"a-res-s-20-2/p2", "a-res-s-20-2/annex/p1", "a-res-s-20-2/annex/20", "a-res-s-20-2/annex/p5",
		"a-res-s-20-3/annex/8/b/iv", "a-res-s-20-3/appendix/3",
		"a-res-s-20-4/a/1", "a-res-s-20-4/a/23/h", "a-res-s-20-4/b/p2", "a-res-s-20-4/b/1",
		"a-res-s-20-4/d/2/b/v", "a-res-s-20-4/e/33",
	} {
		if !p.ids[id] {
			t.Errorf("there is no %s", id)
		}
	}
}

func TestResolutionsOfAllKinds(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: 60 MB to parse")
	}
	p := parseCorpus(t, untar(t, sharedFile(t, "corpora/un-resolutions.tar.gz")))
	if p.documents != 3048 {
		t.Errorf("%d documents, want 3048", p.documents)
	}
	if limit := p.provisions / 200; p.repeated > limit {
		t.Errorf("%d of %d ids have a suffix, want %d at most", p.repeated, p.provisions, limit)
	}
}

// A tally counts what a corpus came to.
type tally struct {
	documents, provisions, sections, notes int
	repeated                               int // ids with a suffix
	problems                               map[graph.Severity]int
	ids                                    map[string]bool // of provisions
}

func parseCorpus(t *testing.T, fsys fs.FS) tally {
	t.Helper()
	c, problems, err := corpus.Read(fsys)
	if err != nil || len(problems) > 0 {
		t.Fatalf("the manifest: %v, error %v", problems, err)
	}
	n := tally{problems: make(map[graph.Severity]int), ids: make(map[string]bool)}
	all := outlines(c)
	for _, s := range c.Sources {
		p := undoc.Parse(s.File, s.Text, all[s.File])
		checkSound(t, s.Text, p)
		if t.Failed() {
			t.Fatalf("in %s", s.File)
		}
		for _, d := range p.Documents {
			n.documents++
			n.provisions += len(d.Provisions)
			n.sections += len(d.Sections)
			n.notes += len(d.Notes)
			for _, v := range d.Provisions {
				n.ids[v.ID] = true
			}
		}
		for _, x := range p.Problems {
			n.problems[x.Severity]++
			if strings.Contains(x.Message, "a second time") {
				n.repeated++
			}
		}
	}
	t.Logf("%d documents: %d sections, %d provisions, %d footnotes; %d ids with a suffix; problems: %d errors, %d warnings, %d notices",
		n.documents, n.sections, n.provisions, n.notes, n.repeated,
		n.problems[graph.Error], n.problems[graph.Warning], n.problems[graph.Notice])
	return n
}

// untar reads an archive whose files stand in one folder.
func untar(t *testing.T, path string) fs.FS {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	files := make(fstest.MapFS)
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(h.Name)] = &fstest.MapFile{Data: text}
	}
}

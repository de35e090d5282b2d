// Package corpus reads a corpus: a folder with a manifest and the Markdown files that it names. One
// corpus is embedded, the four United Nations drug-policy documents of 2009, 2014, 2016 and 2019.
package corpus

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"unicode/utf8"

	"reaffirm/graph"
	"reaffirm/loader/undoc"
)

// ManifestName is the name of the manifest in a corpus folder.
const ManifestName = "manifest.json"

//go:embed manifest.json *.md
var embedded embed.FS

// Embedded gives the corpus that is built in.
func Embedded() fs.FS { return embedded }

// A Corpus is what a folder holds and can be loaded.
type Corpus struct {
	Documents []Document // in order of the manifest
	Sources   []Source   // the files that the documents name, in order of first mention
	Digest    string     // "sha256:…" of the manifest and all sources
}

// A Document is one document as its manifest describes it.
type Document struct {
	ID         string
	Title      string
	ShortTitle string // as a person cites it; Title where the manifest gives none
	Symbol     string // or ""
	Adopted    string // "2016-04-19", "2016", or ""
	Body       string // id of the adopting body, "body/unga", or ""
	File       string // name of its source
	// Heading holds the words of the heading at which the document starts: the manifest's, or the
	// title where its file holds several documents; "" where the document is the whole file.
	Heading string
	Parts   []Part
}

// A Part is a division of a document with a numbering of its own: a hint that the manifest gives where
// the text alone does not tell.
type Part struct {
	Heading    string // words of the heading at which it starts
	Step       string // its step in the ids of its provisions
	ShortTitle string // as a person cites it, "" where it is cited as part of the document
	Reason     string // why the hint is needed
}

// A Source is a file of a corpus.
type Source struct {
	File   string // name within the corpus folder
	Text   []byte
	Digest string // "sha256:" and the digest of Text in hexadecimal
}

// Outline gives what the manifest says of a document's text, for undoc.Parse.
func (d Document) Outline() undoc.Outline {
	o := undoc.Outline{ID: d.ID, Heading: d.Heading}
	for _, p := range d.Parts {
		o.Parts = append(o.Parts, undoc.Part{Heading: p.Heading, Step: p.Step, Name: p.ShortTitle})
	}
	return o
}

// Read reads a corpus folder. What is wrong with a document or a file is a problem, and the document
// is left out if it cannot be loaded. An error means that nothing can: there is no manifest, it is not
// JSON, or no document of it is left.
func Read(fsys fs.FS) (*Corpus, []graph.Problem, error) {
	m, err := readManifest(fsys)
	if err != nil {
		return nil, nil, err
	}
	r := reader{fsys: fsys, problems: m.problems, sources: make(map[string]*Source)}
	c := &Corpus{}
	listed := make(map[string]bool)
	for _, e := range m.entries {
		src := r.source(e)
		if src == nil {
			continue
		}
		d := e.document
		if d.Heading == "" && m.mentions[d.File] > 1 {
			d.Heading = d.Title
		}
		c.Documents = append(c.Documents, d)
		if !listed[d.File] {
			listed[d.File] = true
			c.Sources = append(c.Sources, *src)
		}
	}
	slices.SortStableFunc(r.problems, func(a, b graph.Problem) int {
		return cmp.Compare(a.Source.StartLine, b.Source.StartLine)
	})
	if len(c.Documents) == 0 {
		return nil, r.problems, nothingLoads(r.problems)
	}
	parts := [][]byte{[]byte(digest(m.text))}
	for _, src := range c.Sources {
		parts = append(parts, []byte(src.File), []byte(src.Digest))
	}
	c.Digest = digest(bytes.Join(parts, []byte("\n")))
	return c, r.problems, nil
}

func digest(text []byte) string {
	sum := sha256.Sum256(text)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func nothingLoads(problems []graph.Problem) error {
	if len(problems) == 0 {
		return fmt.Errorf("%s lists no documents; add at least one to its \"documents\"", ManifestName)
	}
	p := problems[0]
	return fmt.Errorf("no document of the corpus can be loaded; the first problem, in line %d of %s: %s",
		p.Source.StartLine, p.Source.File, p.Message)
}

// A reader reads the files that a manifest names, each once.
type reader struct {
	fsys     fs.FS
	problems []graph.Problem
	sources  map[string]*Source // nil for a file that cannot be used
}

// source gives the file of a manifest's entry, or nil and a problem.
func (r *reader) source(e entry) *Source {
	name := e.document.File
	if src, known := r.sources[name]; known && src != nil {
		return src
	}
	src, err := readSource(r.fsys, name)
	r.sources[name] = src
	if err != nil {
		r.problems = append(r.problems, e.problem(graph.Error, "document %s is left out: %v", e.document.ID, err))
	}
	return src
}

// readSource reads a file. Its errors complete the sentence "document … is left out: its file …".
func readSource(fsys fs.FS, name string) (*Source, error) {
	if !fs.ValidPath(name) || name == "." {
		return nil, fmt.Errorf("its file %q lies outside the corpus folder; give a path below the folder, with forward slashes", name)
	}
	text, err := fs.ReadFile(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("its file %q is not in the corpus folder", name)
	case err != nil:
		return nil, fmt.Errorf("its file cannot be read: %w", err)
	case len(text) == 0:
		return nil, fmt.Errorf("its file %q is empty", name)
	case !utf8.Valid(text):
		bad := slices.IndexFunc(bytes.Split(text, []byte("\n")), func(line []byte) bool { return !utf8.Valid(line) })
		return nil, fmt.Errorf("its file %q is not UTF-8 from line %d on; convert it to UTF-8", name, bad+1)
	}
	return &Source{File: name, Text: text, Digest: digest(text)}, nil
}

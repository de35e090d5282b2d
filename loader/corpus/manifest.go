package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"time"

	"reaffirm/graph"
)

// An entry is one document of a manifest and the line where it starts.
type entry struct {
	document Document
	line     int
}

func (e entry) problem(severity graph.Severity, format string, args ...any) graph.Problem {
	return problemAt(e.line, severity, format, args...)
}

func problemAt(line int, severity graph.Severity, format string, args ...any) graph.Problem {
	return graph.Problem{
		Severity: severity,
		Source:   graph.Source{File: ManifestName, StartLine: line, EndLine: line},
		Message:  fmt.Sprintf(format, args...),
	}
}

// A manifest is a manifest on its way to entries.
type manifest struct {
	text     []byte
	entries  []entry // those that can be loaded
	problems []graph.Problem
	seen     map[string]int // id to the line of its first entry
	mentions map[string]int // file to how many entries name it, those left out too
}

// readManifest reads a folder's manifest. Entries that cannot be loaded are left out, with a problem.
func readManifest(fsys fs.FS) (*manifest, error) {
	text, err := fs.ReadFile(fsys, ManifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the corpus folder has no %s; add one that lists its documents", ManifestName)
	}
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", ManifestName, err)
	}
	m := &manifest{text: bytes.TrimPrefix(text, []byte("\uFEFF")), seen: make(map[string]int), mentions: make(map[string]int)}
	documents, err := m.documents()
	if err != nil {
		return nil, err
	}
	for _, v := range documents {
		if e, ok := m.entry(v); ok {
			m.entries = append(m.entries, e)
		}
	}
	return m, nil
}

func (m *manifest) report(at value, severity graph.Severity, format string, args ...any) {
	m.problems = append(m.problems, problemAt(m.line(at.offset), severity, format, args...))
}

// line gives the line of a byte offset.
func (m *manifest) line(offset int) int {
	return 1 + bytes.Count(m.text[:min(max(offset, 0), len(m.text))], []byte("\n"))
}

// documents gives the elements of the manifest's list.
func (m *manifest) documents() ([]value, error) {
	if !json.Valid(m.text) {
		return nil, m.syntaxError()
	}
	members, err := value{m.text, 0}.fields()
	if err != nil {
		return nil, fmt.Errorf(`%s is not a JSON object; it should read {"documents": [ … ]}`, ManifestName)
	}
	var list *value
	for _, f := range members {
		if f.name == "documents" {
			list = &f.value
			continue
		}
		m.report(f.value, graph.Warning, "unknown field %q; a manifest has only \"documents\"", f.name)
	}
	if list == nil {
		return nil, fmt.Errorf(`%s has no "documents"; it should read {"documents": [ … ]}`, ManifestName)
	}
	all, err := list.elements()
	if err != nil {
		return nil, fmt.Errorf(`%s, line %d: "documents" is not a list`, ManifestName, m.line(list.offset))
	}
	return all, nil
}

func (m *manifest) syntaxError() error {
	var any json.RawMessage
	err := json.Unmarshal(m.text, &any)
	line := m.line(len(m.text))
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		line = m.line(int(syntax.Offset) - 1)
	}
	if err == nil || len(bytes.TrimSpace(m.text)) == 0 {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("%s is not JSON; line %d: %w", ManifestName, line, err)
}

// entry reads one document of the list. It gives false if the document cannot be loaded.
func (m *manifest) entry(v value) (entry, bool) {
	e := entry{line: m.line(v.offset)}
	members, err := v.fields()
	if err != nil {
		m.report(v, graph.Error, "an entry of \"documents\" is not an object; it is left out")
		return e, false
	}
	d := &e.document
	strs := map[string]*string{
		"id": &d.ID, "title": &d.Title, "shortTitle": &d.ShortTitle, "symbol": &d.Symbol,
		"adopted": &d.Adopted, "body": &d.Body, "file": &d.File, "heading": &d.Heading,
	}
	for _, f := range members {
		switch target := strs[f.name]; {
		case target != nil:
			m.readString(f, target)
		case f.name == "parts":
			d.Parts = m.parts(f.value)
		default:
			m.report(f.value, graph.Warning, "unknown field %q; it is ignored", f.name)
		}
	}
	m.mentions[d.File]++
	return e, m.check(v, d)
}

// readString reads a string; null is none, and a year may be a number.
func (m *manifest) readString(f field, target *string) {
	var s *string
	if err := json.Unmarshal(f.raw, &s); err == nil {
		if s != nil {
			*target = strings.TrimSpace(*s)
		}
		return
	}
	if f.name == "adopted" && year.Match(f.raw) {
		*target = string(f.raw)
		return
	}
	m.report(f.value, graph.Error, "%q is not a string; it is ignored", f.name)
}

// parts reads the hint on parts. One that is incomplete is left out.
func (m *manifest) parts(v value) []Part {
	elements, err := v.elements()
	if err != nil {
		m.report(v, graph.Error, "\"parts\" is not a list; it is ignored")
		return nil
	}
	var parts []Part
	seen := make(map[string]bool)
	for _, element := range elements {
		var p Part
		dec := json.NewDecoder(bytes.NewReader(element.raw))
		dec.DisallowUnknownFields()
		if err := dec.Decode(&p); err != nil {
			m.report(element, graph.Error, "a part cannot be read and is left out: %v", err)
			continue
		}
		switch {
		case p.Heading == "":
			m.report(element, graph.Error, "a part without \"heading\" is left out; give the words of the heading at which it starts")
		case !step.MatchString(p.Step):
			m.report(element, graph.Error, "the part %q is left out: its \"step\" %q must be lower-case letters, digits and hyphens, and start with a letter", p.Heading, p.Step)
		case seen[p.Step]:
			m.report(element, graph.Error, "the part %q is left out: another part has its step %q", p.Heading, p.Step)
		default:
			if p.Reason == "" {
				m.report(element, graph.Warning, "the part %q has no \"reason\"; say why the hint is needed", p.Heading)
			}
			seen[p.Step] = true
			parts = append(parts, p)
		}
	}
	return parts
}

var (
	// Ids stand in URLs and are joined with "/", "#", ":" and "~", which they may not hold.
	documentID = regexp.MustCompile(`^[a-z0-9]+(?:[._-][a-z0-9]+)*$`)
	bodyID     = regexp.MustCompile(`^body/[a-z0-9]+(?:-[a-z0-9]+)*$`)
	step       = regexp.MustCompile(`^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$`)
	year       = regexp.MustCompile(`^[0-9]{4}$`)
)

// check reports what is wrong with a document's fields. It gives false if the document must be left out.
func (m *manifest) check(at value, d *Document) bool {
	line := m.line(at.offset)
	switch first, again := m.seen[d.ID]; {
	case d.ID == "":
		m.report(at, graph.Error, "a document has no \"id\" and is left out")
		return false
	case !documentID.MatchString(d.ID):
		m.report(at, graph.Error, "the id %q must be lower-case letters and digits, joined by \"-\", \"_\" or \".\"; the document is left out", d.ID)
		return false
	case again:
		m.report(at, graph.Error, "the id %q stands in line %d already; this document is left out", d.ID, first)
		return false
	}
	m.seen[d.ID] = line
	if d.File == "" {
		m.report(at, graph.Error, "document %s has no \"file\" and is left out", d.ID)
		return false
	}
	if d.Title == "" {
		m.report(at, graph.Warning, "document %s has no \"title\"; its id stands in", d.ID)
		d.Title = d.ID
	}
	if d.ShortTitle == "" {
		d.ShortTitle = d.Title
	}
	if d.Adopted != "" && !isDate(d.Adopted) {
		m.report(at, graph.Error, "document %s: \"adopted\" is %q; give a date as 2016-04-19, a year, or null; it is taken to be unknown", d.ID, d.Adopted)
		d.Adopted = ""
	}
	if d.Body != "" && !bodyID.MatchString(d.Body) {
		m.report(at, graph.Error, "document %s: \"body\" is %q; give an id as \"body/unga\"; it is ignored", d.ID, d.Body)
		d.Body = ""
	}
	return true
}

// isDate tells whether a text is a date or a year that the calendar has.
func isDate(s string) bool {
	if year.MatchString(s) {
		return s != "0000"
	}
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

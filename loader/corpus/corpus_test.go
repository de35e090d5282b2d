package corpus_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"reaffirm/graph"
	"reaffirm/loader/corpus"
)

func TestEmbedded(t *testing.T) {
	c, problems, err := corpus.Read(corpus.Embedded())
	if err != nil || len(problems) > 0 {
		t.Fatalf("problems %v, error %v", problems, err)
	}
	var got []string
	for _, d := range c.Documents {
		got = append(got, strings.Join([]string{d.ID, d.ShortTitle, d.Symbol, d.Adopted, d.Body}, " | "))
		if d.Heading != d.Title {
			t.Errorf("%s starts at %q; a file of several documents has each start at its title", d.ID, d.Heading)
		}
		for _, p := range d.Parts {
			if p.Reason == "" {
				t.Errorf("%s: the hint on part %s has no reason", d.ID, p.Step)
			}
		}
	}
	want := []string{
		"md-2019 | 2019 Ministerial Declaration | E/2019/28, chap. I, sect. B | 2019-03-14 | body/cnd",
		"ungass-2016 | 2016 outcome document | A/RES/S-30/1 | 2016-04-19 | body/unga",
		"jms-2014 | 2014 Joint Ministerial Statement | E/2014/28, chap. I, sect. C | 2014-03-14 | body/cnd",
		"pdpa-2009 | 2009 Political Declaration and Plan of Action | E/2009/28, chap. I, sect. C | 2009-03-12 | body/cnd",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(c.Sources) != 1 {
		t.Fatalf("%d sources, want 1", len(c.Sources))
	}
	sum := sha256.Sum256(c.Sources[0].Text)
	if want := "sha256:" + hex.EncodeToString(sum[:]); c.Sources[0].Digest != want {
		t.Errorf("digest %s, want %s", c.Sources[0].Digest, want)
	}
}

// folder makes a corpus folder of a manifest and some files.
func folder(manifest string) fstest.MapFS {
	return fstest.MapFS{
		"manifest.json": {Data: []byte(manifest)},
		"a.md":          {Data: []byte("# A\n")},
		"b/b.md":        {Data: []byte("# B\r\n")},
		"c.md":          {Data: []byte("# C")},
		"empty.md":      {},
		"latin.md":      {Data: []byte("# A\nl\xe9\n")},
	}
}

// TestProblems reads manifests with something wrong. Each problem is said with the line of the manifest.
func TestProblems(t *testing.T) {
	for _, test := range []struct {
		name, manifest string
		documents      string // ids of those that are left
		problems       []string
	}{
		{"only what is needed", `{"documents":[{"id":"a","symbol":"A/1","title":"A","adopted":"2016-04-19","file":"a.md"}]}`, "a", nil},
		{"a year, a number, null", `{"documents":[
			{"id":"a","title":"A","adopted":"2016","file":"a.md"},
			{"id":"b","title":"B","adopted":2016,"file":"a.md"},
			{"id":"c","title":"C","adopted":null,"file":"a.md"}]}`, "a b c", nil},
		{"a byte order mark", "\uFEFF" + `{"documents":[{"id":"a","title":"A","file":"a.md"}]}`, "a", nil},
		{"unknown fields", `{"version":1,
			"documents":[{"id":"a","title":"A","file":"a.md","colour":"red"}]}`, "a",
			[]string{`1 WARNING unknown field "version"`, `2 WARNING unknown field "colour"`}},
		{"an id twice", `{"documents":[
			{"id":"a","title":"A","file":"a.md"},
			{"id":"a","title":"B","file":"b/b.md"}]}`, "a",
			[]string{`3 ERROR the id "a" stands in line 2 already; this document is left out`}},
		{"ids", `{"documents":[
			{"id":"a.1_b-c","title":"A","file":"a.md"},
			{"id":"A","title":"A","file":"a.md"},
			{"id":"a/b","title":"A","file":"a.md"},
			{"id":"","title":"A","file":"a.md"},
			{"title":"A","file":"a.md"}]}`, "a.1_b-c",
			[]string{`3 ERROR the id "A" must be lower-case`, `4 ERROR the id "a/b" must be`, `5 ERROR a document has no "id"`, `6 ERROR a document has no "id"`}},
		{"dates", `{"documents":[
			{"id":"a","title":"A","adopted":"2015-02-29","file":"a.md"},
			{"id":"b","title":"B","adopted":"19 April 2016","file":"a.md"},
			{"id":"c","title":"C","adopted":true,"file":"a.md"}]}`, "a b c",
			[]string{`2 ERROR document a: "adopted" is "2015-02-29"`, `3 ERROR document b: "adopted" is "19 April 2016"`, `4 ERROR "adopted" is not a string`}},
		{"bodies", `{"documents":[{"id":"a","title":"A","body":"UNGA","file":"a.md"}]}`, "a",
			[]string{`1 ERROR document a: "body" is "UNGA"; give an id as "body/unga"`}},
		{"no title", `{"documents":[{"id":"a","file":"a.md"}]}`, "a",
			[]string{`1 WARNING document a has no "title"; its id stands in`}},
		{"files", `{"documents":[
			{"id":"a","title":"A","file":"a.md"},
			{"id":"b","title":"B","file":"missing.md"},
			{"id":"c","title":"C","file":"../a.md"},
			{"id":"d","title":"D","file":"/etc/passwd"},
			{"id":"e","title":"E","file":"empty.md"},
			{"id":"f","title":"F","file":"latin.md"},
			{"id":"g","title":"G","file":"b"},
			{"id":"h","title":"H"}]}`, "a",
			[]string{
				`3 ERROR document b is left out: its file "missing.md" is not in the corpus folder`,
				`4 ERROR document c is left out: its file "../a.md" lies outside the corpus folder`,
				`5 ERROR document d is left out: its file "/etc/passwd" lies outside the corpus folder`,
				`6 ERROR document e is left out: its file "empty.md" is empty`,
				`7 ERROR document f is left out: its file "latin.md" is not UTF-8 from line 2 on`,
				`8 ERROR document g is left out: its file cannot be read`,
				`9 ERROR document h has no "file"`,
			}},
		{"parts", `{"documents":[{"id":"a","title":"A","file":"a.md","parts":[
			{"heading":"One","step":"one","reason":"numbered apart"},
			{"heading":"Two","step":"2","reason":"numbered apart"},
			{"heading":"Three","step":"one","reason":"numbered apart"},
			{"step":"four","reason":"numbered apart"},
			{"heading":"Five","step":"five"},
			{"heading":"Six","step":"six","reason":"numbered apart","why":""}]}]}`, "a",
			[]string{
				`3 ERROR the part "Two" is left out: its "step" "2" must be`,
				`4 ERROR the part "Three" is left out: another part has its step "one"`,
				`5 ERROR a part without "heading" is left out`,
				`6 WARNING the part "Five" has no "reason"`,
				`7 ERROR a part cannot be read and is left out`,
			}},
		{"wrong types", `{"documents":[
			"a",
			{"id":"b","title":["B"],"file":"a.md","parts":{}}]}`, "b",
			[]string{`2 ERROR an entry of "documents" is not an object`, `3 ERROR "title" is not a string`, `3 ERROR "parts" is not a list`, `3 WARNING document b has no "title"`}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, problems, err := corpus.Read(folder(test.manifest))
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, d := range c.Documents {
				ids = append(ids, d.ID)
			}
			if got := strings.Join(ids, " "); got != test.documents {
				t.Errorf("documents %q, want %q", got, test.documents)
			}
			checkProblems(t, problems, test.problems)
		})
	}
}

// checkProblems compares problems with the beginnings of their wanted forms.
func checkProblems(t *testing.T, problems []graph.Problem, want []string) {
	t.Helper()
	for i, p := range problems {
		got := fmt.Sprintf("%d %s %s", p.Source.StartLine, p.Severity, p.Message)
		if i >= len(want) || !strings.HasPrefix(got, want[i]) {
			t.Errorf("problem %d: %s", i, got)
		}
		if p.Source.File != corpus.ManifestName {
			t.Errorf("problem %d is said of file %q", i, p.Source.File)
		}
	}
	if len(problems) < len(want) {
		t.Errorf("%d problems, want %q", len(problems), want)
	}
}

// TestErrors reads folders from which nothing can be loaded.
func TestErrors(t *testing.T) {
	for _, test := range []struct{ manifest, want string }{
		{"", "manifest.json is not JSON; line 1: unexpected EOF"},
		{"{\n\"documents\": [\n", "manifest.json is not JSON; line 2: unexpected end of JSON input"},
		{"{\n\"documents\": [}\n", "manifest.json is not JSON; line 2: invalid character '}'"},
		{"[]", `manifest.json is not a JSON object; it should read {"documents": [ … ]}`},
		{"{}", `manifest.json has no "documents"; it should read {"documents": [ … ]}`},
		{"{\n\"documents\": {}}", `manifest.json, line 2: "documents" is not a list`},
		{`{"documents": []}`, "manifest.json lists no documents; add at least one"},
		{"{\"documents\": [\n{\"id\":\"a\",\"title\":\"A\",\"file\":\"no.md\"}]}",
			"no document of the corpus can be loaded; the first problem, in line 2 of manifest.json: document a is left out"},
	} {
		c, _, err := corpus.Read(folder(test.manifest))
		if err == nil || !strings.HasPrefix(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%q gives %v and error %q, want %q", test.manifest, c, err, test.want)
		}
	}
	if _, _, err := corpus.Read(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "no manifest.json") {
		t.Errorf("an empty folder gives error %v", err)
	}
}

// TestHeadings: a document of a file that several entries name starts at its title unless the manifest
// says otherwise, even if the other entries are left out.
func TestHeadings(t *testing.T) {
	c, _, err := corpus.Read(folder(`{"documents":[
		{"id":"a","title":"A","file":"a.md"},
		{"id":"a2","title":"A2","file":"a.md","heading":"Second"},
		{"id":"WRONG","title":"A3","file":"b/b.md"},
		{"id":"b","title":"B","file":"b/b.md"},
		{"id":"c","title":"C","file":"c.md"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"A", "Second", "B", ""} {
		if got := c.Documents[i].Heading; got != want {
			t.Errorf("%s starts at heading %q, want %q", c.Documents[i].ID, got, want)
		}
	}
}

// TestDigest makes sure that the digest tells corpora apart and is the same for the same.
func TestDigest(t *testing.T) {
	const manifest = `{"documents":[{"id":"a","title":"A","file":"a.md"},{"id":"b","title":"B","file":"b/b.md"}]}`
	read := func(fsys fs.FS) string {
		c, _, err := corpus.Read(fsys)
		if err != nil {
			t.Fatal(err)
		}
		return c.Digest
	}
	first := read(folder(manifest))
	if again := read(folder(manifest)); again != first {
		t.Errorf("digests %s and %s of the same corpus", first, again)
	}
	changed := folder(manifest)
	changed["b/b.md"].Data = []byte("# B2\n")
	if read(changed) == first || read(folder(manifest+" ")) == first {
		t.Error("the digest does not notice a change")
	}
}

package loader_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"reaffirm/graph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/loader/curation"
)

// embedded loads the embedded corpus once for all tests of this package.
var embedded = sync.OnceValues(func() (*graph.Graph, error) {
	g, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	return g, err
})

func load(t *testing.T) *graph.Graph {
	t.Helper()
	g, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestTheFourDocuments(t *testing.T) {
	g := load(t)
	want := map[string]int{"pdpa-2009": 342, "jms-2014": 79, "ungass-2016": 137, "md-2019": 35}
	got := map[string]int{}
	for _, p := range g.Provisions {
		got[p.Document]++
	}
	for id, n := range want {
		if got[id] != n {
			t.Errorf("%s has %d provisions, want %d", id, got[id], n)
		}
	}
	counts := g.Summary().Counts
	if counts.Documents != 4 || counts.Provisions != 593 || counts.Footnotes != 88 {
		t.Errorf("got %+v; want 4 documents, 593 provisions, 88 footnotes", counts)
	}
	var errata []string
	for _, i := range g.Issues {
		errata = append(errata, i.Code+" "+i.Provision)
	}
	for _, want := range []string{"ERRATUM_YEAR jms-2014/2", "ERRATUM_YEAR pdpa-2009/pd/3"} {
		if !strings.Contains(strings.Join(errata, ","), want) {
			t.Errorf("the issues %v lack %q", errata, want)
		}
	}
}

func TestReport(t *testing.T) {
	_, report, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Failed() {
		t.Errorf("the embedded corpus has errors: %v", report.Problems)
	}
	for _, l := range report.Lines {
		n := 0
		for _, u := range l.Uses {
			n += u.Lines
		}
		if n != l.Total || n == 0 {
			t.Errorf("%s: %d of %d lines are accounted for", l.File, n, l.Total)
		}
	}
	var b bytes.Buffer
	if err := report.Print(&b); err != nil || !strings.Contains(b.String(), "593 provisions") {
		t.Errorf("the report reads %q (%v)", b.String(), err)
	}
}

func TestStagesCount(t *testing.T) {
	last := map[loader.Stage][2]int{}
	_, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{Progress: func(s loader.Stage, done, total int) {
		if done < last[s][0] {
			t.Errorf("%s goes back from %d to %d", s, last[s][0], done)
		}
		last[s] = [2]int{done, total}
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []loader.Stage{loader.Reading, loader.Extracting, loader.Linking, loader.Sealing} {
		if l := last[s]; l[1] == 0 || l[0] != l[1] {
			t.Errorf("%s ends at %d of %d", s, l[0], l[1])
		}
	}
}

func TestBadCorpora(t *testing.T) {
	for name, test := range map[string]struct {
		corpus fs.FS
		want   string
	}{
		"no manifest":      {fstest.MapFS{}, "manifest.json"},
		"not JSON":         {fstest.MapFS{"manifest.json": {Data: []byte("{")}}, "manifest.json"},
		"no documents":     {fstest.MapFS{"manifest.json": {Data: []byte(`{"documents": []}`)}}, "document"},
		"document missing": {fstest.MapFS{"manifest.json": {Data: []byte(`{"documents": [{"id": "a", "title": "A", "file": "a.md"}]}`)}}, "a.md"},
	} {
		t.Run(name, func(t *testing.T) {
			_, report, err := loader.Load(context.Background(), test.corpus, loader.Options{})
			said := ""
			if err != nil {
				said = err.Error()
			} else {
				var b bytes.Buffer
				if err := report.Print(&b); err != nil {
					t.Fatal(err)
				}
				said = b.String()
				if !report.Failed() {
					t.Error("the report has no error")
				}
			}
			if !strings.Contains(said, test.want) {
				t.Errorf("%q does not mention %q", said, test.want)
			}
		})
	}
}

func TestLoadStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := loader.Load(ctx, corpus.Embedded(), loader.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled load returns %v", err)
	}
}

// small is a corpus of two documents, of which the later repeats the earlier.
func small(decisions string) fs.FS {
	return fstest.MapFS{
		"manifest.json": {Data: []byte(`{"documents": [
			{"id": "old", "title": "Old", "adopted": "2001-01-01", "file": "old.md"},
			{"id": "new", "title": "New", "adopted": "2011-01-01", "file": "new.md"}]}`)},
		"old.md":      {Data: []byte("# Old\n\n1. Requests the World Health Organization to review the scheduling of tramadol and ketamine in cooperation with interested laboratories;\n\n2. Takes note of the report.\n")},
		"new.md":      {Data: []byte("# New\n\n1. Requests the World Health Organization to review the scheduling of tramadol and ketamine in cooperation with interested laboratories;\n")},
		curation.File: {Data: []byte(decisions)},
	}
}

func TestCurationOverridesRules(t *testing.T) {
	const signed = `"author": "A. Curator", "date": "2026-03-01", "reason": "read again"`
	g, report, err := loader.Load(context.Background(), small(`{"decisions": [
		{"decision": "correct", "fact": "involvement", "provision": "new/1", "quote": "World Health Organization", "body": "body/who", "to": "PARTNER", `+signed+`},
		{"decision": "correct", "fact": "reaffirmation", "provision": "new/1", "quote": "tramadol", "earlier": "old/1", "to": "ADAPTS", `+signed+`},
		{"decision": "accept", "fact": "reaffirmation", "provision": "new/1", "quote": "review", "earlier": "old/2", "relation": "ECHOES", `+signed+`},
		{"decision": "reject", "fact": "theme", "provision": "new/1", "quote": "words that are gone", "theme": "theme/precursors", `+signed+`}
	]}`), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var who, link, added bool
	for _, v := range g.Involvements {
		who = who || v.Provision == "new/1" && v.Body == "body/who" && v.Role == graph.Partner && v.Evidence.Method == graph.Curated
	}
	for _, r := range g.Reaffirmations {
		link = link || r.ID == "new/1~old/1" && r.Relation == graph.Adapts && r.Evidence.Method == graph.Curated
		added = added || r.ID == "new/1~old/2" && r.Relation == graph.Echoes && len(r.Diff) > 0
	}
	if !who || !link || !added {
		t.Errorf("decisions without effect: involvement %v, link %v, added link %v", who, link, added)
	}
	if len(report.Problems) != 1 || !strings.Contains(report.Problems[0].Message, "words that are gone") || report.Problems[0].Source.StartLine != 5 {
		t.Errorf("want one problem on line 5 of %s, got %+v", curation.File, report.Problems)
	}
}

func TestExplain(t *testing.T) {
	g := load(t)
	var b bytes.Buffer
	if err := loader.Explain(&b, g, "md-2019/p6"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"underscore", "welcome", "urge", "instrument/convention-1988", "RESTATES jms-2014/2", "body/member-states"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the explanation lacks %q:\n%s", want, b.String())
		}
	}
	if err := loader.Explain(&b, g, "md-2019/p99"); err == nil || !strings.Contains(err.Error(), "md-2019/p99") {
		t.Errorf("an unknown id is answered with %v", err)
	}
}

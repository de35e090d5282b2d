package curation_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"reaffirm/graph"
	"reaffirm/loader/curation"
)

// sample is a small graph with one fact of each sort.
func sample() *graph.Graph {
	rule := graph.Evidence{Method: graph.Rule, Rule: "r", Confidence: 0.5}
	text := "We urge the Board, with the Office, to review the Convention;"
	span := func(quote string) *graph.Span {
		at := strings.Index(text, quote)
		return &graph.Span{Start: at, End: at + len(quote), Quote: quote}
	}
	return &graph.Graph{
		Provisions: []graph.Provision{
			{ID: "new/1", Document: "new", Text: text, Kind: graph.Operative},
			{ID: "old/1", Document: "old", Text: "We urge the Board to review;", Kind: graph.Operative},
			{ID: "old/2", Document: "old", Text: "We note.", Kind: graph.Operative},
		},
		Commitments:    []graph.Commitment{{ID: "new/1:1", Provision: "new/1", Ordinal: 1, Kind: graph.Directive, Evidence: rule}},
		Bodies:         []graph.Body{{ID: "body/incb"}, {ID: "body/unodc"}, {ID: "body/who"}},
		Involvements:   []graph.Involvement{{Provision: "new/1", Commitment: "new/1:1", Body: "body/incb", Role: graph.Partner, Span: span("the Board"), Evidence: rule}},
		Instruments:    []graph.Instrument{{ID: "instrument/uncac"}},
		Citations:      []graph.Citation{{Provision: "new/1", Instrument: "instrument/uncac", Stance: graph.CitesWithNoMore, Span: span("the Convention"), Evidence: rule}},
		Themes:         []graph.Theme{{ID: "theme/a"}},
		Abouts:         []graph.About{{Provision: "new/1", Theme: "theme/a", Evidence: rule}},
		Reaffirmations: []graph.Reaffirmation{{Later: "new/1", Earlier: "old/1", Relation: graph.Restates, Evidence: rule}},
	}
}

const signed = `, "author": "A. Curator", "date": "2026-03-01", "reason": "read again"}`

func decide(t *testing.T, g *graph.Graph, decision string) []graph.Problem {
	t.Helper()
	decisions, problems := curation.Read(fstest.MapFS{curation.File: {Data: []byte(`{"decisions": [` + decision + signed + `]}`)}})
	if len(problems) > 0 {
		return problems
	}
	linker := func(later, earlier string) (graph.Reaffirmation, bool) {
		return graph.Reaffirmation{Later: later, Earlier: earlier, Score: 0.25}, earlier == "old/2"
	}
	return append(curation.Apply(g, decisions), curation.ApplyLinks(g, decisions, linker)...)
}

func TestDecisions(t *testing.T) {
	for name, test := range map[string]struct {
		decision string
		holds    func(*graph.Graph) bool
	}{
		"accept involvement": {
			`{"decision": "accept", "fact": "involvement", "provision": "new/1", "quote": "the Board", "body": "body/incb", "role": "PARTNER"`,
			func(g *graph.Graph) bool {
				e := g.Involvements[0].Evidence
				return e.Method == graph.Curated && e.Confidence == 1 && e.Note == "read again (A. Curator, 2026-03-01)"
			}},
		"accept adds an involvement": {
			`{"decision": "accept", "fact": "involvement", "provision": "new/1", "quote": "the Office", "body": "body/unodc", "role": "PARTNER"`,
			func(g *graph.Graph) bool {
				return len(g.Involvements) == 2 && g.Involvements[1].Body == "body/unodc" && g.Involvements[1].Span.Start == 24
			}},
		"reject involvement": {
			`{"decision": "reject", "fact": "involvement", "provision": "new/1", "quote": "the Board", "body": "body/incb"`,
			func(g *graph.Graph) bool { return len(g.Involvements) == 0 }},
		"correct involvement": {
			`{"decision": "correct", "fact": "involvement", "provision": "new/1", "quote": "urge the Board", "body": "body/incb", "to": "RESPONSIBLE"`,
			func(g *graph.Graph) bool { return g.Involvements[0].Role == graph.Responsible }},
		"correct citation": {
			`{"decision": "correct", "fact": "citation", "provision": "new/1", "quote": "the Convention", "instrument": "instrument/uncac", "to": "IMPLEMENTS"`,
			func(g *graph.Graph) bool { return g.Citations[0].Stance == graph.Implements }},
		"reject theme": {
			`{"decision": "reject", "fact": "theme", "provision": "new/1", "quote": "review", "theme": "theme/a"`,
			func(g *graph.Graph) bool { return len(g.Abouts) == 0 }},
		"correct commitment": {
			`{"decision": "correct", "fact": "commitment", "provision": "new/1", "quote": "urge", "clause": 1, "to": "PLEDGE"`,
			func(g *graph.Graph) bool { return g.Commitments[0].Kind == graph.Pledge }},
		"reject the only commitment": {
			`{"decision": "reject", "fact": "commitment", "provision": "new/1", "quote": "urge", "clause": 1`,
			func(g *graph.Graph) bool {
				return len(g.Commitments) == 0 && g.Involvements[0].Commitment == "" && g.Provisions[0].Kind == graph.Statement
			}},
		"correct reaffirmation": {
			`{"decision": "correct", "fact": "reaffirmation", "provision": "new/1", "quote": "urge", "earlier": "old/1", "to": "ADAPTS"`,
			func(g *graph.Graph) bool { return g.Reaffirmations[0].Relation == graph.Adapts }},
		"accept adds a reaffirmation": {
			`{"decision": "accept", "fact": "reaffirmation", "provision": "new/1", "quote": "urge", "earlier": "old/2", "relation": "ECHOES"`,
			func(g *graph.Graph) bool {
				r := g.Reaffirmations[len(g.Reaffirmations)-1]
				return r.Earlier == "old/2" && r.Relation == graph.Echoes && r.Score == 0.25 && r.Evidence.Method == graph.Curated
			}},
	} {
		t.Run(name, func(t *testing.T) {
			g := sample()
			if problems := decide(t, g, test.decision); len(problems) > 0 {
				t.Fatalf("problems: %v", problems)
			}
			if !test.holds(g) {
				t.Errorf("the decision did not take effect: %+v", g)
			}
		})
	}
}

func TestProblems(t *testing.T) {
	for name, test := range map[string]struct{ decision, want string }{
		"stale words":        {`{"decision": "reject", "fact": "involvement", "provision": "new/1", "quote": "the Agency", "body": "body/incb"`, `no longer holds the words "the Agency"`},
		"no such provision":  {`{"decision": "reject", "fact": "involvement", "provision": "new/9", "quote": "x", "body": "body/incb"`, "no such provision"},
		"nothing to reject":  {`{"decision": "reject", "fact": "involvement", "provision": "new/1", "quote": "the Office", "body": "body/who"`, "nothing of the kind"},
		"unknown body":       {`{"decision": "accept", "fact": "involvement", "provision": "new/1", "quote": "the Office", "body": "body/x", "role": "PARTNER"`, `no body "body/x"`},
		"unknown role":       {`{"decision": "accept", "fact": "involvement", "provision": "new/1", "quote": "the Office", "body": "body/who", "role": "BOSS"`, `"role" is "BOSS"`},
		"unknown verdict":    {`{"decision": "maybe", "fact": "theme", "provision": "new/1", "quote": "x", "theme": "theme/a"`, `"decision" is "maybe"`},
		"unknown field":      {`{"decision": "accept", "fact": "theme", "provision": "new/1", "quote": "x", "thema": "theme/a"`, "thema"},
		"correct to nothing": {`{"decision": "correct", "fact": "citation", "provision": "new/1", "quote": "x", "instrument": "instrument/uncac"`, `"to" is missing`},
		"no earlier":         {`{"decision": "accept", "fact": "reaffirmation", "provision": "new/1", "quote": "urge", "earlier": "x/1", "relation": "ADAPTS"`, "no provision of an earlier document"},
	} {
		t.Run(name, func(t *testing.T) {
			problems := decide(t, sample(), test.decision)
			if len(problems) != 1 || !strings.Contains(problems[0].Message, test.want) || problems[0].Source.StartLine != 1 {
				t.Errorf("got %+v, want one problem on line 1 with %q", problems, test.want)
			}
		})
	}
}

func TestRead(t *testing.T) {
	if d, p := curation.Read(fstest.MapFS{}); d != nil || p != nil {
		t.Errorf("a corpus without decisions: got %v, %v", d, p)
	}
	if _, p := curation.Read(fstest.MapFS{curation.File: {Data: []byte("[1]")}}); len(p) != 1 || !strings.Contains(p[0].Message, "decisions") {
		t.Errorf("a file of another form: got %v", p)
	}
	two := "{\"decisions\": [\n{\"x\": 1},\n{\"x\": 1}\n]}"
	_, p := curation.Read(fstest.MapFS{curation.File: {Data: []byte(two)}})
	if len(p) != 2 || p[0].Source.StartLine != 2 || p[1].Source.StartLine != 3 {
		t.Errorf("problems should name lines 2 and 3: got %+v", p)
	}
}

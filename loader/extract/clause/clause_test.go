package clause_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"reaffirm/graph"
	"reaffirm/loader/extract/clause"
)

func newFinder(t testing.TB) *clause.Finder {
	t.Helper()
	f, err := clause.New()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// find reads a text below chapeaux, outermost first.
func find(f *clause.Finder, text string, chapeaux ...string) clause.Clauses {
	var governed clause.Governance
	for i, chapeau := range chapeaux {
		governed = f.Find(&graph.Provision{ID: fmt.Sprintf("doc/%d", i), Text: chapeau}, governed).Governs
	}
	return f.Find(&graph.Provision{ID: "doc/p1", Text: text}, governed)
}

// summary writes clauses one a line: kind, verbs, and the rule.
func summary(c clause.Clauses) string {
	var lines []string
	for _, m := range c.Commitments {
		line := fmt.Sprintf("%s %s [%s]", m.Kind, strings.Join(m.Verbs, ", "), m.Evidence.Rule)
		if m.Inherited {
			line += " inherited"
		}
		if m.Negated {
			line += " negated"
		}
		lines = append(lines, line)
	}
	if c.Kind != graph.Operative {
		lines = append(lines, string(c.Kind))
	}
	return strings.Join(lines, "\n")
}

const (
	shouldChapeau    = "Member States should:"
	measuresChapeau  = "We reiterate our commitment to clean rivers, and we recommend the following measures:"
	decideChapeau    = "Decide to establish 2030 as a target date for States to eliminate or reduce significantly:"
	recognizeChapeau = "Recognize that:"
	byChapeau        = "Member States should continue to protect rivers by:"
)

func TestClauses(t *testing.T) {
	f := newFinder(t)
	for _, c := range []struct {
		name     string
		chapeaux []string
		text     string
		want     string
	}{
		{name: "we", text: "We reaffirm our commitment to protecting rivers;", want: "PLEDGE reaffirm [subject-we]"},
		{name: "we will", text: "We will not abandon the rivers.", want: "PLEDGE abandon [subject-we] negated"},
		{name: "we have decided", text: "We have decided to protect rivers.", want: "PLEDGE decide [subject-we]"},
		{name: "the verb alone", text: "Reaffirm also the need to protect rivers;", want: "AFFIRMATION reaffirm [verb-opens-paragraph]"},
		{name: "third person", text: "Requests the Secretary-General to report on rivers;", want: "DIRECTIVE request [verb-opens-paragraph]"},
		{name: "preamble", text: "Recalling its resolution 50/1 on rivers,", want: "AFFIRMATION recall [verb-opens-paragraph]"},
		{name: "having considered", text: "Having considered the report on rivers,", want: "AFFIRMATION consider [verb-opens-paragraph]"},
		{name: "state of mind", text: "Gravely concerned about the state of rivers,", want: "APPRAISAL gravely concerned [state-of-mind]"},
		{name: "we are determined", text: "We are determined to protect rivers.", want: "PLEDGE are determined [state-of-mind]"},
		{name: "an organ", text: "The Security Council welcomes the report and calls upon all parties to protect rivers.",
			want: "APPRAISAL welcome [organ-speaks]\nDIRECTIVE call upon [coordinated-clause]"},
		{name: "should", text: "States should not pollute rivers.", want: "DIRECTIVE pollute [subject-should] negated"},
		{name: "should of somebody described", text: "States in which rivers are polluted should clean them.", want: "DIRECTIVE clean [subject-should]"},
		{name: "passive", text: "It is recommended that States clean rivers.", want: "DIRECTIVE recommend [passive-directive]"},

		{name: "the object decides: commitment", text: "Reiterate our unwavering commitment to rivers;", want: "PLEDGE reiterate [verb-opens-paragraph]"},
		{name: "the object decides: support", text: "Reaffirm our support and appreciation for the efforts of fishers;", want: "APPRAISAL reaffirm [verb-opens-paragraph]"},
		{name: "the object decides: call", text: "Reiterates its call upon States to clean rivers;", want: "DIRECTIVE reiterate [verb-opens-paragraph]"},
		{name: "the object after an aside", text: "Reaffirm, consistent with that aim, our determination to clean rivers;", want: "PLEDGE reaffirm [verb-opens-paragraph]"},
		{name: "somebody else's commitment", text: "Reaffirm the commitment of fishers to rivers;", want: "AFFIRMATION reaffirm [verb-opens-paragraph]"},
		{name: "manner", text: "Note with great concern the state of rivers;", want: "APPRAISAL note with great concern [verb-opens-paragraph]"},
		{name: "name with its object", text: "Express our deep concern at the state of rivers;", want: "APPRAISAL express deep concern [verb-opens-paragraph]"},
		{name: "adjectives inside", text: "Pay special tribute to fishers;", want: "APPRAISAL pay special tribute [verb-opens-paragraph]"},
		{name: "agree on a fact", text: "Agree that rivers continue to suffer;", want: "AFFIRMATION agree [verb-opens-paragraph]"},
		{name: "saying on", text: "Express concern over rivers, and therefore continue to underscore the need for clean water;",
			want: "APPRAISAL express concern [verb-opens-paragraph]\nAFFIRMATION underscore [coordinated-clause]"},

		{name: "several clauses", text: "Underscore that rivers matter, welcome the efforts made by States to comply with the rules and clean rivers, and urge all States to consider acceding to the treaty;",
			want: "AFFIRMATION underscore [verb-opens-paragraph]\nAPPRAISAL welcome [coordinated-clause]\nDIRECTIVE urge [coordinated-clause]"},
		{name: "and we", text: "We recognize that rivers suffer, and we resolve to clean them.", want: "AFFIRMATION recognize [subject-we]\nPLEDGE resolve [coordinated-clause]"},
		{name: "verbs of different kinds", text: "Welcomes and encourages the efforts of fishers;", want: "APPRAISAL welcome [verb-opens-paragraph]\nDIRECTIVE encourage [verb-opens-paragraph]"},
		{name: "infinitives are no clauses", text: "We commit to prevent pollution, reduce waste and encourage recycling;", want: "PLEDGE commit [subject-we]"},
		{name: "report, then act", text: "Have undertaken a review of rivers and recommit to cleaning them;", want: "PLEDGE recommit [coordinated-clause]"},

		{name: "imperatives", chapeaux: []string{shouldChapeau}, text: "Develop, review and strengthen policies on rivers;",
			want: "DIRECTIVE develop, review, strengthen [imperative-under-chapeau] inherited"},
		{name: "imperative with an unknown verb", chapeaux: []string{shouldChapeau}, text: "Dredge rivers;", want: "DIRECTIVE dredge [imperative-under-chapeau] inherited"},
		{name: "imperatives one after the other", chapeaux: []string{measuresChapeau}, text: "Promote measures to prevent pollution and reduce waste, adapt them to each river, and share experiences;",
			want: "DIRECTIVE promote [imperative-under-chapeau] inherited\nDIRECTIVE adapt [coordinated-clause] inherited\nDIRECTIVE share [coordinated-clause] inherited"},
		{name: "verbs inside a that-clause", chapeaux: []string{shouldChapeau}, text: "Ensure that measures respect rights, take account of custom and promote peace;",
			want: "DIRECTIVE ensure [imperative-under-chapeau] inherited"},
		{name: "an aside before the verb", chapeaux: []string{shouldChapeau}, text: "In order to save rivers, prohibit waste and, to that end, enter into agreements;",
			want: "DIRECTIVE prohibit [imperative-under-chapeau] inherited\nDIRECTIVE enter into [coordinated-clause] inherited"},
		{name: "saying among measures", chapeaux: []string{measuresChapeau}, text: "Express concern that rivers suffer, and recognize the need for clean water;",
			want: "APPRAISAL express concern [imperative-under-chapeau]\nAFFIRMATION recognize [coordinated-clause]"},
		{name: "saying is asked for", chapeaux: []string{shouldChapeau}, text: "Emphasize the importance of rivers;", want: "DIRECTIVE emphasize [imperative-under-chapeau] inherited"},
		{name: "a second sentence with should", chapeaux: []string{shouldChapeau}, text: "Reinforce aid for rivers; in this connection, long-term support should be promoted;",
			want: "DIRECTIVE reinforce [imperative-under-chapeau] inherited\nDIRECTIVE promote [subject-should]"},
		{name: "gerunds", chapeaux: []string{byChapeau}, text: "Establishing new or strengthening existing rules on rivers;",
			want: "DIRECTIVE establish, strengthen [gerund-under-chapeau] inherited"},
		{name: "nominalization", chapeaux: []string{byChapeau, "Strengthening rules through, inter alia:"}, text: "The introduction of permits;",
			want: "DIRECTIVE introduce [nominalization-under-chapeau] inherited"},
		{name: "noun phrase", chapeaux: []string{byChapeau, "Strengthening rules through, inter alia:"}, text: "Permits and licences;",
			want: "DIRECTIVE strengthen [noun-phrase-under-chapeau] inherited"},
		{name: "what is decided", chapeaux: []string{decideChapeau}, text: "The pollution of rivers;", want: "PLEDGE decide [noun-phrase-under-chapeau] inherited"},
		{name: "a request within a pledge", chapeaux: []string{"We commit to a single review, which entails the following:"}, text: "Requesting the Secretariat to report on rivers;",
			want: "DIRECTIVE request [gerund-under-chapeau]"},
		{name: "what is recognized", chapeaux: []string{recognizeChapeau}, text: "Clean rivers require cooperation;", want: "AFFIRMATION recognize [stated-under-chapeau] inherited"},
		{name: "through a frame", chapeaux: []string{recognizeChapeau, "Such rivers include:"}, text: "Short rivers;", want: "AFFIRMATION recognize [stated-under-chapeau] inherited"},
		{name: "we under a chapeau", chapeaux: []string{measuresChapeau}, text: "We resolve to clean rivers;", want: "PLEDGE resolve [subject-we]"},
		{name: "speakers in the chapeau", chapeaux: []string{"We, the Ministers of the coast:"}, text: "Undertake to clean rivers;", want: "PLEDGE undertake [verb-opens-paragraph]"},

		{name: "frame: should", text: shouldChapeau, want: "FRAME"},
		{name: "frame: recommended", text: "It is recommended that States:", want: "FRAME"},
		{name: "frame: that", text: recognizeChapeau, want: "FRAME"},
		{name: "frame: the following", text: "Identify the following achievements and challenges:", want: "FRAME"},
		{name: "frame: speakers", text: "We, the States Members of the United Nations,", want: "FRAME"},
		{name: "frame: an organ", text: "The General Assembly,", want: "FRAME"},
		{name: "frame: they have met", text: "We, the Ministers of the coast, have met in Lagos to take stock of the rivers;", want: "FRAME"},
		{name: "frame: it addresses", text: "Calls upon Member States:", want: "FRAME"},
		{name: "not a frame: it has content", text: decideChapeau, want: "PLEDGE decide [verb-opens-paragraph]"},
		{name: "statement", text: "Many rivers are polluted. Waste has increased.", want: "STATEMENT"},
		{name: "statement: nouns that could be verbs", text: "Support for rivers is limited.", want: "STATEMENT"},
		{name: "statement: must, of nobody", text: "Rivers suffer. Measures must be complemented by others.", want: "STATEMENT"},
		{name: "nothing", text: "", want: "FRAME"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := summary(find(f, c.text, c.chapeaux...)); got != c.want {
				t.Errorf("%q\ngot\n%s\nwant\n%s", c.text, got, c.want)
			}
		})
	}
}

func TestHeadingOfADescription(t *testing.T) {
	f := newFinder(t)
	p := graph.Provision{ID: "doc/1", Text: "Increased emphasis should be placed on rivers.", Headings: []string{"Part I", "Problem"}}
	if c := f.Find(&p, clause.Governance{}); c.Kind != graph.Statement {
		t.Errorf("under %q the provision is %s", p.Headings, c.Kind)
	}
	p.Headings = []string{"Part I", "Action"}
	if c := f.Find(&p, clause.Governance{}); c.Kind != graph.Operative {
		t.Errorf("under %q the provision is %s", p.Headings, c.Kind)
	}
}

func TestSpansOfClauses(t *testing.T) {
	c := find(newFinder(t), "We recognize that rivers suffer, and, to that end, we resolve to clean them;")
	want := []string{"We recognize that rivers suffer", "to that end, we resolve to clean them"}
	var got []string
	for i, m := range c.Commitments {
		got = append(got, m.Span.Quote)
		if m.ID != fmt.Sprintf("doc/p1:%d", i+1) || m.Ordinal != i+1 {
			t.Errorf("clause %d has id %s and ordinal %d", i+1, m.ID, m.Ordinal)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestQualifiers(t *testing.T) {
	f := newFinder(t)
	for _, c := range []struct{ text, want string }{
		{"Encourage States, as appropriate, to clean rivers within available resources;", "as appropriate/as appropriate within available resources/within available resources"},
		{"Call upon States, where feasible and upon request, to help;", "where feasible/where feasible upon request/upon request"},
		{"Urge States, in accordance with their national legislation, to ban waste;", "in accordance with national legislation/in accordance with their national legislation"},
		{"Request the Board, within its mandate and subject to the availability of extrabudgetary resources, to help;", "within respective mandates/within its mandate subject to the availability of resources/subject to the availability of extrabudgetary resources"},
		{"Urge States to act, as requested by the Council;", ""},
		{"Note that rivers suffer, and urge States, where possible, to help;", "where possible/where possible"},
	} {
		var got []string
		for _, m := range find(f, c.text).Commitments {
			for _, q := range m.Qualifiers {
				got = append(got, q.Name+"/"+q.Span.Quote)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, strings.Join(got, " "), c.want)
		}
	}
}

func TestStrength(t *testing.T) {
	f := newFinder(t)
	strength := func(text string, chapeaux ...string) int {
		c := find(f, text, chapeaux...)
		if len(c.Commitments) != 1 {
			t.Fatalf("%q has %d clauses", text, len(c.Commitments))
		}
		return c.Commitments[0].Strength
	}
	rising := []string{
		"Note the state of rivers;", "Welcome the state of rivers;", "Invite States to help;", "Encourage States to help;",
		"Call upon States to help;", "Request States to help;", "Urge States to help;", "Demand that States help;",
		"Undertake to help;", "Commit to help;", "Decide to help;",
	}
	for i := 1; i < len(rising); i++ {
		if a, b := strength(rising[i-1]), strength(rising[i]); a >= b {
			t.Errorf("%q has %d, %q has %d", rising[i-1], a, rising[i], b)
		}
	}
	if a, b := strength("Clean rivers;", shouldChapeau), strength("States should clean rivers."); a != b {
		t.Errorf("an imperative below %q has strength %d, not %d", shouldChapeau, a, b)
	}
	if a, b := strength("Reaffirm the importance of rivers;"), strength("Reaffirm our commitment to rivers;"); a >= b {
		t.Errorf("reaffirming a commitment (%d) binds no more than reaffirming a fact (%d)", b, a)
	}
}

func TestLexiconIsATotalOrder(t *testing.T) {
	verbs := newFinder(t).Verbs()
	kinds := map[graph.CommitmentKind]bool{}
	seen := map[string]bool{}
	for i, v := range verbs {
		if v.Strength != i+1 {
			t.Errorf("%q has strength %d at place %d", v.Base, v.Strength, i+1)
		}
		if seen[v.Base] || v.Base != strings.ToLower(strings.TrimSpace(v.Base)) {
			t.Errorf("%q is listed twice or not in base form", v.Base)
		}
		seen[v.Base], kinds[v.Kind] = true, true
	}
	for _, kind := range graph.CommitmentKinds() {
		if !kinds[kind] {
			t.Errorf("no verb is %s", kind)
		}
	}
}

func TestLexiconReadsForms(t *testing.T) {
	lexicon, err := clause.NewLexicon()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		word string
		base string
		form clause.Form
	}{
		{"commit", "commit", clause.Bare}, {"commits", "commit", clause.Third}, {"committing", "commit", clause.Participle},
		{"committed", "commit", clause.Past}, {"identifies", "identify", clause.Third}, {"identified", "identify", clause.Past},
		{"urging", "urge", clause.Participle}, {"stresses", "stress", clause.Third}, {"undertook", "undertake", clause.Past},
		{"undertaken", "undertake", clause.Past}, {"employing", "employ", clause.Participle}, {"agreeing", "agree", clause.Participle},
	} {
		base, form, _, ok := lexicon.Verb(c.word)
		if !ok || base != c.base || form != c.form {
			t.Errorf("%q is read as form %d of %q", c.word, form, base)
		}
	}
	if _, _, noun, _ := lexicon.Verb("support"); !noun {
		t.Error(`"support" is no noun`)
	}
	if _, _, _, ok := lexicon.Verb("river"); ok {
		t.Error(`"river" is a verb`)
	}
}

func FuzzFind(f *testing.F) {
	finder := newFinder(f)
	f.Add("We recognize, as appropriate, that rivers suffer, and urge States to: (a) help;", shouldChapeau)
	f.Add("“Establishing new or strengthening existing rules;", byChapeau)
	f.Add("Express, pay\xff special; call. Re-affirm", "")
	f.Fuzz(func(t *testing.T, text, chapeau string) {
		checkSpans(t, text, find(finder, text))
		checkSpans(t, text, find(finder, text, chapeau))
	})
}

func checkSpans(t *testing.T, text string, c clause.Clauses) {
	points := []rune(text)
	if (c.Kind == graph.Operative) != (len(c.Commitments) > 0) {
		t.Fatalf("%s with %d commitments", c.Kind, len(c.Commitments))
	}
	check := func(s graph.Span) {
		if s.Start < 0 || s.End > len(points) || s.Start >= s.End {
			t.Fatalf("span %+v of %d code points", s, len(points))
		}
		if utf8.ValidString(text) && string(points[s.Start:s.End]) != s.Quote {
			t.Fatalf("span %+v does not reproduce its quote", s)
		}
	}
	for _, m := range c.Commitments {
		check(m.Span)
		if len(m.Verbs) == 0 || slices.Contains(m.Verbs, "") {
			t.Fatalf("verbs %q", m.Verbs)
		}
		for _, q := range m.Qualifiers {
			check(q.Span)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	f := newFinder(b)
	p := &graph.Provision{ID: "doc/p1", Text: "Underscore that rivers matter, welcome the efforts made by States to comply with the rules and, where appropriate, to clean rivers, and urge all States that have not yet done so to consider taking measures to accede to the treaty;"}
	b.ReportAllocs()
	b.SetBytes(int64(len(p.Text)))
	for b.Loop() {
		f.Find(p, clause.Governance{})
	}
}

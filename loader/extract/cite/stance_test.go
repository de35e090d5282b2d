package cite_test

import (
	"strings"
	"testing"

	"reaffirm/graph"
)

func TestStance(t *testing.T) {
	f := newFinder(t, corpusDocuments()...)
	tests := []struct {
		text       string
		instrument string
		want       graph.Stance
		rule       string
	}{
		{"in full conformity with the purposes of the Charter of the United Nations, international law and the Universal Declaration of Human Rights;", "udhr", graph.ConformsTo, "conformity"},
		{"act in accordance with national legislation and the 1988 Convention;", "convention-1988", graph.ConformsTo, "conformity"},
		{"in accordance with national legislation, implement the 1988 Convention;", "convention-1988", graph.Implements, "implementation"},
		{"convened in accordance with Assembly resolution 67/193;", "a-res-67-193", graph.ConformsTo, "conformity"},
		{"the provisions against money-laundering, implementing those of instruments such as the 1988 Convention and, in accordance with national legislation, the FATF Recommendations;", "fatf-recommendations", graph.Implements, "implementation"},
		{"accelerate the full implementation of the 2009 Political Declaration, the 2014 Joint Ministerial Statement and the 2016 outcome document;", "jms-2014", graph.Implements, "implementation"},
		{"the implementation by Member States of the 2009 Political Declaration;", "pdpa-2009", graph.Implements, "implementation"},
		{"achieve the goals and targets set out in the 2009 Political Declaration;", "pdpa-2009", graph.Implements, "implementation"},
		{"consider ratifying or acceding to relevant instruments, including the Convention against Corruption;", "uncac", graph.UrgesAdherence, "adherence"},
		{"ratifying or acceding to and strengthening their implementation of the Convention against Corruption;", "uncac", graph.UrgesAdherence, "adherence"},
		{"Reaffirm the 1998 Political Declaration, the Joint Ministerial Statement and the Tokyo Rules;", "tokyo-rules", graph.Reaffirms, "reaffirmation"},
		{"We reaffirm our commitment to implementing effectively the provisions set out in the 2009 Political Declaration;", "pdpa-2009", graph.Reaffirms, "commitment-reaffirmed"},
		{"Reaffirm our commitment to ensure that all is done in full conformity with the Charter of the United Nations;", "un-charter", graph.ConformsTo, "conformity"},
		{"We underscore that the 1961 Convention and the 1971 Convention constitute the cornerstone of the system;", "convention-1971", graph.Reaffirms, "cornerstone"},
		{"Recall also the United Nations Millennium Declaration;", "millennium-declaration", graph.Recalls, "recall"},
		{"Bearing in mind the reports on implementation of the 2009 Political Declaration, the annual World Drug Report and others,", "world-drug-report", graph.Recalls, "recall"},
		{"Welcome the adoption of the United Nations Guiding Principles on Alternative Development;", "guiding-principles-alternative-development", graph.WelcomesStance, "welcome"},
		{"Note with appreciation the Tokyo Rules;", "tokyo-rules", graph.WelcomesStance, "welcome"},
		{"strengthen controls, including through the use, as appropriate, of PEN Online;", "pen-online", graph.Uses, "use"},
		{"taking into account, as appropriate and in accordance with national legislation, the Tokyo Rules;", "tokyo-rules", graph.Uses, "use"},
		{"within the framework of Project Prism;", "project-prism", graph.Uses, "use-of-programme"},
		{"the circumstances enumerated in article 3 of the 1988 Convention;", "convention-1988", graph.DefinesBy, "definition"},
		{"precursors controlled under the 1988 Convention;", "convention-1988", graph.DefinesBy, "definition"},
		{"Implement the 1988 Convention and invite all to submit the annual report questionnaire;", "annual-report-questionnaire", graph.CitesWithNoMore, "mention"},
	}
	for _, test := range tests {
		c := citation(t, citedIn(f, provision("md-2019", test.text), nil, nil).Citations, test.instrument)
		if c.Stance != test.want || !strings.HasSuffix(c.Evidence.Rule, "/"+test.rule) {
			t.Errorf("%s: stance %s by %s, want %s by %s", test.text, c.Stance, c.Evidence.Rule, test.want, test.rule)
		}
	}
}

// A clause ends where the next commitment begins, though no semicolon stands between them.
func TestStanceKeepsToItsClause(t *testing.T) {
	f := newFinder(t, corpusDocuments()...)
	p := provision("md-2019", "Welcome what was done, propose a day for the Tokyo Rules")
	second := strings.Index(p.Text, "propose")
	commitments := []graph.Commitment{
		{Span: graph.Span{Start: 0, End: second}, Verbs: []string{"welcome"}},
		{Span: graph.Span{Start: second, End: len(p.Text)}, Verbs: []string{"propose"}},
	}
	if c := citation(t, citedIn(f, p, nil, nil).Citations, "tokyo-rules"); c.Stance != graph.WelcomesStance {
		t.Errorf("without commitments: %s", c.Stance)
	}
	if c := citation(t, citedIn(f, p, nil, commitments).Citations, "tokyo-rules"); c.Stance != graph.CitesWithNoMore {
		t.Errorf("with commitments: %s", c.Stance)
	}
}

func citation(t *testing.T, citations []graph.Citation, instrument string) graph.Citation {
	t.Helper()
	for _, c := range citations {
		if c.Instrument == "instrument/"+instrument {
			return c
		}
	}
	t.Fatalf("no citation of %s in %v", instrument, citations)
	return graph.Citation{}
}

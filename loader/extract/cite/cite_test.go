package cite_test

import (
	"fmt"
	"strings"
	"testing"

	"reaffirm/graph"
)

// A citation is written as instrument, pinpoint, footnote and marks, then the words that cite:
//
//	convention-1988 @article 3 [4] collective erratum "the words"
func written(c graph.Citation) string {
	parts := []string{strings.TrimPrefix(c.Instrument, "instrument/")}
	if c.Pinpoint != "" {
		parts = append(parts, "@"+c.Pinpoint)
	}
	if c.Footnote != "" {
		parts = append(parts, "["+c.Footnote+"]")
	}
	if c.Collective {
		parts = append(parts, "collective")
	}
	if c.Erratum {
		parts = append(parts, "erratum")
	}
	if c.Span != nil {
		parts = append(parts, fmt.Sprintf("%q", c.Span.Quote))
	}
	return strings.Join(parts, " ")
}

// provision makes a provision of a document; "^4^" in the text is the mark of footnote 4.
func provision(document, text string, notes ...string) *graph.Provision {
	p := &graph.Provision{ID: document + "/1", Document: document}
	for n, note := range notes {
		marker := fmt.Sprint(n + 1)
		before, after, ok := strings.Cut(text, "^"+marker+"^")
		if !ok {
			panic("no mark of note " + marker)
		}
		text = before + after
		p.Footnotes = append(p.Footnotes, graph.Footnote{
			Marker: marker, Text: note, Resolved: note, Offset: len([]rune(before)), Source: graph.Source{File: "made-up.md", StartLine: 9},
		})
	}
	p.Text = text
	return p
}

func TestFind(t *testing.T) {
	f := newFinder(t, append(corpusDocuments(),
		graph.Document{ID: "a-res-75-1", Title: "Declaration on the commemoration of small harbours", Symbol: "A/RES/75/1", Adopted: "2020-09-21"},
		graph.Document{ID: "e-res-2020-5", Title: "Harbours", Symbol: "E/RES/2020/5", Adopted: "2020-07-01"},
		graph.Document{ID: "s-res-2500", Title: "Resolution 2500 (2019)", Symbol: "S/RES/2500(2019)", Adopted: "2019-09-21"},
		graph.Document{ID: "a-hrc-res-45-2", Title: "Harbours and rights", Symbol: "A/HRC/RES/45/2", Adopted: "2020-10-01"},
		graph.Document{ID: "old-1998", Title: "Old text on drugs", Symbol: "A/RES/S-20/9", Adopted: "1998-06-10"},
	)...)
	tests := []struct {
		name     string
		document string // md-2019 where empty
		text     string
		notes    []string
		want     []string
	}{
		// Treaties.
		{name: "treaty by its full name and year", text: "Recall the Convention on Psychotropic Substances of 1971;",
			want: []string{`convention-1971 "Convention on Psychotropic Substances of 1971"`}},
		{name: "treaty by its short name", text: "Act in accordance with the 1988 Convention and the Organized Crime Convention;",
			want: []string{`convention-1988 "1988 Convention"`, `untoc "Organized Crime Convention"`}},
		{name: "capitals vary within a long name", text: "The UNITED NATIONS CONVENTION AGAINST CORRUPTION applies.",
			want: []string{`uncac "UNITED NATIONS CONVENTION AGAINST CORRUPTION"`}},
		{name: "ordinary words are no name", text: "A convention against corruption in sport was discussed in the single convention hall."},
		{name: "article", text: "as mandated in article 12, paragraph 12, of the 1988 Convention;",
			want: []string{`convention-1988 @article 12, paragraph 12 "article 12, paragraph 12, of the 1988 Convention"`}},
		{name: "article with letters", text: "implement article 3, paragraph 1 (c) (iii), of the 1988 Convention",
			want: []string{`convention-1988 @article 3, paragraph 1 (c) (iii) "article 3, paragraph 1 (c) (iii), of the 1988 Convention"`}},
		{name: "tables", text: "substances listed in Table I or Table II of the 1988 Convention;",
			want: []string{`convention-1988 @Table I or Table II "Table I or Table II of the 1988 Convention"`}},
		{name: "two articles of two treaties", text: "under article 38 of the 1961 Convention and article 20 of the 1971 Convention",
			want: []string{`convention-1961 @article 38 "article 38 of the 1961 Convention"`, `convention-1971 @article 20 "article 20 of the 1971 Convention"`}},
		{name: "amending protocol", text: "the Single Convention on Narcotic Drugs of 1961 as amended by the 1972 Protocol",
			want: []string{`convention-1961 "Single Convention on Narcotic Drugs of 1961"`, `protocol-1972 "1972 Protocol"`}},
		{name: "protocols thereto", text: "Call on States parties to the Organized Crime Convention and, as appropriate, the Protocols thereto to act;",
			want: []string{`untoc "Organized Crime Convention"`, `untoc-trafficking collective "Protocols thereto"`,
				`untoc-smuggling collective "Protocols thereto"`, `untoc-firearms collective "Protocols thereto"`}},
		{name: "treaty within the title of its protocol", text: "ratify the Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations Convention against Transnational Organized Crime;",
			want: []string{`untoc-smuggling "Protocol against the Smuggling of Migrants by Land, Sea and Air, supplementing the United Nations Convention against Transnational Organized Crime"`}},
		{name: "collective phrase", text: "in conformity with the three international drug control conventions;",
			want: []string{`convention-1961 collective "three international drug control conventions"`,
				`convention-1971 collective "three international drug control conventions"`, `convention-1988 collective "three international drug control conventions"`}},
		{name: "the conventions, in the company of drugs", text: "scheduling of drugs so that the objectives of the conventions are met;",
			want: []string{`convention-1961 collective "the conventions"`, `convention-1971 collective "the conventions"`, `convention-1988 collective "the conventions"`}},
		{name: "the conventions, of something else", text: "the objectives of the conventions on chemicals and of the conventions are met;"},

		// Phrases that point back.
		{name: "those instruments", text: "Welcome the 1971 Convention and the Convention against Corruption, and urge States to accede to those instruments;",
			want: []string{`convention-1971 "1971 Convention"`, `uncac "Convention against Corruption"`,
				`convention-1971 collective "those instruments"`, `uncac collective "those instruments"`}},
		{name: "those conventions, not the Charter", text: "in line with the Charter of the United Nations and the 1988 Convention, implement those conventions;",
			want: []string{`un-charter "Charter of the United Nations"`, `convention-1988 "1988 Convention"`, `convention-1988 "those conventions"`}},
		{name: "those conventions, with none before", text: "implement those conventions;"},
		{name: "the Declaration", text: "Recall the United Nations Millennium Declaration and achieve the Declaration's targets;",
			want: []string{`millennium-declaration "United Nations Millennium Declaration"`, `millennium-declaration "Declaration"`}},
		{name: "article of that Convention", text: "Recall the 1988 Convention and act under article 12 of that Convention;",
			want: []string{`convention-1988 "1988 Convention"`, `convention-1988 @article 12 "article 12 of that Convention"`}},
		{name: "plan for those principles", text: "the Declaration on the Guiding Principles of Drug Demand Reduction and the Action Plan for the implementation of those principles",
			want: []string{`declaration-demand-reduction-1998 "Declaration on the Guiding Principles of Drug Demand Reduction"`,
				`action-plan-demand-reduction-1999 "Action Plan for the implementation of those principles"`}},

		// Documents of the corpus.
		{name: "document by an alias", text: "Implement the 2009 Political Declaration, the 2014 Joint Ministerial Statement and the outcome document of the thirtieth special session of the General Assembly, held in 2016;",
			want: []string{`pdpa-2009 "2009 Political Declaration"`, `jms-2014 "2014 Joint Ministerial Statement"`,
				`ungass-2016 "outcome document of the thirtieth special session of the General Assembly, held in 2016"`}},
		{name: "the outcome of another special session", text: "Implement the outcome document of the special session of the General Assembly on children;"},
		{name: "name within a longer name", text: "the Joint Ministerial Statement of the 2014 high-level review by the Commission on Narcotic Drugs of the implementation by Member States of the Political Declaration and Plan of Action;",
			want: []string{`jms-2014 "Joint Ministerial Statement of the 2014 high-level review by the Commission on Narcotic Drugs of the implementation by Member States of the Political Declaration and Plan of Action"`}},
		{name: "dated name, early", document: "pdpa-2009", text: "Reaffirm the Joint Ministerial Statement;", want: []string{`jms-2003 "Joint Ministerial Statement"`}},
		{name: "dated name, late", document: "ungass-2016", text: "Reaffirm the Joint Ministerial Statement;", want: []string{`jms-2014 "Joint Ministerial Statement"`}},
		{name: "dated name, of another field", document: "e-res-2020-5", text: "Reaffirm the Joint Ministerial Statement on small harbours;"},
		{name: "dated name, in the company of drugs", document: "e-res-2020-5", text: "Against drugs, reaffirm the Joint Ministerial Statement;", want: []string{`jms-2014 "Joint Ministerial Statement"`}},
		{name: "dated name, before its time", document: "old-1998", text: "Reaffirm the Political Declaration and Plan of Action;"},
		{name: "the document itself", document: "pdpa-2009", text: "Follow up to the present Political Declaration and its Plan of Action;",
			want: []string{`pdpa-2009 "present Political Declaration and its Plan of Action"`}},
		{name: "a paragraph of the document itself", document: "ungass-2016", text: "as outlined in paragraph 1 of the present document;",
			want: []string{`ungass-2016 @paragraph 1 "paragraph 1 of the present document"`}},
		{name: "the present session is no document", text: "adopted at the present session;"},
		{name: "document by its symbol", text: "Recall General Assembly resolution 75/1;", want: []string{`a-res-75-1 "General Assembly resolution 75/1"`}},
		{name: "document by its title", text: "Recall the Declaration on the commemoration of small harbours;",
			want: []string{`a-res-75-1 "Declaration on the commemoration of small harbours"`}},
		{name: "a title that is ordinary words", text: "Harbours and rights matter;"},

		// Resolutions.
		{name: "Assembly resolution with annex", text: "General Assembly resolution S-30/1, annex",
			want: []string{`ungass-2016 @annex "General Assembly resolution S-30/1, annex"`}},
		{name: "short name of the organ and date", text: "in accordance with Assembly resolution 67/193 of 20 December 2012, to review",
			want: []string{`a-res-67-193 "Assembly resolution 67/193"`}},
		{name: "list", text: "Recall General Assembly resolutions 59/209 of 20 December 2004 and 67/221 of 21 December 2012;",
			want: []string{`a-res-59-209 "General Assembly resolutions 59/209"`, `a-res-67-221 "67/221"`}},
		{name: "list with annex", text: "in accordance with Economic and Social Council resolutions 2006/33, 2007/13, annex, and 2008/26, do so",
			want: []string{`e-res-2006-33 "Economic and Social Council resolutions 2006/33"`, `e-res-2007-13 @annex "2007/13, annex"`, `e-res-2008-26 "2008/26"`}},
		{name: "paragraph of an annex", text: "Council resolution 2007/13, annex, para. 18 (c).", want: []string{`e-res-2007-13 @annex, para. 18 (c) "Council resolution 2007/13, annex, para. 18 (c)"`}},
		{name: "letters", text: "General Assembly resolutions S-20/2, S-20/3 and S-20/4 A to E.",
			want: []string{`political-declaration-1998 "General Assembly resolutions S-20/2"`, `declaration-demand-reduction-1998 "S-20/3"`, `measures-1998 @A to E "S-20/4 A to E"`}},
		{name: "one letter", text: "General Assembly resolution S-20/4 E.", want: []string{`action-plan-alternative-development-1998 "General Assembly resolution S-20/4 E"`}},
		{name: "roman numerals", text: "General Assembly resolutions 217 A (III) and 2625 (XXV)", want: []string{`udhr "General Assembly resolutions 217 A (III)"`, `a-res-2625-xxv "2625 (XXV)"`}},
		{name: "Commission resolutions", text: "Commission on Narcotic Drugs resolution 55/8 of 16 March 2012 and resolution 56/15 of 15 March 2013, entitled “Follow-up to the Plan of Action on harbours”",
			want: []string{`cnd-res-55-8 "Commission on Narcotic Drugs resolution 55/8"`, `cnd-res-56-15 "resolution 56/15"`}},
		{name: "its resolution", text: "as endorsed by the Commission on Narcotic Drugs in its resolution 49/3, provide", want: []string{`cnd-res-49-3 "resolution 49/3"`}},
		{name: "Security Council by the number alone", text: "Recall Council resolution 1373 (2001) and resolution 1540 (2004);",
			want: []string{`s-res-1373 "Council resolution 1373 (2001)"`, `s-res-1540 "resolution 1540 (2004)"`}},
		{name: "Human Rights Council by the number", text: "Recall Council resolution 10/23;", want: []string{`a-hrc-res-10-23 "Council resolution 10/23"`}},
		{name: "the document's own organ", document: "a-hrc-res-45-2", text: "Recalling its resolution 42/18,", want: []string{`a-hrc-res-42-18 "resolution 42/18"`}},
		{name: "the document's own organ, of its generic name", document: "e-res-2020-5", text: "Recalling Council resolution 2018/1,", want: []string{`e-res-2018-1 "Council resolution 2018/1"`}},
		{name: "linked whether or not the year is printed", document: "s-res-2500", text: "Recalling resolution 2500 (2019) and S/RES/2500,",
			want: []string{`s-res-2500 "resolution 2500 (2019)"`, `s-res-2500 "S/RES/2500"`}},
		{name: "decision", text: "Recall General Assembly decision 62/550;", want: []string{`a-dec-62-550 "General Assembly decision 62/550"`}},
		{name: "World Health Assembly", text: "Recall World Health Assembly resolution WHA58.33;", want: []string{`wha-res-wha58-33 "World Health Assembly resolution WHA58.33"`}},
		{name: "resolution without a number", text: "the resolution of 2009 and the resolutions of 12 March;"},

		// Symbols and forms.
		{name: "symbols", text: "See A/RES/70/2, E/INCB/2012/1 and A/58/126, sect. II.A.",
			want: []string{`a-res-70-2 "A/RES/70/2"`, `e-incb-2012-1 "E/INCB/2012/1"`, `a-58-126 @sect. II.A "A/58/126, sect. II.A"`}},
		{name: "slashes that are no symbol", text: "HIV/AIDS and/or 50/50 by 24/7;"},
		{name: "unknown convention", text: "Recall the Convention on the Physical Protection of Nuclear Material and other texts;",
			want: []string{`convention-on-the-physical-protection-of-nuclear-material "Convention on the Physical Protection of Nuclear Material"`}},
		{name: "unknown plan with a name before it", text: "implement the Barbados Programme of Action;", want: []string{`barbados-programme-of-action "Barbados Programme of Action"`}},
		{name: "unknown principles with a short name", text: "Note the Principles on Effective Interviewing (the Méndez Principles), and act;",
			want: []string{`principles-on-effective-interviewing "Principles on Effective Interviewing (the Méndez Principles)"`}},
		{name: "hyphens and possessives in a title", text: "the Sharm el-Sheikh Declaration and the Convention on the World’s Small Harbours were named",
			want: []string{`sharm-el-sheikh-declaration "Sharm el-Sheikh Declaration"`, `convention-on-the-world-s-small-harbours "Convention on the World’s Small Harbours"`}},
		{name: "head of a larger name", text: "the Convention Secretariat and the National Strategy were named;"},
		{name: "quoted title", text: "taking into account the report entitled “A new course for small harbours” and others;",
			want: []string{`a-new-course-for-small-harbours "A new course for small harbours"`}},
		{name: "quoted title of an agenda item", text: "the item entitled “A new course for small harbours” of the agenda;"},

		// Footnotes.
		{name: "registration of a treaty named in the text", text: "Recall the 1971 Convention^1^ and act;", notes: []string{"United Nations, Treaty Series, vol. 1019, No. 14956."},
			want: []string{`convention-1971 [1] "1971 Convention"`}},
		{name: "registrations of protocols", text: "Recall the Organized Crime Convention and the Protocols thereto;^1^", notes: []string{"United Nations, Treaty Series, vols. 2237, 2241 and 2326, No. 39574."},
			want: []string{`untoc "Organized Crime Convention"`, `untoc-trafficking [1] collective "Protocols thereto"`,
				`untoc-smuggling [1] collective "Protocols thereto"`, `untoc-firearms [1] collective "Protocols thereto"`}},
		{name: "symbol of an instrument named in the text", text: "in line with the Tokyo Rules;^1^", notes: []string{"Resolution 45/110, annex."},
			want: []string{`tokyo-rules @annex [1] "Tokyo Rules"`}},
		{name: "symbol gives an unknown name its instrument", text: "Recall the Prevention Guidelines of the Assembly on Juveniles^1^ and act;", notes: []string{"General Assembly resolution 45/112, annex."},
			want: []string{`riyadh-guidelines @annex [1] "Prevention Guidelines of the Assembly on Juveniles"`}},
		{name: "issue of a series", text: "the annual report of the International Narcotics Control Board,^1^ and", notes: []string{"E/INCB/2012/1."},
			want: []string{`incb-annual-report @E/INCB/2012/1 [1] "annual report of the International Narcotics Control Board"`}},
		{name: "official record", text: "the Political Declaration and Plan of Action;^1^", notes: []string{"See Official Records of the Economic and Social Council, 2009, Supplement No. 8 (E/2009/28), chap. I, sect. C."},
			want: []string{`pdpa-2009 @chap. I, sect. C [1] "Political Declaration and Plan of Action"`}},
		{name: "another part of the same record", text: "the resolutions adopted then;^1^", notes: []string{"Official Records of the Economic and Social Council, 2009, Supplement No. 8 (E/2009/28), chap. II."},
			want: []string{`e-2009-28 @chap. II [1]`}},
		{name: "named by the footnote alone", text: "the decision of the General Assembly^1^ to convene;", notes: []string{"General Assembly resolution 67/193."},
			want: []string{`a-res-67-193 [1]`}},
		{name: "members of a collective phrase", text: "the international drug control conventions;^1^", notes: []string{"The Convention on Psychotropic Substances of 1971 (United Nations, Treaty Series, vol. 1019, No. 14956) and the 1988 Convention."},
			want: []string{`convention-1961 collective "international drug control conventions"`, `convention-1971 [1] collective "international drug control conventions"`,
				`convention-1988 [1] collective "international drug control conventions"`}},
		{name: "bibliography of a guide", text: "the Guide on Estimating Requirements for Substances under International Control,^1^ and", notes: []string{"World Health Organization (Vienna, 2012)."},
			want: []string{`estimates-guide [1] "Guide on Estimating Requirements for Substances under International Control"`}},

		// Errata of the source.
		{name: "wrong year after a treaty", text: "the Convention on Psychotropic Substances of 1917 and", want: []string{`convention-1971 erratum "Convention on Psychotropic Substances of 1917"`}},
		{name: "wrong year before a treaty", text: "the 1962 Single Convention on Narcotic Drugs and", want: []string{`convention-1961 erratum "1962 Single Convention on Narcotic Drugs"`}},
		{name: "full date of a treaty", text: "the Convention on the Rights of the Child of 20 November 1989 and", want: []string{`crc "Convention on the Rights of the Child of 20 November 1989"`}},
		{name: "hyphen in place of a stroke", text: "General Assembly resolution S-30-1, annex.", want: []string{`ungass-2016 @annex erratum "General Assembly resolution S-30-1, annex"`}},
		{name: "hyphen in an ordinary number", text: "General Assembly resolution 68-196 and", want: []string{`guiding-principles-alternative-development erratum "General Assembly resolution 68-196"`}},
		{name: "hyphen in a symbol", text: "See A/RES/70-1.", want: []string{`agenda-2030 erratum "A/RES/70-1"`}},
		{name: "period after the word resolution", text: "the resolution 2009-2015 workplan"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			document := test.document
			if document == "" {
				document = "md-2019"
			}
			p := provision(document, test.text, test.notes...)
			found := citedIn(f, p, nil, nil)
			var got []string
			for _, c := range found.Citations {
				got = append(got, written(c))
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
			checkForm(t, f.Instruments(), p, found)
		})
	}
}

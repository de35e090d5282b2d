package graphtest

import "reaffirm/graph"

// Small is a graph made by hand after the drug-policy documents, with something of everything: three
// dated documents and one with no date, provisions within provisions, sections within sections,
// instruments and themes in two levels and three, links of every relation, words with accents and signs
// that query languages give a meaning, and nodes that nothing refers to. Each call makes it anew.
func Small() *graph.Graph {
	b := newBuilder()
	b.entities()
	b.declaration2009()
	b.outcome2016()
	b.declaration2019()
	b.undated()
	b.links()
	return b.sealed()
}

func (b *builder) entities() {
	g := &b.graph
	g.CorpusDigest = "sha256:5f3c"
	g.Documents = []graph.Document{
		{ID: "md-2019", Title: "Ministerial Declaration on Strengthening Our Actions", ShortTitle: "2019 Ministerial Declaration", Adopted: "2019-03-14", Body: "body/cnd", File: "md-2019.md", Digest: "sha256:19"},
		{ID: "note", Title: "Note verbale: précis & “annexes”", ShortTitle: "Note", File: "note.md", Digest: "sha256:00"},
		{ID: "pd-2009", Title: "Political Declaration", ShortTitle: "2009 Political Declaration", Adopted: "2009", Body: "body/cnd", File: "pd-2009.md", Digest: "sha256:09"},
		{ID: "ungass-2016", Title: "Our joint commitment to effectively addressing and countering the world drug problem", ShortTitle: "2016 outcome document",
			Symbol: "A/RES/S-30/1", Adopted: "2016-04-19", Body: "body/unga", File: "ungass-2016.md", Digest: "sha256:16",
			Footnotes: []graph.Footnote{{Marker: "*", Text: "Adopted without a vote.", Resolved: "Adopted without a vote.", Source: graph.Source{File: "ungass-2016.md", StartLine: 3, EndLine: 3, StartByte: 90, EndByte: 113}}}},
	}
	g.Bodies = []graph.Body{
		{ID: "body/unodc", Kind: graph.NamedBody, Name: "United Nations Office on Drugs and Crime", Acronym: "UNODC", Note: "The Secretariat’s office.",
			Aliases: []graph.Alias{{Name: "United Nations International Drug Control Programme", To: 2002}, {Name: "UNDCP", From: 1991, To: 2002}}},
		{ID: "body/cnd", Kind: graph.NamedBody, Name: "Commission on Narcotic Drugs", Acronym: "CND", MemberOf: "body/ecosoc"},
		{ID: "body/ecosoc", Kind: graph.NamedBody, Name: "Economic and Social Council", Acronym: "ECOSOC"},
		{ID: "body/incb", Kind: graph.NamedBody, Name: "International Narcotics Control Board", Acronym: "INCB", MemberOf: "body/ecosoc"},
		{ID: "body/unga", Kind: graph.NamedBody, Name: "General Assembly", Acronym: "UNGA"},
		{ID: "body/who", Kind: graph.NamedBody, Name: "World Health Organization", Acronym: "WHO"},
		{ID: "body/member-states", Kind: graph.ActorClass, Name: "Member States", Aliases: []graph.Alias{{Name: "States parties"}, {Name: "Governments"}}},
		{ID: "body/civil-society", Kind: graph.ActorClass, Name: "Civil society"},
	}
	g.Instruments = []graph.Instrument{
		{ID: "instrument/convention-1961", Kind: graph.Treaty, Title: "Single Convention on Narcotic Drugs of 1961", Short: "1961 Convention", Adopted: "1961-03-30", Recognized: true,
			Aliases: []graph.Alias{{Name: "Single Convention"}}},
		{ID: "instrument/protocol-1972", Kind: graph.Protocol, Title: "Protocol amending the Single Convention", Short: "1972 Protocol", Adopted: "1972", Broader: "instrument/convention-1961", Recognized: true},
		{ID: "instrument/annex-1972", Kind: graph.Report, Title: "Annex to the Protocol", Broader: "instrument/protocol-1972"},
		{ID: "instrument/convention-1988", Kind: graph.Treaty, Title: "Convention against Illicit Traffic", Short: "1988 Convention", Adopted: "1988-12-20", Recognized: true},
		{ID: "instrument/ungass-2016", Kind: graph.Declaration, Title: "Our joint commitment", Short: "2016 outcome document", Symbol: "A/RES/S-30/1", Adopted: "2016-04-19", Document: "ungass-2016", Recognized: true},
		{ID: "instrument/pd-2009", Kind: graph.Declaration, Title: "Political Declaration", Adopted: "2009", Document: "pd-2009", Recognized: true},
		{ID: "instrument/resolution-53-115", Kind: graph.Resolution, Title: "General Assembly resolution 53/115", Symbol: "A/RES/53/115"},
		{ID: "instrument/never-cited", Kind: graph.Programme, Title: "GLO*:ACT + (pilot) ~2 [draft] {x} ^3 \\ back/slash!"},
	}
	g.Themes = []graph.Theme{
		{ID: "theme/demand", Name: "Demand reduction", Note: "Prevention, treatment, care."},
		{ID: "theme/prevention", Name: "Prevention", Broader: "theme/demand"},
		{ID: "theme/school-prevention", Name: "Prevention in schools", Broader: "theme/prevention"},
		{ID: "theme/treatment", Name: "Treatment", Broader: "theme/demand"},
		{ID: "theme/supply", Name: "Supply reduction"},
		{ID: "theme/money-laundering", Name: "Money-laundering", Broader: "theme/supply"},
		{ID: "theme/unused", Name: "Unused"},
	}
	g.Verbs = []graph.Verb{
		{Base: "note", Kind: graph.Affirmation, Strength: 1}, {Base: "encourage", Kind: graph.Directive, Strength: 3},
		{Base: "call upon", Kind: graph.Directive, Strength: 5}, {Base: "commit", Kind: graph.Pledge, Strength: 7},
		{Base: "decide", Kind: graph.Pledge, Strength: 8},
	}
	g.Issues = []graph.DataIssue{{Code: "ERRATUM_YEAR", Severity: graph.Warning, Message: "printed 1953, meant 1961", Source: graph.Source{File: "pd-2009.md", StartLine: 9, EndLine: 9, StartByte: 700, EndByte: 720}, Provision: "pd-2009/2"}}
}

func (b *builder) declaration2009() {
	b.section("pd-2009#1", "", "I. Commitment", 1)
	b.section("pd-2009#1.A", "pd-2009#1", "A. Reducing demand", 2)
	b.section("pd-2009#1.A.1", "pd-2009#1.A", "1. Schools", 3)
	b.section("pd-2009#2", "", "II. Supply", 1)
	b.provision("pd-2009/p1", "", "", graph.Frame, "We, the Ministers and Government representatives,", nil)
	b.provision("pd-2009/1", "pd-2009#1", "", graph.Operative,
		"We reaffirm our commitment to ensure access to treatment, and decide to establish 2019 as a target date for States to eliminate illicit cultivation.",
		func(p *graph.Provision) {
			p.Number = "1."
			p.Headings = []string{"I. Commitment"}
			p.Footnotes = []graph.Footnote{{Marker: "1", Text: "See resolution 53/115.", Resolved: "See resolution 53/115.", Offset: 40, Source: b.source("pd-2009")}}
		})
	b.provision("pd-2009/2", "pd-2009#1.A", "", graph.Operative,
		"We call upon States parties to implement the Single Convention on Narcotic Drugs of 1953, with the assistance of the United Nations Office on Drugs and Crime, as appropriate:", func(p *graph.Provision) { p.Number = "2." })
	b.provision("pd-2009/2/a", "pd-2009#1.A", "pd-2009/2", graph.Operative, "Develop prevention programmes in schools, by 2014;", func(p *graph.Provision) { p.Number = "(a)" })
	b.provision("pd-2009/2/a/i", "pd-2009#1.A.1", "pd-2009/2/a", graph.Operative, "Train teachers in prevention and early intervention;", func(p *graph.Provision) { p.Number = "(i)" })
	b.provision("pd-2009/2/b", "pd-2009#1.A", "pd-2009/2", graph.Statement, "Money laundering threatens the State’s institutions;", func(p *graph.Provision) { p.Number = "(b)" })
	b.provision("pd-2009/3", "pd-2009#2", "", graph.Operative,
		"We encourage the Commission on Narcotic Drugs and the World Health Organization to counter money-laundering and to promote alternative development.", nil)
	b.provision("pd-2009/4", "pd-2009#2", "", graph.Operative,
		"We encourage the Commission on Narcotic Drugs and the World Health Organization to counter money-laundering and to promote alternative development.", nil)

	c := b.commitment("pd-2009/1", "reaffirm our commitment to ensure access to treatment", graph.Pledge, 7, "reaffirm", "commit")
	b.involve("pd-2009/1", c.ID, "member-states", "", graph.Responsible, 0.8)
	c = b.commitment("pd-2009/1", "decide to establish 2019 as a target date", graph.Pledge, 8, "decide")
	b.deadline(c, 2019, "2019 as a target date")
	b.involve("pd-2009/1", c.ID, "member-states", "States", graph.Responsible, 1)
	c = b.commitment("pd-2009/2", "call upon States parties to implement", graph.Directive, 5, "call upon")
	b.qualifier(c, "as appropriate", "as appropriate")
	b.involve("pd-2009/2", c.ID, "member-states", "States parties", graph.Responsible, 1)
	b.involve("pd-2009/2", c.ID, "unodc", "United Nations Office on Drugs and Crime", graph.Partner, 0.9)
	c = b.commitment("pd-2009/2/a", "Develop prevention programmes", graph.Directive, 5, "call upon", "develop")
	b.deadline(c, 2014, "by 2014")
	b.deadline(c, 2012, "by 2014")
	c.Inherited = true
	b.involve("pd-2009/2/a", c.ID, "member-states", "", graph.Responsible, 0.6)
	b.commitment("pd-2009/2/a/i", "Train teachers", graph.Directive, 0, "train")
	c = b.commitment("pd-2009/3", "encourage the Commission on Narcotic Drugs", graph.Directive, 3, "encourage", "counter")
	b.involve("pd-2009/3", c.ID, "cnd", "Commission on Narcotic Drugs", graph.Responsible, 1)
	b.involve("pd-2009/3", c.ID, "who", "World Health Organization", graph.Responsible, 1)
	b.involve("pd-2009/3", "", "cnd", "Narcotic Drugs", graph.Mention, 0.5)
	c = b.commitment("pd-2009/4", "encourage the Commission on Narcotic Drugs", graph.Directive, 3, "encourage", "counter")
	b.involve("pd-2009/4", c.ID, "cnd", "Commission on Narcotic Drugs", graph.Responsible, 0.75)

	b.cite("pd-2009/1", "resolution-53-115", "", graph.CitesWithNoMore, 0.9, false)
	b.cite("pd-2009/2", "convention-1961", "Single Convention on Narcotic Drugs of 1953", graph.Implements, 1, false)
	b.graph.Citations[len(b.graph.Citations)-1].Erratum = true
	b.graph.Citations[len(b.graph.Citations)-1].Pinpoint = "article 3"
	b.graph.Citations[len(b.graph.Citations)-1].Provisions = []string{"pd-2009/1", "pd-2009/3"}
	b.about("pd-2009/1", "treatment", "treatment")
	b.about("pd-2009/2", "demand", "")
	b.about("pd-2009/2/a", "prevention", "prevention")
	b.about("pd-2009/2/a/i", "school-prevention", "teachers")
	b.about("pd-2009/2/a/i", "prevention", "prevention")
	b.about("pd-2009/2/b", "money-laundering", "Money laundering")
	b.about("pd-2009/3", "money-laundering", "money-laundering")
	b.repeat("pd-2009/3", "pd-2009/4", 1)
}

func (b *builder) outcome2016() {
	b.section("ungass-2016#1", "", "Operational recommendations on demand reduction", 1)
	b.section("ungass-2016#1.1", "ungass-2016#1", "Prevention", 2)
	b.section("ungass-2016#1.2", "ungass-2016#1", "Cross-cutting issues: drugs and human rights", 2)
	b.provision("ungass-2016/1", "ungass-2016#1.1", "", graph.Frame, "We recommend the following measures:", nil)
	b.provision("ungass-2016/1/a", "ungass-2016#1.1", "ungass-2016/1", graph.Operative,
		"Take effective prevention measures in schools, by 2014 and no later than 2030, in consultation with civil society;", func(p *graph.Provision) {
			p.Number = "(a)"
			p.Citation = "2016 outcome document, para. 1 (a)"
		})
	b.provision("ungass-2016/1/b", "ungass-2016#1.2", "ungass-2016/1", graph.Operative,
		"Counter money-laundering and promote alternative development, within available resources;", nil)
	b.provision("ungass-2016/2", "ungass-2016#1.2", "", graph.Operative,
		"We reaffirm our commitment to ensure access to treatment, and commit to the three international drug control conventions and to A/RES/53/115.", nil)
	b.provision("ungass-2016/3", "", "", graph.Statement, "Freedom of movement, freedom from fear: naïve coöperation in São Tomé (État, Ελλάδα, Россия) costs 1,000 and 30/1 per cent.", nil)

	c := b.commitment("ungass-2016/1/a", "Take effective prevention measures", graph.Directive, 4, "recommend", "take")
	b.deadline(c, 2030, "2030")
	b.deadline(c, 2014, "2014")
	b.qualifier(c, "in consultation with", "in consultation with")
	b.involve("ungass-2016/1/a", c.ID, "member-states", "", graph.Responsible, 0.7)
	b.involve("ungass-2016/1/a", c.ID, "civil-society", "civil society", graph.Partner, 0.95)
	c = b.commitment("ungass-2016/1/b", "Counter money-laundering", graph.Directive, 4, "recommend", "counter")
	b.qualifier(c, "within available resources", "within available resources")
	b.qualifier(c, "as appropriate", "available")
	b.involve("ungass-2016/1/b", c.ID, "member-states", "", graph.Responsible, 0.7)
	b.involve("ungass-2016/1/b", c.ID, "member-states", "", graph.Beneficiary, 0.4)
	c = b.commitment("ungass-2016/2", "reaffirm our commitment to ensure access to treatment", graph.Pledge, 7, "reaffirm", "commit")
	b.involve("ungass-2016/2", c.ID, "member-states", "", graph.Responsible, 0.8)
	c = b.commitment("ungass-2016/2", "commit to the three", graph.Affirmation, 7, "commit")
	b.involve("ungass-2016/2", c.ID, "member-states", "", graph.Responsible, 0.8)
	b.cite("ungass-2016/2", "convention-1961", "three international drug control conventions", graph.Reaffirms, 0.9, true)
	b.cite("ungass-2016/2", "convention-1988", "three international drug control conventions", graph.Reaffirms, 0.9, true)
	b.cite("ungass-2016/2", "protocol-1972", "conventions", graph.CitesWithNoMore, 0.5, false)
	b.cite("ungass-2016/2", "resolution-53-115", "A/RES/53/115", graph.Recalls, 1, false)
	b.about("ungass-2016/1/a", "school-prevention", "prevention")
	b.about("ungass-2016/1/b", "money-laundering", "money-laundering")
	b.about("ungass-2016/1/b", "treatment", "")
	b.about("ungass-2016/2", "treatment", "treatment")
}

func (b *builder) declaration2019() {
	b.section("md-2019#1", "", "Stocktaking", 1)
	b.provision("md-2019/p1", "md-2019#1", "", graph.Operative,
		"We reaffirm our commitment to ensure access to treatment, through the United Nations Office on Drugs and Crime (UNODC) and the annex to the 1972 Protocol.", nil)
	b.provision("md-2019/p2", "md-2019#1", "", graph.Operative,
		"Counter money-laundering and promote alternative development, by 2024, and take effective prevention measures in schools.", nil)
	b.provision("md-2019/p3", "", "", graph.Operative, "We note that AND, OR and NOT; \"quoted\" words: +must -not (a) [b] {c} ^d ~e f* g? back\\slash /regex/ <tag> 'single' $x %y #z @w; 50% & done!", nil)

	c := b.commitment("md-2019/p1", "reaffirm our commitment to ensure access to treatment", graph.Pledge, 7, "reaffirm", "commit")
	b.involve("md-2019/p1", c.ID, "unodc", "United Nations Office on Drugs and Crime", graph.Channel, 0.9)
	b.involve("md-2019/p1", c.ID, "unodc", "UNODC", graph.Channel, 1)
	b.involve("md-2019/p1", c.ID, "member-states", "", graph.Responsible, 0.8)
	c = b.commitment("md-2019/p2", "Counter money-laundering", graph.Pledge, 7, "counter")
	b.deadline(c, 2024, "2024")
	b.involve("md-2019/p2", c.ID, "member-states", "", graph.Responsible, 0.8)
	c = b.commitment("md-2019/p3", "note that", graph.Appraisal, 1, "note")
	c.Negated = true
	b.cite("md-2019/p1", "annex-1972", "annex to the 1972 Protocol", graph.Uses, 0.8, false)
	b.about("md-2019/p1", "treatment", "treatment")
	b.about("md-2019/p2", "money-laundering", "money-laundering")
}

func (b *builder) undated() {
	b.provision("note/p1", "", "", graph.Statement, "The Secretary-General has the honour to transmit the précis.", nil)
	b.provision("note/p2", "", "", graph.Frame, "Annex", nil)
}

func (b *builder) links() {
	words := "reaffirm our commitment to ensure access to treatment"
	b.link("ungass-2016/2", "pd-2009/1", graph.Adapts, 0.61, words, graph.Narrowed, graph.Updated)
	b.link("md-2019/p1", "ungass-2016/2", graph.Restates, 0.95, words)
	b.link("md-2019/p1", "pd-2009/1", graph.Adapts, 0.6100004, words, graph.Narrowed)
	b.link("ungass-2016/1/a", "pd-2009/2/a", graph.Echoes, 0.3, "prevention")
	b.link("ungass-2016/1/b", "pd-2009/3", graph.Adapts, 0.7, "promote alternative development", graph.Qualified, graph.Strengthened)
	b.link("md-2019/p2", "ungass-2016/1/b", graph.Restates, 0.9, "promote alternative development", graph.Merged)
	b.link("md-2019/p2", "ungass-2016/1/a", graph.Adapts, 0.61, "effective prevention measures in schools", graph.Merged)
	b.link("note/p1", "md-2019/p3", graph.Echoes, 0.2, "")
	b.graph.Reaffirmations[1].Announced = []string{"md-2019/p1", "md-2019/p3"}
}

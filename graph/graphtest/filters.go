package graphtest

import (
	"context"
	"testing"

	"reaffirm/graph"
)

// testDecisions tests what the contracts decide, on the small graph, with answers written by hand.
func testDecisions(t *testing.T, r graph.Reader) {
	t.Run("Documents", func(t *testing.T) { decideDocuments(t, r) })
	t.Run("Provisions", func(t *testing.T) { decideProvisions(t, r) })
	t.Run("links", func(t *testing.T) { decideLinks(t, r) })
	t.Run("Commitments", func(t *testing.T) { decideCommitments(t, r) })
	t.Run("entities", func(t *testing.T) { decideEntities(t, r) })
	t.Run("relations", func(t *testing.T) { decideRelations(t, r) })
	t.Run("Threads", func(t *testing.T) { decideThreads(t, r) })
	t.Run("orders", func(t *testing.T) { decideOrders(t, r) })
	t.Run("pages", func(t *testing.T) { decidePages(t, r) })
	t.Run("Facets", func(t *testing.T) { decideFacets(t, r) })
	t.Run("Tally", func(t *testing.T) { decideTally(t, r) })
	t.Run("Edges", func(t *testing.T) { decideEdges(t, r) })
	t.Run("Search", func(t *testing.T) { decideSearch(t, r) })
}

func decideDocuments(t *testing.T, r graph.Reader) {
	for _, c := range []struct {
		what   string
		filter graph.DocumentFilter
		want   []string
	}{
		{"by date, undated last", graph.DocumentFilter{}, []string{"pd-2009", "ungass-2016", "md-2019", "note"}},
		{"any year leaves out undated ones", graph.DocumentFilter{Adopted: &graph.Years{}}, []string{"pd-2009", "ungass-2016", "md-2019"}},
		{"years include both ends", graph.DocumentFilter{Adopted: &graph.Years{From: 2009, To: 2016}}, []string{"pd-2009", "ungass-2016"}},
		{"years that are the wrong way round", graph.DocumentFilter{Adopted: &graph.Years{From: 2016, To: 2009}}, nil},
		{"any value of a list, all fields", graph.DocumentFilter{IDs: []string{"note", "md-2019", "pd-2009"}, Bodies: []string{"body/cnd", "body/unga"}}, []string{"pd-2009", "md-2019"}},
		{"an id of another type", graph.DocumentFilter{IDs: []string{"pd-2009/1"}}, nil},
		{"no id is not the id of nothing", graph.DocumentFilter{Bodies: []string{""}}, nil},
		{"an empty list restricts nothing", graph.DocumentFilter{IDs: []string{}}, []string{"pd-2009", "ungass-2016", "md-2019", "note"}},
	} {
		wantIDs(t, c.what, r.Documents, c.filter, (*graph.Document).NodeID, c.want...)
	}
}

func decideProvisions(t *testing.T, r graph.Reader) {
	for _, c := range []struct {
		what   string
		filter graph.ProvisionFilter
		want   []string
	}{
		{"a section holds those below it", graph.ProvisionFilter{Sections: []string{"pd-2009#1.A"}}, []string{"pd-2009/2", "pd-2009/2/a", "pd-2009/2/a/i", "pd-2009/2/b"}},
		{"parents are direct", graph.ProvisionFilter{Parents: []string{"pd-2009/2"}}, []string{"pd-2009/2/a", "pd-2009/2/b"}},
		{"outermost have no parent", graph.ProvisionFilter{Documents: []string{"ungass-2016"}, Outermost: true}, []string{"ungass-2016/1", "ungass-2016/2", "ungass-2016/3"}},
		{"outermost and with a parent", graph.ProvisionFilter{Outermost: true, Parents: []string{"pd-2009/2"}}, nil},
		{"body and role of one involvement", graph.ProvisionFilter{Bodies: []string{"body/unodc"}, Roles: []graph.Role{graph.Responsible}}, nil},
		{"body and role of one involvement, found", graph.ProvisionFilter{Bodies: []string{"body/unodc"}, Roles: []graph.Role{graph.Responsible, graph.Channel}}, []string{"md-2019/p1"}},
		{"instrument stands for those two below", graph.ProvisionFilter{Instruments: []string{"instrument/convention-1961"}}, []string{"pd-2009/2", "ungass-2016/2", "md-2019/p1"}},
		{"ids of other types match nothing", graph.ProvisionFilter{Bodies: []string{"instrument/convention-1961", "theme/demand"}}, nil},
		{"instrument and stance of one citation", graph.ProvisionFilter{Instruments: []string{"instrument/convention-1961"}, Stances: []graph.Stance{graph.CitesWithNoMore}}, []string{"ungass-2016/2"}},
		{"instrument and stance of different citations", graph.ProvisionFilter{Instruments: []string{"instrument/resolution-53-115"}, Stances: []graph.Stance{graph.Reaffirms}}, nil},
		{"theme stands for those two below", graph.ProvisionFilter{Themes: []string{"theme/demand"}, Documents: []string{"pd-2009"}}, []string{"pd-2009/1", "pd-2009/2", "pd-2009/2/a", "pd-2009/2/a/i"}},
		{"theme does not stand for those above", graph.ProvisionFilter{Themes: []string{"theme/school-prevention"}}, []string{"pd-2009/2/a/i", "ungass-2016/1/a"}},
		{"kind and verb of one commitment", graph.ProvisionFilter{CommitmentKinds: []graph.CommitmentKind{graph.Affirmation}, Verbs: []string{"reaffirm"}}, nil},
		{"strength and deadline of one commitment", graph.ProvisionFilter{MinStrength: 8, Deadline: &graph.Years{}}, []string{"pd-2009/1"}},
		{"kind and deadline of different commitments", graph.ProvisionFilter{Verbs: []string{"reaffirm"}, Deadline: &graph.Years{}}, nil},
		{"a deadline in a gap", graph.ProvisionFilter{Deadline: &graph.Years{From: 2015, To: 2018}}, nil},
		{"one of two deadlines", graph.ProvisionFilter{Deadline: &graph.Years{From: 2030}}, []string{"ungass-2016/1/a"}},
		{"qualifier and verb", graph.ProvisionFilter{Qualifiers: []string{"as appropriate"}, Verbs: []string{"counter", "call upon"}}, []string{"pd-2009/2", "ungass-2016/1/b"}},
		{"a strength of less than nothing is none", graph.ProvisionFilter{MinStrength: -3, Documents: []string{"note"}}, []string{"note/p1", "note/p2"}},
		{"text is searched in the text, not in the citation", graph.ProvisionFilter{Text: "outcome document"}, nil},
		{"text does not name ids", graph.ProvisionFilter{Text: "pd-2009/1"}, nil},
		{"text of stop words", graph.ProvisionFilter{Text: "of the"}, nil},
		{"text of white space", graph.ProvisionFilter{Text: "  "}, nil},
		{"text by stem and with another field", graph.ProvisionFilter{Text: "schools preventing", Kinds: []graph.ProvisionKind{graph.Operative}, Roles: []graph.Role{graph.Partner}}, []string{"ungass-2016/1/a"}},
		{"all words in one text", graph.ProvisionFilter{Text: "schools teachers"}, nil},
	} {
		wantIDs(t, c.what, r.Provisions, c.filter, (*graph.Provision).NodeID, c.want...)
	}
	_, err := r.Provisions(context.Background(), []graph.Query[graph.ProvisionFilter]{{}, {Filter: graph.ProvisionFilter{Text: tooLong()}}})
	wantInvalid(t, "a text that is too long", err)
}

// decideLinks tests which links the fields about other documents, and links themselves, mean.
func decideLinks(t *testing.T, r graph.Reader) {
	d2009, d2016, d2019 := []string{"pd-2009"}, []string{"ungass-2016"}, []string{"md-2019"}
	echoes := []graph.Relation{graph.Echoes}
	for _, c := range []struct {
		what   string
		filter graph.ProvisionFilter
		want   []string
	}{
		{"carried on, echoes left out", graph.ProvisionFilter{ReaffirmedIn: d2016}, []string{"pd-2009/1", "pd-2009/3"}},
		{"carried on by echoes", graph.ProvisionFilter{ReaffirmedIn: d2016, Relations: echoes}, []string{"pd-2009/2/a"}},
		{"carried on in either", graph.ProvisionFilter{ReaffirmedIn: []string{"ungass-2016", "md-2019"}, Relations: []graph.Relation{graph.Restates}}, []string{"ungass-2016/1/b", "ungass-2016/2"}},
		{"carries on", graph.ProvisionFilter{Reaffirms: d2009}, []string{"ungass-2016/1/b", "ungass-2016/2", "md-2019/p1"}},
		{"carries on and is carried on", graph.ProvisionFilter{Reaffirms: d2009, ReaffirmedIn: d2019}, []string{"ungass-2016/1/b", "ungass-2016/2"}},
		{"carried on by none of these", graph.ProvisionFilter{Documents: d2016, NotReaffirmedIn: d2019}, []string{"ungass-2016/1", "ungass-2016/3"}},
		{"carried on by none of these, of one relation", graph.ProvisionFilter{Documents: d2016, NotReaffirmedIn: d2019, NotRelations: []graph.Relation{graph.Adapts}}, []string{"ungass-2016/1", "ungass-2016/1/b", "ungass-2016/2", "ungass-2016/3"}},
		{"relations and not-relations are apart", graph.ProvisionFilter{ReaffirmedIn: d2019, Relations: []graph.Relation{graph.Adapts}, NotReaffirmedIn: d2016, NotRelations: graph.Relations()}, []string{"ungass-2016/1/a"}},
		{"carries on nothing of any of these", graph.ProvisionFilter{Documents: d2019, NotReaffirms: []string{"pd-2009", "ungass-2016", "no-such"}}, []string{"md-2019/p3"}},
		{"a document that does not exist is not reaffirmed", graph.ProvisionFilter{Documents: []string{"note"}, NotReaffirms: []string{"no-such"}}, []string{"note/p1", "note/p2"}},
		{"a document that does not exist reaffirms nothing", graph.ProvisionFilter{ReaffirmedIn: []string{"no-such"}}, nil},
		{"relations alone restrict nothing", graph.ProvisionFilter{Documents: []string{"note"}, Relations: echoes, NotRelations: echoes}, []string{"note/p1", "note/p2"}},
	} {
		wantIDs(t, c.what, r.Provisions, c.filter, (*graph.Provision).NodeID, c.want...)
	}
	for _, c := range []struct {
		what   string
		filter graph.ReaffirmationFilter
		want   []string
	}{
		{"echoes left out", graph.ReaffirmationFilter{Later: []string{"ungass-2016/1/a", "note/p1", "md-2019/p2"}}, []string{"md-2019/p2~ungass-2016/1/a", "md-2019/p2~ungass-2016/1/b"}},
		{"echoes alone", graph.ReaffirmationFilter{Relations: echoes}, []string{"ungass-2016/1/a~pd-2009/2/a", "note/p1~md-2019/p3"}},
		{"both ends", graph.ReaffirmationFilter{Later: []string{"md-2019/p1"}, Earlier: []string{"pd-2009/1"}}, []string{"md-2019/p1~pd-2009/1"}},
		{"documents of both ends", graph.ReaffirmationFilter{LaterDocuments: d2019, EarlierDocuments: d2009}, []string{"md-2019/p1~pd-2009/1"}},
		{"any of the changes", graph.ReaffirmationFilter{Changes: []graph.ChangeKind{graph.Updated, graph.Qualified}}, []string{"ungass-2016/1/b~pd-2009/3", "ungass-2016/2~pd-2009/1"}},
		{"the score itself is compared, not its key", graph.ReaffirmationFilter{MinScore: 0.61, LaterDocuments: d2019, Relations: []graph.Relation{graph.Adapts}}, []string{"md-2019/p1~pd-2009/1", "md-2019/p2~ungass-2016/1/a"}},
		{"the score itself is compared, just above", graph.ReaffirmationFilter{MinScore: 0.6100001, LaterDocuments: d2019, Relations: []graph.Relation{graph.Adapts}}, []string{"md-2019/p1~pd-2009/1"}},
		{"theme of either end, below", graph.ReaffirmationFilter{Themes: []string{"theme/prevention"}}, []string{"md-2019/p2~ungass-2016/1/a"}},
		{"body of either end", graph.ReaffirmationFilter{Bodies: []string{"body/cnd", "body/civil-society"}}, []string{"ungass-2016/1/b~pd-2009/3", "md-2019/p2~ungass-2016/1/a"}},
	} {
		wantIDs(t, c.what, r.Reaffirmations, c.filter, (*graph.Reaffirmation).NodeID, c.want...)
	}
}

func decideCommitments(t *testing.T, r graph.Reader) {
	for _, c := range []struct {
		what   string
		filter graph.CommitmentFilter
		want   []string
	}{
		{"in order of their places", graph.CommitmentFilter{Provisions: []string{"pd-2009/2", "pd-2009/1"}}, []string{"pd-2009/1:1", "pd-2009/1:2", "pd-2009/2:1"}},
		{"an unknown strength is within no bound", graph.CommitmentFilter{Documents: []string{"pd-2009"}, MaxStrength: 3}, []string{"pd-2009/3:1", "pd-2009/4:1"}},
		{"strength within both bounds", graph.CommitmentFilter{MinStrength: 4, MaxStrength: 5}, []string{"pd-2009/2:1", "pd-2009/2/a:1", "ungass-2016/1/a:1", "ungass-2016/1/b:1"}},
		{"bounds that exclude each other", graph.CommitmentFilter{MinStrength: 5, MaxStrength: 4}, nil},
		{"body and role of its own clause", graph.CommitmentFilter{Bodies: []string{"body/cnd"}}, []string{"pd-2009/3:1", "pd-2009/4:1"}},
		{"an id of another type matches nothing", graph.CommitmentFilter{Themes: []string{"body/cnd"}}, nil},
		{"an involvement outside of any clause", graph.CommitmentFilter{Bodies: []string{"body/cnd"}, Roles: []graph.Role{graph.Mention}}, nil},
		{"theme of its provision, below", graph.CommitmentFilter{Themes: []string{"theme/supply"}, Kinds: []graph.CommitmentKind{graph.Pledge}}, []string{"md-2019/p2:1"}},
		{"any verb", graph.CommitmentFilter{Verbs: []string{"decide", "take"}}, []string{"pd-2009/1:2", "ungass-2016/1/a:1"}},
	} {
		wantIDs(t, c.what, r.Commitments, c.filter, (*graph.Commitment).NodeID, c.want...)
	}
}

func decideEntities(t *testing.T, r graph.Reader) {
	for _, c := range []struct {
		what   string
		filter graph.BodyFilter
		want   []string
	}{
		{"named before classes, by name", graph.BodyFilter{}, []string{"body/cnd", "body/ecosoc", "body/unga", "body/incb", "body/unodc", "body/who", "body/civil-society", "body/member-states"}},
		{"document, role and theme of one involvement", graph.BodyFilter{Documents: []string{"pd-2009"}, Roles: []graph.Role{graph.Responsible}, Themes: []string{"theme/supply"}}, []string{"body/cnd", "body/who"}},
		{"document and role of different involvements", graph.BodyFilter{Documents: []string{"ungass-2016"}, Roles: []graph.Role{graph.Channel}}, nil},
		{"member of, direct", graph.BodyFilter{MemberOf: []string{"body/ecosoc"}}, []string{"body/cnd", "body/incb"}},
	} {
		wantIDs(t, c.what, r.Bodies, c.filter, (*graph.Body).NodeID, c.want...)
	}
	for _, c := range []struct {
		what   string
		filter graph.InstrumentFilter
		want   []string
	}{
		{"broader is direct", graph.InstrumentFilter{Broader: []string{"instrument/convention-1961"}}, []string{"instrument/protocol-1972"}},
		{"not recognized", graph.InstrumentFilter{Recognized: ptr(false), Kinds: []graph.InstrumentKind{graph.Report, graph.Programme}}, []string{"instrument/annex-1972", "instrument/never-cited"}},
		{"cited itself, not one below it", graph.InstrumentFilter{Documents: []string{"md-2019"}}, []string{"instrument/annex-1972"}},
		{"document, stance and theme of one citation", graph.InstrumentFilter{Documents: []string{"ungass-2016"}, Stances: []graph.Stance{graph.Reaffirms}, Themes: []string{"theme/demand"}}, []string{"instrument/convention-1961", "instrument/convention-1988"}},
	} {
		wantIDs(t, c.what, r.Instruments, c.filter, (*graph.Instrument).NodeID, c.want...)
	}
	for _, c := range []struct {
		what   string
		filter graph.ThemeFilter
		want   []string
	}{
		{"in list order", graph.ThemeFilter{Outermost: true}, []string{"theme/demand", "theme/supply", "theme/unused"}},
		{"broader is direct", graph.ThemeFilter{Broader: []string{"theme/demand"}}, []string{"theme/prevention", "theme/treatment"}},
		{"with a provision about it or about one below", graph.ThemeFilter{Documents: []string{"ungass-2016"}}, []string{"theme/demand", "theme/prevention", "theme/school-prevention", "theme/treatment", "theme/supply", "theme/money-laundering"}},
	} {
		wantIDs(t, c.what, r.Themes, c.filter, (*graph.Theme).NodeID, c.want...)
	}
	wantIDs(t, "sections of level 1", r.Sections, graph.SectionFilter{Outermost: true}, (*graph.Section).NodeID, "pd-2009#1", "pd-2009#2", "ungass-2016#1", "md-2019#1")
	wantIDs(t, "sections directly below", r.Sections, graph.SectionFilter{Parents: []string{"pd-2009#1"}}, (*graph.Section).NodeID, "pd-2009#1.A")
}

func decideRelations(t *testing.T, r graph.Reader) {
	involvement := func(v *graph.Involvement) string { return v.Provision + " " + v.Body + " " + string(v.Role) }
	for _, c := range []struct {
		what   string
		filter graph.InvolvementFilter
		want   []string
	}{
		{"implied first, then by place", graph.InvolvementFilter{Provisions: []string{"md-2019/p1"}}, []string{"md-2019/p1 body/member-states RESPONSIBLE", "md-2019/p1 body/unodc CHANNEL", "md-2019/p1 body/unodc CHANNEL"}},
		{"equal places by body, then role", graph.InvolvementFilter{Provisions: []string{"ungass-2016/1/b"}}, []string{"ungass-2016/1/b body/member-states RESPONSIBLE", "ungass-2016/1/b body/member-states BENEFICIARY"}},
		{"of no commitment is not asked by no id", graph.InvolvementFilter{Commitments: []string{""}}, nil},
		{"written, and sure", graph.InvolvementFilter{Implied: ptr(false), MinConfidence: 1, Documents: []string{"pd-2009"}, Roles: []graph.Role{graph.Responsible}, Bodies: []string{"body/cnd", "body/who"}}, []string{"pd-2009/3 body/cnd RESPONSIBLE", "pd-2009/3 body/who RESPONSIBLE"}},
		{"theme below", graph.InvolvementFilter{Themes: []string{"theme/demand"}, Documents: []string{"ungass-2016"}, Implied: ptr(false)}, []string{"ungass-2016/1/a body/civil-society PARTNER"}},
	} {
		wantIDs(t, c.what, r.Involvements, c.filter, involvement, c.want...)
	}
	citation := func(c *graph.Citation) string { return c.Provision + " " + c.Instrument }
	for _, c := range []struct {
		what   string
		filter graph.CitationFilter
		want   []string
	}{
		{"exactly these", graph.CitationFilter{Instruments: []string{"instrument/protocol-1972"}}, []string{"ungass-2016/2 instrument/protocol-1972"}},
		{"those below too", graph.CitationFilter{Instruments: []string{"instrument/protocol-1972"}, Narrower: true}, []string{"ungass-2016/2 instrument/protocol-1972", "md-2019/p1 instrument/annex-1972"}},
		{"narrower alone restricts nothing", graph.CitationFilter{Narrower: true, Documents: []string{"md-2019"}}, []string{"md-2019/p1 instrument/annex-1972"}},
		{"collective", graph.CitationFilter{Collective: ptr(true)}, []string{"ungass-2016/2 instrument/convention-1961", "ungass-2016/2 instrument/convention-1988"}},
		{"confidence and stance", graph.CitationFilter{MinConfidence: 0.9, Stances: []graph.Stance{graph.CitesWithNoMore, graph.Recalls}}, []string{"pd-2009/1 instrument/resolution-53-115", "ungass-2016/2 instrument/resolution-53-115"}},
	} {
		wantIDs(t, c.what, r.Citations, c.filter, citation, c.want...)
	}
	about := func(a *graph.About) string { return a.Provision + " " + a.Theme }
	wantIDs(t, "themes exactly", r.Abouts, graph.AboutFilter{Themes: []string{"theme/prevention", "theme/demand"}}, about,
		"pd-2009/2 theme/demand", "pd-2009/2/a theme/prevention", "pd-2009/2/a/i theme/prevention")
	repetition := func(p *graph.Repetition) string { return p.First + " " + p.Second }
	wantIDs(t, "repetitions on either side", r.Repetitions, graph.RepetitionFilter{Provisions: []string{"pd-2009/4"}, Documents: []string{"pd-2009"}}, repetition, "pd-2009/3 pd-2009/4")
	wantIDs(t, "repetitions of another document", r.Repetitions, graph.RepetitionFilter{Provisions: []string{"pd-2009/4"}, Documents: []string{"md-2019"}}, repetition)
}

func decideThreads(t *testing.T, r graph.Reader) {
	root := func(t *graph.Thread) string { return t.Root }
	for _, c := range []struct {
		what   string
		filter graph.ThreadFilter
		want   []string
	}{
		{"by root", graph.ThreadFilter{}, []string{"pd-2009/1", "pd-2009/3", "ungass-2016/1/a"}},
		{"in every document", graph.ThreadFilter{Documents: []string{"pd-2009", "md-2019", "pd-2009"}}, []string{"pd-2009/1", "pd-2009/3"}},
		{"in every document, one of which does not exist", graph.ThreadFilter{Documents: []string{"pd-2009", "no-such"}}, nil},
		{"one provision in two threads", graph.ThreadFilter{Provisions: []string{"md-2019/p2"}}, []string{"pd-2009/3", "ungass-2016/1/a"}},
		{"first and last", graph.ThreadFilter{First: []string{"ungass-2016"}, Last: []string{"md-2019", "note"}}, []string{"ungass-2016/1/a"}},
		{"documents at the least", graph.ThreadFilter{MinDocuments: 3}, []string{"pd-2009/1", "pd-2009/3"}},
		{"documents at the most", graph.ThreadFilter{MaxDocuments: 2}, []string{"ungass-2016/1/a"}},
		{"theme of a member, below", graph.ThreadFilter{Themes: []string{"theme/prevention"}}, []string{"ungass-2016/1/a"}},
		{"body of a member", graph.ThreadFilter{Bodies: []string{"body/who", "body/unodc"}}, []string{"pd-2009/1", "pd-2009/3"}},
	} {
		wantIDs(t, c.what, r.Threads, c.filter, root, c.want...)
	}
}

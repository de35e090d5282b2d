package graphtest

import (
	"context"
	"slices"
	"testing"

	"reaffirm/graph"
)

// decideOrders tests that ties stay in order of rank, whichever way the order runs.
func decideOrders(t *testing.T, r graph.Reader) {
	ctx := context.Background()
	strengths, err := r.Commitments(ctx, []graph.Query[graph.CommitmentFilter]{
		{Filter: graph.CommitmentFilter{Documents: []string{"ungass-2016"}}, Order: graph.Order{By: graph.ByStrength}},
		{Filter: graph.CommitmentFilter{Documents: []string{"ungass-2016"}}, Order: graph.Order{By: graph.ByStrength, Descending: true}},
		{Filter: graph.CommitmentFilter{Documents: []string{"ungass-2016"}}, Order: graph.Order{Descending: true}},
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][]string{
		{"ungass-2016/1/a:1", "ungass-2016/1/b:1", "ungass-2016/2:1", "ungass-2016/2:2"},
		{"ungass-2016/2:1", "ungass-2016/2:2", "ungass-2016/1/a:1", "ungass-2016/1/b:1"},
		{"ungass-2016/2:2", "ungass-2016/2:1", "ungass-2016/1/b:1", "ungass-2016/1/a:1"},
	} {
		var got []string
		for _, c := range strengths[i].Items {
			got = append(got, c.ID)
		}
		wantSame(t, "by strength", got, want)
	}
	if k := strengths[1].Keys[0]; k.Value != 7 || k.Rank != strengths[1].Items[0].Rank {
		t.Errorf("key by strength: %+v", k)
	}
	if k := strengths[2].Keys[0]; k.Value != 0 || k.Rank != strengths[2].Items[0].Rank {
		t.Errorf("key by rank: %+v", k)
	}

	// Two scores that differ by less than a millionth are equal, so that rank decides.
	links, err := r.Reaffirmations(ctx, []graph.Query[graph.ReaffirmationFilter]{{
		Filter: graph.ReaffirmationFilter{MinScore: 0.61, Relations: []graph.Relation{graph.Adapts}}, Order: graph.Order{By: graph.ByScore, Descending: true}}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range links[0].Items {
		got = append(got, l.ID)
	}
	wantSame(t, "by score", got, []string{"ungass-2016/1/b~pd-2009/3", "ungass-2016/2~pd-2009/1", "md-2019/p1~pd-2009/1", "md-2019/p2~ungass-2016/1/a"})
	if v := links[0].Keys[2].Value; v != 610000 {
		t.Errorf("key of the score 0.6100004 is %d, want millionths, rounded", v)
	}

	reaffirmed, err := r.Provisions(ctx, []graph.Query[graph.ProvisionFilter]{{Order: graph.Order{By: graph.ByReaffirmations, Descending: true}, Page: graph.Page{First: ptr(3)}}})
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "by reaffirmations, echoes left out", reaffirmed[0].Keys, []graph.Key{{Value: 2, Rank: 1}, {Value: 1, Rank: 6}, {Value: 1, Rank: 9}})
}

// decidePages tests where a page stands and what stands around it.
func decidePages(t *testing.T, r graph.Reader) {
	key := func(rank int) *graph.Key { return &graph.Key{Rank: rank} }
	for _, c := range []struct {
		what           string
		page           graph.Page
		want           []int // ranks of documents, of which there are four
		previous, next bool
	}{
		{"the whole list", graph.Page{}, []int{0, 1, 2, 3}, false, false},
		{"first", graph.Page{First: ptr(2)}, []int{0, 1}, false, true},
		{"last", graph.Page{Last: ptr(1)}, []int{3}, true, false},
		{"first of more than there are", graph.Page{First: ptr(9)}, []int{0, 1, 2, 3}, false, false},
		{"first of none", graph.Page{First: ptr(0)}, nil, false, true},
		{"last of none", graph.Page{Last: ptr(0)}, nil, true, false},
		{"after", graph.Page{After: key(1)}, []int{2, 3}, true, false},
		{"before", graph.Page{Before: key(1)}, []int{0}, false, true},
		{"first after", graph.Page{First: ptr(1), After: key(0)}, []int{1}, true, true},
		{"last before", graph.Page{Last: ptr(1), Before: key(3)}, []int{2}, true, true},
		{"first before", graph.Page{First: ptr(1), Before: key(3)}, []int{0}, false, true},
		{"last after", graph.Page{Last: ptr(1), After: key(0)}, []int{3}, true, false},
		{"between", graph.Page{After: key(0), Before: key(3)}, []int{1, 2}, true, true},
		{"none after", graph.Page{First: ptr(0), After: key(1)}, nil, true, true},
		{"after the last", graph.Page{First: ptr(2), After: key(3)}, nil, true, false},
		{"before the first", graph.Page{Last: ptr(2), Before: key(0)}, nil, false, true},
		{"after a place that is not there", graph.Page{After: key(99)}, nil, true, false},
		{"after a place before all", graph.Page{After: key(-5)}, []int{0, 1, 2, 3}, false, false},
		{"the wrong way round, standing at after", graph.Page{After: key(2), Before: key(1)}, nil, true, true},
		{"the wrong way round at the end", graph.Page{Last: ptr(2), After: key(3), Before: key(1)}, nil, true, false},
		{"a value that rank does not have", graph.Page{After: &graph.Key{Value: 1, Rank: -5}}, nil, true, false},
	} {
		answers, err := r.Documents(context.Background(), []graph.Query[graph.DocumentFilter]{{Page: c.page}, {Page: c.page, Count: true}})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		a := answers[0]
		var ranks []int
		for i, k := range a.Keys {
			ranks = append(ranks, k.Rank)
			if a.Items[i].Rank != k.Rank {
				t.Errorf("%s: key %+v of rank %d", c.what, k, a.Items[i].Rank)
			}
		}
		if !slices.Equal(ranks, c.want) || len(a.Items) != len(a.Keys) || a.HasPrevious != c.previous || a.HasNext != c.next {
			t.Errorf("%s: got ranks %v, previous %t, next %t; want %v, %t, %t", c.what, ranks, a.HasPrevious, a.HasNext, c.want, c.previous, c.next)
		}
		if a.Total != -1 || answers[1].Total != 4 {
			t.Errorf("%s: totals %d and %d, want -1 where not asked and 4", c.what, a.Total, answers[1].Total)
		}
	}
}

func decideFacets(t *testing.T, r graph.Reader) {
	facets, err := r.Facets(context.Background(), []graph.ProvisionFilter{{Documents: []string{"ungass-2016"}, Roles: []graph.Role{graph.Responsible}}})
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Facets", facets[0], &graph.Facets{
		Total:           3,
		Documents:       []graph.Count{{Value: "ungass-2016", Count: 3}},
		Kinds:           []graph.Count{{Value: "OPERATIVE", Count: 3}},
		CommitmentKinds: []graph.Count{{Value: "PLEDGE", Count: 1}, {Value: "DIRECTIVE", Count: 2}, {Value: "AFFIRMATION", Count: 1}},
		Bodies:          []graph.Count{{Value: "body/member-states", Count: 3}, {Value: "body/civil-society", Count: 1}}, // in any role
		Roles:           []graph.Count{{Value: "RESPONSIBLE", Count: 3}, {Value: "PARTNER", Count: 1}, {Value: "BENEFICIARY", Count: 1}},
		Instruments: []graph.Count{{Value: "instrument/convention-1961", Count: 1}, {Value: "instrument/convention-1988", Count: 1},
			{Value: "instrument/protocol-1972", Count: 1}, {Value: "instrument/resolution-53-115", Count: 1}},
		Stances: []graph.Count{{Value: "REAFFIRMS", Count: 1}, {Value: "RECALLS", Count: 1}, {Value: "CITES", Count: 1}},
		Themes: []graph.Count{{Value: "theme/demand", Count: 3}, {Value: "theme/treatment", Count: 2}, {Value: "theme/prevention", Count: 1},
			{Value: "theme/school-prevention", Count: 1}, {Value: "theme/supply", Count: 1}, {Value: "theme/money-laundering", Count: 1}},
		Verbs:     []graph.Count{{Value: "recommend", Count: 2}, {Value: "commit", Count: 1}, {Value: "counter", Count: 1}, {Value: "reaffirm", Count: 1}, {Value: "take", Count: 1}},
		Strengths: []graph.Count{{Value: "4", Count: 2}, {Value: "7", Count: 1}},
		Years:     []graph.Count{{Value: "2014", Count: 1}, {Value: "2030", Count: 1}},
	})
	facets, err = r.Facets(context.Background(), []graph.ProvisionFilter{{Instruments: []string{"instrument/annex-1972"}}, {Documents: []string{"no-such"}}})
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Facets.Instruments, each with those below it", facets[0].Instruments,
		[]graph.Count{{Value: "instrument/convention-1961", Count: 1}, {Value: "instrument/protocol-1972", Count: 1}, {Value: "instrument/annex-1972", Count: 1}})
	wantSame(t, "Facets of nothing", facets[1], &graph.Facets{})
}

func decideTally(t *testing.T, r graph.Reader) {
	cells, err := r.Tally(context.Background(), []graph.TallyQuery{
		{Filter: graph.InvolvementFilter{Documents: []string{"md-2019"}}, Rows: graph.BodyAxis, Columns: graph.DocumentAxis},
		{Filter: graph.InvolvementFilter{Themes: []string{"theme/treatment"}, Documents: []string{"ungass-2016"}, Roles: []graph.Role{graph.Responsible}}, Rows: graph.ThemeAxis, Columns: graph.BodyAxis},
		{Filter: graph.InvolvementFilter{Provisions: []string{"pd-2009/3", "ungass-2016/1/b"}}, Rows: graph.DocumentAxis, Columns: graph.ThemeAxis},
	})
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Tally: a body named twice in one role counts once", cells[0], []graph.Cell{
		{Row: "body/unodc", Column: "md-2019", Role: graph.Channel, Count: 1},
		{Row: "body/member-states", Column: "md-2019", Role: graph.Responsible, Count: 2},
	})
	wantSame(t, "Tally: a provision counts for all of its themes and those above", cells[1], []graph.Cell{
		{Row: "theme/demand", Column: "body/member-states", Role: graph.Responsible, Count: 2},
		{Row: "theme/treatment", Column: "body/member-states", Role: graph.Responsible, Count: 2},
		{Row: "theme/supply", Column: "body/member-states", Role: graph.Responsible, Count: 1},
		{Row: "theme/money-laundering", Column: "body/member-states", Role: graph.Responsible, Count: 1},
	})
	wantSame(t, "Tally: by row, column, role", cells[2], []graph.Cell{
		{Row: "pd-2009", Column: "theme/supply", Role: graph.Responsible, Count: 1},
		{Row: "pd-2009", Column: "theme/supply", Role: graph.Mention, Count: 1},
		{Row: "pd-2009", Column: "theme/money-laundering", Role: graph.Responsible, Count: 1},
		{Row: "pd-2009", Column: "theme/money-laundering", Role: graph.Mention, Count: 1},
		{Row: "ungass-2016", Column: "theme/demand", Role: graph.Responsible, Count: 1},
		{Row: "ungass-2016", Column: "theme/demand", Role: graph.Beneficiary, Count: 1},
		{Row: "ungass-2016", Column: "theme/treatment", Role: graph.Responsible, Count: 1},
		{Row: "ungass-2016", Column: "theme/treatment", Role: graph.Beneficiary, Count: 1},
		{Row: "ungass-2016", Column: "theme/supply", Role: graph.Responsible, Count: 1},
		{Row: "ungass-2016", Column: "theme/supply", Role: graph.Beneficiary, Count: 1},
		{Row: "ungass-2016", Column: "theme/money-laundering", Role: graph.Responsible, Count: 1},
		{Row: "ungass-2016", Column: "theme/money-laundering", Role: graph.Beneficiary, Count: 1},
	})
}

func decideEdges(t *testing.T, r graph.Reader) {
	edges, err := r.Edges(context.Background(), []string{"md-2019/p1", "pd-2009/2/a/i", "theme/prevention", "pd-2009", "md-2019/p1~pd-2009/1"}, nil, 100)
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Edges: by kind, from, to, label; one for a body named twice, with the highest confidence", edges[0], []graph.Edge{
		{Kind: graph.ContainsEdge, From: "md-2019#1", To: "md-2019/p1", Confidence: 1},
		{Kind: graph.MakesEdge, From: "md-2019/p1", To: "md-2019/p1:1", Confidence: 1},
		{Kind: graph.InvolvesEdge, From: "md-2019/p1", To: "body/member-states", Label: "RESPONSIBLE", Confidence: 0.8},
		{Kind: graph.InvolvesEdge, From: "md-2019/p1", To: "body/unodc", Label: "CHANNEL", Confidence: 1},
		{Kind: graph.CitesEdge, From: "md-2019/p1", To: "instrument/annex-1972", Label: "USES", Confidence: 0.8},
		{Kind: graph.ReaffirmsEdge, From: "md-2019/p1", To: "pd-2009/1", Label: "ADAPTS", Confidence: 0.6100004},
		{Kind: graph.ReaffirmsEdge, From: "md-2019/p1", To: "ungass-2016/2", Label: "RESTATES", Confidence: 0.95},
		{Kind: graph.AboutEdge, From: "md-2019/p1", To: "theme/treatment", Confidence: 0.7},
	})
	wantSame(t, "Edges: contained by the innermost only", edges[1][:1], []graph.Edge{{Kind: graph.ContainsEdge, From: "pd-2009/2/a", To: "pd-2009/2/a/i", Confidence: 1}})
	wantSame(t, "Edges: either end, towards the broader", edges[2], []graph.Edge{
		{Kind: graph.AboutEdge, From: "pd-2009/2/a", To: "theme/prevention", Confidence: 0.7},
		{Kind: graph.AboutEdge, From: "pd-2009/2/a/i", To: "theme/prevention", Confidence: 0.7},
		{Kind: graph.BroaderEdge, From: "theme/prevention", To: "theme/demand", Confidence: 1},
		{Kind: graph.BroaderEdge, From: "theme/school-prevention", To: "theme/prevention", Confidence: 1},
	})
	wantSame(t, "Edges: a document contains what nothing else does", edges[3], []graph.Edge{
		{Kind: graph.ContainsEdge, From: "pd-2009", To: "pd-2009#1", Confidence: 1},
		{Kind: graph.ContainsEdge, From: "pd-2009", To: "pd-2009#2", Confidence: 1},
		{Kind: graph.ContainsEdge, From: "pd-2009", To: "pd-2009/p1", Confidence: 1},
	})
	wantSame(t, "Edges: a link has none of its own", edges[4], []graph.Edge{})
}

func decideSearch(t *testing.T, r graph.Reader) {
	for _, c := range []struct {
		what string
		q    graph.SearchQuery
		want []string // ids in order of type and rank
	}{
		{"a stem", graph.SearchQuery{Text: "laundered"}, []string{"pd-2009/2/b", "pd-2009/3", "pd-2009/4", "ungass-2016/1/b", "md-2019/p2", "theme/money-laundering"}},
		{"a beginning of a word", graph.SearchQuery{Text: "launder laund"}, nil},
		{"a hyphen is a phrase", graph.SearchQuery{Text: "laundering-money"}, nil},
		{"words in any order", graph.SearchQuery{Text: "laundering money institutions"}, []string{"pd-2009/2/b"}},
		{"words of one node in different fields", graph.SearchQuery{Text: "UNDCP crime office"}, []string{"body/unodc"}},
		{"a phrase goes from no name to the next", graph.SearchQuery{Text: `"control programme undcp"`}, nil},
		{"a phrase takes no words of several names", graph.SearchQuery{Text: `"undcp nations"`}, nil},
		{"a stop word in a phrase stands for any word", graph.SearchQuery{Text: `"freedom and movement"`}, []string{"ungass-2016/3"}},
		{"a phrase without the stop word", graph.SearchQuery{Text: `"freedom movement"`}, nil},
		{"a word for a stop word", graph.SearchQuery{Text: `"illicit against traffic"`}, nil},
		{"a stop word at the edge of a phrase", graph.SearchQuery{Text: `"to access to treatment, and"`}, []string{"pd-2009/1", "ungass-2016/2", "md-2019/p1"}},
		{"stop words do not count", graph.SearchQuery{Text: "the teachers of and"}, []string{"pd-2009/2/a/i"}},
		{"a quote that is not closed", graph.SearchQuery{Text: `early "intervention in train`}, []string{"pd-2009/2/a/i"}},
		{"typographic quotes", graph.SearchQuery{Text: "“early intervention”"}, []string{"pd-2009/2/a/i"}},
		{"no operators", graph.SearchQuery{Text: "teachers -intervention +Train NOT early"}, []string{"pd-2009/2/a/i"}},
		{"no wildcards", graph.SearchQuery{Text: "teach*"}, nil},
		{"letters beyond ASCII, by case", graph.SearchQuery{Text: "ελλάδα РОССИЯ são"}, []string{"ungass-2016/3"}},
		{"accents count", graph.SearchQuery{Text: "naive"}, nil},
		{"a possessive", graph.SearchQuery{Text: "state's institution"}, []string{"pd-2009/2/b"}},
		{"a number with a comma", graph.SearchQuery{Text: "1,000"}, []string{"ungass-2016/3"}},
		{"a part of a number", graph.SearchQuery{Text: "000"}, nil},
		{"a symbol in the text", graph.SearchQuery{Text: "A/RES/53/115", Types: []graph.NodeType{graph.ProvisionNode}}, []string{"ungass-2016/2"}},
		{"an id", graph.SearchQuery{Text: " PD-2009/2/A "}, []string{"pd-2009/2/a"}},
		{"an id of a type that is not asked for", graph.SearchQuery{Text: "pd-2009/2/a", Types: []graph.NodeType{graph.BodyNode}}, nil},
		{"an id of a provision that the filter leaves out", graph.SearchQuery{Text: "pd-2009/2/a", Filter: graph.ProvisionFilter{Documents: []string{"md-2019"}}}, nil},
		{"an id of a commitment", graph.SearchQuery{Text: "pd-2009/2/a:1"}, nil},
		{"a citation", graph.SearchQuery{Text: `"outcome document, para. 1 (a)"`}, []string{"ungass-2016/1/a"}},
		{"a filter leaves provisions only", graph.SearchQuery{Text: "laundering", Filter: graph.ProvisionFilter{Documents: []string{"md-2019", "pd-2009"}, Kinds: []graph.ProvisionKind{graph.Operative}}}, []string{"pd-2009/3", "pd-2009/4", "md-2019/p2"}},
		{"types", graph.SearchQuery{Text: "laundering", Types: []graph.NodeType{graph.ThemeNode, graph.SectionNode}}, []string{"theme/money-laundering"}},
		{"no text", graph.SearchQuery{}, nil},
	} {
		c.q.First = 100
		got, err := r.Search(context.Background(), c.q)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		var ids []string
		for _, h := range got.Hits {
			ids = append(ids, h.Node.NodeID())
		}
		slices.Sort(ids)
		want := slices.Clone(c.want)
		slices.Sort(want)
		if !slices.Equal(ids, want) || got.Total != len(want) {
			t.Errorf("%s: Search(%q) finds %d: %q, want %q", c.what, c.q.Text, got.Total, ids, want)
		}
	}
	decideSearchAnswers(t, r)
}

// decideSearchAnswers tests what stands in an answer beside the nodes.
func decideSearchAnswers(t *testing.T, r graph.Reader) {
	ctx := context.Background()
	got, err := r.Search(ctx, graph.SearchQuery{Text: "A/RES/S-30/1", First: 1})
	if err != nil {
		t.Fatal(err)
	}
	if got.Total != 2 || len(got.Hits) != 1 || got.Hits[0].Node.NodeID() != "ungass-2016" {
		t.Errorf("Search of a symbol: %+v", got)
	}
	wantSame(t, "Search: counts of types", got.Types, []graph.Count{{Value: "DOCUMENT", Count: 1}, {Value: "INSTRUMENT", Count: 1}})
	wantSame(t, "Search: counts of documents", got.Documents, []graph.Count{})

	got, err = r.Search(ctx, graph.SearchQuery{Text: `freedom "São Tomé" coöperation`, First: 1})
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Search: counts of documents", got.Documents, []graph.Count{{Value: "ungass-2016", Count: 1}})
	wantSame(t, "Search: highlights in code points, in order of the text", got.Hits[0].Highlights, []graph.Highlight{
		{Field: "text", Span: graph.Span{Start: 0, End: 7, Quote: "Freedom"}},
		{Field: "text", Span: graph.Span{Start: 21, End: 28, Quote: "freedom"}},
		{Field: "text", Span: graph.Span{Start: 46, End: 57, Quote: "coöperation"}},
		{Field: "text", Span: graph.Span{Start: 61, End: 64, Quote: "São"}},
		{Field: "text", Span: graph.Span{Start: 65, End: 69, Quote: "Tomé"}},
	})

	got, err = r.Search(ctx, graph.SearchQuery{Text: "drugs programme", First: 9, Types: []graph.NodeType{graph.BodyNode}})
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Search: highlights in the first name of a list that has any", got.Hits[0].Highlights, []graph.Highlight{
		{Field: "name", Span: graph.Span{Start: 25, End: 30, Quote: "Drugs"}},
		{Field: "aliases", Span: graph.Span{Start: 29, End: 33, Quote: "Drug"}},
		{Field: "aliases", Span: graph.Span{Start: 42, End: 51, Quote: "Programme"}},
	})
	got, err = r.Search(ctx, graph.SearchQuery{Text: "world health organization", First: 9, Types: []graph.NodeType{graph.ProvisionNode}})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Hits) != 2 || got.Hits[0].Node.NodeID() != "pd-2009/3" || got.Hits[0].Score != got.Hits[1].Score {
		t.Errorf("Search: two equal texts: %+v", got.Hits)
	}
	got, err = r.Search(ctx, graph.SearchQuery{Text: "pd-2009/2/a", First: 9})
	if err != nil {
		t.Fatal(err)
	}
	wantSame(t, "Search: a node found by its id alone has no highlights", got.Hits[0].Highlights, []graph.Highlight{})
}

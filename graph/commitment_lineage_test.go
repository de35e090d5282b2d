package graph_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"reaffirm/graph"
)

// clauseGraph has three documents. The clauses of its provisions stand at fixed places, ten code points
// each; links align what they are given.
func clauseGraph(t *testing.T) *graph.Graph {
	t.Helper()
	const text = "aaaaaaaaaa bbbbbbbbbb cccccccccc"
	g := &graph.Graph{}
	span := func(start, end int) graph.Span { return graph.Span{Start: start, End: end, Quote: text[start:end]} }
	provision := func(document string, clauses int) {
		id := document + "/1"
		g.Documents = append(g.Documents, graph.Document{ID: document, Title: document, ShortTitle: document, Adopted: document[1:]})
		g.Provisions = append(g.Provisions, graph.Provision{ID: id, Document: document, Citation: id, Kind: graph.Operative, Text: text, Markdown: text})
		for i := range clauses {
			g.Commitments = append(g.Commitments, graph.Commitment{ID: fmt.Sprintf("%s:%d", id, i+1), Provision: id, Ordinal: i + 1,
				Kind: graph.Pledge, Span: span(11*i, 11*i+10), Evidence: graph.Evidence{Method: graph.Rule, Rule: "test", Confidence: 1}})
		}
	}
	link := func(later, earlier string, relation graph.Relation, aligned ...[4]int) {
		r := graph.Reaffirmation{Later: later + "/1", Earlier: earlier + "/1", Relation: relation, Score: 0.5,
			Evidence: graph.Evidence{Method: graph.Alignment, Rule: "test", Confidence: 1}}
		for _, a := range aligned {
			r.Aligned = append(r.Aligned, graph.AlignedSpan{Later: span(a[0], a[1]), Earlier: span(a[2], a[3])})
		}
		g.Reaffirmations = append(g.Reaffirmations, r)
	}
	provision("d2001", 3)
	provision("d2002", 3)
	provision("d2003", 1)
	provision("d2004", 1)
	link("d2002", "d2001", graph.Restates, [4]int{0, 10, 11, 21}, [4]int{11, 15, 22, 26}) // a in b, half of b in c
	link("d2003", "d2002", graph.Adapts, [4]int{0, 1, 11, 12})                            // one letter of a in b
	link("d2003", "d2001", graph.Adapts, [4]int{0, 10, 0, 10})
	link("d2004", "d2003", graph.Echoes)
	if err := graph.Seal(g); err != nil {
		t.Fatal(err)
	}
	return g
}

func TestTraceCommitments(t *testing.T) {
	g := clauseGraph(t)
	r := reader(t, g)
	all := graph.Relations()
	for _, c := range []struct {
		what      string
		id        string
		direction graph.Direction
		relations []graph.Relation
		members   []string
		links     []string
	}{
		{"a clause that stands elsewhere in the earlier provision", "d2002/1:1", graph.ToEarlier, nil,
			[]string{"d2001/1:2 -1", "d2002/1:1 0"}, []string{"d2002/1:1 d2001/1:2 1.0"}},
		{"half a clause", "d2002/1:2", graph.ToEarlier, nil, []string{"d2001/1:3 -1", "d2002/1:2 0"}, []string{"d2002/1:2 d2001/1:3 0.4"}},
		{"a clause that nothing carries on, though its provision is carried on", "d2002/1:3", graph.Both, nil, []string{"d2002/1:3 0"}, nil},
		{"a letter in common is none", "d2003/1:1", graph.ToEarlier, nil, []string{"d2001/1:1 -1", "d2003/1:1 0"}, []string{"d2003/1:1 d2001/1:1 1.0"}},
		{"the only clauses of linked provisions", "d2004/1:1", graph.ToEarlier, all,
			[]string{"d2001/1:1 -2", "d2003/1:1 -1", "d2004/1:1 0"}, []string{"d2003/1:1 d2001/1:1 1.0", "d2004/1:1 d2003/1:1 0.0"}},
		{"no echoes unless asked for", "d2004/1:1", graph.ToEarlier, nil, []string{"d2004/1:1 0"}, nil},
		{"to later clauses", "d2001/1:1", graph.ToLater, all,
			[]string{"d2001/1:1 0", "d2003/1:1 1", "d2004/1:1 2"}, []string{"d2003/1:1 d2001/1:1 1.0", "d2004/1:1 d2003/1:1 0.0"}},
	} {
		i := slices.IndexFunc(g.Commitments, func(x graph.Commitment) bool { return x.ID == c.id })
		got, err := graph.TraceCommitments(context.Background(), r, []graph.CommitmentLineageQuery{
			{Commitment: &g.Commitments[i], Direction: c.direction, Depth: 5, Relations: c.relations}})
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		var members, links []string
		for _, m := range got[0].Members {
			members = append(members, fmt.Sprintf("%s %d", m.Commitment.ID, m.Depth))
		}
		for _, x := range got[0].Links {
			links = append(links, fmt.Sprintf("%s %s %.1f", x.Later.ID, x.Earlier.ID, x.Share))
		}
		if !slices.Equal(members, c.members) || !slices.Equal(links, c.links) || got[0].Start != c.id {
			t.Errorf("%s: got %q by %q, want %q by %q", c.what, members, links, c.members, c.links)
		}
	}
	_, err := graph.TraceCommitments(context.Background(), r, []graph.CommitmentLineageQuery{{Commitment: &g.Commitments[0], Depth: 0}})
	if !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("no depth: %v", err)
	}
}

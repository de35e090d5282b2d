package resolvers_test

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"testing"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
)

// fourDocuments serves the embedded corpus.
func fourDocuments(t *testing.T) (*graph.Graph, api) {
	t.Helper()
	g, _, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := memgraph.NewStore()
	if err := s.Replace(context.Background(), g); err != nil {
		t.Fatal(err)
	}
	return g, newAPI(s)
}

// answer sends a query that must succeed and reads its answer.
func answer[T any](t *testing.T, a api, query string, variables map[string]any) (out T) {
	t.Helper()
	got := a.ask(t, query, variables)
	if len(got.Errors) > 0 {
		t.Fatalf("%s: %v", query, got.Errors)
	}
	if err := json.Unmarshal(got.Data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNeverReaffirmedAndNoAntecedent: which provisions of 2009 no later document carries on, and which of
// 2019 carry nothing on, are those without a link in the graph.
func TestNeverReaffirmedAndNoAntecedent(t *testing.T) {
	g, a := fourDocuments(t)
	carriedOn, carriesOn := map[string]bool{}, map[string]bool{}
	for _, r := range g.Reaffirmations {
		if r.Relation != graph.Echoes {
			carriedOn[r.Earlier], carriesOn[r.Later] = true, true
		}
	}
	for _, test := range []struct {
		name, document, filter string
		linked                 map[string]bool
	}{
		{"never reaffirmed", "pdpa-2009", `notReaffirmedIn: ["jms-2014", "ungass-2016", "md-2019"]`, carriedOn},
		{"no antecedent", "md-2019", `notReaffirms: ["pdpa-2009", "jms-2014", "ungass-2016"]`, carriesOn},
	} {
		t.Run(test.name, func(t *testing.T) {
			var want, got []string
			for _, p := range g.Provisions {
				if p.Document == test.document && p.Kind == graph.Operative && !test.linked[p.ID] {
					want = append(want, p.ID)
				}
			}
			for after, more := any(nil), true; more; {
				page := answer[struct {
					Provisions struct {
						Nodes    []struct{ ID string }
						PageInfo struct {
							HasNextPage bool
							EndCursor   string
						}
					}
				}](t, a, `query($after: String) { provisions(filter: {documents: ["`+test.document+`"], kinds: [OPERATIVE], `+test.filter+
					`}, first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`, map[string]any{"after": after}).Provisions
				for _, n := range page.Nodes {
					got = append(got, n.ID)
				}
				after, more = page.PageInfo.EndCursor, page.PageInfo.HasNextPage
			}
			if !slices.Equal(got, want) || len(got) == 0 {
				t.Errorf("%d provisions, want %d", len(got), len(want))
			}
		})
	}
}

// TestStrengthOverTime: the lineage of a clause shows its strength in each document, the earliest first.
// Where a link of provisions is called strengthened or weakened for its verb, a link of their clauses
// says so too, but for a few whose clauses share too few letters to be linked.
func TestStrengthOverTime(t *testing.T) {
	g, a := fourDocuments(t)
	type clause struct {
		Strength  *int
		Provision struct {
			ID       string
			Document struct{ Adopted string }
		}
	}
	type lineage struct {
		Members []struct{ Commitment clause }
		Links   []struct{ Later, Earlier clause }
	}
	changed, unseen := 0, 0
	for _, r := range g.Reaffirmations {
		at := slices.IndexFunc(r.Changes, func(c graph.Change) bool { return c.Rule == "drafting-verb" })
		if at < 0 {
			continue
		}
		changed++
		shown := false
		for _, c := range answer[struct {
			Provision struct{ Commitments []struct{ Lineage lineage } }
		}](t, a, `query($id: ID!) { provision(id: $id) { commitments { lineage(direction: EARLIER) {
			members { commitment { strength provision { id document { adopted } } } }
			links { later { strength provision { id } } earlier { strength provision { id } } } } } } }`,
			map[string]any{"id": r.Later}).Provision.Commitments {
			if !slices.IsSortedFunc(c.Lineage.Members, func(x, y struct{ Commitment clause }) int {
				return cmp.Compare(x.Commitment.Provision.Document.Adopted, y.Commitment.Provision.Document.Adopted)
			}) {
				t.Errorf("%s: the lineage is not in order of date", r.Later)
			}
			for _, l := range c.Lineage.Links {
				if l.Later.Provision.ID == r.Later && l.Earlier.Provision.ID == r.Earlier && l.Later.Strength != nil && l.Earlier.Strength != nil {
					up := *l.Later.Strength > *l.Earlier.Strength
					shown = shown || *l.Later.Strength != *l.Earlier.Strength && up == (r.Changes[at].Kind == graph.Strengthened)
				}
			}
		}
		if !shown {
			unseen++
			t.Logf("%s is %s by %s, and no link of clauses shows it", r.ID, r.Changes[at].Kind, r.Changes[at].Rule)
		}
	}
	if changed < 10 || 10*unseen > changed {
		t.Errorf("of %d links with a verb that became stronger or weaker %d do not show it in their clauses", changed, unseen)
	}
}

package neograph_test

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
)

// TestAskTogether: what is asked of one reader at the same time goes out in fewer statements, everybody gets what it asked
// for, and one that goes away does not take others with it.
func TestAskTogether(t *testing.T) {
	ctx := context.Background()
	g := sample(t, 80, 1)
	replace(t, emptyStore(t, neograph.Config{}), g)
	var statements atomic.Int64
	s := storeOf(t, server.Access(t), neograph.Config{Keep: -1, Observe: func(statement string, _ time.Duration, _ error) {
		if statement == "around" {
			statements.Add(1)
		}
	}})
	r, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	const rounds = 20
	for i := range rounds {
		p := &g.Provisions[i]
		var asking sync.WaitGroup
		asking.Go(func() {
			lists, err := r.Commitments(ctx, []graph.Query[graph.CommitmentFilter]{{Filter: graph.CommitmentFilter{Provisions: []string{p.ID}}}})
			wantList(t, "commitments", lists, err, countOf(g.Commitments, func(c *graph.Commitment) bool { return c.Provision == p.ID }))
		})
		asking.Go(func() {
			lists, err := r.Involvements(ctx, []graph.Query[graph.InvolvementFilter]{{Filter: graph.InvolvementFilter{Provisions: []string{p.ID, g.Provisions[i+1].ID}}}})
			wantList(t, "involvements", lists, err, countOf(g.Involvements, func(v *graph.Involvement) bool {
				return v.Provision == p.ID || v.Provision == g.Provisions[i+1].ID
			}))
		})
		asking.Go(func() {
			lists, err := r.Involvements(ctx, []graph.Query[graph.InvolvementFilter]{{Filter: graph.InvolvementFilter{Provisions: []string{p.ID}}}})
			wantList(t, "the same involvements", lists, err, countOf(g.Involvements, func(v *graph.Involvement) bool { return v.Provision == p.ID }))
		})
		asking.Go(func() {
			gone, cancel := context.WithCancel(ctx)
			cancel()
			_, err := r.Abouts(gone, []graph.Query[graph.AboutFilter]{{Filter: graph.AboutFilter{Provisions: []string{p.ID}}}})
			wantError(t, "one that has gone", err, context.Canceled)
		})
		for _, id := range []string{p.ID, p.Document, "body/b0"} {
			asking.Go(func() {
				nodes, err := r.Nodes(ctx, []string{id})
				if err != nil || nodes[0] == nil || nodes[0].NodeID() != id {
					t.Errorf("%s: %v, %v", id, nodes, err)
				}
			})
		}
		asking.Wait()
	}
	if n := statements.Load(); n >= 7*rounds {
		t.Errorf("%d statements for %d things asked for, %d at a time", n, 7*rounds, 7)
	}
}

func wantList[T any](t *testing.T, what string, lists []graph.Slice[T], err error, want int) {
	t.Helper()
	if err != nil || len(lists) != 1 || len(lists[0].Items) != want {
		t.Errorf("%s: %s, %v; want %d", what, fmt.Sprint(lists), err, want)
	}
}

func countOf[T any](list []T, of func(*T) bool) int {
	n := 0
	for i := range list {
		if of(&list[i]) {
			n++
		}
	}
	return n
}

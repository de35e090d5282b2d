package neograph_test

import (
	"context"
	"path/filepath"
	"regexp"
	"testing"

	"reaffirm/graph/neograph"
)

// TestWarm: every reading statement is planned, whatever the database holds, and none once it cannot
// be reached or there is no more time.
func TestWarm(t *testing.T) {
	s := emptyStore(t, neograph.Config{})
	files, err := filepath.Glob("cypher/*.cypher")
	if err != nil {
		t.Fatal(err)
	}
	all := len(files)
	if planned := s.Warm(context.Background()); planned != all || all == 0 {
		t.Errorf("%d of %d statements were planned", planned, all)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if planned := s.Warm(ctx); planned != 0 {
		t.Errorf("%d statements were planned in no time", planned)
	}
	if err := s.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	if planned := s.Warm(context.Background()); planned != 0 {
		t.Errorf("%d statements were planned by nobody", planned)
	}
}

// TestPlansServe: what Warm has had planned is not planned anew when it is asked.
func TestPlansServe(t *testing.T) {
	ctx := context.Background()
	s := emptyStore(t, neograph.Config{})
	g := sample(t, 40, 1)
	replace(t, s, g)
	clearPlans(t)
	another := anotherStore(t)
	another.Warm(ctx)
	warmed := clearPlans(t)
	another = anotherStore(t)
	another.Warm(ctx)
	wantVersion(t, ctx, another, g)
	r, err := another.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Nodes(ctx, []string{g.Provisions[0].ID}); err != nil {
		t.Fatal(err)
	}
	if after := clearPlans(t); after != warmed || warmed == "0" {
		t.Errorf("%s plans after Warm, %s after questions", warmed, after)
	}
}

// clearPlans has the shared server forget its plans and says how many there were.
func clearPlans(t *testing.T) string {
	t.Helper()
	answer, _ := run(t, server.Access(t), "CALL db.clearQueryCaches()", nil)[0][0].(string)
	n := regexp.MustCompile(`\d+`).FindString(answer)
	if n == "" {
		t.Fatalf("the server says %q", answer)
	}
	return n
}

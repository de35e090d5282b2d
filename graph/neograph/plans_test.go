package neograph_test

import (
	"context"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"reaffirm/graph/neograph"
)

// TestWarm: every reading statement is planned, whatever the database holds, and not planned again when it is asked; none
// is planned once the database cannot be reached or there is no more time.
func TestWarm(t *testing.T) {
	ctx := context.Background()
	s := emptyStore(t, neograph.Config{})
	g := sample(t, 40, 1)
	replace(t, s, g)
	files, err := filepath.Glob("cypher/*.cypher")
	if err != nil {
		t.Fatal(err)
	}
	all := len(files)
	clearPlans(t)
	warm := anotherStore(t)
	if planned := warm.Warm(ctx); planned != all || all == 0 {
		t.Errorf("%d of %d statements were planned", planned, all)
	}
	wantVersion(t, ctx, warm, g)
	r, err := warm.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Nodes(ctx, []string{g.Provisions[0].ID}); err != nil {
		t.Fatal(err)
	}
	if plans := clearPlans(t); plans != all {
		t.Errorf("the database has made %d plans for %d statements", plans, all)
	}

	ended, cancel := context.WithCancel(ctx)
	cancel()
	if planned := s.Warm(ended); planned != 0 {
		t.Errorf("%d statements were planned in no time", planned)
	}
	if err := warm.Close(ctx); err != nil {
		t.Fatal(err)
	}
	if planned := warm.Warm(ctx); planned != 0 {
		t.Errorf("%d statements were planned by nobody", planned)
	}
}

// clearPlans has the shared server forget its plans and says how many there were.
func clearPlans(t *testing.T) int {
	t.Helper()
	answer, _ := run(t, server.Access(t), "CALL db.clearQueryCaches()", nil)[0][0].(string)
	n, err := strconv.Atoi(regexp.MustCompile(`\d+`).FindString(answer))
	if err != nil {
		t.Fatalf("the server says %q", answer)
	}
	return n
}

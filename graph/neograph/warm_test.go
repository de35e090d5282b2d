package neograph_test

import (
	"context"
	"path/filepath"
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

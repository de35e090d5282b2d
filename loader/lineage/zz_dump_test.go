package lineage_test

import (
	"context"
	"encoding/json"
	"os"
	"testing"

	"reaffirm/loader"
	"reaffirm/loader/corpus"
)

func TestDump(t *testing.T) {
	if os.Getenv("DUMP") == "" {
		t.Skip()
	}
	g, rep, err := loader.Load(context.Background(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(len(g.Provisions), len(g.Commitments), len(g.Involvements), len(g.Citations), rep.Counts)
	b, _ := json.Marshal(g)
	os.WriteFile("/tmp/lin/graph.json", b, 0o644)
}

package neograph_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph/neograph"
)

// TestCounting: to count a thousand things takes the database no more memory than a few rows do, so that nothing is
// collected to be counted.
func TestCounting(t *testing.T) {
	const most = 16 << 10 // bytes
	s := emptyStore(t, neograph.Config{})
	g := sample(t, 1200, 1)
	replace(t, s, g)
	files, err := filepath.Glob("cypher/*.cypher")
	if err != nil {
		t.Fatal(err)
	}
	counting := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), "AS total") {
			continue
		}
		counting++
		if used := countingMemory(t, string(text), g.Version); used == 0 || used > most {
			t.Errorf("%s: %d bytes", file, used)
		}
	}
	if counting != 13 {
		t.Errorf("%d statements count, one for each list is 13", counting)
	}
}

// countingMemory is how many bytes it takes to count all that a statement lists, of which no item is asked for.
func countingMemory(t *testing.T, cypher, version string) int64 {
	t.Helper()
	ctx := context.Background()
	a := server.Access(t)
	driver, err := neo4j.NewDriverWithContext(a.URI, a.Token())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	q := map[string]any{"path": "all", "keys": []string{version}, "by": "", "valueSign": 1, "rankSign": 1, "turn": 1, "room": 0, "count": true,
		"relations": []any{}}
	if strings.Contains(cypher, "r.relation IN q.relations") {
		q["relations"] = []string{"RESTATES", "ADAPTS", "ECHOES"}
	}
	params := map[string]any{"graph": version, "given": map[string]any{"queries": []any{q}, "limit": 1}}
	result, err := neo4j.ExecuteQuery(ctx, driver, "PROFILE\n"+cypher, params, neo4j.EagerResultTransformer)
	if err != nil {
		t.Fatal(err)
	}
	used, _ := result.Summary.Profile().Arguments()["GlobalMemory"].(int64)
	return used
}

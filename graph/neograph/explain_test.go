package neograph_test

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
)

// TestPlans looks at how Neo4j would run every statement: each starts from a seek in an index. No
// plan may hold a scan, whether of all nodes, of a label, of a type of relationship or of an index,
// since the database holds other versions too, or a product of unrelated rows. The plans must not
// depend on what the database holds when they are made: they are looked at on an empty one and on one with a graph.
func TestPlans(t *testing.T) {
	s := emptyStore(t, neograph.Config{})
	a := server.Access(t)
	files := statementFiles(t)
	// A load makes the indexes; emptied again, the database knows nothing of its contents.
	if err := s.Replace(context.Background(), sample(t, 40, 1)); err != nil {
		t.Fatal(err)
	}
	empty(t, a)
	t.Run("empty", func(t *testing.T) { checkPlans(t, a, files) })
	if err := s.Replace(context.Background(), sample(t, 400, 1)); err != nil {
		t.Fatal(err)
	}
	t.Run("loaded", func(t *testing.T) { checkPlans(t, a, files) })
}

func checkPlans(t *testing.T, a neotest.Access, files []string) {
	operator := regexp.MustCompile(`\+([A-Z][A-Za-z]*)`)
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".cypher")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			plan := explain(t, a, string(text))
			operators := operator.FindAllStringSubmatch(plan, -1)
			if len(operators) == 0 {
				t.Fatalf("no operators in the plan:\n%s", plan)
			}
			for _, o := range operators {
				if (strings.Contains(o[1], "Scan") || o[1] == "CartesianProduct") && !slices.Contains(allowed(name), o[1]) {
					t.Errorf("the plan holds a %s:\n%s", o[1], plan)
					break
				}
			}
		})
	}
}

// allowed lists what the plan of a statement may hold all the same.
func allowed(statement string) []string {
	switch statement {
	case "versions":
		return []string{"NodeIndexScan"} // of the few nodes that stand for versions: it lists them all
	case "write_relationships":
		return []string{"CartesianProduct"} // of two nodes, for each row
	}
	return nil
}

func statementFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"cypher/*.cypher", "cypher/load/*.cypher"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	return slices.DeleteFunc(files, func(f string) bool { return filepath.Base(f) == "indexes.cypher" }) // SHOW has no plan
}

// explain returns the plan of a statement as Neo4j prints it. The driver's own form of it does not
// hold all operators.
func explain(t *testing.T, a neotest.Access, cypher string) string {
	t.Helper()
	ctx := context.Background()
	driver, err := neo4j.NewDriverWithContext(a.URI, a.Token())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(ctx)
	session := driver.NewSession(ctx, neo4j.SessionConfig{})
	defer session.Close(ctx)
	result, err := session.Run(ctx, "EXPLAIN\n"+cypher, nil)
	if err != nil {
		t.Fatal(err)
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		t.Fatal(err)
	}
	plan, _ := summary.Plan().Arguments()["string-representation"].(string)
	return plan
}

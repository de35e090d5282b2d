package bolt_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reaffirm/bench/bolt"
)

// TestStatements: each operation has a statement, which keeps to the version in force, and there are no others. That they
// return what the server answers is tested where a database runs, by TestNeo4j of the command.
func TestStatements(t *testing.T) {
	statements, err := bolt.Statements()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, s := range statements {
		want = append(want, filepath.Join("operations", s.Operation.Name+".cypher"))
		if !strings.Contains(s.Cypher, "MATCH (active:ActiveVersion {id: 'active'})") {
			t.Errorf("%s does not ask for the version in force", s.Operation.Name)
		}
	}
	slices.Sort(want)
	got, err := filepath.Glob("operations/*")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, want) {
		t.Errorf("statements %v, want %v", got, want)
	}
}

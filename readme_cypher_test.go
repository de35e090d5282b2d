package main_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/graph/neograph/neotest"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
)

// testReadmeCypher sends each Cypher query of README.md, as a read, to a database that holds the embedded
// corpus. Each has rows, and those whose answer the API gives too name the same provisions as memory does.
func testReadmeCypher(t *testing.T, database neotest.Access) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	driver, err := neo4j.NewDriverWithContext(database.URI, database.Token())
	if err != nil {
		t.Fatal(err)
	}
	defer driver.Close(t.Context())
	r := embedded(t)
	compared := map[string][]string{
		"'body/incb'":  responsibilities(t, r, "body/incb"),
		"'md-2019/p4'": antecedents(t, r, "md-2019/p4"),
	}
	queries := 0
	for _, b := range blocks(readme) {
		if b.language != "cypher" {
			continue
		}
		queries++
		answer, err := neo4j.ExecuteQuery(t.Context(), driver, b.body, nil, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithReadersRouting())
		if err != nil {
			t.Errorf("%s%v", b.body, err)
			continue
		}
		if len(answer.Records) == 0 {
			t.Errorf("no rows:\n%s", b.body)
		}
		for about, want := range compared {
			if !strings.Contains(b.body, about) {
				continue
			}
			delete(compared, about)
			if got := provisionIDs(answer.Records); len(want) == 0 || !slices.Equal(got, want) {
				t.Errorf("%sfinds %q, memory %q", b.body, got, want)
			}
		}
	}
	if queries < 5 {
		t.Errorf("README.md shows %d Cypher queries; it should show at least five", queries)
	}
	for about := range compared {
		t.Errorf("no Cypher query of README.md is about %s", about)
	}
}

// embedded reads the embedded corpus from memory.
func embedded(t *testing.T) graph.Reader {
	t.Helper()
	g, _, err := loader.Load(t.Context(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	memory := memgraph.NewStore()
	if err := memory.Replace(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	r, err := memory.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// responsibilities are the ids of the provisions that a body is responsible in, sorted.
func responsibilities(t *testing.T, r graph.Reader, body string) []string {
	t.Helper()
	filter := graph.InvolvementFilter{Bodies: []string{body}, Roles: []graph.Role{graph.Responsible}}
	found, err := r.Involvements(t.Context(), []graph.Query[graph.InvolvementFilter]{{Filter: filter}})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, v := range found[0].Items {
		ids = append(ids, v.Provision)
	}
	return distinct(ids)
}

// antecedents are the ids of a provision and of all that it carries on, sorted.
func antecedents(t *testing.T, r graph.Reader, provision string) []string {
	t.Helper()
	lineages, err := graph.Trace(t.Context(), r, []graph.LineageQuery{{Provision: provision, Direction: graph.ToEarlier, Depth: 3}})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, m := range lineages[0].Members {
		ids = append(ids, m.Provision.ID)
	}
	return distinct(ids)
}

// provisionIDs are the ids in the column "id" and on the paths of an answer, sorted.
func provisionIDs(records []*neo4j.Record) []string {
	var ids []string
	for _, record := range records {
		if id, ok := record.AsMap()["id"].(string); ok {
			ids = append(ids, id)
		}
		for _, value := range record.Values {
			if path, ok := value.(neo4j.Path); ok {
				for _, node := range path.Nodes {
					id, _ := node.Props["id"].(string)
					ids = append(ids, id)
				}
			}
		}
	}
	return distinct(ids)
}

func distinct(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
}

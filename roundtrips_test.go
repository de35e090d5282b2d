package main_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
	"reaffirm/resolvers"
	"reaffirm/server"
)

// testRoundTrips counts the statements of a query that is as deep as the limits allow and wide at each level: they are at
// most its depth times its distinct edges, and no more for a wider page of the same.
func testRoundTrips(t *testing.T, database neotest.Access) {
	text, err := os.ReadFile("testdata/widest.graphql")
	if err != nil {
		t.Fatal(err)
	}
	query := string(text)
	var statements atomic.Int64
	store, err := neograph.New(neograph.Config{
		URI: database.URI, Username: database.Username, Password: database.Password, Timeout: time.Minute, Keep: -1,
		Observe: func(string, time.Duration, error) { statements.Add(1) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close(context.Background()) })
	limits := server.Limits{Duration: 5 * time.Minute} // the others are the defaults
	h, err := server.New(server.Config{Store: store, Limits: limits, Logger: slog.New(slog.NewJSONHandler(io.Discard, nil))})
	if err != nil {
		t.Fatal(err)
	}
	ask := func(query string) (answer string, counted int) {
		body, err := json.Marshal(map[string]string{"query": query})
		if err != nil {
			t.Fatal(err)
		}
		statements.Store(0)
		request := httptest.NewRequest("POST", "/graphql", bytes.NewReader(body))
		request.Header.Set("Content-Type", "application/json")
		recorder := httptest.NewRecorder()
		h.ServeHTTP(recorder, request)
		return recorder.Body.String(), int(statements.Load())
	}

	if deeper, _ := ask(strings.Replace(query, "nodes { id }", "nodes { document { id } }", 1)); !strings.Contains(deeper, `"name":"depth"`) {
		t.Errorf("one level more is not refused: %.200s", deeper)
	}
	depth, edges := extent(t, query)
	widths := map[string]int{}
	for _, width := range []string{"first: 5,", "first: 3,"} {
		answer, counted := ask(strings.Replace(query, "first: 5,", width, 1))
		if strings.HasPrefix(answer, `{"errors"`) {
			t.Fatalf("%.500s", answer)
		}
		if counted == 0 || counted > depth*edges {
			t.Errorf("%s %d statements; depth %d × %d edges are allowed", width, counted, depth, edges)
		}
		widths[width] = counted
	}
	// Opening the version is among them, once or twice.
	if widths["first: 5,"] > edges+10 {
		t.Errorf("%d statements for %d edges: some are asked for more than once", widths["first: 5,"], edges)
	}
	t.Logf("depth %d, %d edges: statements by width %v", depth, edges, widths)
}

// extent is the depth of a query and the number of its edges: fields that have fields, in each place where they stand.
func extent(t *testing.T, query string) (depth, edges int) {
	t.Helper()
	document, errs := gqlparser.LoadQueryWithRules(resolvers.NewSchema().Schema(), query, rules.NewDefaultRules())
	if errs != nil {
		t.Fatal(errs)
	}
	var measure func(ast.SelectionSet) (depth, edges int)
	measure = func(set ast.SelectionSet) (depth, edges int) {
		for _, selection := range set {
			d, e := 0, 0
			switch s := selection.(type) {
			case *ast.Field:
				if d, e = measure(s.SelectionSet); len(s.SelectionSet) > 0 {
					e++
				}
				d++
			case *ast.InlineFragment:
				d, e = measure(s.SelectionSet)
			case *ast.FragmentSpread:
				d, e = measure(s.Definition.SelectionSet)
			}
			depth, edges = max(depth, d), edges+e
		}
		return depth, edges
	}
	return measure(document.Operations[0].SelectionSet)
}

package main_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"golang.org/x/sync/errgroup"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/loader/lineage"
	"reaffirm/resolvers"
	"reaffirm/resolvers/querytest"
)

var (
	querySeed  = flag.Uint64("queries-seed", 1, "the seed of the generated queries")
	queryCount = flag.Int("queries", 1000, "how many queries are generated")
)

// testGeneratedQueries asks both stores the same random queries: on the graph that the database holds, every
// answer must be the same.
func testGeneratedQueries(t *testing.T, database neotest.Access) {
	g, _, err := loader.Load(t.Context(), corpus.Embedded(), loader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	memory := memgraph.NewStore()
	if err := memory.Replace(t.Context(), g); err != nil {
		t.Fatal(err)
	}
	neo, err := neograph.New(neograph.Config{URI: database.URI, Username: database.Username, Password: database.Password, Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { neo.Close(context.Background()) })
	c := &comparison{t: t, memory: newAsker(memory), neo: newAsker(neo)}
	generator := querytest.New(resolvers.NewSchema(), querytest.ValuesOf(g), *querySeed)

	var asking errgroup.Group
	asking.SetLimit(4)
	for i := range *queryCount {
		query := generator.Next()
		want := c.memory.ask(query)
		if err := generator.Learn(query, want); err != nil {
			t.Fatalf("%s\n%v", query, err)
		}
		asking.Go(func() error { return c.compare(i, query, want) })
	}
	if err := asking.Wait(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d queries, %d of them with errors", *queryCount, c.erroneous)
	if c.erroneous == 0 || c.erroneous > *queryCount/2 {
		t.Errorf("%d of %d queries are answered with errors", c.erroneous, *queryCount)
	}
}

// A comparison asks two stores.
type comparison struct {
	t           *testing.T
	memory, neo asker

	mu        sync.Mutex
	erroneous int
	different int
}

// maxDifferent is after how many differences a comparison is given up.
const maxDifferent = 5

// compare asks the database what memory has answered.
func (c *comparison) compare(number int, query string, want querytest.Answer) error {
	got := c.neo.ask(query)
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(want.Errors) > 0 {
		c.erroneous++
	}
	if unfit(want) || unfit(got) || !c.alike(query, want, got) {
		c.report(number, query)
		if c.different++; c.different == maxDifferent {
			return fmt.Errorf("given up after %d differences", maxDifferent)
		}
	}
	return nil
}

func (c *comparison) alike(query string, one, other querytest.Answer) bool {
	return querytest.Alike(resolvers.NewSchema().Schema(), query, one, other)
}

// unfit says whether an answer holds an error that no query should lead to.
func unfit(a querytest.Answer) bool {
	for _, e := range a.Errors {
		var extensions struct{ Code string }
		if err := json.Unmarshal(e.Extensions, &extensions); err != nil || extensions.Code != resolvers.CodeInvalidArgument {
			return true
		}
	}
	return false
}

// report shows the least query that is answered differently.
func (c *comparison) report(number int, query string) {
	differs := func(query string) bool {
		one, other := c.memory.ask(query), c.neo.ask(query)
		return unfit(one) != unfit(other) || !c.alike(query, one, other)
	}
	if differs(query) {
		query = querytest.Shrink(query, differs)
	}
	one, other := c.memory.ask(query), c.neo.ask(query)
	c.t.Errorf("query %d of seed %d, shrunk:\n%s\nmemory answers\n%s\nthe database\n%s", number, *querySeed, query, show(one), show(other))
}

func show(a querytest.Answer) string {
	text, err := json.MarshalIndent(a, "", "  ")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// An asker answers queries from a store.
type asker struct{ executor *executor.Executor }

func newAsker(store graph.Store) asker {
	e := executor.New(resolvers.NewSchema())
	e.SetErrorPresenter(resolvers.PresentError)
	e.Use(resolvers.NewExtension(store, lineage.NewComparer(100)))
	return asker{e}
}

func (a asker) ask(query string) querytest.Answer {
	ctx := graphql.StartOperationTrace(context.Background())
	operation, errs := a.executor.CreateOperationContext(ctx, &graphql.RawParams{Query: query})
	var response *graphql.Response
	if errs != nil {
		response = a.executor.DispatchError(graphql.WithOperationContext(ctx, operation), errs)
	} else {
		handler, ctx := a.executor.DispatchOperation(ctx, operation)
		response = handler(ctx)
	}
	answer := querytest.Answer{Data: response.Data}
	for _, e := range response.Errors {
		path, _ := json.Marshal(e.Path) // names and numbers: it cannot fail
		extensions, _ := json.Marshal(e.Extensions)
		answer.Errors = append(answer.Errors, querytest.Error{Message: e.Message, Path: path, Extensions: extensions})
	}
	return answer
}

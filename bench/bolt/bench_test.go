package bolt_test

import (
	"context"
	"flag"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/bench/bolt"
	"reaffirm/bench/duel"
	"reaffirm/bench/load"
	"reaffirm/bench/ours"
)

var keep = flag.Int64("keep", 0, "how many bytes of what it has read the server keeps; 64 MiB if 0, none if negative")

// warm is how long each is asked before it is measured: the database compiles what it does often.
const warm = 5 * time.Second

// BenchmarkOperations measures each operation both ways in turns; ×time is the server's by that of Cypher over Bolt. That both
// return the same is seen first.
func BenchmarkOperations(b *testing.B) {
	uri := ours.Database(b)
	address := ours.Serve(b, uri, *keep)
	driver, err := neo4j.NewDriverWithContext(uri, neo4j.NoAuth())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = driver.Close(context.Background()) })
	statements, err := bolt.Statements()
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range statements {
		if err := s.Same(b.Context(), driver, address); err != nil {
			b.Fatal(err)
		}
		duel.Run(b, s.Operation.Name,
			duel.Contender{Name: "reaffirm", Warm: warm, Dial: duel.HTTP(load.Query{Address: address, Path: "/graphql", Text: s.Operation.Query, Vary: true})},
			duel.Contender{Name: "cypher", Warm: warm, Dial: s.Dial(driver)})
	}
}

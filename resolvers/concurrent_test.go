package resolvers_test

import (
	"bytes"
	"sync"
	"testing"
)

// TestConcurrentOperations holds that operations at once, over one store, do not see each other.
func TestConcurrentOperations(t *testing.T) {
	const query = `{
		provisions { totalCount nodes { id document { title } children { id } commitments { kind involvements { body { name } } }
			reaffirms(first: 3) { nodes { relation earlier { text } } } themes { name } } facets { bodies { body { name } count } } }
		bodies { nodes { name provisions(first: 2) { totalCount nodes { id } facets { total } } } }
	}`
	a := newAPI(newStore(t))
	want := a.serve(t.Context(), query, nil)
	if bytes.Contains(want, []byte(`"errors"`)) {
		t.Fatalf("%s", want)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 5 {
				if got := a.serve(t.Context(), query, nil); !bytes.Equal(got, want) {
					t.Errorf("got %s\nwant %s", got, want)
				}
			}
		})
	}
	wg.Wait()
}

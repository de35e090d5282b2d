package resolvers_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
)

// TestRefusals holds the codes and words of errors that a client can mend.
func TestRefusals(t *testing.T) {
	a := newAPI(newStore(t))
	var data struct {
		Bodies, Provisions struct{ PageInfo struct{ EndCursor string } }
	}
	a.mustAsk(t, `{ bodies(first: 1) { pageInfo { endCursor } } provisions(first: 1) { pageInfo { endCursor } } }`, nil, &data)
	ofBodies, ofProvisions := data.Bodies.PageInfo.EndCursor, data.Provisions.PageInfo.EndCursor
	tests := []struct{ name, query, code, words string }{
		{"a page too big", `{ provisions(first: 201) { totalCount } }`, "INVALID_ARGUMENT", "first is 201 and may be at most 200"},
		{"a page too big from the back", `{ provisions(last: 1000) { totalCount } }`, "INVALID_ARGUMENT", "last is 1000 and may be at most 200"},
		{"a negative page", `{ bodies(first: -1) { totalCount } }`, "INVALID_ARGUMENT", "first is -1; it must not be negative"},
		{"a page from both ends", `{ bodies(first: 1, last: 1) { totalCount } }`, "INVALID_ARGUMENT", "give first or last, not both"},
		{"a number too big", `{ bodies(first: 5000000000) { totalCount } }`, "INVALID_ARGUMENT", "5000000000 is not an integer of 32 bits"},
		{"a number too big in a filter", `{ provisions(filter: { minStrength: 5000000000 }) { totalCount } }`, "INVALID_ARGUMENT", "5000000000 is not an integer of 32 bits"},
		{"no cursor", `{ provisions(after: "§") { totalCount } }`, "INVALID_ARGUMENT", `after: "§" is not a cursor; take one from pageInfo or edges`},
		{"the cursor of another list", `{ provisions(after: "` + ofBodies + `") { totalCount } }`, "INVALID_ARGUMENT", "is not of this list in this order; start again from the first page"},
		{"the cursor of another order", `{ provisions(before: "` + ofProvisions + `", orderBy: { field: REAFFIRMATIONS }) { totalCount } }`, "INVALID_ARGUMENT", "before: the cursor"},
		{"a cursor cut short", `{ provisions(after: "` + ofProvisions[:len(ofProvisions)-2] + `") { totalCount } }`, "INVALID_ARGUMENT", "is not a cursor"},
		{"a filter that the parent has set", `{ body(id: "body/cnd") { provisions(filter: { bodies: ["body/who"] }) { totalCount } } }`, "INVALID_ARGUMENT", "bodies of the filter must be left out here"},
		{"the same for links", `{ provision(id: "md-2019/p1") { reaffirms(filter: { later: ["md-2019/p2"] }) { totalCount } } }`, "INVALID_ARGUMENT", "later of the filter must be left out here"},
		{"too many nodes", `{ nodes(ids: [` + strings.Repeat(`"body/cnd",`, 201) + `]) { id } }`, "INVALID_ARGUMENT", "201 ids were given and at most 200 may be"},
		{"equal axes", `{ responsibilities(rows: BODY, columns: BODY) { cells { row { id } } } }`, "INVALID_ARGUMENT", "rows and columns are both BODY"},
		{"documents the wrong way round", `{ coverage(earlier: "md-2019", later: "pd-2009") { buckets { count } } }`, "INVALID_ARGUMENT", `"md-2019" does not come before "pd-2009"; swap them`},
		{"no document", `{ coverage(earlier: "body/cnd", later: "pd-2009") { buckets { count } } }`, "INVALID_ARGUMENT", `"body/cnd" is not the id of a document`},
		{"a path too long", `{ paths(from: "body/cnd", to: "body/who", maxLength: 7) { length } }`, "INVALID_ARGUMENT", "from 1 to 6"},
		{"a lineage too deep", `{ provision(id: "md-2019/p1") { lineage(depth: 17) { truncated } } }`, "INVALID_ARGUMENT", "from 1 to 16"},
		{"a search with two texts", `{ search(query: "drug", filter: { text: "treatment" }) { totalCount } }`, "INVALID_ARGUMENT", "its filter must not have another"},
		{"a search with too long a text", `{ search(query: "` + strings.Repeat("drug ", 500) + `") { totalCount } }`, "INVALID_ARGUMENT", ""},
		{"counts below nothing", `{ provisions { facets { bodies(first: -1) { count } } } }`, "INVALID_ARGUMENT", "must not be negative"},
		{"too many counts", `{ provisions { facets { verbs(first: 201) { count } } } }`, "INVALID_ARGUMENT", "at most 200"},
		{"no such field", `{ provision(id: "md-2019/p1") { titel } }`, "GRAPHQL_VALIDATION_FAILED", ""},
		{"no such role", `{ provisions(filter: { roles: [BOSS] }) { totalCount } }`, "GRAPHQL_VALIDATION_FAILED", ""},
		{"no query", `{ provision(id: `, "GRAPHQL_PARSE_FAILED", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := a.ask(t, test.query, nil)
			if len(got.Errors) != 1 {
				t.Fatalf("got %d errors: %+v", len(got.Errors), got.Errors)
			}
			e := got.Errors[0]
			code := fmt.Sprint(e.Extensions["code"])
			if code != test.code || !strings.Contains(e.Message, test.words) {
				t.Errorf("got %s: %s\nwant %s: … %s …", code, e.Message, test.code, test.words)
			}
			if strings.Contains(e.Message, "invalid query") {
				t.Errorf("the message %q shows what is for us", e.Message)
			}
		})
	}
}

// TestFailures holds what a client sees of errors that it cannot mend: a code, and none of our text.
func TestFailures(t *testing.T) {
	const secret = "bolt://10.0.0.7 refused"
	tests := []struct {
		name string
		err  error
		code string
	}{
		{"no store", fmt.Errorf("%w: %s", graph.ErrUnavailable, secret), "UNAVAILABLE"},
		{"no graph", graph.ErrNoGraph, "UNAVAILABLE"},
		{"out of time", fmt.Errorf("%s: %w", secret, context.DeadlineExceeded), "TIMEOUT"},
		{"gone", context.Canceled, "CANCELED"},
		{"anything else", errors.New(secret), "INTERNAL"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for name, store := range map[string]graph.Store{
				"opening": failingStore{newStore(t), test.err, nil},
				"asking":  failingStore{newStore(t), nil, func() error { return test.err }},
			} {
				got := newAPI(store).ask(t, `{ provisions(first: 3) { nodes { commitments { id } } } }`, nil)
				if len(got.Errors) == 0 {
					t.Fatalf("%s: no error", name)
				}
				for _, e := range got.Errors {
					if e.Extensions["code"] != test.code || strings.Contains(e.Message, secret) || len(e.Path) == 0 {
						t.Errorf("%s: got %+v, want code %s", name, e, test.code)
					}
				}
				if string(got.Data) != "null" {
					t.Errorf("%s: data is %s", name, got.Data)
				}
			}
		})
	}
}

// TestPanic holds that a panic in the store fails the field for all siblings, and hangs none.
func TestPanic(t *testing.T) {
	a := newAPI(failingStore{newStore(t), nil, func() error { panic("a bug") }})
	got := a.ask(t, `{ provisions { nodes { commitments { id } } } }`, nil)
	if len(got.Errors) != 18 {
		t.Errorf("got %d errors, want one for each of the 18 provisions", len(got.Errors))
	}
	for _, e := range got.Errors {
		if e.Extensions["code"] != "INTERNAL" || strings.Contains(e.Message, "bug") {
			t.Errorf("got %+v", e)
		}
	}
}

// TestDeadline holds that siblings do not wait longer than their operation may last.
func TestDeadline(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	entered, release := make(chan struct{}), make(chan struct{})
	a := newAPI(failingStore{newStore(t), nil, func() error {
		close(entered)
		<-release
		return ctx.Err()
	}})
	done := make(chan struct{})
	go func() {
		defer close(done)
		a.serve(ctx, `{ provisions { nodes { commitments { id } } } }`, nil)
	}()
	<-entered
	cancel()
	close(release)
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("the operation goes on after its end")
	}
}

// A failingStore fails when it is opened, or when it is asked for commitments.
type failingStore struct {
	*memgraph.Store
	opening error
	asking  func() error
}

func (s failingStore) Open(ctx context.Context) (graph.Reader, error) {
	if s.opening != nil {
		return nil, s.opening
	}
	r, err := s.Store.Open(ctx)
	return failingReader{r, s.asking}, err
}

type failingReader struct {
	graph.Reader
	asking func() error
}

func (r failingReader) Commitments(context.Context, []graph.Query[graph.CommitmentFilter]) ([]graph.Slice[*graph.Commitment], error) {
	return nil, r.asking()
}

package server_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"reaffirm/server"
)

// TestLimits states for each limit what is still answered and what is refused, and how the refusal names it.
func TestLimits(t *testing.T) {
	small := server.Limits{
		BodyBytes: 2048, Tokens: 120, Depth: 4, Selections: 20, Repeats: 5, Aliases: 3, Directives: 4, Introspection: 2, Variables: 6,
		Complexity: 300, ResponseBytes: 4096,
	}
	s := newSite(t, func(c *server.Config) { c.Limits = small })
	for _, tt := range []struct {
		name      string
		within    string // a body that is answered
		beyond    string // one that is refused
		code      string
		status    int
		max       any
		asked     any
		mentioned string // advice
	}{
		{
			name:   "body",
			within: body(t, "{ __typename } #"+strings.Repeat(" ", 1900), nil),
			beyond: body(t, "{ __typename } #"+strings.Repeat(" ", 2100), nil),
			code:   "BODY_TOO_LARGE", status: 413, max: "2 KiB", asked: "more than 2 KiB", mentioned: "shorter query",
		},
		{
			name:   "tokens",
			within: body(t, "{ nodes(ids: ["+repeat(108, "%d ")+"]) { id } }", nil),
			beyond: body(t, "{ nodes(ids: ["+repeat(109, "%d ")+"]) { id } }", nil),
			max:    120, asked: "more than 120", mentioned: "split it",
		},
		{
			name:   "depth",
			within: body(t, `{ provisions(first: 1) { nodes { document { id } } } }`, nil),
			beyond: body(t, `{ provisions(first: 1) { nodes { document { body { id } } } } }`, nil),
			max:    4, asked: 5, mentioned: "second query",
		},
		{
			name:   "depth",
			within: body(t, `{ provisions(first: 1) { nodes { ... { ...d } } } } fragment d on Provision { document { id } }`, nil),
			beyond: body(t, `{ provisions(first: 1) { nodes { ... { ...d } } } } fragment d on Provision { document { body { id } } }`, nil),
			max:    4, asked: 5,
		},
		{
			name:   "selections",
			within: body(t, "{ ...f ...f } fragment f on Query { graph { version counts { documents sections provisions footnotes } } }", nil),
			beyond: body(t, "{ ...f ...f ...f } fragment f on Query { graph { version counts { documents sections provisions } } }", nil),
			max:    20, asked: 21, mentioned: "fewer fields",
		},
		{
			name:   "repeats",
			within: body(t, "{"+strings.Repeat("__typename ", 5)+"}", nil),
			beyond: body(t, "{"+strings.Repeat("__typename ", 6)+"}", nil),
			max:    5, asked: 6, mentioned: "same field",
		},
		{
			name:   "aliases",
			within: body(t, "{"+repeat(3, "a%d: __typename ")+"}", nil),
			beyond: body(t, "{"+repeat(4, "a%d: __typename ")+"}", nil),
			max:    3, asked: 4, mentioned: "nodes(ids:)",
		},
		{
			name:   "directives",
			within: body(t, "{ graph { version @skip(if: false) @include(if: true) corpusDigest @skip(if: false) @include(if: true) } }", nil),
			beyond: body(t, "{"+strings.Repeat("__typename @skip(if: false) ", 5)+"}", nil),
			max:    4, asked: 5,
		},
		{
			name:   "introspection",
			within: body(t, `{ __type(name: "Role") { enumValues { name } a: enumValues { description } } }`, nil),
			beyond: body(t, `{ __type(name: "Role") { enumValues { name } a: enumValues { description } b: enumValues { name } } }`, nil),
			max:    2, asked: 3, mentioned: "once",
		},
		{
			name:   "variables",
			within: body(t, "query($i: [ID!]!) { nodes(ids: $i) { id } }", map[string]any{"i": []int{1, 2, 3, 4, 5}}),
			beyond: body(t, "query($i: [ID!]!) { nodes(ids: $i) { id } }", map[string]any{"i": []int{1, 2, 3, 4, 5, 6}}),
			max:    6, asked: 7, mentioned: "send fewer",
		},
		{
			name:   "complexity",
			within: body(t, "{ provisions(first: 5) { nodes { id } } }", nil),
			beyond: body(t, "{ provisions(first: 200) { nodes { id text } } }", nil),
			max:    300, mentioned: "lower first or last",
		},
		{
			name:   "response",
			within: body(t, "{ provisions(first: 2) { nodes { text } } }", nil),
			beyond: body(t, "{ provisions(first: 30) { nodes { text } } }", nil),
			max:    "4 KiB", mentioned: "smaller pages",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s.t = t
			if tt.code == "" {
				tt.code = "LIMIT_EXCEEDED"
			}
			if got := s.do("POST", "/graphql", tt.within, "Content-Type", mediaJSON); got.status != 200 || got.graphQL(t).code() != "" {
				t.Errorf("within the limit: %d %s", got.status, got.body)
			}
			for media, status := range map[string]int{mediaJSON: 200, mediaGraphQL: 400} {
				if tt.status != 0 {
					status = tt.status
				}
				got := s.do("POST", "/graphql", tt.beyond, "Content-Type", mediaJSON, "Accept", media)
				g := got.graphQL(t)
				if got.status != status || g.code() != tt.code || g.Data != nil {
					t.Fatalf("beyond the limit, %s: %d %s", media, got.status, got.body)
				}
				limit := g.Errors[0].Extensions.Limit
				if limit == nil || limit.Name != tt.name || fmt.Sprint(limit.Max) != fmt.Sprint(tt.max) {
					t.Errorf("limit %+v; want %s of %v", limit, tt.name, tt.max)
				} else if tt.asked != nil && fmt.Sprint(limit.Asked) != fmt.Sprint(tt.asked) {
					t.Errorf("asked %v; want %v", limit.Asked, tt.asked)
				}
				message := g.Errors[0].Message
				if !strings.Contains(message, tt.name) || !strings.Contains(message, fmt.Sprint(tt.max)) || !strings.Contains(message, tt.mentioned) {
					t.Errorf("message %q", message)
				}
			}
		})
	}
}

func TestLimitsHoldForOperationsThatAreNotAsked(t *testing.T) {
	s := newSite(t, func(c *server.Config) { c.Limits.Aliases = 1 })
	got := s.do("POST", "/graphql", `{"query":"query a { __typename } query b { x: __typename y: __typename }","operationName":"a"}`, "Content-Type", mediaJSON)
	if c := got.graphQL(t).code(); c != "LIMIT_EXCEEDED" {
		t.Errorf("got %s", got.body)
	}
}

// TestAbuse sends what costs a careless server much, under the default limits, and states what refuses it: a
// limit that is checked before the costly part, or the parser. A check that comes too late shows by its code.
func TestAbuse(t *testing.T) {
	s := newSite(t)
	for _, tt := range []struct{ name, query, refusedBy string }{
		{"one field 10,000 times", "{" + strings.Repeat("__typename ", 10_000) + "}", "tokens"},
		{"one unknown field 3,000 times", "{" + strings.Repeat("nope ", 3000) + "}", "selections"},
		{"one unknown field 1,000 times", "{" + strings.Repeat("nope ", 1000) + "}", "repeats"},
		{"one list 400 times", "{" + strings.Repeat("documents { nodes { id } } ", 400) + "}", "repeats"},
		{"50,000 directives", "{ __typename " + strings.Repeat("@a", 50_000) + "}", "tokens"},
		{"1,000 directives", "{ __typename " + strings.Repeat("@a ", 1000) + "}", "directives"},
		{"many fragments in one place", "{" + repeat(300, "...f%d ") + "}" + repeat(300, "fragment f%d on Query { graph { version } } "), "repeats"},
		{"fragments that double", "{ ...f0 }" + doubling(60, "__typename"), "selections"},
		{"fragments that double and are not there", "{ ...f0 }" + doubling(60, "...gone"), "selections"},
		{"fragments in a circle", "{ ...f0 }" + doubling(60, "...f0"), "GRAPHQL_VALIDATION_FAILED"},
		{"a deep chain of fragments", "{ ...f0 }" + chain(200), "depth"},
		{"deep lists", "{ nodes(ids: " + strings.Repeat("[", 1900) + strings.Repeat("]", 1900) + ") { id } }", "GRAPHQL_PARSE_FAILED"},
		{"deep objects", "{ provisions(filter: " + strings.Repeat("{a:", 1200) + "1" + strings.Repeat("}", 1200) + ") { totalCount } }", "tokens"},
		{"deep selections", strings.Repeat("{ document ", 1000) + "{ id }" + strings.Repeat("}", 1000), "GRAPHQL_PARSE_FAILED"},
		{"introspection in a circle", "{ __schema { types " + strings.Repeat("{ fields { type ", 8) + "{ name }" + strings.Repeat("}}", 8) + "}}", "GRAPHQL_VALIDATION_FAILED"},
		{"the whole schema 50 times", "{ __schema { types { " + repeat(50, "a%d: fields { name description } ") + " } } }", "introspection"},
		{"aliases in place of a batch", "{" + repeat(150, `a%d: provision(id: "md-2019/p1") { text } `) + "}", "aliases"},
		{"lists in lists", "{ provisions(first: 200) { nodes { reaffirms(first: 200) { nodes { earlier { reaffirms(first: 200) { nodes { id } } } } } } } }", "complexity"},
		{"many variables", "query(" + repeat(900, "$a%d: ID ") + ") { __typename }", "GRAPHQL_VALIDATION_FAILED"},
		{"a long unknown name", "{ " + strings.Repeat("a", 900_000) + " }", "GRAPHQL_VALIDATION_FAILED"},
		{"a long string of a wrong type", "{ provisions(first: \"" + strings.Repeat("a", 900_000) + "\") { totalCount } }", "GRAPHQL_VALIDATION_FAILED"},
		{"a long string that does not end", "{ provision(id: \"" + strings.Repeat("a", 900_000), "GRAPHQL_PARSE_FAILED"},
		{"a long comment", "{ nope } #" + strings.Repeat("a", 900_000), "GRAPHQL_VALIDATION_FAILED"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s.t = t
			got := s.post(tt.query)
			g := got.graphQL(t)
			if g.Data != nil || len(g.Errors) == 0 {
				t.Fatalf("not refused: %.200s", got.body)
			}
			by := g.code()
			if limit := g.Errors[0].Extensions.Limit; limit != nil {
				by = limit.Name
			}
			if by != tt.refusedBy {
				t.Errorf("refused by %s, want %s: %.200s", by, tt.refusedBy, got.body)
			}
			if len(got.body) > 10_000 {
				t.Errorf("the refusal is %d bytes long", len(got.body))
			}
		})
	}
	if got := s.get("{ __typename }"); got.status != 200 {
		t.Errorf("after all this: %d %s", got.status, got.body)
	}
}

// doubling makes fragments each of which spreads the next one twice.
func doubling(n int, last string) string {
	return repeatFrom(n, func(i int) string { return fmt.Sprintf(" fragment f%d on Query { ...f%d ...f%d }", i, i+1, i+1) }) +
		fmt.Sprintf(" fragment f%d on Query { %s }", n, last)
}

// chain makes fragments each of which goes one level deeper.
func chain(n int) string {
	return " fragment f0 on Query { node(id: 1) { ...f1 } }" +
		repeatFrom(n, func(i int) string {
			return fmt.Sprintf(" fragment f%d on Node { ... on Provision { parent { ...f%d } } }", i+1, i+2)
		}) + fmt.Sprintf(" fragment f%d on Node { id }", n+1)
}

func repeatFrom(n int, f func(int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// TestDeadline: a store that does not answer in time costs a request its deadline and no more, and the
// next one is answered.
func TestDeadline(t *testing.T) {
	for _, tt := range []struct {
		name  string
		heeds bool // the end of its context
	}{
		{"a store that heeds its context", true},
		{"a store that does not", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			never := make(chan struct{})
			defer close(never)
			s := newSite(t, withFault(t, func(ctx context.Context) error {
				if !tt.heeds {
					<-never
					return nil
				}
				<-ctx.Done()
				return ctx.Err()
			}), func(c *server.Config) {
				c.Limits.Duration, c.Limits.QueueWait = 100*time.Millisecond, 100*time.Millisecond
			})
			got := s.post("{ provisions(first: 1) { nodes { id } } }")
			g := got.graphQL(t)
			if got.status != 504 || g.code() != "TIMEOUT" || g.Data != nil {
				t.Fatalf("%d %s", got.status, got.body)
			}
			if limit := g.Errors[0].Extensions.Limit; limit == nil || limit.Name != "duration" || limit.Max != "100ms" {
				t.Errorf("limit %+v", limit)
			}
			if got := s.post("{ __typename }"); got.status != 200 {
				t.Errorf("the next request: %d %s", got.status, got.body)
			}
		})
	}
}

func TestTooMuchAtOnce(t *testing.T) {
	release, entered := make(chan struct{}), make(chan struct{}, 10)
	s := newSite(t, withFault(t, func(ctx context.Context) error {
		entered <- struct{}{}
		<-release
		return nil
	}), func(c *server.Config) {
		c.Limits.Concurrency, c.Limits.Queue, c.Limits.QueueWait = 1, 1, 300*time.Millisecond
	})
	var requests sync.WaitGroup
	defer requests.Wait()
	defer close(release)
	ask := func(query string, want int) (answered chan struct{}) {
		answered = make(chan struct{})
		requests.Go(func() {
			defer close(answered)
			if got := s.post(query); got.status != want {
				t.Errorf("%s: status %d, want %d", query, got.status, want)
			}
		})
		return answered
	}
	ask(`{ provisions(first: 1) { nodes { id } } }`, 200)
	<-entered
	waiting := ask(`{ provisions(first: 2) { nodes { id } } }`, 503) // in vain
	got := s.post(`{ provisions(first: 3) { nodes { id } } }`)
	for tries := 0; got.graphQL(t).code() != "OVERLOADED" && tries < 100; tries++ {
		got = s.post(`{ provisions(first: 3) { nodes { id } } }`)
	}
	if got.status != http.StatusServiceUnavailable || got.header.Get("Retry-After") != "1" {
		t.Errorf("%d, Retry-After %q: %s", got.status, got.header.Get("Retry-After"), got.body)
	}
	if got := s.do("GET", "/healthz", ""); got.status != 200 {
		t.Errorf("health while busy: %d", got.status)
	}
	<-waiting
}

func TestLimitsMustNotBeNegative(t *testing.T) {
	_, err := server.New(server.Config{Store: embeddedStore(t), Limits: server.Limits{Depth: -1, QueueWait: -time.Second}})
	if err == nil || !strings.Contains(err.Error(), "Depth is -1") || !strings.Contains(err.Error(), "QueueWait is -1s") {
		t.Errorf("got %v", err)
	}
}

func TestStoreIsRequired(t *testing.T) {
	if _, err := server.New(server.Config{}); err == nil {
		t.Error("a server without a store")
	}
}

// TestIntrospectionIsWithinTheLimits: tools that ask for the whole schema must get it.
func TestIntrospectionIsWithinTheLimits(t *testing.T) {
	s := newSite(t)
	g := s.post(introspectionQuery).graphQL(t)
	var data struct {
		Schema struct{ Types []struct{ Name string } } `json:"__schema"`
	}
	if err := json.Unmarshal(g.Data, &data); err != nil || len(g.Errors) > 0 || len(data.Schema.Types) < 50 {
		t.Errorf("%d types, %v, %v", len(data.Schema.Types), g.Errors, err)
	}
}

// introspectionQuery is the one that GraphiQL and code generators send.
const introspectionQuery = `query IntrospectionQuery {
  __schema {
    queryType { name kind } mutationType { name kind } subscriptionType { name kind }
    types { ...FullType }
    directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
  }
}
fragment FullType on __Type {
  kind name description specifiedByURL
  fields(includeDeprecated: true) {
    name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
  }
  inputFields(includeDeprecated: true) { ...InputValue }
  interfaces { ...TypeRef }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
  possibleTypes { ...TypeRef }
}
fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
fragment TypeRef on __Type {
  kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
    ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
}`

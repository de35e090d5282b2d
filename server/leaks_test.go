package server_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"reaffirm/graph"
	"reaffirm/server"
)

// TestNoNamesAreSuggested: what is unknown is named, and nothing that is like it, unless the server is set to.
func TestNoNamesAreSuggested(t *testing.T) {
	quiet, helpful := newSite(t), newSite(t, func(c *server.Config) { c.Suggest = true })
	for _, tt := range []struct{ name, query, secret string }{
		{"field", "{ provisio { id } }", "provision"},
		{"field of an interface", `{ node(id: "x") { citation } }`, "Provision"},
		{"argument", `{ provision(idd: "x") { id } }`, `"id"`},
		{"type", "{ __typename ...f } fragment f on Provisio { id }", "Provision"},
		{"enum value", `{ provisions(filter: { roles: [RESPONSIBL] }) { totalCount } }`, "RESPONSIBLE"},
		{"enum value as a string", `{ provisions(filter: { roles: ["RESPONSIBL"] }) { totalCount } }`, "RESPONSIBLE"},
		{"input field", `{ provisions(filter: { rolls: [RESPONSIBLE] }) { totalCount } }`, "roles"},
		{"selection of a leaf", `{ graph }`, "graph { ... }"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			quiet.t, helpful.t = t, t
			got := quiet.post(tt.query).body
			if !strings.Contains(got, "GRAPHQL_VALIDATION_FAILED") || strings.Contains(got, "Did you mean") || says(got, tt.secret) {
				t.Errorf("said: %s", got)
			}
			if got := helpful.post(tt.query).body; !strings.Contains(got, "Did you mean") {
				t.Errorf("set to suggest, it said: %s", got)
			}
		})
	}
}

// says looks for a name in the text of an answer, whole.
func says(text, name string) bool {
	return strings.Contains(text, `\"`+name+`\"`) || strings.Contains(text, " "+name+" ")
}

func TestBadBodiesAreNotEchoed(t *testing.T) {
	s := newSite(t)
	const secret = "hunter2"
	for _, body := range []string{
		`{"query": "{ __typename }", "password": "` + secret,
		secret,
		`"` + secret + `"`,
		`{"query": {"` + secret + `": 1}}`,
		`{"query": "{ __typename }", "variables": "` + secret + `"}`,
		`{"query": "{ __typename }", "operationName": ["` + secret + `"]}`,
		`{"query": "{ __typename }", "operationName": "` + secret + `"}`,
		`[{"query": "` + secret + `"}]`,
	} {
		if got := s.do("POST", "/graphql", body, "Content-Type", mediaJSON); strings.Contains(got.body, secret) || got.graphQL(t).code() == "" {
			t.Errorf("%s\nanswered %s", body, got.body)
		}
	}
	if got := s.do("GET", "/graphql?query=%zz"+secret, ""); strings.Contains(got.body, secret) {
		t.Errorf("address: %s", got.body)
	}
}

// TestInternalErrors: whatever goes wrong inside, the client gets an id and the log has the rest.
func TestInternalErrors(t *testing.T) {
	const secret = "password of the database"
	for _, tt := range []struct {
		name   string
		fault  faulty
		status int
		code   string
		logged string // message
		data   bool   // part of the answer is there
	}{
		{
			name:  "an unknown error of a store",
			fault: faulty{call: func(context.Context) error { return errors.New(secret) }}, status: 200, code: "INTERNAL", logged: "internal error", data: true,
		},
		{
			name:  "a store that panics",
			fault: faulty{call: func(context.Context) error { panic(secret) }}, status: 200, code: "INTERNAL", logged: "internal error", data: true,
		},
		{
			name:  "a store that is away",
			fault: faulty{call: func(context.Context) error { return errors.Join(graph.ErrUnavailable, errors.New(secret)) }}, status: 200, code: "UNAVAILABLE", logged: "store unavailable", data: true,
		},
		{
			name:  "an unknown error when it is opened",
			fault: faulty{open: func(context.Context) error { return errors.New(secret) }}, status: 500, code: "INTERNAL", logged: "internal error",
		},
		{
			name:  "a store that cannot be opened",
			fault: faulty{open: func(context.Context) error { return errors.Join(graph.ErrUnavailable, errors.New(secret)) }}, status: 503, code: "UNAVAILABLE", logged: "store unavailable",
		},
		{
			name:  "a store with no graph",
			fault: faulty{open: func(context.Context) error { return graph.ErrNoGraph }}, status: 503, code: "UNAVAILABLE", logged: "store unavailable",
		},
		{
			name:  "a store that panics when it is opened",
			fault: faulty{open: func(context.Context) error { panic(secret) }}, status: 500, logged: "internal error",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.fault.Store = embeddedStore(t)
			s := newSite(t, func(c *server.Config) { c.Store = tt.fault })
			got := s.post(`{ provision(id: "md-2019/p1") { id } }`, "X-Request-Id", "my-request.1")
			if got.status != tt.status {
				t.Errorf("status %d, want %d: %s", got.status, tt.status, got.body)
			}
			if strings.Contains(got.body, secret) || strings.Contains(got.body, ".go") {
				t.Errorf("the client was told: %s", got.body)
			}
			if got.header.Get("X-Request-Id") != "my-request.1" || tt.code == "INTERNAL" && !strings.Contains(got.body, "my-request.1") {
				t.Errorf("no request id: %s", got.body)
			}
			if tt.code != "" {
				g := got.graphQL(t)
				if g.code() != tt.code || (g.Data != nil) != tt.data {
					t.Errorf("got %s", got.body)
				}
			}
			lines := s.log.lines(t, tt.logged)
			if len(lines) == 0 || lines[0]["request"] != "my-request.1" {
				t.Fatalf("log: %s", s.log)
			}
			if strings.Contains(tt.name, "panics") {
				if stack, _ := lines[0]["stack"].(string); !strings.Contains(stack, "site_test.go") {
					t.Errorf("no stack in the log: %v", lines[0])
				}
			}
			if got := s.do("GET", "/healthz", ""); got.status != 200 {
				t.Errorf("afterwards: %d", got.status)
			}
		})
	}
}

func TestRequestIDsOfClientsArePlain(t *testing.T) {
	s := newSite(t)
	for _, id := range []string{"", "a b", "a\"b", strings.Repeat("a", 65), "ä"} {
		got := s.do("GET", "/healthz", "", "X-Request-Id", id).header.Get("X-Request-Id")
		if got == id || len(got) < 16 {
			t.Errorf("%q: id %q", id, got)
		}
	}
	if got := s.do("GET", "/healthz", "", "X-Request-Id", "0af7651916cd43dd8448eb211c80319c").header.Get("X-Request-Id"); got != "0af7651916cd43dd8448eb211c80319c" {
		t.Errorf("id %q", got)
	}
}

func TestSchemaCanBeHidden(t *testing.T) {
	s := newSite(t, func(c *server.Config) { c.HideSchema = true })
	for _, query := range []string{introspectionQuery, `{ __type(name: "Provision") { name } }`} {
		got := s.post(query)
		if g := got.graphQL(t); len(g.Errors) == 0 || strings.Contains(got.body, "PROVISION") || strings.Contains(string(g.Data), "Provision") {
			t.Errorf("answered %.300s", got.body)
		}
	}
	if got := s.post("{ __typename }"); got.graphQL(t).code() != "" {
		t.Errorf("__typename: %s", got.body)
	}
}

package server_test

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
)

// TestGraphQLOverHTTP states what the endpoint answers to each form of request, by the GraphQL-over-HTTP specification.
func TestGraphQLOverHTTP(t *testing.T) {
	s := newSite(t)
	q := url.QueryEscape
	const good = `{"query":"{ __typename }"}`
	for _, tt := range []struct {
		name         string
		method, path string
		header       []string
		body         string
		status       int
		media        string // of the answer; mediaJSON where empty
		code         string // of the first error; "" for an answer with data
	}{
		{name: "POST", method: "POST", header: []string{"Content-Type", mediaJSON}, body: good, status: 200},
		{name: "POST, new media type", method: "POST", header: []string{"Content-Type", mediaJSON, "Accept", mediaGraphQL}, body: good, status: 200, media: mediaGraphQL},
		{name: "POST, charset", method: "POST", header: []string{"Content-Type", "application/json; charset=UTF-8"}, body: good, status: 200},
		{name: "POST, other charset", method: "POST", header: []string{"Content-Type", "application/json; charset=latin1"}, body: good, status: 415, code: "UNSUPPORTED_MEDIA_TYPE"},
		{name: "POST, no content type", method: "POST", body: good, status: 415, code: "UNSUPPORTED_MEDIA_TYPE"},
		{name: "POST, form", method: "POST", header: []string{"Content-Type", "application/x-www-form-urlencoded"}, body: "query={__typename}", status: 415, code: "UNSUPPORTED_MEDIA_TYPE"},
		{name: "POST, content type that is none", method: "POST", header: []string{"Content-Type", ";;"}, body: good, status: 415, code: "UNSUPPORTED_MEDIA_TYPE"},
		{name: "POST, no body", method: "POST", header: []string{"Content-Type", mediaJSON}, status: 400, code: "BAD_REQUEST"},
		{name: "POST, half a body", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":`, status: 400, code: "BAD_REQUEST"},
		{name: "POST, two bodies", method: "POST", header: []string{"Content-Type", mediaJSON}, body: good + good, status: 400, code: "BAD_REQUEST"},
		{name: "POST, null", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `null`, status: 400, code: "BAD_REQUEST"},
		{name: "POST, string", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `"{ __typename }"`, status: 400, code: "BAD_REQUEST"},
		{name: "POST, batch", method: "POST", header: []string{"Content-Type", mediaJSON}, body: " [" + good + "]", status: 400, code: "BATCHING_NOT_SUPPORTED"},
		{name: "POST, no query", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{}`, status: 400, code: "BAD_REQUEST"},
		{name: "POST, null query", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":null}`, status: 400, code: "BAD_REQUEST"},
		{name: "POST, query of other case", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"QUERY":"{ __typename }"}`, status: 400, code: "BAD_REQUEST"},
		{name: "POST, query in the address", method: "POST", path: "?query=" + q("{ __typename }"), header: []string{"Content-Type", mediaJSON}, body: `{}`, status: 400, code: "BAD_REQUEST"},
		{name: "POST, not UTF-8", method: "POST", header: []string{"Content-Type", mediaJSON}, body: "{\"query\":\"{ __typename } # \xff\"}", status: 400, code: "BAD_REQUEST"},
		{name: "POST, list of variables", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"{ __typename }","variables":[7]}`, status: 400, code: "BAD_REQUEST"},
		{name: "POST, nulls", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"{ __typename }","variables":null,"operationName":null,"extensions":null}`, status: 200},
		{name: "POST, members of its own", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"{ __typename }","id":7}`, status: 200},
		{name: "POST, syntax error", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"{"}`, status: 200, code: "GRAPHQL_PARSE_FAILED"},
		{name: "POST, syntax error, new media type", method: "POST", header: []string{"Content-Type", mediaJSON, "Accept", mediaGraphQL}, body: `{"query":"{"}`, status: 400, media: mediaGraphQL, code: "GRAPHQL_PARSE_FAILED"},
		{name: "POST, comment only", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"# nothing"}`, status: 200, code: "GRAPHQL_PARSE_FAILED"},
		{name: "POST, fragments only", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"fragment f on Query { __typename }"}`, status: 200, code: "GRAPHQL_PARSE_FAILED"},
		{name: "POST, unknown field", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"{ nope }"}`, status: 200, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "POST, unknown field, new media type", method: "POST", header: []string{"Content-Type", mediaJSON, "Accept", mediaGraphQL}, body: `{"query":"{ nope }"}`, status: 400, media: mediaGraphQL, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "POST, wrong variable", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"query($i: ID!) { node(id: $i) { id } }","variables":{"i":null}}`, status: 200, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "POST, wrong variable, new media type", method: "POST", header: []string{"Content-Type", mediaJSON, "Accept", mediaGraphQL}, body: `{"query":"query($i: ID!) { node(id: $i) { id } }","variables":{"i":[]}}`, status: 400, media: mediaGraphQL, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "POST, which operation", method: "POST", header: []string{"Content-Type", mediaJSON, "Accept", mediaGraphQL}, body: `{"query":"query a { __typename } query b { __typename }"}`, status: 400, media: mediaGraphQL, code: "OPERATION_RESOLUTION_FAILURE"},
		{name: "POST, this operation", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"query a { __typename } query b { nodes(ids: []) { id } }","operationName":"b"}`, status: 200},
		{name: "POST, no such operation", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"query a { __typename }","operationName":"c"}`, status: 200, code: "OPERATION_RESOLUTION_FAILURE"},
		{name: "POST, mutation", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"mutation { __typename }"}`, status: 200, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "POST, subscription", method: "POST", header: []string{"Content-Type", mediaJSON, "Accept", mediaGraphQL}, body: `{"query":"subscription { __typename }"}`, status: 400, media: mediaGraphQL, code: "GRAPHQL_VALIDATION_FAILED"},

		{name: "POST, part of the answer later", method: "POST", header: []string{"Content-Type", mediaJSON}, body: `{"query":"{ graph { version } ... @defer { graph { corpusDigest } } }"}`, status: 200, code: "GRAPHQL_VALIDATION_FAILED"},

		{name: "GET", method: "GET", path: "?query=" + q("{ __typename }"), status: 200},
		{name: "GET, variables", method: "GET", path: "?query=" + q("query A($i: ID!) { node(id: $i) { id } }") + "&operationName=A&variables=" + q(`{"i":"md-2019"}`), status: 200},
		{name: "GET, variables that are no JSON", method: "GET", path: "?query=" + q("{ __typename }") + "&variables=i", status: 400, code: "BAD_REQUEST"},
		{name: "GET, two queries", method: "GET", path: "?query=%7Ba%7D&query=%7Bb%7D", status: 400, code: "BAD_REQUEST"},
		{name: "GET, bad encoding", method: "GET", path: "?query=%zz", status: 400, code: "BAD_REQUEST"},
		{name: "GET, not UTF-8", method: "GET", path: "?query=%ff", status: 400, code: "BAD_REQUEST"},
		{name: "GET, no query", method: "GET", status: 400, code: "BAD_REQUEST"},
		{name: "GET, mutation", method: "GET", path: "?query=" + q("mutation { __typename }"), header: []string{"Accept", mediaGraphQL}, status: 400, media: mediaGraphQL, code: "GRAPHQL_VALIDATION_FAILED"},
		{name: "PUT", method: "PUT", header: []string{"Content-Type", mediaJSON}, body: good, status: 405, code: "METHOD_NOT_ALLOWED"},
		{name: "DELETE", method: "DELETE", status: 405, code: "METHOD_NOT_ALLOWED"},

		{name: "accepts anything", method: "GET", path: "?query=" + q("{ __typename }"), header: []string{"Accept", "*/*"}, status: 200},
		{name: "accepts any application", method: "GET", path: "?query=" + q("{ __typename }"), header: []string{"Accept", "text/html, application/*;q=0.3"}, status: 200},
		{name: "prefers the new one", method: "GET", path: "?query=" + q("{ __typename }"), header: []string{"Accept", mediaGraphQL + "; charset=utf-8, " + mediaJSON + "; charset=utf-8"}, status: 200, media: mediaGraphQL},
		{name: "prefers the old one", method: "GET", path: "?query=" + q("{ __typename }"), header: []string{"Accept", mediaGraphQL + ";q=0.5, " + mediaJSON}, status: 200},
		{name: "anything but the old one", method: "GET", path: "?query=" + q("{ __typename }"), header: []string{"Accept", "*/*, application/json;q=0"}, status: 200, media: mediaGraphQL},
		{name: "accepts neither", method: "GET", path: "?query=" + q("{ __typename }"), header: []string{"Accept", "text/csv"}, status: 406, code: "NOT_ACCEPTABLE"},
		{name: "refuses both", method: "GET", path: "?query=" + q("{ __typename }"), header: []string{"Accept", "application/json;q=0"}, status: 406, code: "NOT_ACCEPTABLE"},
		{name: "quality that is none", method: "GET", path: "?query=" + q("{ __typename }"), header: []string{"Accept", "application/json;q=high"}, status: 406, code: "NOT_ACCEPTABLE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s.t = t
			got := s.do(tt.method, "/graphql"+tt.path, tt.body, tt.header...)
			if got.status != tt.status {
				t.Errorf("status %d, want %d: %s", got.status, tt.status, got.body)
			}
			if tt.media == "" {
				tt.media = mediaJSON
			}
			if media := got.header.Get("Content-Type"); media != tt.media+"; charset=utf-8" {
				t.Errorf("media type %s", media)
			}
			var members map[string]json.RawMessage
			if err := json.Unmarshal([]byte(got.body), &members); err != nil {
				t.Fatal(err)
			}
			if _, data := members["data"]; data != (tt.code == "") {
				t.Errorf("data entry: %v; body %s", data, got.body)
			}
			if c := got.graphQL(t).code(); c != tt.code {
				t.Errorf("code %q, want %q: %s", c, tt.code, got.body)
			}
			if tt.code != "" && len(members) != 1 {
				t.Errorf("an answer without data must have errors only: %s", got.body)
			}
		})
	}
}

func TestMethodsOfTheEndpoint(t *testing.T) {
	s := newSite(t)
	const methods = "GET, HEAD, POST, OPTIONS"
	if got := s.do("OPTIONS", "/graphql", ""); got.status != 204 || got.header.Get("Allow") != methods || got.body != "" {
		t.Errorf("OPTIONS: %d, Allow %q, body %q", got.status, got.header.Get("Allow"), got.body)
	}
	if got := s.do("PATCH", "/graphql", ""); got.header.Get("Allow") != methods {
		t.Errorf("PATCH: Allow %q", got.header.Get("Allow"))
	}
	get, head := s.get("{ graph { version } }"), s.do("HEAD", "/graphql?query="+url.QueryEscape("{ graph { version } }"), "")
	for _, name := range []string{"Content-Type", "Content-Length", "Etag", "Cache-Control"} {
		if get.header.Get(name) == "" || get.header.Get(name) != head.header.Get(name) {
			t.Errorf("%s: GET %q, HEAD %q", name, get.header.Get(name), head.header.Get(name))
		}
	}
	if head.status != 200 || head.body != "" {
		t.Errorf("HEAD: %d %q", head.status, head.body)
	}
}

func TestBrowserAtTheEndpointIsLedToGraphiQL(t *testing.T) {
	s := newSite(t)
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	if got := s.do("GET", "/graphql", "", "Accept", browser); got.status != 303 || got.header.Get("Location") != "/graphiql" {
		t.Errorf("%d to %q", got.status, got.header.Get("Location"))
	}
	if got := s.get("{ __typename }", "Accept", browser); got.status != 200 || !strings.HasPrefix(got.header.Get("Content-Type"), mediaJSON) {
		t.Errorf("with a query: %d %s", got.status, got.header.Get("Content-Type"))
	}
}

// TestErrorsAboutVariables: the message says which variable is meant and what it should be, and no more than fits a line.
func TestErrorsAboutVariables(t *testing.T) {
	s := newSite(t)
	for _, tt := range []struct {
		query     string
		variables map[string]any
		want      string
	}{
		{"query($id: ID!) { provision(id: $id) { id } }", nil, "the variable $id of type ID!: must be defined"},
		{"query($n: Int) { provisions(first: $n) { totalCount } }", map[string]any{"n": "x"}, "the variable $n of type Int: cannot use string as Int"},
		{"query($r: [Role!]) { provisions(filter: {roles: $r}) { totalCount } }", map[string]any{"r": []string{"BOSS"}}, "the variable $r of type [Role!]: BOSS is not a valid Role"},
		{"query($f: ProvisionFilter) { provisions(filter: $f) { totalCount } }", map[string]any{"f": map[string]any{"rolls": 1}}, "the variable $f of type ProvisionFilter: unknown field"},
	} {
		g := s.do("POST", "/graphql", body(t, tt.query, tt.variables), "Content-Type", mediaJSON).graphQL(t)
		if g.code() != "GRAPHQL_VALIDATION_FAILED" || g.Errors[0].Message != tt.want {
			t.Errorf("%s: %+v, want %q", tt.query, g.Errors, tt.want)
		}
	}
	long := s.do("POST", "/graphql", body(t, "query($r: Role) { provisions(filter: {roles: [$r]}) { totalCount } }", map[string]any{"r": strings.Repeat("long", 10_000)}), "Content-Type", mediaJSON)
	if len(long.body) > 1000 {
		t.Errorf("%d bytes about a long value", len(long.body))
	}
}

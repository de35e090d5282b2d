package server_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"reaffirm/server"
)

func digest(query string) string {
	sum := sha256.Sum256([]byte(query))
	return hex.EncodeToString(sum[:])
}

func TestPersistedQueries(t *testing.T) {
	s := newSite(t)
	const query = `{ graph { version } }`
	extension := func(version int, digest string) string {
		return fmt.Sprintf(`"extensions":{"persistedQuery":{"version":%d,"sha256Hash":"%s"}}`, version, digest)
	}
	post := func(body string) reply { return s.do("POST", "/graphql", body, "Content-Type", mediaJSON) }
	want := s.post(query).body

	got := post(`{` + extension(1, digest(query)) + `}`)
	if g := got.graphQL(t); got.status != 200 || g.code() != "PERSISTED_QUERY_NOT_FOUND" || g.Errors[0].Message != "PersistedQueryNotFound" {
		t.Fatalf("unknown: %d %s", got.status, got.body)
	}
	if got := post(`{"query":"{ __typename }",` + extension(1, digest(query)) + `}`); got.graphQL(t).code() != "PERSISTED_QUERY_HASH_MISMATCH" {
		t.Errorf("wrong digest: %s", got.body)
	}
	if got := post(`{` + extension(2, digest(query)) + `}`); got.status != 400 {
		t.Errorf("unknown version: %d %s", got.status, got.body)
	}
	if got := post(`{"query":"` + query + `",` + extension(1, digest(query)) + `}`); got.body != want {
		t.Errorf("with its text: %s", got.body)
	}
	if got := post(`{` + extension(1, strings.ToUpper(digest(query))) + `}`); got.body != want {
		t.Errorf("by its digest: %s", got.body)
	}
	got = s.do("GET", "/graphql?extensions="+url.QueryEscape(`{"persistedQuery":{"version":1,"sha256Hash":"`+digest(query)+`"}}`), "")
	if got.body != want || got.header.Get("ETag") == "" {
		t.Errorf("by its digest in the address: %s", got.body)
	}
}

func TestPersistedQueriesAreForgotten(t *testing.T) {
	s := newSite(t, func(c *server.Config) { c.Limits.PersistedCache = 20_000 })
	send := func(text string, digest string) string {
		return s.do("POST", "/graphql", fmt.Sprintf(`{"query":%q,"extensions":{"persistedQuery":{"version":1,"sha256Hash":"%s"}}}`, text, digest),
			"Content-Type", mediaJSON).graphQL(t).code()
	}
	first := "{ __typename } # 0"
	send(first, digest(first))
	if c := send("", digest(first)); c != "" {
		t.Fatalf("at once: %s", c)
	}
	for i := range 100 {
		q := fmt.Sprintf("{ __typename } # %0300d", i+1)
		send(q, digest(q))
	}
	// In capitals, since the answer to a message that was answered before is known without its query.
	if c := send("", strings.ToUpper(digest(first))); c != "PERSISTED_QUERY_NOT_FOUND" {
		t.Errorf("after many others: %q", c)
	}
}

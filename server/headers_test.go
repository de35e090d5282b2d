package server_test

import (
	"strings"
	"testing"

	"reaffirm/server"
)

func TestSecurityHeaders(t *testing.T) {
	s := newSite(t)
	for _, tt := range []struct{ path, policy string }{
		{"/", "script-src 'self' 'sha256-"},
		{"/icon.svg", "script-src 'self'; style-src 'self';"},
		{"/graphiql", "script-src 'self';"},
		{"/graphiql/page.js", "script-src 'self';"},
		{"/graphql?query={__typename}", "default-src 'none'; frame-ancestors 'none'"},
		{"/healthz", "default-src 'none'; frame-ancestors 'none'"},
		{"/nowhere", "style-src 'self';"},
	} {
		h := s.do("GET", tt.path, "").header
		policy := h.Get("Content-Security-Policy")
		if !strings.Contains(policy, tt.policy) || strings.Contains(policy, "unsafe-eval") || strings.Contains(policy, "script-src 'self' 'unsafe") {
			t.Errorf("%s: policy %q", tt.path, policy)
		}
		wanted := map[string]string{"X-Content-Type-Options": "nosniff"}
		if !strings.HasPrefix(tt.path, "/graphql?") {
			wanted["Referrer-Policy"] = "no-referrer"
			wanted["X-Frame-Options"] = "DENY"
			wanted["Cross-Origin-Opener-Policy"] = "same-origin"
		}
		for name, want := range wanted {
			if got := h.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", tt.path, name, got, want)
			}
		}
	}
}

func TestCrossOrigin(t *testing.T) {
	const friend, stranger = "https://friend.example", "https://stranger.example"
	open := newSite(t)
	closed := newSite(t, func(c *server.Config) { c.Origins = []string{friend} })
	for _, tt := range []struct {
		name   string
		site   *site
		origin string
		allow  string
	}{
		{"any site by default", open, stranger, "*"},
		{"a site on the list", closed, friend, friend},
		{"a site not on the list", closed, stranger, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.site.t = t
			simple := tt.site.get("{ __typename }", "Origin", tt.origin)
			if got := simple.header.Get("Access-Control-Allow-Origin"); got != tt.allow {
				t.Errorf("a query: origin allowed %q, want %q", got, tt.allow)
			}
			preflight := tt.site.do("OPTIONS", "/graphql", "", "Origin", tt.origin,
				"Access-Control-Request-Method", "POST", "Access-Control-Request-Headers", "content-type")
			if got := preflight.header.Get("Access-Control-Allow-Origin"); got != tt.allow {
				t.Errorf("before a query: origin allowed %q, want %q", got, tt.allow)
			}
			if tt.allow != "" && !strings.Contains(strings.ToLower(preflight.header.Get("Access-Control-Allow-Headers")), "content-type") {
				t.Errorf("before a query: headers allowed %q", preflight.header.Get("Access-Control-Allow-Headers"))
			}
			for _, got := range []reply{simple, preflight} {
				if c := got.header.Get("Access-Control-Allow-Credentials"); c != "" {
					t.Errorf("credentials are let through: %q", c)
				}
			}
			if tt.allow != "" && !strings.Contains(strings.ToLower(simple.header.Get("Access-Control-Expose-Headers")), "etag") {
				t.Errorf("exposed: %q", simple.header.Get("Access-Control-Expose-Headers"))
			}
		})
	}
}

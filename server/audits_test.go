package server_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"reaffirm/internal/nodetest"
)

// audits is how many there are in that version.
const audits = 61

// TestAudits runs the audits of the npm package graphql-http, the reference for conformance with GraphQL
// over HTTP.
func TestAudits(t *testing.T) {
	folder := nodetest.Workspace(t, "testdata/audits")
	s := newSite(t)
	var stderr bytes.Buffer
	command := exec.Command("node", "audit.mjs", s.url+"/graphql")
	command.Dir = folder
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, &stderr)
	}
	ran := 0
	for line := range strings.Lines(string(out)) {
		var audit struct{ ID, Name, Status, Reason string }
		if err := json.Unmarshal([]byte(line), &audit); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		ran++
		if audit.Status != "ok" {
			t.Errorf("%s %s: %s: %s", audit.ID, audit.Name, audit.Status, audit.Reason)
		}
	}
	if ran != audits {
		t.Errorf("%d audits ran; there are %d", ran, audits)
	}
}

// skipOrFail skips a test that lacks something on this machine, or fails it where nothing may be skipped.
func skipOrFail(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("REAFFIRM_TEST_ALL") == "1" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

package server_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The packages that hold the audits, installed from the npm registry into the user's cache folder.
var auditPackages = []string{"graphql-http@1.23.1", "graphql@16.11.0"}

// audits is how many there are in that version.
const audits = 61

// TestAudits runs the audits of the npm package graphql-http, the reference for conformance with GraphQL
// over HTTP.
func TestAudits(t *testing.T) {
	folder, err := installAudits()
	if err != nil {
		skipOrFail(t, "the audits of the npm package graphql-http need node and npm: %v", err)
	}
	s := newSite(t)
	var stderr bytes.Buffer
	command := exec.Command("node", "testdata/audit.mjs", folder, s.url+"/graphql")
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

// installAudits returns a folder with the packages in node_modules.
func installAudits() (string, error) {
	for _, program := range []string{"node", "npm"} {
		if _, err := exec.LookPath(program); err != nil {
			return "", err
		}
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "reaffirm", "npm", strings.ReplaceAll(strings.Join(auditPackages, "+"), "@", "-"))
	if _, err := os.Stat(filepath.Join(folder, "node_modules", "graphql-http")); err == nil {
		return folder, nil
	}
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return "", err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(folder), "install-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(fresh)
	install := exec.Command("npm", append([]string{"install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", fresh}, auditPackages...)...)
	if out, err := install.CombinedOutput(); err != nil {
		return "", errors.New(strings.TrimSpace(string(out)))
	}
	// Another test process may have been faster; either's installation will do.
	if err := os.Rename(fresh, folder); err != nil && !os.IsExist(err) {
		if _, statErr := os.Stat(folder); statErr != nil {
			return "", err
		}
	}
	return folder, nil
}

// skipOrFail skips a test that lacks something on this machine, or fails it where nothing may be skipped.
func skipOrFail(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("REAFFIRM_TEST_ALL") == "1" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

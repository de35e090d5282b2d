// Package nodetest gives tests the npm packages that a committed lock file names.
package nodetest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Modules returns the path of a node_modules folder with the packages of dir's package-lock.json, installed once for each such file
// into the user's cache folder. Where node or npm is missing, or the packages cannot be fetched, it skips the test, or fails
// it if REAFFIRM_TEST_ALL=1.
func Modules(t testing.TB, dir string) string {
	t.Helper()
	modules, err := install(dir)
	switch {
	case err == nil:
	case os.Getenv("REAFFIRM_TEST_ALL") == "1":
		t.Fatal(err)
	default:
		t.Skip(err)
	}
	return modules
}

// Workspace returns a new folder with copies of dir's files, in whichever folders below it they are, and the node_modules of its lock file.
func Workspace(t testing.TB, dir string) string {
	t.Helper()
	modules := Modules(t, dir)
	work := t.TempDir()
	if err := os.CopyFS(work, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	// What a person has installed there is theirs.
	if err := os.RemoveAll(filepath.Join(work, "node_modules")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(modules, filepath.Join(work, "node_modules")); err != nil {
		t.Fatal(err)
	}
	return work
}

func install(dir string) (modules string, err error) {
	for _, program := range []string{"node", "npm"} {
		if _, err := exec.LookPath(program); err != nil {
			return "", err
		}
	}
	lock, err := os.ReadFile(filepath.Join(dir, "package-lock.json"))
	if err != nil {
		return "", err
	}
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(lock)
	folder := filepath.Join(cache, "reaffirm", "npm", hex.EncodeToString(sum[:8]))
	modules = filepath.Join(folder, "node_modules")
	if _, err := os.Stat(modules); err == nil {
		return modules, nil
	}
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return "", err
	}
	fresh, err := os.MkdirTemp(filepath.Dir(folder), "install-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(fresh)
	for _, name := range []string{"package.json", "package-lock.json"} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return "", err
		}
		if err := os.WriteFile(filepath.Join(fresh, name), text, 0o600); err != nil {
			return "", err
		}
	}
	command := exec.Command("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
	command.Dir = fresh
	if out, err := command.CombinedOutput(); err != nil {
		return "", fmt.Errorf("npm ci for %s: %w: %s", dir, err, strings.TrimSpace(string(out)))
	}
	// Another test process may have been faster; either's installation will do.
	if err := os.Rename(fresh, folder); err != nil {
		if _, there := os.Stat(modules); there != nil {
			return "", err
		}
	}
	return modules, nil
}

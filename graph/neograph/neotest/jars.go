package neotest

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// pom names the server's jars for Maven; ${release} is given on its command line.
//
//go:embed pom.xml
var pom []byte

// fetchLimit bounds a first fetch of some 120 MB.
const fetchLimit = 10 * time.Minute

// jarsPossible says whether Maven and a Java that the server runs on are there.
func jarsPossible(ctx context.Context) bool {
	if _, err := exec.LookPath("mvn"); err != nil {
		return false
	}
	out, err := exec.CommandContext(ctx, "java", "-version").CombinedOutput()
	if err != nil {
		return false
	}
	version := regexp.MustCompile(`version "(\d+)`).FindSubmatch(out)
	if version == nil {
		return false
	}
	major, err := strconv.Atoi(string(version[1]))
	return err == nil && major >= 17
}

// jars is a folder with the server's jars of a release, in the user's cache; they are fetched once.
func jars(ctx context.Context, release string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "reaffirm", "neo4j-"+release)
	if _, err := os.Stat(folder); err == nil {
		return folder, nil
	}
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return "", err
	}
	work, err := os.MkdirTemp(filepath.Dir(folder), "fetch-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	if err := os.WriteFile(filepath.Join(work, "pom.xml"), pom, 0o644); err != nil {
		return "", err
	}
	ctx, cancel := context.WithTimeout(ctx, fetchLimit)
	defer cancel()
	fetch := exec.CommandContext(ctx, "mvn", "--quiet", "--batch-mode", "-Drelease="+release,
		"dependency:copy-dependencies", "-DoutputDirectory=lib", "-DincludeScope=runtime")
	fetch.Dir = work
	if out, err := fetch.CombinedOutput(); err != nil {
		return "", fmt.Errorf("fetching Neo4j %s with Maven: %w: %s", release, err, strings.TrimSpace(string(out)))
	}
	// Whoever comes second, in a test of another package, finds the folder complete.
	if err := os.Rename(filepath.Join(work, "lib"), folder); err != nil {
		if _, there := os.Stat(folder); there != nil {
			return "", err
		}
	}
	return folder, nil
}

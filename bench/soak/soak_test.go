package main_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestSoak is the soak for some seconds, with a cache that is full soon.
func TestSoak(t *testing.T) {
	program := filepath.Join(t.TempDir(), "soak")
	if out, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	out, err := exec.Command(program, "-for", "6s", "-reload", "1s", "-answer-cache", "1000000").CombinedOutput()
	report := string(out)
	if err != nil {
		t.Errorf("%v\n%s", err, report)
	}
	for _, want := range []string{" right\n", " not modified\n", " half a body\n", " slow to ask\n", " 0 wrong\n", "graphs in force: 2 in turn\n", "memory and goroutines: flat\n"} {
		if !strings.Contains(report, want) {
			t.Errorf("no line %q in\n%s", want, report)
		}
	}
}

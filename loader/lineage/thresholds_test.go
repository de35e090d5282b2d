package lineage_test

import (
	"os"
	"strings"
	"testing"

	"reaffirm/loader/lineage"
)

func TestThresholdsFile(t *testing.T) {
	file, err := os.ReadFile("data/thresholds.txt")
	if err != nil {
		t.Fatal(err)
	}
	read, err := lineage.ParseThresholds(string(file))
	if err != nil {
		t.Fatal(err)
	}
	if read != lineage.InForce() {
		t.Error("the thresholds in force are not those of the file")
	}
	for _, x := range read.List() {
		if x.Value == 0 {
			t.Errorf("%s is 0: what it counts or asks for is lost", x.Name)
		}
	}
}

func TestThresholdsOfWrongForm(t *testing.T) {
	file, err := os.ReadFile("data/thresholds.txt")
	if err != nil {
		t.Fatal(err)
	}
	good := string(file)
	for name, test := range map[string]struct{ file, want string }{
		"a name that is none":       {good + "\nverb-shares 1\n", "verb-shares"},
		"a name twice":              {good + "\nverb-share 1\n", "verb-share"},
		"a value that is no number": {strings.Replace(good, "0.5\n", "half\n", 1), "half"},
		"a threshold missing":       {strings.Replace(good, "list-items ", "# ", 1), "list-items"},
		"no value":                  {good + "\nverb-share\n", "verb-share"},
	} {
		if _, err := lineage.ParseThresholds(test.file); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error is %v, want one that names %s", name, err, test.want)
		}
	}
}

// TestWithOneThresholdChanged: no link is found where none is sure enough.
func TestWithOneThresholdChanged(t *testing.T) {
	in := four(t)
	strict := lineage.InForce().With("odds-linked", 1e9).With("list-carried", 1e9)
	in.Thresholds = &strict
	for _, r := range lineage.Link(in).Reaffirmations {
		if r.Relation != "ECHOES" {
			t.Fatalf("%s is linked by %s", r.ID, r.Evidence.Rule)
		}
	}
}

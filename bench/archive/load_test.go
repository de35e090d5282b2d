package archive_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"reaffirm/bench/archive"
	"reaffirm/graph/neograph/neotest"
)

const root = "../.."

// BenchmarkNeo4j runs "reaffirm load" for an eighth and for the whole of the archive, each into an empty Neo4j that has just
// started. It reports the seconds from the start of the command until its graph is in force, those of them that
// writing took, the seconds that processors worked for the command, and the peak of its memory. Run it with -benchtime 1x.
func BenchmarkNeo4j(b *testing.B) {
	dir, binary := b.TempDir(), filepath.Join(b.TempDir(), "reaffirm")
	if err := archive.Unpack(filepath.Join(root, archive.Path), dir); errors.Is(err, fs.ErrNotExist) {
		b.Skipf("skipped: %s, a corpus for measures of scale beside the repository, is not there", archive.Path)
	} else if err != nil {
		b.Fatal(err)
	}
	build := exec.Command("go", "build", "-o", binary, ".")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	for _, parts := range []int{8, 1} {
		b.Run(fmt.Sprintf("1of%d", parts), func(b *testing.B) {
			if err := archive.Share(dir, parts); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				b.StopTimer()
				database, err := neotest.Start(b.Context(), neotest.Options{})
				neotest.Require(b, err)
				b.StartTimer()
				load(b, binary, dir, database.URI())
				b.StopTimer()
				if err := database.Stop(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s")
		})
	}
}

// summary is what the command prints last: "… is now in force: 1894 nodes, 5424 relationships, 2.1 s, …".
var summary = regexp.MustCompile(`is now in force: (\d+) nodes, (\d+) relationships, ([\d.]+) s`)

func load(b *testing.B, binary, dir, uri string) {
	b.Helper()
	command := exec.Command(binary, "load", "--corpus", dir, "--neo4j", uri)
	command.Env = append(os.Environ(), "NEO4J_PASSWORD=")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	said := summary.FindStringSubmatch(string(out))
	if err != nil || said == nil {
		b.Fatalf("%v: %s%s", err, out, &stderr)
	}
	for i, unit := range []string{"nodes", "relationships", "writing-s"} {
		v, err := strconv.ParseFloat(said[i+1], 64)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(v, unit)
	}
	state := command.ProcessState
	b.ReportMetric((state.UserTime() + state.SystemTime()).Seconds(), "processor-s")
	if peak := peakMiB(state); peak > 0 {
		b.ReportMetric(peak, "peak-MiB")
	}
}

package loader_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reaffirm/loader"
	"reaffirm/loader/corpus"
)

// archive is a corpus of 3,048 United Nations documents beside the repository; it is no part of it.
const archive = "../../shared/corpora/un-resolutions.tar.gz"

// BenchmarkGrowth loads an eighth, a quarter, half and the whole of the archive, links and evidence included. It reports
// paragraphs a second, the time that processors worked, the peak of the process's memory and, from the second size on, by
// how much the work has grown for twice the paragraphs. Run it with -benchtime 1x.
func BenchmarkGrowth(b *testing.B) {
	if _, err := os.Stat(archive); err != nil {
		b.Skipf("skipped: %s, a corpus for measures of scale beside the repository, is not there", archive)
	}
	dir := unpack(b, archive)
	var before struct {
		provisions int
		cost       float64
	}
	for _, parts := range []int{8, 4, 2, 1} {
		shareOf(b, dir, parts)
		b.Run(fmt.Sprintf("1of%d", parts), func(b *testing.B) {
			var provisions, links int
			processors := processorSeconds()
			for b.Loop() {
				g, _, err := loader.Load(context.Background(), os.DirFS(dir), loader.Options{})
				if err != nil {
					b.Fatal(err)
				}
				provisions, links = len(g.Provisions), len(g.Reaffirmations)
			}
			took := b.Elapsed() / time.Duration(b.N)
			b.ReportMetric(0, "ns/op")
			cost := took.Seconds()
			if spent := processorSeconds() - processors; spent > 0 {
				cost = spent / float64(b.N)
				b.ReportMetric(cost, "processor-s")
			}
			b.ReportMetric(took.Seconds(), "s")
			b.ReportMetric(float64(provisions), "paragraphs")
			b.ReportMetric(float64(links), "links")
			b.ReportMetric(float64(provisions)/took.Seconds(), "paragraphs/s")
			if peak := peakMiB(); peak > 0 {
				b.ReportMetric(peak, "peak-MiB")
			}
			if before.provisions > 0 {
				b.ReportMetric(math.Exp2(math.Log(cost/before.cost)/math.Log(float64(provisions)/float64(before.provisions))), "growth/doubling")
			}
			before.provisions, before.cost = provisions, cost
		})
	}
}

// unpack gives a folder with the files of an archive, all in one folder there; its manifest is all.json.
func unpack(b *testing.B, path string) string {
	b.Helper()
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	dir := b.TempDir()
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return dir
		}
		if err != nil {
			b.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		name := filepath.Base(h.Name)
		if name == corpus.ManifestName {
			name = "all.json"
		}
		text, err := io.ReadAll(r)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o644)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}

// shareOf writes a manifest with one document in so many of the archive's.
func shareOf(b *testing.B, dir string, parts int) {
	b.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "all.json"))
	if err != nil {
		b.Fatal(err)
	}
	var all, some struct {
		Documents []json.RawMessage `json:"documents"`
	}
	if err := json.Unmarshal(text, &all); err != nil {
		b.Fatal(err)
	}
	for i := 0; i < len(all.Documents); i += parts {
		some.Documents = append(some.Documents, all.Documents[i])
	}
	if text, err = json.Marshal(some); err == nil {
		err = os.WriteFile(filepath.Join(dir, corpus.ManifestName), text, 0o644)
	}
	if err != nil {
		b.Fatal(err)
	}
}

// processorSeconds is how long processors have worked for the process, 0 where the system does not say. Other work on the
// machine lengthens the time of a load much more than this.
func processorSeconds() float64 {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	const ticks = 100 // a second
	_, fields, _ := strings.Cut(string(stat), ") ")
	var user, system float64
	if list := strings.Fields(fields); len(list) > 12 {
		fmt.Sscan(list[11], &user)
		fmt.Sscan(list[12], &system)
	}
	return (user + system) / ticks
}

// peakMiB is the most memory that the process has had, 0 where the system does not say.
func peakMiB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(status) {
		var kB float64
		if n, _ := fmt.Sscanf(strings.TrimSpace(string(line)), "VmHWM: %f kB", &kB); n == 1 {
			return kB / 1024
		}
	}
	return 0
}

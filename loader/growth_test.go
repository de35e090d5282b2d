package loader_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reaffirm/bench/archive"
	"reaffirm/loader"
)

// BenchmarkGrowth loads an eighth, a quarter, half and the whole of the archive, links and evidence included. It reports
// paragraphs a second, the time that processors worked, the peak of the process's memory and, from the second size on, by
// how much the work has grown for twice the paragraphs. Run it with -benchtime 1x.
func BenchmarkGrowth(b *testing.B) {
	dir := b.TempDir()
	if err := archive.Unpack(filepath.Join("..", archive.Path), dir); errors.Is(err, fs.ErrNotExist) {
		b.Skipf("skipped: %s, a corpus for measures of scale beside the repository, is not there", archive.Path)
	} else if err != nil {
		b.Fatal(err)
	}
	var before struct {
		provisions int
		cost       float64
	}
	for _, parts := range []int{8, 4, 2, 1} {
		if err := archive.Share(dir, parts); err != nil {
			b.Fatal(err)
		}
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

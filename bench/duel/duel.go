// Package duel lets benchmarks compare two servers that take turns, so that a busy machine slows both.
package duel

import (
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"reaffirm/bench/load"
)

// A Contender is a server and what it is asked.
type Contender struct {
	Name string
	Dial Dial
	// Warm is how long it is asked before it is measured; 10 requests over each connection where it is 0.
	Warm time.Duration
}

// A Client asks a server one thing again and again over connections that stay open; *load.Client is one.
type Client interface {
	Send(n int) (load.Result, error)
	SendFor(d time.Duration) (load.Result, error)
	Close()
}

// Dial opens a client with so many connections.
type Dial func(connections int) (Client, error)

// HTTP asks over HTTP.
func HTTP(q load.Query) Dial {
	return func(connections int) (Client, error) { return load.Dial(q, connections) }
}

// round is about how many requests a turn has.
const round = 32

// Run measures both over 1 and 16 connections as sub-benchmarks of name. It reports requests a second and allocations a request of
// each, and as ×time, ×cpu and ×allocs the cost of ours by the cost of the other: medians over the rounds. Processor time, which
// others on the machine do not change, and allocations are those of this process, which asks and may serve: where a contender is
// another process they say nothing.
func Run(b *testing.B, name string, ours, other Contender) {
	for _, connections := range []int{1, 16} {
		b.Run(fmt.Sprintf("%s/connections=%d", name, connections), func(b *testing.B) {
			sides := []*side{newSide(b, ours, connections), newSide(b, other, connections)}
			rounds := 0
			for left := b.N; left > 0; rounds++ {
				n := min(left, max(connections, round))
				left -= n
				for i := range sides { // who goes first changes
					sides[(i+rounds)%2].play(b, n)
				}
			}
			for _, s := range sides {
				b.ReportMetric(1/median(s.times), s.name+"-req/s")
				b.ReportMetric(median(s.allocs), s.name+"-allocs/req")
				if s.bytes > 0 { // of HTTP only
					b.ReportMetric(float64(s.bytes), s.name+"-bytes")
				}
			}
			b.ReportMetric(ratio(sides[0].times, sides[1].times), "×time")
			if median(sides[1].cpu) > 0 { // it is not counted for every kind of client
				b.ReportMetric(ratio(sides[0].cpu, sides[1].cpu), "×cpu")
			}
			b.ReportMetric(ratio(sides[0].allocs, sides[1].allocs), "×allocs")
			b.ReportMetric(0, "ns/op") // of both together: no use
		})
	}
}

// A side is a contender at work: what each round took, a request.
type side struct {
	name               string
	client             Client
	times, cpu, allocs []float64 // seconds, seconds of a processor, allocations
	bytes              int
}

func newSide(b *testing.B, c Contender, connections int) *side {
	client, err := c.Dial(connections)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(client.Close)
	if c.Warm > 0 {
		_, err = client.SendFor(c.Warm)
	} else {
		_, err = client.Send(10 * connections)
	}
	if err != nil {
		b.Fatalf("%s: %v", c.Name, err)
	}
	return &side{name: c.Name, client: client}
}

func (s *side) play(b *testing.B, n int) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	result, err := s.client.Send(n)
	if err != nil {
		b.Fatalf("%s: %v", s.name, err)
	}
	runtime.ReadMemStats(&after)
	s.bytes = result.Bytes
	s.times = append(s.times, result.Elapsed.Seconds()/float64(n))
	s.cpu = append(s.cpu, result.Processor.Seconds()/float64(n))
	s.allocs = append(s.allocs, float64(after.Mallocs-before.Mallocs)/float64(n))
}

// ratio is the median of the ratios by round.
func ratio(ours, others []float64) float64 {
	list := make([]float64, len(ours))
	for i := range ours {
		list[i] = ours[i] / others[i]
	}
	return median(list)
}

func median(list []float64) float64 {
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

package neograph_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
)

const (
	// loadEnv makes this test's program load the sample of that seed; the others say where.
	loadEnv                      = "NEOGRAPH_TEST_LOAD"
	uriEnv, userEnv, passwordEnv = "NEOGRAPH_TEST_LOAD_URI", "NEOGRAPH_TEST_LOAD_USERNAME", "NEOGRAPH_TEST_LOAD_PASSWORD"

	// killedSize is the size of the samples that are loaded to be killed, killedBatch that of a transaction.
	killedSize, killedBatch = 40, 25
	// killedLease is how long the next load waits for a killed one.
	killedLease = time.Second
)

// TestKilledLoad kills loads in another process, each at another point. Whatever is left, the version in
// force goes on serving, and the next load, which the dead one does not hold up for longer than its lease, mends it.
func TestKilledLoad(t *testing.T) {
	ctx := context.Background()
	s := emptyStore(t, neograph.Config{Lease: killedLease, Batch: killedBatch, Refresh: -1})
	a := server.Access(t)
	kept := sample(t, killedSize, 0)
	replace(t, s, kept)
	steps := stepsOf(t, sample(t, killedSize, 100))
	replace(t, s, kept)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range 20 {
		step := random.IntN(steps + 1)
		t.Run(fmt.Sprintf("after step %d of %d", step, steps), func(t *testing.T) {
			g := sample(t, killedSize, uint64(i+1))
			killLoad(t, a, i+1, step, random)
			if r, err := s.Open(ctx); err == nil && r.Version() == g.Version {
				kept = g // the load had come that far
			}
			wantVersion(t, ctx, s, kept)
			replace(t, s, g)
			wantVersion(t, ctx, s, g)
			if n := count(t, a, "MATCH (v:Version) WHERE NOT v.complete AND $graph <> '' RETURN count(v)", g.Version); n > 0 {
				t.Errorf("%d versions are half loaded after the next load", n)
			}
			kept = g
		})
	}
}

// stepsOf loads g and says how many steps of progress that takes.
func stepsOf(t *testing.T, g *graph.Graph) int {
	t.Helper()
	steps := 0
	replace(t, storeOf(t, server.Access(t), neograph.Config{Batch: killedBatch, Progress: func(int, int) { steps++ }}), g)
	return steps
}

// killLoad starts a load in another process and kills it once it has told of so many steps, or a
// little later.
func killLoad(t *testing.T, a neotest.Access, seed, step int, random *rand.Rand) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	load := exec.Command(self)
	load.Env = append(os.Environ(), loadEnv+"="+strconv.Itoa(seed), uriEnv+"="+a.URI, userEnv+"="+a.Username, passwordEnv+"="+a.Password)
	load.Stderr = os.Stderr
	out, err := load.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := load.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for told := 0; told <= step && lines.Scan(); told++ {
	}
	time.Sleep(time.Duration(random.IntN(20)) * time.Millisecond)
	_ = load.Process.Kill() // fails where the load has come to its end
	_ = load.Wait()         // fails where it has not
}

// loadAndReport is the other process: it loads a sample and prints a line for each step.
func loadAndReport() int {
	fmt.Println("started")
	seed, err := strconv.Atoi(os.Getenv(loadEnv))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	s, err := neograph.New(neograph.Config{
		URI: os.Getenv(uriEnv), Username: os.Getenv(userEnv), Password: os.Getenv(passwordEnv),
		Timeout: time.Minute, Lease: killedLease, Batch: killedBatch,
		Progress: func(done, total int) { fmt.Println(done, total) },
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	g, err := newSample(killedSize, uint64(seed))
	if err == nil {
		err = s.Replace(context.Background(), g)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

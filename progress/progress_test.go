package progress_test

import (
	"bytes"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"reaffirm/progress"
)

// workEnv makes this test's program work so long, with a bar on its standard error.
const workEnv = "PROGRESS_TEST_WORK"

func TestMain(m *testing.M) {
	took, err := time.ParseDuration(os.Getenv(workEnv))
	if err != nil {
		goleak.VerifyTestMain(m)
		return
	}
	bars := progress.ShowStages(os.Stderr)
	defer bars.Close()
	bars.Report("beginning", 1, 2)
	const steps = 20
	for i := range steps {
		bars.Report("working", i+1, 2*steps) // it fails half way
		time.Sleep(took / steps)
	}
}

func TestBar(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// script runs a program on a terminal of its own; one without a size shows nothing.
	onTerminal := exec.Command("script", "--quiet", "--return", "--command", "stty rows 24 cols 80 && "+self, os.DevNull)
	quick, elsewhere := exec.Command("script", onTerminal.Args[1:]...), exec.Command(self)
	for _, c := range []struct {
		name    string
		work    *exec.Cmd
		took    string
		appears bool
	}{
		{"on a terminal", onTerminal, "1s", true},
		{"quick work on a terminal", quick, "1ms", false},
		{"elsewhere", elsewhere, "1s", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.work.Args[0] == "script" && runtime.GOOS != "linux" {
				t.Skip("script takes other arguments on " + runtime.GOOS)
			}
			c.work.Env = append(os.Environ(), workEnv+"="+c.took)
			out, err := c.work.CombinedOutput()
			if err != nil {
				t.Fatalf("%v: %s", err, out)
			}
			if !c.appears {
				if shown := strings.TrimSpace(string(out)); shown != "" {
					t.Errorf("it shows %q", shown)
				}
				return
			}
			if !bytes.Contains(out, []byte("working ")) || !bytes.Contains(out, []byte(" of 40 ")) {
				t.Errorf("it does not show how far the work is: %q", out)
			}
			// Up a line, and all below it cleared.
			if !bytes.HasSuffix(out, []byte("\x1b[1A\x1b[J")) {
				t.Errorf("the bar stays: %q", out)
			}
		})
	}
}

func TestConcurrentReports(t *testing.T) {
	var out bytes.Buffer
	bar := progress.Show(&out, "working")
	done := make(chan struct{})
	for i := range 4 {
		go func() {
			bar.Report(i, 4)
			done <- struct{}{}
		}()
	}
	for range 4 {
		<-done
	}
	bar.Close()
	if out.Len() > 0 {
		t.Errorf("it writes %q into a file", out.String())
	}
}

package main_test

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"reaffirm"
)

// A page is what a log is written to. While it is jammed nothing can be written.
type page struct {
	strings.Builder
	writes int
	jammed bool
}

func (p *page) Write(b []byte) (int, error) {
	if p.jammed {
		return 0, errors.New("no space left")
	}
	p.writes++
	return p.Builder.Write(b)
}

// TestLogLinesAreWrittenTogether: lines wait for a tenth of a second at most, and not at all behind a warning or at the end.
func TestLogLinesAreWrittenTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := &page{}
		logger, finish := main.OpenLog(p, "json", slog.LevelInfo)
		wait := func(d time.Duration, writes, lines int) {
			t.Helper()
			time.Sleep(d)
			synctest.Wait()
			if n := strings.Count(p.String(), "\n"); p.writes != writes || n != lines {
				t.Errorf("%d lines were written by %d writes, want %d by %d", n, p.writes, lines, writes)
			}
		}
		logger.Info("one")
		logger.Info("two")
		wait(90*time.Millisecond, 0, 0)
		wait(20*time.Millisecond, 1, 2)
		logger.With("request", 1).Info("three")
		logger.WithGroup("g").Warn("four", "a", 1)
		wait(0, 2, 4)
		logger.Info("five")
		finish()
		wait(0, 3, 5)
		wait(time.Hour, 3, 5) // nothing is written twice
		logger.Debug("no such level")
		wait(time.Hour, 3, 5)
		p.jammed = true
		logger.Info("lost")
		wait(time.Second, 3, 5)
		p.jammed = false
		logger.Info("six")
		wait(time.Second, 4, 6)
	})
}

// TestTheLogIsWholeAtTheEnd: each request answered before the signal to stop has its line.
func TestTheLogIsWholeAtTheEnd(t *testing.T) {
	p := start(t)
	const requests = 300
	for i := range requests {
		r, err := http.NewRequest(http.MethodGet, "http://"+p.address+"/graphql?query={__typename}", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("X-Request-Id", fmt.Sprintf("number-%d.", i))
		response, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		response.Body.Close()
	}
	http.DefaultClient.CloseIdleConnections()
	if err := p.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := <-p.ended; err != nil {
		t.Fatal(err)
	}
	for i := range requests {
		if n := strings.Count(p.stderr.String(), fmt.Sprintf(`"request":"number-%d."`, i)); n != 1 {
			t.Fatalf("request %d is logged %d times", i, n)
		}
	}
}

package main_test

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// built is the compiled command, made once.
var built = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "reaffirm-test-")
	if err != nil {
		return "", err
	}
	binary := filepath.Join(folder, "reaffirm")
	if runtime.GOOS == "windows" {
		binary += ".exe"
	}
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return binary, nil
})

func TestMain(m *testing.M) {
	status := m.Run()
	if binary, err := built(); err == nil {
		os.RemoveAll(filepath.Dir(binary))
	}
	os.Exit(status)
}

func buildBinary(t testing.TB) string {
	t.Helper()
	binary, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return binary
}

// A process is a running reaffirm serve.
type process struct {
	*exec.Cmd
	address string // host:port
	stderr  *bytes.Buffer
	ended   chan error
}

// start runs reaffirm serve on a free port and waits for the line that says where it serves.
func start(t testing.TB, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(buildBinary(t), append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)}
	p.stderr, p.ended = &bytes.Buffer{}, make(chan error, 1)
	p.Stderr = p.stderr
	out, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	go func() {
		_, _ = io.Copy(io.Discard, out)
		p.ended <- p.Wait()
	}()
	t.Cleanup(func() { _ = p.Process.Kill() })
	m := regexp.MustCompile(`open http://(127\.0\.0\.1:\d+)\n$`).FindStringSubmatch(line)
	if m == nil {
		t.Fatalf("it does not say where it serves: %q", line)
	}
	p.address = m[1]
	return p
}

// startServer starts a server of the embedded corpus for the length of a test and returns its host and port.
func startServer(t testing.TB) (address string) {
	t.Helper()
	return start(t).address
}

// TestCommands runs the scripts in testdata/script, each of which states what one command says and its exit status.
func TestCommands(t *testing.T) {
	binary := buildBinary(t)
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("PATH", filepath.Dir(binary)+string(filepath.ListSeparator)+e.Getenv("PATH"))
			taken, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			e.Defer(func() { taken.Close() })
			e.Setenv("TAKEN", taken.Addr().String())
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			// lines N FILE: the file has so many lines.
			"lines": func(ts *testscript.TestScript, neg bool, args []string) {
				if n := strings.Count(ts.ReadFile(args[1]), "\n"); fmt.Sprint(n) != args[0] {
					ts.Fatalf("%s has %d lines, not %s:\n%s", args[1], n, args[0], ts.ReadFile(args[1]))
				}
			},
		},
	})
}

func TestServeStopsInOrder(t *testing.T) {
	for _, signal := range []os.Signal{os.Interrupt, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			p := start(t)
			response, err := http.Get("http://" + p.address + "/readyz")
			if err != nil || response.StatusCode != http.StatusOK {
				t.Fatalf("not ready: %v %v", response, err)
			}
			response.Body.Close()
			http.DefaultClient.CloseIdleConnections()
			if err := p.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			if err := <-p.ended; err != nil {
				t.Errorf("it ended with %v: %s", err, p.stderr)
			}
			if _, err := http.Get("http://" + p.address); err == nil {
				t.Error("it still answers")
			}
		})
	}
}

// TestASecondSignalKills: who does not want to wait for a request under way need not.
func TestASecondSignalKills(t *testing.T) {
	p := start(t)
	c, err := net.Dial("tcp", p.address)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := io.WriteString(c, "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"); err != nil {
		t.Fatal(err)
	}
	for ended := false; !ended; { // until it has noticed the request, the first signal would end it at once
		time.Sleep(50 * time.Millisecond)
		if err := p.Process.Signal(os.Interrupt); err != nil {
			break
		}
		select {
		case err := <-p.ended:
			ended = true
			if exit, ok := err.(*exec.ExitError); !ok || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGINT {
				t.Errorf("it ended with %v", err)
			}
		default:
		}
	}
}

func TestServeByDefault(t *testing.T) {
	command := exec.Command(buildBinary(t))
	command.Env = append(os.Environ(), "REAFFIRM_LISTEN=127.0.0.1:0", "REAFFIRM_LOG_FORMAT=json")
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = command.Wait() }()
	defer func() { _ = command.Process.Kill() }()
	if line, _ := bufio.NewReader(out).ReadString('\n'); !strings.HasPrefix(line, "reaffirm serves 593 provisions of 4 documents: open http://127.0.0.1:") {
		t.Errorf("it says %q", line)
	}
}

func TestAdminAddress(t *testing.T) {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	admin := free.Addr().String()
	free.Close()
	start(t, "--admin", admin)
	response, err := http.Get("http://" + admin + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		t.Errorf("metrics: %d", response.StatusCode)
	}
}

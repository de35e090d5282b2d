package neotest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// A process is a server of the jars, in a folder of its own.
type process struct {
	home string
	args []string
	java *exec.Cmd
	// over is closed when the server has ended, and failure says how then.
	over    chan struct{}
	failure error
	// guard kills the server when this program has ended, however it ended: then its standard input,
	// alive, closes.
	guard *exec.Cmd
	alive io.Closer
}

func newProcess(ctx context.Context, o Options, port int) (*process, error) {
	lib, err := jars(ctx, o.Release)
	if err != nil {
		return nil, err
	}
	home, err := os.MkdirTemp("", "neotest-")
	if err != nil {
		return nil, err
	}
	conf := filepath.Join(home, "conf")
	if err := os.Mkdir(conf, 0o755); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(conf, "neo4j.conf"), []byte(configuration(o, port)), 0o644); err != nil {
		return nil, err
	}
	return &process{home: home, args: []string{
		"-Xmx1g", "-XX:+UseSerialGC",
		"-cp", filepath.Join(lib, "*"),
		"--add-opens=java.base/java.lang=ALL-UNNAMED", // before release 5
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
		"--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
		"org.neo4j.server.CommunityEntryPoint", "--home-dir=" + home, "--config-dir=" + conf,
	}}, nil
}

// configuration is a neo4j.conf: Bolt on a port of this machine and nothing else. Releases before 5
// have other names for the same settings.
func configuration(o Options, port int) string {
	address := "127.0.0.1:" + strconv.Itoa(port)
	bolt, http, memory, report := "server.bolt", "server", "server.memory", "dbms.usage_report.enabled=false"
	if strings.HasPrefix(o.Release, "4.") {
		bolt, http, memory, report = "dbms.connector.bolt", "dbms.connector", "dbms.memory", ""
	}
	return strings.Join([]string{
		bolt + ".listen_address=" + address,
		bolt + ".advertised_address=" + address,
		http + ".http.enabled=false",
		http + ".https.enabled=false",
		memory + ".pagecache.size=128m",
		// Tests fill and empty databases all the time: plans would never get old enough to be used.
		"dbms.cypher.min_replan_interval=1h",
		"dbms.security.auth_enabled=" + strconv.FormatBool(o.Password != ""),
		report, "",
	}, "\n")
}

func (p *process) start(context.Context) error {
	log, err := os.OpenFile(p.log(), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	java := exec.Command("java", p.args...)
	java.Stdout, java.Stderr = log, log
	if err := java.Start(); err != nil {
		return fmt.Errorf("starting Neo4j: %w", err)
	}
	over := make(chan struct{})
	p.java, p.over, p.failure = java, over, nil
	go func() {
		p.failure = java.Wait()
		close(over)
	}()
	p.guard = exec.Command("sh", "-c", "cat; kill -9 "+strconv.Itoa(java.Process.Pid))
	if p.alive, err = p.guard.StdinPipe(); err != nil {
		return err
	}
	return p.guard.Start()
}

func (p *process) log() string { return filepath.Join(p.home, "console.log") }

// ended says why the server has ended by itself, with the last of what it printed.
func (p *process) ended() error {
	select {
	case <-p.over:
		printed, _ := os.ReadFile(p.log())
		return fmt.Errorf("Neo4j has ended: %w: %s", p.failure, printed[max(0, len(printed)-2000):])
	default:
		return nil
	}
}

func (p *process) kill() error {
	if p.java == nil {
		return nil
	}
	// The guard goes first: it must not outlive the process id that it knows.
	if p.guard != nil && p.guard.Process != nil {
		_ = p.guard.Process.Kill()
		_ = p.guard.Wait() // it was killed
		p.alive.Close()
	}
	err := p.java.Process.Kill()
	if errors.Is(err, os.ErrProcessDone) {
		err = nil
	}
	<-p.over
	p.java, p.guard = nil, nil
	return err
}

func (p *process) remove() error { return errors.Join(p.kill(), os.RemoveAll(p.home)) }

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
	// guard kills the server when this program has ended, however it ended.
	guard *exec.Cmd
	alive io.Closer // the guard's standard input
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
	log, err := os.OpenFile(filepath.Join(p.home, "console.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	p.java = exec.Command("java", p.args...)
	p.java.Stdout, p.java.Stderr = log, log
	if err := p.java.Start(); err != nil {
		return fmt.Errorf("starting Neo4j: %w", err)
	}
	p.guard = exec.Command("sh", "-c", "cat; kill -9 "+strconv.Itoa(p.java.Process.Pid))
	alive, err := p.guard.StdinPipe()
	if err != nil {
		return err
	}
	p.alive = alive
	return p.guard.Start()
}

func (p *process) kill() error {
	if p.java == nil || p.java.ProcessState != nil {
		return nil
	}
	// The guard goes first: it must not outlive the process id that it knows.
	if p.guard.Process != nil {
		p.guard.Process.Kill()
		p.guard.Wait()
	}
	p.alive.Close()
	err := p.java.Process.Kill()
	var ended *exec.ExitError
	if wait := p.java.Wait(); wait != nil && !errors.As(wait, &ended) {
		err = errors.Join(err, wait)
	}
	return err
}

func (p *process) remove() error { return errors.Join(p.kill(), os.RemoveAll(p.home)) }

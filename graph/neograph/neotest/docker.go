package neotest

import (
	"context"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// A container is a server of the official image.
type container struct {
	name string
	run  []string // what makes it; nil once it is made
}

// dockerAnswers says whether there is a Docker client whose engine answers.
func dockerAnswers(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	return exec.CommandContext(ctx, "docker", "version", "--format", "{{.Server.Version}}").Run() == nil
}

func newContainer(o Options, port int) *container {
	name := fmt.Sprintf("reaffirm-neotest-%d", port)
	login := "none"
	if o.Password != "" {
		login = Username + "/" + o.Password
	}
	return &container{name: name, run: []string{
		"run", "--detach", "--name", name, "--publish", fmt.Sprintf("127.0.0.1:%d:7687", port),
		"--env", "NEO4J_AUTH=" + login, "--env", "NEO4J_server_memory_heap_max__size=1g",
		"neo4j:" + o.Release + "-community",
	}}
}

func (c *container) start(ctx context.Context) error {
	args := []string{"start", c.name}
	if c.run != nil {
		args = c.run
	}
	if err := docker(ctx, args...); err != nil {
		return err
	}
	c.run = nil
	return nil
}

// ended does not look: a container that ends by itself is one that does not answer.
func (c *container) ended() error { return nil }

func (c *container) kill() error { return docker(context.Background(), "kill", c.name) }

func (c *container) remove() error {
	return docker(context.Background(), "rm", "--force", "--volumes", c.name)
}

func docker(ctx context.Context, args ...string) error {
	if out, err := exec.CommandContext(ctx, "docker", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("docker %s: %w: %s", args[0], err, strings.TrimSpace(string(out)))
	}
	return nil
}

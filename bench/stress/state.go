package stress

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// A State is how a server is at one time.
type State struct {
	Goroutines int
	Heap       int // bytes of objects; at rest those in use only
	Resident   int // bytes of memory
	Files      int // open
	Version    string
}

func (s State) String() string {
	return fmt.Sprintf("%d goroutines, heap %d MiB, resident %d MiB, %d files open, graph %s", s.Goroutines, s.Heap>>20, s.Resident>>20, s.Files, s.Version)
}

// most is the greater of each number.
func (s State) most(other State) State {
	return State{
		Goroutines: max(s.Goroutines, other.Goroutines), Heap: max(s.Heap, other.Heap), Resident: max(s.Resident, other.Resident),
		Files: max(s.Files, other.Files), Version: other.Version,
	}
}

// settling bounds how long a server may take to come to rest.
const settling = 30 * time.Second

// rest waits until a server that nobody asks has as few goroutines as it will have, collects its garbage and says how it is.
func rest(ctx context.Context, admin string) (State, error) {
	last, same := State{}, 0
	for end := time.Now().Add(settling); same < 5 && time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		s, err := stateOf(ctx, admin)
		if err != nil {
			return s, err
		}
		same++
		if s.Goroutines < last.Goroutines || last.Goroutines == 0 {
			same = 0
		}
		last = s
	}
	for range 2 { // the second frees what the first found finished
		if err := get(ctx, admin, "/debug/pprof/heap?gc=1", func(io.Reader) error { return nil }); err != nil {
			return State{}, err
		}
	}
	return stateOf(ctx, admin)
}

// stateOf reads a server's metrics.
func stateOf(ctx context.Context, admin string) (State, error) {
	var s State
	err := get(ctx, admin, "/metrics", func(body io.Reader) error {
		lines := bufio.NewScanner(body)
		for lines.Scan() {
			name, value, _ := strings.Cut(lines.Text(), " ")
			number, _ := strconv.ParseFloat(value, 64) // comments have none
			switch name {
			case "go_goroutines":
				s.Goroutines = int(number)
			case "go_memstats_heap_alloc_bytes":
				s.Heap = int(number)
			case "process_resident_memory_bytes":
				s.Resident = int(number)
			case "process_open_fds":
				s.Files = int(number)
			}
			if version, ok := strings.CutPrefix(name, `reaffirm_graph_info{version="`); ok {
				s.Version = strings.TrimSuffix(version, `"}`)
			}
		}
		return lines.Err()
	})
	return s, err
}

func get(ctx context.Context, host, path string, read func(io.Reader) error) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+host+path, nil)
	if err != nil {
		return err
	}
	r.Close = true // nothing of ours stays open there
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return fmt.Errorf("watching the server: %w", err)
	}
	defer response.Body.Close()
	if err := read(response.Body); err != nil {
		return fmt.Errorf("watching the server: %w", err)
	}
	_, err = io.Copy(io.Discard, response.Body)
	return err
}

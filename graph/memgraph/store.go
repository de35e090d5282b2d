package memgraph

import (
	"context"
	"fmt"
	"sync"

	"reaffirm/graph"
)

// A Store keeps one graph in memory. The zero value is not ready; use NewStore.
type Store struct {
	replacing sync.Mutex // held by the Replace under way

	mu     sync.RWMutex // guards the rest
	active *Graph
	closed bool
}

var (
	_ graph.Store  = (*Store)(nil)
	_ graph.Writer = (*Store)(nil)
)

// NewStore makes a store that holds no graph yet.
func NewStore() *Store { return &Store{} }

// Open implements graph.Store.
func (s *Store) Open(ctx context.Context) (graph.Reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	switch {
	case s.closed:
		return nil, errClosed()
	case s.active == nil:
		return nil, graph.ErrNoGraph
	}
	return s.active, nil
}

// Close implements graph.Store.
func (s *Store) Close(context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.active, s.closed = nil, true
	return nil
}

// Replace implements graph.Writer.
func (s *Store) Replace(ctx context.Context, g *graph.Graph) error {
	if !s.replacing.TryLock() {
		return graph.ErrConflict
	}
	defer s.replacing.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	if same, err := s.holds(g); same || err != nil {
		return err
	}
	next, err := New(g)
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return errClosed()
	}
	s.active = next
	return nil
}

// holds says whether g is the graph in force.
func (s *Store) holds(g *graph.Graph) (bool, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return false, errClosed()
	}
	return s.active != nil && g != nil && s.active.Version() == g.Version, nil
}

func errClosed() error { return fmt.Errorf("%w: the store has been closed", graph.ErrUnavailable) }

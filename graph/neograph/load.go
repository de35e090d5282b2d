package neograph

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph"
)

// A Load says what a load has done.
type Load struct {
	Version       string
	Unchanged     bool // the version was in force already
	Nodes         int  // of the version
	Relationships int
	Took          time.Duration
}

// Replace makes g the version in force, as Load does.
func (s *Store) Replace(ctx context.Context, g *graph.Graph) error {
	_, err := s.Load(ctx, g)
	return err
}

// Load makes g, which Seal has prepared, the version in force. It makes the constraints and indexes
// that are missing, and removes what earlier loads have left: half of a version, or versions whose
// grace is over. Its errors are those of graph.Writer's Replace.
//
// Another load that died is waited for, until its lease is over; one that gives a sign of life is
// an ErrConflict.
func (s *Store) Load(ctx context.Context, g *graph.Graph) (*Load, error) {
	if g == nil || g.Version == "" {
		return nil, fmt.Errorf("%w: the graph has not been sealed", graph.ErrInvalid)
	}
	begun := time.Now()
	nodes, relationships := nodeParts(g), relationshipParts(g)
	load := &Load{Version: g.Version, Nodes: total(nodes), Relationships: total(relationships)}
	changed, err := s.load(ctx, g, nodes, relationships)
	if err != nil {
		return nil, err
	}
	s.remember(sighting{version: g.Version, asked: time.Now(), fits: time.Now()})
	load.Unchanged = !changed
	load.Took = time.Since(begun)
	return load, nil
}

// load says whether it had to change anything for g to be in force.
func (s *Store) load(ctx context.Context, g *graph.Graph, nodes, relationships []part) (changed bool, err error) {
	if err := s.prepare(ctx); err != nil {
		return false, err
	}
	held, err := s.versions(ctx)
	if err != nil {
		return false, err
	}
	if held.of(g.Version).active && !held.anyDue() {
		if damage, err := s.damage(ctx, neo4j.AccessModeWrite, g.Version); err != nil || damage == "" {
			return false, err
		}
	}
	l, err := s.acquire(ctx)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, l.release(ctx)) }()
	// Only from now on nobody else changes what is there.
	held, err = l.clear(ctx, g.Version)
	if err != nil {
		return false, err
	}
	own := held.of(g.Version)
	if own.usable {
		if own.usable, err = l.keep(ctx, g.Version); err != nil {
			return false, err
		}
	}
	if own.usable && own.active {
		return false, nil
	}
	if !own.usable {
		if err := l.writeVersion(ctx, g, nodes, relationships); err != nil {
			return false, err
		}
	}
	return true, l.activate(ctx, g.Version)
}

// keep says whether a version that is there is whole. Otherwise it removes it.
func (l *lease) keep(ctx context.Context, version string) (bool, error) {
	damage, err := l.store.damage(ctx, neo4j.AccessModeWrite, version)
	if err != nil || damage == "" {
		return err == nil, err
	}
	if _, err := l.run(ctx, "condemn_version", map[string]any{"graph": version}); err != nil {
		return false, err
	}
	_, err = l.clear(ctx, version)
	return false, err
}

// activate puts a complete version in force.
func (l *lease) activate(ctx context.Context, version string) error {
	n, err := l.run(ctx, "activate_version", map[string]any{"graph": version, "grace": l.store.config.Grace.Milliseconds()})
	if err != nil {
		return err
	}
	if n != int64(1) {
		return fmt.Errorf("%w: version %s is gone", graph.ErrUnavailable, version)
	}
	return nil
}

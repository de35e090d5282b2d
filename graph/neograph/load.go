package neograph

import (
	"context"
	"errors"
	"fmt"
	"time"

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
	parts := partsOf(g)
	load := &Load{Version: g.Version}
	for _, p := range parts {
		if p.relationships {
			load.Relationships += p.count
		} else {
			load.Nodes += p.count
		}
	}
	changed, err := s.load(ctx, g, parts)
	if err != nil {
		return nil, err
	}
	s.remember(sighting{version: g.Version, asked: time.Now(), fits: time.Now()})
	load.Unchanged = !changed
	load.Took = time.Since(begun)
	return load, nil
}

// load says whether it had to put g in force.
func (s *Store) load(ctx context.Context, g *graph.Graph, parts []part) (changed bool, err error) {
	if err := s.prepare(ctx); err != nil {
		return false, err
	}
	held, err := s.versions(ctx)
	if err != nil {
		return false, err
	}
	if held.of(g.Version).active && !held.anyDue() {
		return false, nil
	}
	l, err := s.acquire(ctx)
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, l.release(ctx)) }()
	// Only from now on nobody else changes what is there.
	if held, err = l.clear(ctx, g.Version); err != nil {
		return false, err
	}
	if held.of(g.Version).active {
		return false, nil
	}
	if !held.of(g.Version).usable {
		if err := l.writeVersion(ctx, g, parts); err != nil {
			return false, err
		}
	}
	return true, l.activate(ctx, g.Version)
}

// writeVersion writes g beside the versions that are there.
func (l *lease) writeVersion(ctx context.Context, g *graph.Graph, parts []part) error {
	begin := map[string]any{"graph": g.Version, "properties": map[string]any(versionProperties(g.Summary()))}
	if _, err := l.run(ctx, "begin_version", begin); err != nil {
		return err
	}
	total, done := 0, 0
	for _, p := range parts {
		total += p.count
	}
	l.store.config.Progress(0, total)
	for _, p := range parts {
		for rows := range p.batches(l.store.config.Batch) {
			n, err := l.run(ctx, p.statement, map[string]any{"graph": g.Version, "rows": rows})
			if err != nil {
				return err
			}
			if n != int64(len(rows)) {
				return fmt.Errorf("%w: of %d rows %s wrote %v", graph.ErrUnavailable, len(rows), p.statement, n)
			}
			done += len(rows)
			l.store.config.Progress(done, total)
		}
	}
	return nil
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

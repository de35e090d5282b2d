package neograph

import (
	"context"
	"slices"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A heldVersion is one that the database holds.
type heldVersion struct {
	graph  string
	active bool // in force
	usable bool // complete, and can still be read
	due    bool // nobody can be reading it any more
}

type heldVersions []heldVersion

func (vs heldVersions) anyDue() bool {
	return slices.ContainsFunc(vs, func(v heldVersion) bool { return v.due })
}

// of is what vs says of version; the zero value where the database does not hold it.
func (vs heldVersions) of(version string) heldVersion {
	for _, v := range vs {
		if v.graph == version {
			return v
		}
	}
	return heldVersion{}
}

// versions asks which versions there are, by name. A version that was replaced is due when its grace
// is over and every statement that began before has come to its time limit.
func (s *Store) versions(ctx context.Context) (heldVersions, error) {
	answer, err := s.ask(ctx, neo4j.AccessModeWrite, "versions", s.loads["versions"],
		map[string]any{"drain": (s.config.Timeout + slack).Milliseconds()})
	if err != nil {
		return nil, err
	}
	list := asColumn(answer)
	held := make(heldVersions, 0, len(list))
	for _, v := range list {
		p := asProperties(v)
		held = append(held, heldVersion{graph: p.text("graph"), active: p.flag("active"), usable: p.flag("usable"), due: p.flag("due")})
	}
	return held, nil
}

// removeBatch is how many nodes one transaction removes at the most.
const removeBatch = 1000

// clear removes the versions that are due and says which are left. Where version itself is out of
// use but not yet due, it waits.
func (l *lease) clear(ctx context.Context, version string) (heldVersions, error) {
	for {
		held, err := l.store.versions(ctx)
		if err != nil {
			return nil, err
		}
		for _, v := range held {
			if v.due {
				if err := l.remove(ctx, v.graph); err != nil {
					return nil, err
				}
			}
		}
		held = slices.DeleteFunc(held, func(v heldVersion) bool { return v.due })
		if v := held.of(version); v.graph == "" || v.usable {
			return held, nil
		}
		if err := l.rest(ctx); err != nil {
			return nil, err
		}
	}
}

// remove removes a version in batches, itself last: what a killed removal leaves is due still.
func (l *lease) remove(ctx context.Context, version string) error {
	for _, name := range []string{"remove_provisions", "remove_nodes", "remove_version"} {
		for {
			n, err := l.run(ctx, name, map[string]any{"graph": version, "batch": removeBatch})
			if err != nil {
				return err
			}
			if n == int64(0) {
				break
			}
		}
	}
	return nil
}

// rest waits a little, with a sign of life.
func (l *lease) rest(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(patience):
	}
	return l.renew(ctx)
}

package neograph

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// plans are the reading statements that the database has planned. A freshly started one takes seconds for each of the larger,
// more than many a caller has, and what it has not finished it begins anew for the next: so a statement is planned in
// an errand before it is first asked.
type plans struct {
	mu   sync.Mutex
	made map[string]bool
}

func (p *plans) has(name string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.made[name]
}

func (p *plans) add(name string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.made == nil {
		p.made = map[string]bool{}
	}
	p.made[name] = true
}

// forget is for when the database has not answered: perhaps it has been started anew.
func (p *plans) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	clear(p.made)
}

// noGraph is a version that no graph has, as long as those that graphs have: Neo4j plans anew for parameters
// of other lengths.
var noGraph = "g-" + strings.Repeat("0", 16)

// plan has the database plan a reading statement, unless it has done so.
func (s *Store) plan(ctx context.Context, name string) error {
	if s.plans.has(name) {
		return nil
	}
	text := s.reads[name]
	params := map[string]any{}
	if strings.Contains(text, "$graph") {
		params["graph"] = noGraph
	}
	return s.errands.run(ctx, "planning "+name, func(ctx context.Context) error {
		_, err := s.askOnce(ctx, neo4j.AccessModeRead, text, params)
		if !ran(err) {
			return err
		}
		s.plans.add(name)
		return nil
	})
}

// ran says whether a statement got as far as being run, and so had been planned. It may have failed then:
// nothing was given to it.
func ran(err error) bool {
	var failed *neo4j.Neo4jError
	switch {
	case err == nil, errors.Is(err, errNoRecord):
		return true
	case errors.As(err, &failed):
		return failed.Classification() == "ClientError" && failed.Category() != "Security"
	}
	return false
}

// Warm has the database plan every reading statement, so that no caller waits for that, one after another. It says how
// many are planned; fewer than all where ctx ended or the database went away.
func (s *Store) Warm(ctx context.Context) (planned int) {
	for _, name := range slices.Sorted(maps.Keys(s.reads)) {
		if ctx.Err() != nil || s.plan(ctx, name) != nil {
			return planned
		}
		planned++
	}
	return planned
}

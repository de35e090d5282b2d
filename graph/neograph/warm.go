package neograph

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Warm has the database plan every reading statement, so that no caller waits for that: a freshly
// started one takes a second or more for each of the larger. It asks one after another, of a graph that
// does not exist, and says how many were planned; fewer than all where ctx ended or the database went
// away.
func (s *Store) Warm(ctx context.Context) (planned int) {
	for _, name := range slices.Sorted(maps.Keys(s.reads)) {
		limited, cancel := context.WithTimeout(ctx, s.config.Timeout)
		_, err := s.askOnce(limited, neo4j.AccessModeRead, s.reads[name], map[string]any{"graph": ""})
		cancel()
		if ctx.Err() != nil || !ran(err) {
			return planned
		}
		planned++
	}
	return planned
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

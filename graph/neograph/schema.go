package neograph

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph"
)

// indexLimit bounds how long a load waits for indexes to be built.
const indexLimit = 10 * time.Minute

// prepare makes the constraints and indexes that are missing, and waits until all can be used.
func (s *Store) prepare(ctx context.Context) error {
	missing, err := s.missingIndexes(ctx)
	if err != nil || len(missing) == 0 {
		return err
	}
	if err := s.define(ctx, missing); err != nil {
		return err
	}
	for begun := time.Now(); time.Since(begun) < indexLimit; {
		if missing, err = s.missingIndexes(ctx); err != nil || len(missing) == 0 {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return fmt.Errorf("%w: the database does not get ready the index %s", graph.ErrUnavailable, missing[0])
}

// define makes constraints and indexes, all in one transaction. The statements that do so have no answer.
func (s *Store) define(ctx context.Context, names []string) error {
	_, err := s.transact(ctx, "schema", func(ctx context.Context, tx neo4j.ManagedTransaction) (any, error) {
		for _, name := range names {
			if _, err := runIn(ctx, tx, s.schema[name], nil); err != nil && !errors.Is(err, errNoRecord) {
				return nil, err
			}
		}
		return nil, nil
	})
	return err
}

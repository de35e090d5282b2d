package neograph

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph"
)

// A lease is the right to load. Whoever holds it gives a sign of life with every transaction, by the
// clock of the database. It passes on when it is released, or when no sign came for its duration.
type lease struct {
	store *Store
	owner string
}

// patience is how often a waiting load looks for a sign of life of the one under way.
const patience = 100 * time.Millisecond

// acquire gets the lease. Where another load holds it, it waits for a sign of life, which is
// ErrConflict, or until the lease is over.
func (s *Store) acquire(ctx context.Context) (*lease, error) {
	l := &lease{store: s, owner: rand.Text()}
	var first properties
	for {
		answer, err := s.write(ctx, "acquire_loader", l.terms())
		if err != nil {
			return nil, err
		}
		state := asProperties(answer)
		switch {
		case state.flag("granted"), state.text("owner") == l.owner:
			return l, nil
		case first == nil:
			first = state
		case state.text("owner") != first.text("owner"), state.number("signs") != first.number("signs"):
			return nil, graph.ErrConflict
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("waiting for another load, which gives no sign of life: %w", ctx.Err())
		case <-time.After(patience):
		}
	}
}

// release lets the next load begin. It is done even where ctx is over.
func (l *lease) release(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), l.store.config.Timeout)
	defer cancel()
	_, err := l.store.write(ctx, "release_loader", map[string]any{"owner": l.owner})
	if errors.Is(err, errNoRecord) {
		return nil // somebody has taken over, and said so by ErrConflict
	}
	return err
}

// run runs a writing statement in one transaction with a sign of life. Errors: ErrConflict where the
// lease has passed on.
func (l *lease) run(ctx context.Context, name string, params map[string]any) (any, error) {
	return l.transact(ctx, name, func(ctx context.Context, tx neo4j.ManagedTransaction) (any, error) {
		return runIn(ctx, tx, l.store.loads[name], params)
	})
}

// renew gives a sign of life and does nothing else.
func (l *lease) renew(ctx context.Context) error {
	_, err := l.transact(ctx, "renew_loader", func(context.Context, neo4j.ManagedTransaction) (any, error) { return nil, nil })
	return err
}

// transact does work in one transaction with a sign of life. Its errors are those of run. The sign
// comes last, since no other transaction of a load can give one until this has ended.
func (l *lease) transact(ctx context.Context, name string, w work) (any, error) {
	return l.store.transact(ctx, name, func(ctx context.Context, tx neo4j.ManagedTransaction) (any, error) {
		answer, err := w(ctx, tx)
		if err != nil {
			return nil, err
		}
		return answer, l.renewIn(ctx, tx)
	})
}

func (l *lease) renewIn(ctx context.Context, tx neo4j.ManagedTransaction) error {
	_, err := runIn(ctx, tx, l.store.loads["renew_loader"], l.terms())
	if errors.Is(err, errNoRecord) {
		return fmt.Errorf("%w: it took this one for dead", graph.ErrConflict)
	}
	return err
}

// terms are the parameters that speak of the lease.
func (l *lease) terms() map[string]any {
	return map[string]any{"owner": l.owner, "lease": l.store.config.Lease.Milliseconds()}
}

// write runs one of the statements of a load in a transaction of its own.
func (s *Store) write(ctx context.Context, name string, params map[string]any) (any, error) {
	return s.transact(ctx, name, func(ctx context.Context, tx neo4j.ManagedTransaction) (any, error) {
		return runIn(ctx, tx, s.loads[name], params)
	})
}

// writeLimit bounds one transaction of a load.
const writeLimit = time.Minute

// work is what is done within a transaction. It may be done again.
type work func(ctx context.Context, tx neo4j.ManagedTransaction) (any, error)

// transact does work in one writing transaction, again where that can help.
func (s *Store) transact(ctx context.Context, name string, w work) (any, error) {
	limited, cancel := context.WithTimeout(ctx, writeLimit)
	defer cancel()
	begun := time.Now()
	session := s.session(limited, neo4j.AccessModeWrite)
	do := func(tx neo4j.ManagedTransaction) (any, error) { return w(limited, tx) }
	answer, err := session.ExecuteWrite(limited, do, neo4j.WithTxTimeout(writeLimit))
	if closing := session.Close(limited); err == nil {
		err = closing
	}
	s.config.Observe(name, time.Since(begun), err)
	if err != nil && !errors.Is(err, errNoRecord) {
		return nil, s.explain(ctx, limited, name, err)
	}
	return answer, err
}

// runIn runs a statement of a transaction and returns the value of its one record, or errNoRecord.
func runIn(ctx context.Context, tx neo4j.ManagedTransaction, text string, params map[string]any) (any, error) {
	result, err := tx.Run(ctx, text, parameters(params))
	if err != nil {
		return nil, err
	}
	return single(ctx, result)
}

package neograph

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"reaffirm/graph"
)

const (
	// oldest is the oldest release whose Cypher the statements are written in.
	oldestMajor, oldestMinor = 5, 26

	// idleLimit is how long a connection may have been idle before it is tried out.
	idleLimit = 10 * time.Second
	// retryLimit bounds the time spent on trying again.
	retryLimit = time.Second
	// attempts bounds how often a read is tried.
	attempts = 4
	// slack is how much longer than the caller the server waits: the caller's error comes first.
	slack = 500 * time.Millisecond
)

// errNoRecord means that a statement had no answer at all.
var errNoRecord = errors.New("no record")

// read runs one of the reading statements and returns the value of its one record, or errNoRecord.
// It takes no longer than ctx and Config.Timeout allow.
func (s *Store) read(ctx context.Context, name string, params map[string]any) (any, error) {
	return s.ask(ctx, neo4j.AccessModeRead, name, s.reads[name], params)
}

// ask is read for a statement of any folder that changes nothing. In a cluster the mode says whether
// any server may answer, or only the one that knows of every write.
func (s *Store) ask(ctx context.Context, mode neo4j.AccessMode, name, text string, params map[string]any) (any, error) {
	limited, cancel := context.WithTimeout(ctx, s.config.Timeout)
	defer cancel()
	begun := time.Now()
	var answer any
	var err error
	for try := range attempts {
		if try > 0 && !pause(limited, try) {
			break
		}
		answer, err = s.attempt(limited, mode, name, text, params)
		if !neo4j.IsRetryable(err) || time.Since(begun) > retryLimit {
			break
		}
	}
	s.config.Observe(name, time.Since(begun), err)
	if err != nil && !errors.Is(err, errNoRecord) {
		return nil, s.explain(ctx, limited, name, err)
	}
	return answer, err
}

// pause waits a little longer before each further try, not at all before the second; false where
// ctx ends first.
func pause(ctx context.Context, try int) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(time.Duration(try-1) * 50 * time.Millisecond):
		return true
	}
}

// attempt asks once, what is read only after it has been planned.
func (s *Store) attempt(ctx context.Context, mode neo4j.AccessMode, name, text string, params map[string]any) (any, error) {
	if mode == neo4j.AccessModeRead {
		if err := s.plan(ctx, name); err != nil {
			return nil, err
		}
	}
	answer, err := s.askOnce(ctx, mode, text, params)
	if !ran(err) && !errors.Is(ctx.Err(), context.Canceled) {
		s.plans.forget()
	}
	return answer, err
}

func (s *Store) askOnce(ctx context.Context, mode neo4j.AccessMode, text string, params map[string]any) (answer any, err error) {
	session := s.session(ctx, mode)
	defer func() {
		// Not joined: the driver knows its errors by their type.
		if closing := session.Close(ctx); err == nil {
			err = closing
		}
	}()
	deadline, _ := ctx.Deadline()
	result, err := session.Run(ctx, text, parameters(params), neo4j.WithTxTimeout(time.Until(deadline)+slack))
	if err != nil {
		return nil, err
	}
	return single(ctx, result)
}

// parameters are what a statement is sent: the version as $graph and all else in one map, $given. Neo4j
// plans a statement anew for each order of magnitude of the length of a list or string that is a parameter
// by itself, but not of what stands in a map.
func parameters(params map[string]any) map[string]any {
	sent := map[string]any{}
	if graph, ok := params["graph"]; ok {
		sent["graph"] = graph
	}
	given := maps.Clone(params)
	delete(given, "graph")
	sent["given"] = given
	return sent
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode: mode, DatabaseName: s.config.Database, BookmarkManager: s.bookmarks,
	})
}

// single returns the first value of a result's only record, or errNoRecord. It refuses a server that
// is too old.
func single(ctx context.Context, result neo4j.ResultWithContext) (any, error) {
	var record *neo4j.Record
	if !result.NextRecord(ctx, &record) {
		if err := result.Err(); err != nil {
			return nil, err
		}
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return nil, err
	}
	if err := checkRelease(summary.Server().Agent()); err != nil {
		return nil, err
	}
	if record == nil || len(record.Values) == 0 {
		return nil, errNoRecord
	}
	return record.Values[0], nil
}

// checkRelease refuses a server that is too old; agent is "Neo4j/5.26.20".
func checkRelease(agent string) error {
	version, ok := strings.CutPrefix(agent, "Neo4j/")
	if !ok {
		return fmt.Errorf("%w: the server is %q, not Neo4j", graph.ErrUnavailable, agent)
	}
	first, rest, _ := strings.Cut(version, ".")
	second, _, _ := strings.Cut(rest, ".")
	major, err1 := strconv.Atoi(first)
	minor, err2 := strconv.Atoi(second)
	if err1 != nil || err2 != nil || major < oldestMajor || major == oldestMajor && minor < oldestMinor {
		return fmt.Errorf("%w: the server is %s; Neo4j/%d.%d or later is needed", graph.ErrUnavailable, agent, oldestMajor, oldestMinor)
	}
	return nil
}

// explain makes an error of the contract of one of the driver's: ctx's own where the caller's time is
// over, else ErrUnavailable. limited is ctx with the limit of the store.
func (s *Store) explain(ctx, limited context.Context, name string, err error) error {
	switch {
	case ended(ctx) != nil:
		return fmt.Errorf("asking the database (%s): %w", name, ended(ctx))
	case errors.Is(err, graph.ErrUnavailable), errors.Is(err, graph.ErrConflict):
		return err
	case ended(limited) != nil:
		return fmt.Errorf("%w: the database at %s did not answer within %v (%s)", graph.ErrUnavailable, s.config.URI, s.config.Timeout, name)
	}
	return fmt.Errorf("%w: the database at %s: %w (%s)", graph.ErrUnavailable, s.config.URI, err, name)
}

// ended is ctx's error. The driver sees a deadline on its socket, which may pass just before the
// context's own timer.
func ended(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) < time.Millisecond {
		return context.DeadlineExceeded
	}
	return nil
}

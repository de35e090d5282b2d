package neograph

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"reaffirm/graph"
)

// A Store keeps graphs in a Neo4j database.
type Store struct {
	config    Config
	driver    neo4j.DriverWithContext
	bookmarks neo4j.BookmarkManager // what this store has written or seen, it sees from then on
	reads     statements
	loads     statements
	schema    statements
	kept      *kept
	errands   *errands
	plans     plans

	mu     sync.Mutex
	seen   sighting
	whole  string // the version that was last looked into and found whole
	closed bool
}

var (
	_ graph.Store  = (*Store)(nil)
	_ graph.Writer = (*Store)(nil)
)

// A sighting is the version that was in force at some moment, whole and in a database that fits.
type sighting struct {
	version string
	asked   time.Time
	fits    time.Time // when the indexes were last looked at and complete
}

// New makes a store of the database that c names. It does not connect: whether the database can be
// reached is asked when it is used.
func New(c Config) (*Store, error) {
	c = c.withDefaults()
	kept, err := newKept(c.Keep)
	if err != nil {
		return nil, err
	}
	s := &Store{config: c, bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{}), kept: kept, errands: newErrands()}
	for dir, into := range map[string]*statements{"cypher": &s.reads, "cypher/load": &s.loads, "cypher/schema": &s.schema} {
		all, err := readStatements(dir)
		if err != nil {
			return nil, err
		}
		*into = all
	}
	token := neo4j.NoAuth()
	if c.Username != "" {
		token = neo4j.BasicAuth(c.Username, c.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(c.URI, token, func(d *config.Config) {
		d.UserAgent = "reaffirm"
		d.TelemetryDisabled = true
		d.FetchSize = neo4j.FetchAll
		d.SocketConnectTimeout = c.Timeout
		d.ConnectionAcquisitionTimeout = c.Timeout
		d.ConnectionLivenessCheckTimeout = idleLimit
		d.MaxTransactionRetryTime = retryLimit
	})
	if err != nil {
		return nil, fmt.Errorf("%q is not the address of a Neo4j: %w", c.URI, err)
	}
	s.driver = driver
	return s, nil
}

// Open returns a Reader of the version in force.
func (s *Store) Open(ctx context.Context) (graph.Reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if version, ok := s.remembered(); ok {
		return &Reader{store: s, version: version}, nil
	}
	asked := time.Now()
	version, err := s.activeVersion(ctx)
	if err != nil {
		return nil, err
	}
	fits, err := s.checkIndexes(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.checkVersion(ctx, version); err != nil {
		return nil, err
	}
	s.remember(sighting{version: version, asked: asked, fits: fits})
	return &Reader{store: s, version: version}, nil
}

// Close ends what the store does on its own and frees the connections.
func (s *Store) Close(ctx context.Context) error {
	s.mu.Lock()
	s.seen, s.closed = sighting{}, true
	s.mu.Unlock()
	s.kept.forget()
	s.plans.forget()
	s.errands.close()
	return s.driver.Close(ctx)
}

func (s *Store) remembered() (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.seen.version, s.seen.version != "" && time.Since(s.seen.asked) < s.config.Refresh
}

// remember keeps the sighting that was asked for last.
func (s *Store) remember(n sighting) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed && n.asked.After(s.seen.asked) {
		s.seen, s.whole = n, n.version
	}
}

// activeVersion asks which version is in force. Errors: ErrNoGraph where there is none.
func (s *Store) activeVersion(ctx context.Context) (string, error) {
	answer, err := s.read(ctx, "active_version", nil)
	if errors.Is(err, errNoRecord) {
		return "", fmt.Errorf("%w into the database at %s", graph.ErrNoGraph, s.config.URI)
	}
	if err != nil {
		return "", err
	}
	active := asProperties(answer)
	if !active.flag("complete") {
		return "", s.broken(active.text("graph"), "it is not complete")
	}
	return active.text("graph"), nil
}

// checkVersion looks into a version that the store has not seen before. That takes seconds for a large one.
func (s *Store) checkVersion(ctx context.Context, version string) error {
	s.mu.Lock()
	known := s.whole == version
	s.mu.Unlock()
	if known {
		return nil
	}
	return s.errands.run(ctx, "looking into version "+version, func(ctx context.Context) error {
		damage, err := s.damage(ctx, neo4j.AccessModeRead, version)
		switch {
		case err != nil:
			return err
		case damage != "":
			return s.broken(version, damage)
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		s.whole = version
		return nil
	})
}

// damage counts what the database holds of a version, and says what is missing or cannot be read, or "".
func (s *Store) damage(ctx context.Context, mode neo4j.AccessMode, version string) (string, error) {
	answer, err := s.ask(ctx, mode, "count_version", s.reads["count_version"], map[string]any{"graph": version})
	if errors.Is(err, errNoRecord) {
		return "it has been removed", nil
	}
	if err != nil {
		return "", err
	}
	counts := asProperties(answer)
	if counts.number("packing") != packing {
		return "another release of this program wrote it", nil
	}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if c := counts.column(name); c.number(0) != c.number(1) {
			return fmt.Sprintf("it holds %d %s instead of %d", c.number(0), name, c.number(1)), nil
		}
	}
	return "", nil
}

// broken says what is wrong with the version in force.
func (s *Store) broken(version, damage string) error {
	return fmt.Errorf("%w: version %s, in force in the database at %s, is damaged: %s; load the graph again",
		graph.ErrUnavailable, version, s.config.URI, damage)
}

// indexLook is how long the store trusts that the indexes are there.
const indexLook = 5 * time.Second

// checkIndexes says since when all indexes are known to be in use, or which are not.
func (s *Store) checkIndexes(ctx context.Context) (time.Time, error) {
	s.mu.Lock()
	fits := s.seen.fits
	s.mu.Unlock()
	now := time.Now()
	if now.Sub(fits) < indexLook {
		return fits, nil
	}
	missing, err := s.missingIndexes(ctx)
	if err != nil {
		return time.Time{}, err
	}
	if len(missing) > 0 {
		return time.Time{}, fmt.Errorf("%w: the database has no index %s that can be used; loading again makes it",
			graph.ErrUnavailable, strings.Join(missing, ", "))
	}
	return now, nil
}

// missingIndexes names the indexes and constraints that the database lacks, in order.
func (s *Store) missingIndexes(ctx context.Context) ([]string, error) {
	answer, err := s.read(ctx, "indexes", nil)
	if err != nil {
		return nil, err
	}
	list := asColumn(answer)
	var missing []string
	for _, name := range slices.Sorted(maps.Keys(s.schema)) {
		if !slices.Contains(list, any(name)) {
			missing = append(missing, name)
		}
	}
	return missing, nil
}

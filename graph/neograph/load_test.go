package neograph_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
	"reaffirm/graph/neograph/neotest"
)

func TestLoad(t *testing.T) {
	ctx := context.Background()
	g := sample(t, 100, 1)
	var progress []int
	total := 0
	s := emptyStore(t, neograph.Config{Batch: 50, Progress: func(done, all int) { progress, total = append(progress, done), all }})

	load, err := s.Load(ctx, g)
	if err != nil {
		t.Fatal(err)
	}
	a := server.Access(t)
	nodes := count(t, a, "MATCH (n {graph: $graph}) WHERE NOT n:Version AND NOT n:ActiveVersion RETURN count(n)", g.Version)
	relationships := count(t, a, "MATCH ({graph: $graph})-[r]->() RETURN count(r)", g.Version)
	if load.Unchanged || load.Version != g.Version || load.Nodes != nodes || load.Relationships != relationships || load.Took <= 0 {
		t.Errorf("Load says %+v; the database holds %d nodes and %d relationships", load, nodes, relationships)
	}
	if !slices.IsSorted(progress) || progress[0] != 0 || progress[len(progress)-1] != total || total != nodes+relationships {
		t.Errorf("progress went %v of %d", progress, total)
	}
	if steps := len(slices.Compact(slices.Clone(progress))); steps < total/50 {
		t.Errorf("%d rows in %d batches: some hold more than 50", total, steps)
	}

	t.Run("again", func(t *testing.T) {
		before := everything(t, a)
		load, err := s.Load(ctx, g)
		if err != nil {
			t.Fatal(err)
		}
		if !load.Unchanged || load.Nodes != nodes {
			t.Errorf("a second load says %+v", load)
		}
		if after := everything(t, a); after != before {
			t.Errorf("loading the same graph again changed the database from\n%s\nto\n%s", before, after)
		}
	})
}

// everything is a digest of what a database holds.
func everything(t *testing.T, a neotest.Access) string {
	t.Helper()
	rows := run(t, a, `MATCH (n) WITH n ORDER BY elementId(n)
		RETURN toString(count(n)) + ' ' + reduce(all = '', p IN collect(coalesce(n.graph, '') + coalesce(n.id, '') + coalesce(toString(n.begun), '')) | all + p)`, nil)
	edges := run(t, a, `MATCH ()-[r]->() RETURN toString(count(r)) + ' ' + toString(sum(coalesce(r.rank, 0)))`, nil)
	return rows[0][0].(string) + " " + edges[0][0].(string)
}

// TestFormerVersion goes back to a version that the database still holds: it is not written again.
func TestFormerVersion(t *testing.T) {
	ctx := context.Background()
	first, second := sample(t, 40, 1), sample(t, 40, 2)
	s := emptyStore(t, neograph.Config{})
	a := server.Access(t)
	begun := func() any {
		return run(t, a, "MATCH (v:Version {graph: $graph}) RETURN toString(v.begun)", map[string]any{"graph": first.Version})[0][0]
	}
	replace(t, s, first)
	written := begun()
	replace(t, s, second)
	replace(t, s, first)
	if begun() != written {
		t.Error("the former version was written anew")
	}
	wantVersion(t, ctx, s, first)
}

// TestGrace keeps a version that was replaced readable for its time and no longer, and leaves nothing of
// it to the load after that. It does not wait, but sets the time back.
func TestGrace(t *testing.T) {
	ctx := context.Background()
	first, second := sample(t, 40, 1), sample(t, 40, 2)
	s := emptyStore(t, neograph.Config{Grace: time.Hour, Timeout: time.Minute, Batch: 30, Keep: -1})
	a := server.Access(t)
	replace(t, s, first)
	former, err := s.Open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	replace(t, s, second)
	left := count(t, a, "MATCH (v:Version {graph: $graph}) RETURN duration.inSeconds(datetime.realtime(), v.until).seconds", first.Version)
	if left < 3500 || left > 3600 {
		t.Errorf("%d seconds of grace are left at once after another version took its place", left)
	}
	if _, err := former.Provisions(ctx, []graph.Query[graph.ProvisionFilter]{{}}); err != nil {
		t.Errorf("a version within its grace: %v", err)
	}
	replace(t, s, second)
	if n := count(t, a, "MATCH (p:Provision {graph: $graph}) RETURN count(p)", first.Version); n != len(first.Provisions) {
		t.Errorf("%d provisions of %d are left of a version within its grace", n, len(first.Provisions))
	}

	end := func(ago time.Duration) {
		run(t, a, "MATCH (v:Version {graph: $graph}) SET v.until = datetime.realtime() - duration({seconds: $ago})",
			map[string]any{"graph": first.Version, "ago": int64(ago.Seconds())})
	}
	end(time.Second)
	for what, ask := range map[string]func() error{
		"Provisions": func() error {
			_, err := former.Provisions(ctx, []graph.Query[graph.ProvisionFilter]{{}})
			return err
		},
		"Nodes":   func() error { _, err := former.Nodes(ctx, []string{first.Provisions[0].ID}); return err },
		"Summary": func() error { _, err := former.Summary(ctx); return err },
		"Facets":  func() error { _, err := former.Facets(ctx, []graph.ProvisionFilter{{}}); return err },
		"Search":  func() error { _, err := former.Search(ctx, graph.SearchQuery{Text: "word1", First: 1}); return err },
		"Edges":   func() error { _, err := former.Edges(ctx, []string{"body/b0"}, nil, 1); return err },
	} {
		wantError(t, what+" of a version past its grace", ask(), graph.ErrUnavailable)
	}
	wantVersion(t, ctx, s, second)
	replace(t, s, second)
	if n := count(t, a, "MATCH (p:Provision {graph: $graph}) RETURN count(p)", first.Version); n != len(first.Provisions) {
		t.Errorf("%d provisions of %d are left of a version that a statement may still be reading", n, len(first.Provisions))
	}

	end(2 * time.Minute)
	replace(t, s, second)
	if n := count(t, a, "MATCH (n {graph: $graph}) RETURN count(n)", first.Version); n > 0 {
		t.Errorf("%d nodes are left of a version long past its grace", n)
	}
	wantVersion(t, ctx, s, second)
	replace(t, s, first)
	wantVersion(t, ctx, s, first)
}

// TestRemains puts into the database what no load leaves but a hand can: the version in force goes on
// serving, and the next load mends it.
func TestRemains(t *testing.T) {
	ctx := context.Background()
	first, second := sample(t, 40, 1), sample(t, 40, 2)
	s := emptyStore(t, neograph.Config{Refresh: -1})
	a := server.Access(t)
	version := func(g *graph.Graph) map[string]any { return map[string]any{"graph": g.Version} }
	replace(t, s, first)

	t.Run("a version half loaded", func(t *testing.T) {
		run(t, a, `CREATE (:Version {graph: $graph, complete: false}) CREATE (p:Provision {graph: $graph, id: 'x/1'})
			CREATE (p)-[:INVOLVES]->(:Body {graph: $graph, id: 'body/x'})`, version(second))
		wantVersion(t, ctx, s, first)
		replace(t, s, second)
		wantVersion(t, ctx, s, second)
	})
	t.Run("a version half loaded in force", func(t *testing.T) {
		run(t, a, `MATCH (v:Version {graph: $graph}) SET v.complete = false`, version(second))
		_, err := s.Open(ctx)
		wantError(t, "Open", err, graph.ErrUnavailable)
		replace(t, s, second)
		wantVersion(t, ctx, s, second)
	})
	t.Run("no version in force", func(t *testing.T) {
		run(t, a, `MATCH (active:ActiveVersion) DETACH DELETE active`, nil)
		_, err := s.Open(ctx)
		wantError(t, "Open", err, graph.ErrNoGraph)
		replace(t, s, second)
		wantVersion(t, ctx, s, second)
	})
	t.Run("a version that is not there in force", func(t *testing.T) {
		run(t, a, `MATCH (active:ActiveVersion) SET active.graph = 'g-0'`, nil)
		_, err := s.Open(ctx)
		wantError(t, "Open", err, graph.ErrUnavailable)
		replace(t, s, second)
		wantVersion(t, ctx, s, second)
	})
	t.Run("a version with a hole in force", func(t *testing.T) {
		run(t, a, `MATCH (p:Provision {graph: $graph}) WITH p LIMIT 3 DETACH DELETE p`, version(second))
		_, err := anotherStore(t).Open(ctx)
		wantError(t, "Open", err, graph.ErrUnavailable)
		replace(t, s, second)
		wantVersion(t, ctx, anotherStore(t), second)
	})
	t.Run("a version of another release in force", func(t *testing.T) {
		run(t, a, `MATCH (v:Version {graph: $graph}) REMOVE v.packing`, version(second))
		_, err := anotherStore(t).Open(ctx)
		wantError(t, "Open", err, graph.ErrUnavailable)
		replace(t, s, second)
		wantVersion(t, ctx, anotherStore(t), second)
	})
	t.Run("a value that cannot be read", func(t *testing.T) {
		r, err := s.Open(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range []string{"left(p.packed, size(p.packed) - 1)", "p.packed + ' '", "'-1 '", "1"} {
			run(t, a, `MATCH (p:Provision {graph: $graph}) SET p.kept = p.packed, p.packed = `+change, version(second))
			_, err := r.Provisions(ctx, []graph.Query[graph.ProvisionFilter]{{}})
			wantError(t, change, err, graph.ErrUnavailable)
			_, err = r.Nodes(ctx, []string{second.Provisions[0].ID})
			wantError(t, change, err, graph.ErrUnavailable)
			run(t, a, `MATCH (p:Provision {graph: $graph}) SET p.packed = p.kept REMOVE p.kept`, version(second))
		}
		wantVersion(t, ctx, s, second)
	})
	t.Run("a missing index", func(t *testing.T) {
		run(t, a, `DROP INDEX words`, nil)
		_, err := anotherStore(t).Open(ctx)
		wantError(t, "Open", err, graph.ErrUnavailable)
		replace(t, s, second)
		wantVersion(t, ctx, anotherStore(t), second)
	})
	t.Run("a missing constraint", func(t *testing.T) {
		run(t, a, `DROP CONSTRAINT provision_id`, nil)
		_, err := anotherStore(t).Open(ctx)
		wantError(t, "Open", err, graph.ErrUnavailable)
		replace(t, s, second)
		wantVersion(t, ctx, anotherStore(t), second)
	})
}

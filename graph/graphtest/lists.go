package graphtest

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"reaffirm/graph"
)

// A list is one of the Reader's methods that answer with lists.
type list[T, F any] struct {
	name   string
	ask    func(graph.Reader, context.Context, []graph.Query[F]) ([]graph.Slice[*T], error)
	orders []graph.OrderBy // but for ByRank
}

// A listTest tests one list method against the reference.
type listTest interface {
	title() string
	fields(t *testing.T, r, want graph.Reader, v *values)
	paging(t *testing.T, r, want graph.Reader)
	errors(t *testing.T, r graph.Reader)
	batches(t *testing.T, r, want graph.Reader, v *values)
	random(t *testing.T, r, want graph.Reader, v *values)
	ended(t *testing.T, r graph.Reader, ctx context.Context, want error)
}

// listTests lists the tests of all list methods.
func listTests() []listTest {
	return []listTest{
		list[graph.Document, graph.DocumentFilter]{"Documents", graph.Reader.Documents, nil},
		list[graph.Section, graph.SectionFilter]{"Sections", graph.Reader.Sections, nil},
		list[graph.Provision, graph.ProvisionFilter]{"Provisions", graph.Reader.Provisions, []graph.OrderBy{graph.ByReaffirmations}},
		list[graph.Commitment, graph.CommitmentFilter]{"Commitments", graph.Reader.Commitments, []graph.OrderBy{graph.ByStrength}},
		list[graph.Body, graph.BodyFilter]{"Bodies", graph.Reader.Bodies, []graph.OrderBy{graph.ByProvisions}},
		list[graph.Instrument, graph.InstrumentFilter]{"Instruments", graph.Reader.Instruments, []graph.OrderBy{graph.ByProvisions}},
		list[graph.Theme, graph.ThemeFilter]{"Themes", graph.Reader.Themes, []graph.OrderBy{graph.ByProvisions}},
		list[graph.Involvement, graph.InvolvementFilter]{"Involvements", graph.Reader.Involvements, nil},
		list[graph.Citation, graph.CitationFilter]{"Citations", graph.Reader.Citations, nil},
		list[graph.About, graph.AboutFilter]{"Abouts", graph.Reader.Abouts, nil},
		list[graph.Reaffirmation, graph.ReaffirmationFilter]{"Reaffirmations", graph.Reader.Reaffirmations, []graph.OrderBy{graph.ByScore}},
		list[graph.Repetition, graph.RepetitionFilter]{"Repetitions", graph.Reader.Repetitions, nil},
		list[graph.Thread, graph.ThreadFilter]{"Threads", graph.Reader.Threads, []graph.OrderBy{graph.ByProvisions, graph.ByDocuments}},
	}
}

func (l list[T, F]) title() string { return l.name }

// every lists all orders that l accepts, both ways.
func (l list[T, F]) every() []graph.Order {
	var all []graph.Order
	for _, by := range append([]graph.OrderBy{graph.ByRank}, l.orders...) {
		all = append(all, graph.Order{By: by}, graph.Order{By: by, Descending: true})
	}
	return all
}

// compare asks both readers and says how their answers differ.
func (l list[T, F]) compare(r, want graph.Reader, qs []graph.Query[F]) error {
	got, err := l.ask(r, context.Background(), qs)
	if err != nil {
		return fmt.Errorf("%s: %w", l.name, err)
	}
	expected, err := l.ask(want, context.Background(), qs)
	if err != nil {
		return fmt.Errorf("reference: %w", err)
	}
	if len(got) != len(qs) {
		return fmt.Errorf("%s answered %d queries of %d", l.name, len(got), len(qs))
	}
	for i := range qs {
		if d := difference(got[i], expected[i]); d != "" {
			return fmt.Errorf("%s(%s)%s", l.name, describe(qs[i]), d)
		}
	}
	return nil
}

func describe[F any](q graph.Query[F]) string {
	s := fmt.Sprintf("%+v, order %+v, count %t", q.Filter, q.Order, q.Count)
	if p := q.Page; p.First != nil {
		s += fmt.Sprintf(", first %d", *p.First)
	}
	if p := q.Page; p.Last != nil {
		s += fmt.Sprintf(", last %d", *p.Last)
	}
	if p := q.Page; p.After != nil {
		s += fmt.Sprintf(", after %+v", *p.After)
	}
	if p := q.Page; p.Before != nil {
		s += fmt.Sprintf(", before %+v", *p.Before)
	}
	return s
}

// fields asks for each value of each field alone, in one batch, in every order.
func (l list[T, F]) fields(t *testing.T, r, want graph.Reader, v *values) {
	for _, order := range l.every() {
		var qs []graph.Query[F]
		for _, f := range singles[F](v) {
			qs = append(qs, graph.Query[F]{Filter: f, Order: order, Count: true})
		}
		if err := l.compare(r, want, qs); err != nil {
			t.Error(err)
		}
	}
}

// paging walks through the whole list forwards and backwards, by pages of changing size, and asks for
// pages at keys where nothing stands.
func (l list[T, F]) paging(t *testing.T, r, want graph.Reader) {
	ctx := context.Background()
	for _, order := range l.every() {
		whole, err := l.ask(want, ctx, []graph.Query[F]{{Order: order}})
		if err != nil {
			t.Fatal(err)
		}
		l.walk(t, r, order, whole[0])
		var qs []graph.Query[F]
		keys := []graph.Key{{Rank: -1}, {Rank: 1 << 40}, {Value: -1 << 40}, {Value: 1 << 40}, {Value: -1, Rank: 2}, {Value: 1, Rank: 2}, {Value: 3, Rank: 1}}
		for i, k := range whole[0].Keys {
			if i%3 == 0 {
				keys = append(keys, k)
			}
		}
		for i, a := range keys {
			b := keys[(i*5+3)%len(keys)]
			for _, n := range []int{0, 1, 3, 1000} {
				qs = append(qs,
					graph.Query[F]{Order: order, Page: graph.Page{First: &n, After: &a}},
					graph.Query[F]{Order: order, Page: graph.Page{Last: &n, Before: &a}, Count: true},
					graph.Query[F]{Order: order, Page: graph.Page{First: &n, Before: &a}},
					graph.Query[F]{Order: order, Page: graph.Page{Last: &n, After: &a}},
					graph.Query[F]{Order: order, Page: graph.Page{First: &n, After: &a, Before: &b}},
					graph.Query[F]{Order: order, Page: graph.Page{Last: &n, After: &a, Before: &b}, Count: true})
			}
			qs = append(qs, graph.Query[F]{Order: order, Page: graph.Page{After: &a, Before: &b}})
		}
		for _, n := range []int{0, 1, 2, 1 << 40} {
			qs = append(qs, graph.Query[F]{Order: order, Page: graph.Page{First: &n}, Count: true}, graph.Query[F]{Order: order, Page: graph.Page{Last: &n}})
		}
		if err := l.compare(r, want, qs); err != nil {
			t.Error(err)
		}
	}
}

// walk pages through the list from both ends and checks that the pages add up to whole.
func (l list[T, F]) walk(t *testing.T, r graph.Reader, order graph.Order, whole graph.Slice[*T]) {
	t.Helper()
	forwards, backwards := graph.Slice[*T]{Total: -1}, graph.Slice[*T]{Total: -1}
	var after, before *graph.Key
	for size, n := 1, 0; ; size, n = size%4+1, n+1 {
		answers, err := l.ask(r, context.Background(), []graph.Query[F]{
			{Order: order, Page: graph.Page{First: &size, After: after}},
			{Order: order, Page: graph.Page{Last: &size, Before: before}},
		})
		if err != nil {
			t.Fatal(err)
		}
		a, b := answers[0], answers[1]
		if a.HasPrevious != (n > 0 && len(whole.Items) > 0) || b.HasNext != (n > 0 && len(whole.Items) > 0) {
			t.Errorf("%s, order %+v, page %d: HasPrevious %t forwards, HasNext %t backwards", l.name, order, n, a.HasPrevious, b.HasNext)
		}
		forwards.Items, forwards.Keys = append(forwards.Items, a.Items...), append(forwards.Keys, a.Keys...)
		backwards.Items, backwards.Keys = append(b.Items[:len(b.Items):len(b.Items)], backwards.Items...), append(b.Keys[:len(b.Keys):len(b.Keys)], backwards.Keys...)
		if a.HasNext != b.HasPrevious || n > len(whole.Items) {
			t.Fatalf("%s, order %+v, page %d: HasNext %t forwards, HasPrevious %t backwards", l.name, order, n, a.HasNext, b.HasPrevious)
		}
		if !a.HasNext {
			break
		}
		after, before = &a.Keys[len(a.Keys)-1], &b.Keys[0]
	}
	if d := difference(forwards, whole); d != "" {
		t.Errorf("%s, order %+v, forwards%s", l.name, order, d)
	}
	if d := difference(backwards, whole); d != "" {
		t.Errorf("%s, order %+v, backwards%s", l.name, order, d)
	}
}

// errors asks what no store can answer, alone and within a batch.
func (l list[T, F]) errors(t *testing.T, r graph.Reader) {
	n, negative := 1, -1
	wrong := []graph.Query[F]{
		{Order: graph.Order{By: "NO_ORDER"}},
		{Page: graph.Page{First: &n, Last: &n}},
		{Page: graph.Page{First: &negative}},
		{Page: graph.Page{Last: &negative}},
	}
	accepted := map[graph.OrderBy]bool{}
	for _, by := range l.orders {
		accepted[by] = true
	}
	for _, by := range []graph.OrderBy{graph.ByProvisions, graph.ByReaffirmations, graph.ByDocuments, graph.ByStrength, graph.ByScore} {
		if !accepted[by] {
			wrong = append(wrong, graph.Query[F]{Order: graph.Order{By: by}})
		}
	}
	for _, q := range wrong {
		for _, qs := range [][]graph.Query[F]{{q}, {{}, q, {}}} {
			answers, err := l.ask(r, context.Background(), qs)
			wantInvalid(t, fmt.Sprintf("%s(%s)", l.name, describe(q)), err)
			if len(answers) > 0 {
				t.Errorf("%s(%s): answers beside the error", l.name, describe(q))
			}
		}
	}
}

// batches asks for nothing, for the same many times, and for much at once.
func (l list[T, F]) batches(t *testing.T, r, want graph.Reader, v *values) {
	for _, empty := range [][]graph.Query[F]{nil, {}} {
		if answers, err := l.ask(r, context.Background(), empty); err != nil || len(answers) != 0 {
			t.Errorf("%s of no queries: %v, %v", l.name, answers, err)
		}
	}
	two := 2
	var same, many []graph.Query[F]
	for i, f := range singles[F](v) {
		same = append(same, graph.Query[F]{Page: graph.Page{First: &two}, Count: i%2 == 0})
		many = append(many, graph.Query[F]{Filter: f, Page: graph.Page{First: ptr(i % 4)}, Order: l.every()[i%len(l.every())], Count: i%3 == 0})
	}
	for _, qs := range [][]graph.Query[F]{same, many} {
		if err := l.compare(r, want, qs); err != nil {
			t.Error(err)
		}
	}
}

// random compares answers to random batches.
func (l list[T, F]) random(t *testing.T, r, want graph.Reader, v *values) {
	rapid.Check(t, func(rt *rapid.T) {
		qs := make([]graph.Query[F], rapid.IntRange(1, 6).Draw(rt, "queries"))
		for i := range qs {
			qs[i] = graph.Query[F]{
				Filter: drawFilter[F](rt, v),
				Order:  rapid.SampledFrom(l.every()).Draw(rt, "order"),
				Page:   drawPage(rt),
				Count:  rapid.Bool().Draw(rt, "count"),
			}
		}
		if err := l.compare(r, want, qs); err != nil {
			rt.Fatal(err)
		}
	})
}

// ended asks with a context that has ended.
func (l list[T, F]) ended(t *testing.T, r graph.Reader, ctx context.Context, want error) {
	_, err := l.ask(r, ctx, make([]graph.Query[F], 1))
	wantError(t, l.name, err, want)
}

package memgraph

import (
	"context"
	"errors"

	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/searcher"
	index "github.com/blevesearch/bleve_index_api"

	"reaffirm/graph/fulltext"
)

// A match is a node that a query found.
type match struct {
	place int32
	score float64
}

// search finds all nodes that q matches in any of the fields, in no order.
func (t *texts) search(ctx context.Context, q fulltext.Query, fields []string) ([]match, error) {
	if q.Empty() {
		return nil, nil
	}
	ctx = context.WithValue(ctx, search.GetScoringModelCallbackKey, search.GetScoringModelCallbackFn(func() string { return index.BM25Scoring }))
	ctx = context.WithValue(ctx, search.BM25StatsKey, t.stats)
	all, err := t.clauses(ctx, q, fields)
	if err != nil {
		return nil, err
	}
	defer all.Close()
	sc := &search.SearchContext{
		DocumentMatchPool: search.NewDocumentMatchPool(all.DocumentMatchPoolSize()+1, 0),
		IndexReader:       t.reader,
	}
	var found []match
	for n := 0; ; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		m, err := all.Next(sc)
		if err != nil {
			return nil, err
		}
		if m == nil {
			return found, nil
		}
		found = append(found, match{t.places[m.IndexInternalID.Value()], m.Score})
		sc.DocumentMatchPool.Put(m)
	}
}

// provisions is the set of provisions whose text q matches.
func (t *texts) provisions(ctx context.Context, q fulltext.Query) (set, error) {
	found, err := t.search(ctx, q, []string{"text"})
	if err != nil {
		return set{}, err
	}
	list := make([]int32, len(found))
	for i, f := range found {
		list[i] = f.place - int32(t.first)
	}
	return newSet(sorted(list)), nil
}

// clauses makes a searcher for all clauses of q.
func (t *texts) clauses(ctx context.Context, q fulltext.Query, fields []string) (search.Searcher, error) {
	var options search.SearcherOptions
	var all []search.Searcher
	for _, c := range q.Clauses {
		var any []search.Searcher
		for _, f := range fields {
			s, err := t.clause(ctx, c, f)
			if err != nil {
				return nil, errors.Join(err, closeAll(any), closeAll(all))
			}
			any = append(any, s)
		}
		s, err := searcher.NewDisjunctionSearcher(ctx, t.reader, any, 1, options)
		if err != nil {
			return nil, errors.Join(err, closeAll(any), closeAll(all))
		}
		all = append(all, s)
	}
	s, err := searcher.NewConjunctionSearcher(ctx, t.reader, all, options)
	if err != nil {
		return nil, errors.Join(err, closeAll(all))
	}
	return s, nil
}

func closeAll(list []search.Searcher) error {
	var errs []error
	for _, s := range list {
		errs = append(errs, s.Close())
	}
	return errors.Join(errs...)
}

func (t *texts) clause(ctx context.Context, c fulltext.Clause, field string) (search.Searcher, error) {
	if len(c.Terms) == 1 {
		return searcher.NewTermSearcher(ctx, t.reader, c.Terms[0].Term, field, 1, search.SearcherOptions{})
	}
	// bleve takes an empty term for any word.
	terms := make([]string, c.Terms[len(c.Terms)-1].Offset+1)
	for _, term := range c.Terms {
		terms[term.Offset] = term.Term
	}
	return searcher.NewPhraseSearcher(ctx, t.reader, terms, 0, false, field, 1, search.SearcherOptions{})
}

package neograph

import (
	"context"
	"slices"
	"strings"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// Search finds nodes by words.
func (r *Reader) Search(ctx context.Context, q graph.SearchQuery) (*graph.SearchResult, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	size := func(f *graph.SearchResult) int { return len(f.Hits) * itemSize }
	ask := func(ctx context.Context, r *Reader, qs []graph.SearchQuery) ([]*graph.SearchResult, error) {
		result, err := r.search(ctx, qs[0])
		return []*graph.SearchResult{result}, err
	}
	results, err := answerAll(ctx, r, "search", []graph.SearchQuery{q}, size, ask)
	if err != nil {
		return nil, err
	}
	return results[0], nil
}

// search is Search for what is not kept.
func (r *Reader) search(ctx context.Context, q graph.SearchQuery) (*graph.SearchResult, error) {
	text, err := fulltext.Parse(q.Text)
	if err != nil {
		return nil, err
	}
	params, err := searchParams(q, text)
	if err != nil {
		return nil, err
	}
	answer, err := r.ask(ctx, "search", params)
	if err != nil {
		return nil, err
	}
	// In Lucene the names of a list follow each other as if they were one text.
	wrong, err := mistaken(asProperties(answer).column("doubtful"), text)
	if err != nil {
		return nil, r.damaged(err)
	}
	if len(wrong) > 0 {
		params["excluded"] = wrong
		if answer, err = r.ask(ctx, "search", params); err != nil {
			return nil, err
		}
	}
	result, err := searchResultOf(asProperties(answer), text)
	if err != nil {
		return nil, r.damaged(err)
	}
	return result, nil
}

func searchParams(q graph.SearchQuery, text fulltext.Query) (map[string]any, error) {
	filters := []any{}
	if !q.Filter.IsZero() {
		f, err := query{"path": "words"}.provisions(q.Filter)
		if err != nil {
			return nil, err
		}
		filters = append(filters, map[string]any(f))
	}
	texts, ids := []string{}, []string{}
	if !text.Empty() {
		texts = append(texts, text.Lucene(""))
	}
	if text.Name != "" {
		ids = append(ids, `"`+strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text.Name)+`"`)
	}
	phrase := slices.ContainsFunc(text.Clauses, func(c fulltext.Clause) bool { return len(c.Terms) > 1 })
	params := map[string]any{
		"texts": texts, "ids": ids, "name": text.Name, "phrase": phrase, "filters": filters,
		"first": int64(q.First), "offset": int64(q.Offset),
	}
	if len(q.Types) > 0 {
		params["labels"] = searchedLabels(q.Types)
	}
	return params, nil
}

// label is how the database names nodes of a type that is searched; "" for one that is not.
func label(t graph.NodeType) string {
	switch t {
	case graph.DocumentNode:
		return "Document"
	case graph.SectionNode:
		return "Section"
	case graph.ProvisionNode:
		return "Provision"
	case graph.BodyNode:
		return "Body"
	case graph.InstrumentNode:
		return "Instrument"
	case graph.ThemeNode:
		return "Theme"
	}
	return ""
}

// searchedLabels lists the labels of types.
func searchedLabels(types []graph.NodeType) []string {
	labels := []string{}
	for _, t := range types {
		if l := label(t); l != "" {
			labels = append(labels, l)
		}
	}
	return labels
}

// mistaken lists the ids of those nodes that text does not match.
func mistaken(nodes column, text fulltext.Query) ([]string, error) {
	var ids []string
	for _, v := range nodes {
		n, err := nodeOf(v)
		if err != nil {
			return nil, err
		}
		if !text.Matches(fulltext.Fields(n)) && fulltext.Fold(n.NodeID()) != text.Name {
			ids = append(ids, n.NodeID())
		}
	}
	return ids, nil
}

// searchResultOf reads {hits, counts}, where counts are [label, hits, document, its rank], ….
func searchResultOf(answer properties, text fulltext.Query) (*graph.SearchResult, error) {
	hits, err := hitsOf(answer.column("hits"), text)
	if err != nil {
		return nil, err
	}
	result := &graph.SearchResult{Hits: hits}
	var types, documents []ranked
	for _, row := range answer.column("counts") {
		c := asColumn(row)
		n := c.number(1)
		result.Total += n
		if document := c.text(2); document != "" {
			documents = append(documents, ranked{graph.Count{Value: document, Count: n}, c.number(3)})
		}
		types = addCount(types, strings.ToUpper(c.text(0)), n)
	}
	result.Types = inOrder(types, graph.NodeTypes())
	result.Documents = byRank(documents)
	return result, nil
}

// addCount adds n to the count of value.
func addCount(list []ranked, value string, n int) []ranked {
	for i := range list {
		if list[i].Value == value {
			list[i].Count.Count += n
			return list
		}
	}
	return append(list, ranked{Count: graph.Count{Value: value, Count: n}})
}

// hitsOf reads [packed node, score, named], ….
func hitsOf(rows column, text fulltext.Query) ([]graph.Hit, error) {
	var hits []graph.Hit
	for _, row := range rows {
		c := asColumn(row)
		n, err := nodeOf(c[0])
		if err != nil {
			return nil, err
		}
		h := graph.Hit{Node: n, Score: squash(c.float(1))}
		if c.flag(2) {
			h.Score++ // so that what the text names comes first by its score too
		}
		h.Highlights = text.Highlights(fulltext.Fields(h.Node))
		hits = append(hits, h)
	}
	return hits, nil
}

// squash maps scores, which have no bound, to 0 to 1 in the same order.
func squash(score float64) float64 { return score / (1 + score) }

package resolvers

import (
	"context"
	"fmt"
	"slices"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
	"reaffirm/resolvers/internal/object"
)

type statisticsResolver struct{}

func (statisticsResolver) Kinds(ctx context.Context, s *object.Statistics) ([]*object.KindCount, error) {
	return total[graph.ProvisionKind](ctx, s, func(f *graph.Facets) []graph.Count { return f.Kinds })
}

func (statisticsResolver) CommitmentKinds(ctx context.Context, s *object.Statistics) ([]*object.CommitmentKindCount, error) {
	return total[graph.CommitmentKind](ctx, s, func(f *graph.Facets) []graph.Count { return f.CommitmentKinds })
}

func (statisticsResolver) Roles(ctx context.Context, s *object.Statistics) ([]*object.RoleCount, error) {
	return total[graph.Role](ctx, s, func(f *graph.Facets) []graph.Count { return f.Roles })
}

// total is one of the facets of all provisions, which are counted once for all of them.
func total[V ~string](ctx context.Context, s *object.Statistics, of func(*graph.Facets) []graph.Count) ([]*object.ValueCount[V], error) {
	f, err := cohort.Fetch(ctx, s.Place, named("facets"), func(c *cohort.Cohort[struct{}]) ([]*graph.Facets, error) {
		return c.Reader.Facets(ctx, make([]graph.ProvisionFilter, 1))
	})
	if err != nil {
		return nil, err
	}
	return object.Values[V](of(f)), nil
}

func (statisticsResolver) Relations(ctx context.Context, _ *object.Statistics) ([]*object.RelationCount, error) {
	return root(ctx, func(r graph.Reader) ([]*object.RelationCount, error) {
		counts, err := countRelations(ctx, r, make([]graph.ReaffirmationFilter, 1))
		if err != nil {
			return nil, err
		}
		return counts[0], nil
	})
}

func (statisticsResolver) Documents(ctx context.Context, _ *object.Statistics) ([]*object.DocumentStatistics, error) {
	return root(ctx, func(r graph.Reader) ([]*object.DocumentStatistics, error) {
		found, err := allDocuments(ctx, r, nil)
		if err != nil {
			return nil, err
		}
		filters := make([]graph.ProvisionFilter, len(found))
		for i, d := range found {
			filters[i].Documents = []string{d.ID}
		}
		facets, err := r.Facets(ctx, filters)
		if err != nil {
			return nil, err
		}
		return object.AllDocumentStatistics(r, found, facets), nil
	})
}

// maxPaired bounds how many documents are compared with each other.
const maxPaired = 50

func (statisticsResolver) Pairs(ctx context.Context, _ *object.Statistics, ids []string) ([]*object.DocumentPair, error) {
	return root(ctx, func(r graph.Reader) ([]*object.DocumentPair, error) {
		found, err := allDocuments(ctx, r, ids)
		if err != nil {
			return nil, err
		}
		if len(found) > maxPaired {
			return nil, fmt.Errorf("%w: at most %d documents can be compared, not %d; name some in documents", graph.ErrInvalid, maxPaired, len(found))
		}
		return pair(ctx, r, found)
	})
}

// pair counts the links between each two documents that have some.
func pair(ctx context.Context, r graph.Reader, found []*graph.Document) ([]*object.DocumentPair, error) {
	var filters []graph.ReaffirmationFilter
	var pairs []*object.DocumentPair
	objects := object.Documents(r, found)
	for i, later := range objects {
		for _, earlier := range objects[:i] {
			filters = append(filters, graph.ReaffirmationFilter{LaterDocuments: []string{later.ID}, EarlierDocuments: []string{earlier.ID}})
			pairs = append(pairs, &object.DocumentPair{Earlier: earlier, Later: later})
		}
	}
	counts, err := countRelations(ctx, r, filters)
	if err != nil {
		return nil, err
	}
	for i, p := range pairs {
		p.Relations = counts[i]
	}
	return slices.DeleteFunc(pairs, func(p *object.DocumentPair) bool { return len(p.Relations) == 0 }), nil
}

// countRelations counts, for each filter, the links of each relation; relations with none are left out.
func countRelations(ctx context.Context, r graph.Reader, filters []graph.ReaffirmationFilter) ([][]*object.RelationCount, error) {
	none, relations := 0, graph.Relations()
	queries := make([]graph.Query[graph.ReaffirmationFilter], 0, len(filters)*len(relations))
	for _, f := range filters {
		for _, relation := range relations {
			f.Relations = []graph.Relation{relation}
			queries = append(queries, graph.Query[graph.ReaffirmationFilter]{Filter: f, Page: graph.Page{First: &none}, Count: true})
		}
	}
	answers, err := r.Reaffirmations(ctx, queries)
	if err != nil {
		return nil, err
	}
	counts := make([][]*object.RelationCount, len(filters))
	for i := range filters {
		for j, relation := range relations {
			if n := answers[i*len(relations)+j].Total; n > 0 {
				counts[i] = append(counts[i], &object.RelationCount{Value: relation, Count: n})
			}
		}
	}
	return counts, nil
}

// allDocuments lists the documents, or those of them that have the ids.
func allDocuments(ctx context.Context, r graph.Reader, ids []string) ([]*graph.Document, error) {
	answers, err := r.Documents(ctx, []graph.Query[graph.DocumentFilter]{{Filter: graph.DocumentFilter{IDs: ids}}})
	if err != nil {
		return nil, err
	}
	return answers[0].Items, nil
}

type documentStatisticsResolver struct{}

func (documentStatisticsResolver) Commitments(ctx context.Context, s *object.DocumentStatistics) (int, error) {
	return cohort.Fetch(ctx, s.Place, named("commitments"), func(c *cohort.Cohort[*graph.Document]) ([]int, error) {
		none := 0
		queries := make([]graph.Query[graph.CommitmentFilter], len(c.Values))
		for i, d := range c.Values {
			queries[i] = graph.Query[graph.CommitmentFilter]{
				Filter: graph.CommitmentFilter{Documents: []string{d.ID}}, Page: graph.Page{First: &none}, Count: true,
			}
		}
		answers, err := c.Reader.Commitments(ctx, queries)
		if err != nil {
			return nil, err
		}
		counts := make([]int, len(answers))
		for i, a := range answers {
			counts[i] = a.Total
		}
		return counts, nil
	})
}

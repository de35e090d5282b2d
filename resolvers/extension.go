package resolvers

import (
	"context"
	"errors"
	"sync"

	"github.com/99designs/gqlgen/graphql"

	"reaffirm/graph"
	"reaffirm/resolvers/internal/cohort"
)

// NewExtension returns the extension that answers each operation from one version of the graph: the
// one in force when the operation first needs it. The comparer
// judges the pairs of Query.relation, which is refused where it is nil.
func NewExtension(store graph.Store, comparer graph.Comparer) graphql.HandlerExtension {
	return extension{store, comparer}
}

type extension struct {
	store    graph.Store
	comparer graph.Comparer
}

var _ graphql.OperationInterceptor = extension{}

// ExtensionName names the extension in gqlgen's records.
func (extension) ExtensionName() string { return "GraphVersion" }

// Validate accepts every schema.
func (extension) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptOperation puts what start finds into the operation's context.
func (e extension) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	open := sync.OnceValues(func() (cohort.Place[struct{}], error) {
		reader, ok := ctx.Value(readerKey{}).(graph.Reader)
		if !ok {
			var err error
			if reader, err = e.store.Open(ctx); err != nil {
				return cohort.Place[struct{}]{}, err
			}
		}
		return cohort.Single(reader, struct{}{}), nil
	})
	ctx = context.WithValue(ctx, comparerKey{}, e.comparer)
	return next(context.WithValue(ctx, startKey{}, open))
}

// WithReader pins operations under the context to a reader that the caller has opened already.
func WithReader(ctx context.Context, r graph.Reader) context.Context {
	return context.WithValue(ctx, readerKey{}, r)
}

type (
	readerKey   struct{}
	startKey    struct{}
	comparerKey struct{}
)

// start is the place of the query itself, from which all cohorts of an operation come.
func start(ctx context.Context) (cohort.Place[struct{}], error) {
	open, ok := ctx.Value(startKey{}).(func() (cohort.Place[struct{}], error))
	if !ok {
		return cohort.Place[struct{}]{}, errors.New("the schema is used without its extension")
	}
	return open()
}

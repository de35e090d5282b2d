package resolvers_test

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/resolvers"
	"reaffirm/resolvers/internal/exec"
	"reaffirm/resolvers/internal/object"
)

// benchQuery is a page of 20 with nested links, about 32 KB.
const benchQuery = `{
	provisions(first: 20, filter: { documents: ["d-2"] }) {
		totalCount pageInfo { hasNextPage endCursor }
		nodes {
			id number citation text kind headings
			document { id shortTitle }
			commitments { id kind verbs strength text }
			involvements { role implied body { id name } evidence { method confidence } }
			themes { id name }
			reaffirms(first: 5) { totalCount nodes { id relation score earlier { id citation text } } }
		}
	}
}`

// BenchmarkPage measures benchQuery over the embedded store.
func BenchmarkPage(b *testing.B) {
	s := memgraph.NewStore()
	if err := s.Replace(context.Background(), benchGraph(b)); err != nil {
		b.Fatal(err)
	}
	serve(b, resolvers.NewSchema(), resolvers.NewExtension(s, nil))
}

// BenchmarkFloor measures what gqlgen itself costs: the same query on resolvers that return constants.
func BenchmarkFloor(b *testing.B) {
	serve(b, exec.NewExecutableSchema(exec.Config{Resolvers: newFloor(b)}))
}

func serve(b *testing.B, schema graphql.ExecutableSchema, extensions ...graphql.HandlerExtension) {
	s := handler.New(schema)
	s.AddTransport(transport.POST{})
	s.SetQueryCache(lru.New[*ast.QueryDocument](100))
	for _, e := range extensions {
		s.Use(e)
	}
	body := fmt.Appendf(nil, `{"query":%q}`, benchQuery)
	b.ReportAllocs()
	for b.Loop() {
		w := httptest.NewRecorder()
		r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		s.ServeHTTP(w, r)
		if w.Code != http.StatusOK || bytes.Contains(w.Body.Bytes(), []byte(`"errors"`)) {
			b.Fatal(w.Body)
		}
		b.SetBytes(int64(w.Body.Len()))
	}
}

// benchGraph has three documents of 200 provisions, each with what provisions usually have.
func benchGraph(b *testing.B) *graph.Graph {
	g := &graph.Graph{}
	text := "Encourage Member States to promote, in close cooperation with the United Nations Office on Drugs and Crime, the exchange of information on effective measures."
	found := graph.Evidence{Method: graph.Rule, Rule: "bench", Confidence: 0.9}
	for i := range 10 {
		g.Bodies = append(g.Bodies, graph.Body{ID: fmt.Sprintf("body/b-%d", i), Kind: graph.NamedBody, Name: fmt.Sprintf("Commission number %d", i)})
		g.Themes = append(g.Themes, graph.Theme{ID: fmt.Sprintf("theme/t-%d", i), Name: fmt.Sprintf("Theme number %d", i)})
	}
	for d := range 3 {
		document := fmt.Sprintf("d-%d", d)
		g.Documents = append(g.Documents, graph.Document{ID: document, Title: document, ShortTitle: document, Adopted: fmt.Sprint(2000 + d)})
		for i := range 200 {
			p := graph.Provision{ID: fmt.Sprintf("%s/%d", document, i), Document: document, Number: fmt.Sprintf("%d.", i), Kind: graph.Operative,
				Citation: fmt.Sprintf("%s, para. %d", document, i), Text: text, Markdown: text, Headings: []string{"Supply reduction", "Cooperation"}}
			g.Provisions = append(g.Provisions, p)
			for j := range 3 {
				g.Commitments = append(g.Commitments, graph.Commitment{ID: fmt.Sprintf("%s:%d", p.ID, j+1), Provision: p.ID, Ordinal: j + 1, Kind: graph.Directive,
					Verbs: []string{"encourage", "promote"}, Strength: 3, Span: graph.Span{Start: 0, End: 23, Quote: text[:23]}, Evidence: found})
				g.Involvements = append(g.Involvements, graph.Involvement{Provision: p.ID, Body: g.Bodies[(i+j)%10].ID, Role: graph.Responsible, Implied: true, Evidence: found})
			}
			for j := range 2 {
				g.Abouts = append(g.Abouts, graph.About{Provision: p.ID, Theme: g.Themes[(i+j)%10].ID, Heading: "Supply reduction", Evidence: found})
				if d > j {
					g.Reaffirmations = append(g.Reaffirmations, graph.Reaffirmation{Later: p.ID, Earlier: fmt.Sprintf("d-%d/%d", j, i), Relation: graph.Adapts, Score: 0.7, Evidence: found})
				}
			}
		}
	}
	if err := graph.Seal(g); err != nil {
		b.Fatal(err)
	}
	return g
}

// floor answers the fields of benchQuery with objects made beforehand. Fields that are asked for
// nothing else are left to the nil resolvers that it embeds.
type floor struct {
	exec.ResolverRoot
	page           *object.ProvisionConnection
	document       *object.Document
	commitments    []*object.Commitment
	involvements   []*object.Involvement
	body           *object.Body
	themes         []*object.Theme
	reaffirmations *object.ReaffirmationConnection
	earlier        *object.Provision
}

func newFloor(b *testing.B) floor {
	g := benchGraph(b)
	s := memgraph.NewStore()
	if err := s.Replace(context.Background(), g); err != nil {
		b.Fatal(err)
	}
	r, err := s.Open(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	provisions := object.Provisions(r, object.Pointers(g.Provisions[400:420]))
	page := object.NewConnection(object.List{Name: "provisions"}, graph.Slice[*graph.Provision]{Keys: make([]graph.Key, 20), Total: 200, HasNext: true}, provisions)
	links := object.Reaffirmations(r, object.Pointers(g.Reaffirmations[:2]))
	return floor{
		page:           object.ProvisionConnections(r, []*object.Connection[object.Provision]{page}, make([]graph.ProvisionFilter, 1))[0],
		document:       object.Documents(r, object.Pointers(g.Documents))[2],
		commitments:    object.Commitments(r, object.Pointers(g.Commitments[:3])),
		involvements:   object.Involvements(r, object.Pointers(g.Involvements[:3])),
		body:           object.Bodies(r, object.Pointers(g.Bodies))[0],
		themes:         object.Themes(r, object.Pointers(g.Themes[:2])),
		reaffirmations: object.NewConnection(object.List{Name: "reaffirmations"}, graph.Slice[*graph.Reaffirmation]{Total: 2}, links),
		earlier:        provisions[0],
	}
}

type (
	floorQuery struct {
		exec.QueryResolver
		f floor
	}
	floorProvision struct {
		exec.ProvisionResolver
		f floor
	}
	floorInvolvement struct {
		exec.InvolvementResolver
		f floor
	}
	floorReaffirmation struct {
		exec.ReaffirmationResolver
		f floor
	}
)

func (f floor) Query() exec.QueryResolver                 { return floorQuery{f: f} }
func (f floor) Provision() exec.ProvisionResolver         { return floorProvision{f: f} }
func (f floor) Involvement() exec.InvolvementResolver     { return floorInvolvement{f: f} }
func (f floor) Reaffirmation() exec.ReaffirmationResolver { return floorReaffirmation{f: f} }

func (r floorQuery) Provisions(context.Context, *graph.ProvisionFilter, *object.Order, *int, *string, *int, *string) (*object.ProvisionConnection, error) {
	return r.f.page, nil
}

func (r floorProvision) Document(context.Context, *object.Provision) (*object.Document, error) {
	return r.f.document, nil
}

func (r floorProvision) Commitments(context.Context, *object.Provision) ([]*object.Commitment, error) {
	return r.f.commitments, nil
}

func (r floorProvision) Involvements(context.Context, *object.Provision) ([]*object.Involvement, error) {
	return r.f.involvements, nil
}

func (r floorProvision) Themes(context.Context, *object.Provision) ([]*object.Theme, error) {
	return r.f.themes, nil
}

func (r floorProvision) Reaffirms(context.Context, *object.Provision, *graph.ReaffirmationFilter, *object.Order, *int, *string, *int, *string) (*object.ReaffirmationConnection, error) {
	return r.f.reaffirmations, nil
}

func (r floorInvolvement) Body(context.Context, *object.Involvement) (*object.Body, error) {
	return r.f.body, nil
}

func (r floorReaffirmation) Earlier(context.Context, *object.Reaffirmation) (*object.Provision, error) {
	return r.f.earlier, nil
}

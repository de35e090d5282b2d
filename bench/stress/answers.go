package stress

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"

	"reaffirm/graph"
	"reaffirm/graph/memgraph"
	"reaffirm/loader"
	"reaffirm/loader/corpus"
	"reaffirm/server"
)

// Graphs makes two graphs for a server to go to and fro between: the embedded corpus, and the same without its weaker links.
func Graphs(ctx context.Context) ([]*graph.Graph, error) {
	var list []*graph.Graph
	for i := range 2 {
		g, _, err := loader.Load(ctx, corpus.Embedded(), loader.Options{})
		if err != nil {
			return nil, err
		}
		if i == 1 {
			g.Reaffirmations = slices.DeleteFunc(g.Reaffirmations, func(r graph.Reaffirmation) bool { return r.Score < 0.6 })
			if err := graph.Seal(g); err != nil {
				return nil, err
			}
		}
		list = append(list, g)
	}
	return list, nil
}

// An Answer is what a case must be answered with.
type Answer struct {
	Status int
	Body   []byte
	// Location is where the answer leads, "" where it is no redirection.
	Location string
}

// Answers holds, for each case in its order, the answer by the version of the graph.
type Answers struct {
	Cases    []Case
	expected []map[string]Answer
}

// Expect computes the answers to the cases, one at a time, from each graph.
func Expect(ctx context.Context, graphs []*graph.Graph, limits server.Limits) (*Answers, error) {
	cases, err := Cases()
	if err != nil {
		return nil, err
	}
	a := &Answers{Cases: cases, expected: make([]map[string]Answer, len(cases))}
	for _, g := range graphs {
		store := memgraph.NewStore()
		if err := store.Replace(ctx, g); err != nil {
			return nil, err
		}
		h, err := server.New(server.Config{Store: store, Limits: limits})
		if err != nil {
			return nil, err
		}
		for i, c := range cases {
			w := httptest.NewRecorder()
			r, err := c.request(ctx, "http://localhost", 0)
			if err != nil {
				return nil, err
			}
			h.ServeHTTP(w, r)
			if w.Code >= http.StatusInternalServerError {
				return nil, fmt.Errorf("case %s: %d %.300s", c.Name, w.Code, w.Body)
			}
			if a.expected[i] == nil {
				a.expected[i] = map[string]Answer{}
			}
			a.expected[i][g.Version] = Answer{w.Code, w.Body.Bytes(), w.Header().Get("Location")}
		}
	}
	return a, nil
}

// request makes the request of a case; n is its number.
func (c Case) request(ctx context.Context, server string, n uint64) (*http.Request, error) {
	number := fmt.Sprintf("%016x", n)
	r, err := http.NewRequestWithContext(ctx, c.Method, server+strings.ReplaceAll(c.Path, serial, number), strings.NewReader(strings.ReplaceAll(c.Body, serial, number)))
	if err != nil {
		return nil, fmt.Errorf("case %s: %w", c.Name, err)
	}
	r.Header = c.Header.Clone()
	return r, nil
}

// check says what is wrong with an answer to case i, or "". Where the answer names its version by its tag it must be that
// version's.
func (a *Answers) check(i int, got Answer, tag string) string {
	var versions []string
	for version, want := range a.expected[i] {
		if got.Status != want.Status || got.Location != want.Location || !bytes.Equal(got.Body, want.Body) {
			continue
		}
		if tag == "" || strings.HasPrefix(tag, `W/"`+version) || !strings.HasPrefix(tag, `W/"g-`) {
			return ""
		}
		versions = append(versions, version)
	}
	if len(versions) > 0 {
		return fmt.Sprintf("%s: the answer of version %s under the tag %s", a.Cases[i].Name, versions, tag)
	}
	return fmt.Sprintf("%s: %d %.200q", a.Cases[i].Name, got.Status, got.Body)
}

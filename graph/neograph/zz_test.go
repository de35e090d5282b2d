package neograph_test

import (
	"context"
	"testing"
	"time"
	"fmt"

	"reaffirm/graph"
	"reaffirm/graph/neograph"
)

func TestZZ(t *testing.T) {
	ctx := context.Background()
	s, err := neograph.New(neograph.Config{URI: "bolt://127.0.0.1:17687", Observe: func(n string, d time.Duration, err error) { if d > 20*time.Millisecond { fmt.Println(n, d, err) }}})
	if err != nil { t.Fatal(err) }
	defer s.Close(ctx)
	g := sample(t, 593, 1)
	l, err := s.Load(ctx, g)
	fmt.Printf("%+v %v\n", l, err)
	if err != nil { t.Fatal(err) }
	r, err := s.Open(ctx)
	if err != nil { t.Fatal(err) }
	var qs []graph.Query[graph.InvolvementFilter]
	for i := range g.Provisions {
		qs = append(qs, graph.Query[graph.InvolvementFilter]{Filter: graph.InvolvementFilter{Provisions: []string{g.Provisions[i].ID}}})
	}
	var ids []string
	for i := range g.Provisions { ids = append(ids, g.Provisions[i].ID) }
	for range 200 {
		b := time.Now()
		_, err := r.Nodes(ctx, ids)
		n := time.Since(b)
		b = time.Now()
		a, err := r.Involvements(ctx, qs)
		d := time.Since(b)
		b = time.Now()
		_, err2 := r.Involvements(ctx, []graph.Query[graph.InvolvementFilter]{{}})
		fmt.Println(len(a), n, d, time.Since(b), err, err2)
	}
}

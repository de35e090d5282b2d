package graphtest

import (
	"reflect"

	"pgregory.net/rapid"

	"reaffirm/graph"
)

// drawFilter draws a filter of which a few fields are set.
func drawFilter[F any](t *rapid.T, v *values) F {
	var f F
	at := reflect.TypeFor[F]()
	for i := range at.NumField() {
		if rapid.IntRange(0, at.NumField()).Draw(t, "set") > 1 {
			continue
		}
		field := at.Field(i)
		all := v.of(at, field)
		into := reflect.ValueOf(&f).Elem().Field(i)
		if field.Type.Kind() != reflect.Slice {
			into.Set(all[rapid.IntRange(0, len(all)-1).Draw(t, field.Name)])
			continue
		}
		for range rapid.IntRange(1, 4).Draw(t, field.Name+"s") {
			into.Set(reflect.Append(into, all[rapid.IntRange(0, len(all)-1).Draw(t, field.Name)]))
		}
	}
	return f
}

func drawPage(t *rapid.T) graph.Page {
	var p graph.Page
	if rapid.Bool().Draw(t, "after") {
		p.After = drawKey(t)
	}
	if rapid.Bool().Draw(t, "before") {
		p.Before = drawKey(t)
	}
	switch rapid.IntRange(0, 2).Draw(t, "end") {
	case 1:
		p.First = ptr(rapid.IntRange(0, 6).Draw(t, "first"))
	case 2:
		p.Last = ptr(rapid.IntRange(0, 6).Draw(t, "last"))
	}
	return p
}

// drawKey draws a key that may or may not be that of an item.
func drawKey(t *rapid.T) *graph.Key {
	value := rapid.SampledFrom([]int64{0, 0, 0, 1, 2, 3, 7, 500000, -1}).Draw(t, "value")
	return &graph.Key{Value: value, Rank: rapid.IntRange(-2, 60).Draw(t, "rank")}
}

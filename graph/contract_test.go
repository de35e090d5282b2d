package graph_test

import (
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"

	"reaffirm/graph"
)

func TestTypeOfID(t *testing.T) {
	for id, want := range map[string]graph.NodeType{
		"md-2019":                   graph.DocumentNode,
		"pdpa-2009/pa#2.B.1":        graph.SectionNode,
		"ungass-2016/5/y":           graph.ProvisionNode,
		"md-2019/p6:1":              graph.CommitmentNode,
		"body/unodc":                graph.BodyNode,
		"instrument/ungass-2016":    graph.InstrumentNode,
		"theme/x":                   graph.ThemeNode,
		"md-2019/p6~pdpa-2009/pd/1": graph.ReaffirmationNode,
	} {
		if got := graph.TypeOfID(id); got != want {
			t.Errorf("TypeOfID(%q) = %s, want %s", id, got, want)
		}
	}
}

func TestDocumentOfID(t *testing.T) {
	for id, want := range map[string]string{"md-2019": "md-2019", "pdpa-2009/pa#2": "pdpa-2009", "note#1": "note", "ungass-2016/5/y": "ungass-2016", "md-2019/p6:1": "md-2019"} {
		if got := graph.DocumentOfID(id); got != want {
			t.Errorf("DocumentOfID(%q) = %q, want %q", id, got, want)
		}
	}
}

func TestYears(t *testing.T) {
	for _, c := range []struct {
		years graph.Years
		year  int
		want  bool
	}{
		{graph.Years{}, 2019, true}, {graph.Years{}, 0, false}, {graph.Years{From: 2019}, 2019, true}, {graph.Years{From: 2019}, 2018, false},
		{graph.Years{To: 2019}, 2019, true}, {graph.Years{To: 2019}, 2020, false}, {graph.Years{From: 2020, To: 2019}, 2019, false},
	} {
		if got := c.years.Contains(c.year); got != c.want {
			t.Errorf("%+v.Contains(%d) = %t", c.years, c.year, got)
		}
	}
	for date, want := range map[string]int{"2016-04-19": 2016, "2016": 2016, "": 0, "201": 0, "19 April 2016": 0, "+201": 0} {
		if got := graph.YearOf(date); got != want {
			t.Errorf("YearOf(%q) = %d, want %d", date, got, want)
		}
	}
}

func TestOrderCompare(t *testing.T) {
	keys := []graph.Key{{Value: 1, Rank: 2}, {Value: 2, Rank: 0}, {Value: 1, Rank: 1}, {Value: 2, Rank: 3}}
	for _, c := range []struct {
		order graph.Order
		want  []int // ranks
	}{
		{graph.Order{By: graph.ByScore}, []int{1, 2, 0, 3}},
		{graph.Order{By: graph.ByScore, Descending: true}, []int{0, 3, 1, 2}},
	} {
		sorted := slices.SortedFunc(slices.Values(keys), c.order.Compare)
		var ranks []int
		for _, k := range sorted {
			ranks = append(ranks, k.Rank)
		}
		if !slices.Equal(ranks, c.want) {
			t.Errorf("%+v: %v, want %v", c.order, ranks, c.want)
		}
	}
	if (graph.Order{Descending: true}).Compare(graph.Key{Rank: 1}, graph.Key{Rank: 2}) <= 0 {
		t.Error("descending rank does not turn ranks round")
	}
}

func TestMillionths(t *testing.T) {
	for score, want := range map[float64]int64{0: 0, 1: 1000000, 0.6100004: 610000, 0.6100005: 610001, 0.0000004: 0, 1 / 3.0: 333333} {
		if got := graph.Millionths(score); got != want {
			t.Errorf("Millionths(%v) = %d, want %d", score, got, want)
		}
	}
}

// TestProvisionFilterIsZero sets each field alone, so that a field that is added is not forgotten.
func TestProvisionFilterIsZero(t *testing.T) {
	if !new(graph.ProvisionFilter).IsZero() || !(&graph.ProvisionFilter{Documents: []string{}}).IsZero() {
		t.Error("an empty filter is not zero")
	}
	at := reflect.TypeFor[graph.ProvisionFilter]()
	for i := range at.NumField() {
		var f graph.ProvisionFilter
		field := reflect.ValueOf(&f).Elem().Field(i)
		switch field.Kind() {
		case reflect.Slice:
			field.Set(reflect.MakeSlice(field.Type(), 1, 1))
		case reflect.Bool:
			field.SetBool(true)
		case reflect.Int:
			field.SetInt(1)
		case reflect.String:
			field.SetString("x")
		case reflect.Pointer:
			field.Set(reflect.New(field.Type().Elem()))
		default:
			t.Fatalf("no value for %s", at.Field(i).Name)
		}
		if f.IsZero() {
			t.Errorf("a filter with %s is zero", at.Field(i).Name)
		}
	}
}

func TestChecksOfQueries(t *testing.T) {
	one, negative := 1, -1
	for what, c := range map[string]struct {
		err     error
		invalid bool
	}{
		"the whole list":           {graph.Page{}.Check(), false},
		"a page":                   {graph.Page{First: &one, After: &graph.Key{}}.Check(), false},
		"first and last":           {graph.Page{First: &one, Last: &one}.Check(), true},
		"first of less than none":  {graph.Page{First: &negative}.Check(), true},
		"last of less than none":   {graph.Page{Last: &negative}.Check(), true},
		"rank":                     {graph.Order{}.Check(), false},
		"an order that is allowed": {graph.Order{By: graph.ByScore}.Check(graph.ByScore), false},
		"one that is not":          {graph.Order{By: graph.ByScore}.Check(graph.ByStrength), true},
		"a matrix":                 {graph.TallyQuery{Rows: graph.BodyAxis, Columns: graph.ThemeAxis}.Check(), false},
		"a matrix of one axis":     {graph.TallyQuery{Rows: graph.BodyAxis, Columns: graph.BodyAxis}.Check(), true},
		"a matrix of no axis":      {graph.TallyQuery{Rows: graph.BodyAxis}.Check(), true},
		"a search":                 {(&graph.SearchQuery{Text: "x", First: 1, Offset: 2}).Check(), false},
		"a search with two texts":  {(&graph.SearchQuery{Filter: graph.ProvisionFilter{Text: "x"}}).Check(), true},
		"a search of less than 0":  {(&graph.SearchQuery{First: math.MinInt}).Check(), true},
		"a search before 0":        {(&graph.SearchQuery{Offset: -1}).Check(), true},
	} {
		if errors.Is(c.err, graph.ErrInvalid) != c.invalid || (c.err != nil) != c.invalid {
			t.Errorf("%s: %v", what, c.err)
		}
	}
}

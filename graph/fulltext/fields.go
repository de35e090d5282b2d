package fulltext

import "reaffirm/graph"

// A Field is a searched property of a node. All but an alias list have one value.
type Field struct {
	Name   string // as in graph.Highlight
	Values []string
}

// Fields lists the searched fields of n that are not empty, in the order of their highlights; none for
// a node that is not searched.
func Fields(n graph.Node) []Field {
	var f fields
	switch n := n.(type) {
	case *graph.Document:
		f.add("title", n.Title)
		f.add("shortTitle", n.ShortTitle)
		f.add("symbol", n.Symbol)
	case *graph.Section:
		f.add("title", n.Title)
	case *graph.Provision:
		f.add("text", n.Text)
		f.add("citation", n.Citation)
	case *graph.Body:
		f.add("name", n.Name)
		f.add("acronym", n.Acronym)
		f.addAliases(n.Aliases)
	case *graph.Instrument:
		f.add("title", n.Title)
		f.add("shortTitle", n.Short)
		f.add("symbol", n.Symbol)
		f.addAliases(n.Aliases)
	case *graph.Theme:
		f.add("name", n.Name)
	}
	return f
}

// Names lists what names n, as Fold gives it: its id and its searched fields other than a provision's
// text. A name may be listed twice.
func Names(n graph.Node) []string {
	names := []string{Fold(n.NodeID())}
	for _, f := range Fields(n) {
		if f.Name == "text" {
			continue
		}
		for _, v := range f.Values {
			names = append(names, Fold(v))
		}
	}
	return names
}

type fields []Field

func (f *fields) add(name, value string) {
	if value != "" {
		*f = append(*f, Field{Name: name, Values: []string{value}})
	}
}

func (f *fields) addAliases(aliases []graph.Alias) {
	if len(aliases) == 0 {
		return
	}
	values := make([]string, len(aliases))
	for i, a := range aliases {
		values[i] = a.Name
	}
	*f = append(*f, Field{Name: "aliases", Values: values})
}

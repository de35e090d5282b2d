package loader

import (
	"io"
	"strconv"

	"reaffirm/graph"
	"reaffirm/loader/lineage"
)

// Why writes why, in a sealed graph, one provision is linked to an earlier one, or why not: the figures
// that decide, and how the texts compare. The error says which id is wrong, or that w failed.
func Why(w io.Writer, g *graph.Graph, later, earlier string) error {
	model := lineage.NewModel(lineage.Input{
		Documents: g.Documents, Provisions: g.Provisions,
		Commitments: g.Commitments, Involvements: g.Involvements, Citations: g.Citations, Abouts: g.Abouts,
	})
	c, err := model.Compare(later, earlier)
	if err != nil {
		return err
	}
	e := explainer{w: w, graph: g}
	linked := "not linked"
	for i := range g.Reaffirmations {
		if g.Reaffirmations[i].ID == graph.ReaffirmationID(later, earlier) {
			linked = string(g.Reaffirmations[i].Relation)
		}
	}
	e.printf("%s and %s: %s\n", later, earlier, linked)
	e.printf("  later:   %s\n  earlier: %s\n\n", e.find(later).Text, e.find(earlier).Text)
	e.printf("%s\n", c.Verdict())
	if judged := c.Reaffirmation.Relation; c.Linked && linked != string(judged) {
		e.printf("The graph has it otherwise: by curation, or because others of the document are likelier.\n")
	}
	e.printf("\n%-16s%10s%10s%10s\n", "measure", "value", "adds", "at least")
	for _, f := range c.Measures() {
		missed := ""
		if f.Least != nil && f.Value < *f.Least {
			missed = "< "
		}
		e.printf("%-16s%10.3f%10s%10s  %s\n", f.Name, f.Value, decimal(f.Adds), missed+decimal(f.Least), f.Meaning)
	}
	e.heading("rivals in the earlier document, with more words in common in order", len(c.Rivals))
	for _, id := range c.Rivals {
		e.printf("  %s\n", id)
	}
	e.heading("the same words", len(c.Reaffirmation.Aligned))
	for _, a := range c.Reaffirmation.Aligned {
		e.printf("  %s = %s\n", quote(&a.Later), quote(&a.Earlier))
	}
	if !c.Linked {
		return e.err // between texts that are not linked every difference is a change
	}
	e.heading("changes", len(c.Reaffirmation.Changes))
	for _, x := range c.Reaffirmation.Changes {
		e.printf("  %s by %s: %s -> %s\n", x.Kind, x.Rule, quote(x.Earlier), quote(x.Later))
	}
	return e.err
}

// heading heads a list unless it is empty.
func (e *explainer) heading(of string, n int) {
	if n > 0 {
		e.printf("\n%s:\n", of)
	}
}

func decimal(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', 3, 64)
}

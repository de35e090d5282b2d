package lineage

import (
	"math"

	"reaffirm/graph"
)

// Measures tells the figures with what each adds to the odds and what each must be for a link; what
// decides comes last: the odds by wording and, where they are too low, those of an echo.
func (c *Comparison) Measures() []graph.Figure {
	f, t := &c.Figures, c.t
	adds := func(v float64) *float64 { v = rounded(v); return &v }
	least := adds
	list := []graph.Figure{
		{Name: "start", Meaning: "what the odds start from, before anything is in common", Value: t.OddsStart, Adds: adds(t.OddsStart)},
		{Name: "common", Meaning: "weight of the words in common, in rare words", Value: f.Mass},
		{Name: "shareOfLater", Meaning: "share of the later text's weight that is in common, 0 to 1", Value: f.LaterShare},
		{Name: "shareOfEarlier", Meaning: "share of the earlier text's weight that is in common, 0 to 1", Value: f.EarlierShare},
		{Name: "wording", Meaning: "weight of the pairs of neighbouring words in common", Value: f.Wording,
			Adds: adds(t.OddsWording * grown(f.Wording)), Least: least(float64(c.leastWording))},
		{Name: "clauses", Meaning: "weight that clauses have in common, times how much of the clauses it is", Value: f.Clauses,
			Adds: adds(t.OddsClauses * grown(f.Clauses))},
		{Name: "order", Meaning: "weight of the best run of common words in the same order", Value: f.Order,
			Adds: adds(t.OddsOrder * grown(f.Order))},
		{Name: "own", Meaning: "weight of the words in common that no other provision of the earlier document with a better order shares", Value: f.Own,
			Adds: adds(t.OddsOwn * grown(f.Own))},
		{Name: "later", Meaning: "weight of the later text", Value: f.Later,
			Adds: adds(t.OddsLater * long(f.Later)), Least: least(t.PlainMass)},
		{Name: "earlier", Meaning: "weight of the earlier text", Value: f.Earlier,
			Adds: adds(t.OddsEarlier * long(f.Earlier)), Least: least(t.PlainMass)},
		{Name: "odds", Meaning: "natural logarithm of the odds that the one carries the other on: the sum of what is added", Value: f.Odds,
			Least: least(t.OddsLinked)},
	}
	if i := c.list; i != nil {
		list = append(list,
			graph.Figure{Name: "leadIn", Meaning: "weight of the words of the lead-in that the later text carries before those of the item", Value: i.lead,
				Least: least(min(t.LeadCarried, t.LeadShare*i.leadMass))},
			graph.Figure{Name: "items", Meaning: "weight of the words of the items that it carries", Value: i.item, Least: least(t.ItemShare * i.itemMass)})
	}
	if e := c.Echo; e != nil {
		list = append(list,
			graph.Figure{Name: "alike", Meaning: "weight of the stems in common, in any order, as a share of that of both texts, 0 to 1", Value: e.Alike},
			graph.Figure{Name: "themes", Meaning: "weight of the themes in common, as a share of that of all their themes, 0 to 1", Value: e.Themes},
			graph.Figure{Name: "echo", Meaning: "natural logarithm of the odds that the one says the same as the other in other words", Value: e.Odds, Least: least(echoOdds)})
	}
	for i := range list {
		list[i].Value = rounded(list[i].Value)
	}
	return list
}

// rounded is v to three decimals, as many as a reader can use.
func rounded(v float64) float64 { return math.Round(v*1000) / 1000 }

package lineage

import (
	"fmt"
	"strings"
)

// Verdict says in a sentence or two which of the figures decided, and how.
func (c *Comparison) Verdict() string {
	t := c.t
	switch c.Reaffirmation.Evidence.Rule {
	case ruleSame:
		return "Linked: the two have the same words, whatever their case and punctuation."
	case ruleItem:
		return fmt.Sprintf("Linked as an item of a list: its lead-in is carried (weight %.2f of %.2f) and the item after it (%.2f of %.2f).",
			c.list.lead, c.list.leadMass, c.list.item, c.list.itemMass)
	case ruleLeadIn:
		return fmt.Sprintf("Linked as the lead-in of a list: %g or more of its items are carried with it.", t.ListItems)
	case ruleWording:
		return fmt.Sprintf("Linked by its wording: the odds, %.2f, reach %.2f. %s", c.Odds, t.OddsLinked, c.relation())
	case ruleEcho:
		return fmt.Sprintf("Not linked by its wording: %s. An echo: the odds of one, %.2f, reach %.2f.", c.shortfall(), c.Echo.Odds, echoOdds)
	}
	echo := fmt.Sprintf("the odds, %.2f, are below %.2f", c.Echo.Odds, echoOdds)
	if least := t.PlainMass; min(c.Figures.Later, c.Figures.Earlier) < least {
		echo = "a text is too short"
	}
	return fmt.Sprintf("Not linked by its wording: %s. No echo: %s.", c.shortfall(), echo)
}

// relation says why a link restates or adapts.
func (c *Comparison) relation() string {
	return fmt.Sprintf("%s: %.0f %% of one text stands in the other in the same words; from %.0f %% on it would restate.",
		map[bool]string{true: "It restates", false: "It adapts"}[c.Reaffirmation.Relation == "RESTATES"], 100*c.same, 100*c.t.RestatedShare)
}

// shortfall says what of a pair is too little for a link by its wording.
func (c *Comparison) shortfall() string {
	t := c.t
	var why []string
	if short := min(c.Figures.Later, c.Figures.Earlier); short < t.PlainMass {
		why = append(why, fmt.Sprintf("a text weighs %.2f, less than %.2f", short, t.PlainMass))
	}
	if c.item {
		why = append(why, "the earlier is an item that says nothing without its lead-in, and the two are not carried together")
	}
	if c.Wording < c.leastWording {
		why = append(why, fmt.Sprintf("the neighbouring words in common weigh %.2f, less than %.2f", c.Wording, c.leastWording))
	}
	if c.Odds < t.OddsLinked {
		odds := fmt.Sprintf("the odds, %.2f, are below %.2f", c.Odds, t.OddsLinked)
		if free := c.Odds + t.OddsOwn*(grown(c.Mass)-grown(c.Own)); len(c.Rivals) > 0 && free >= t.OddsLinked {
			odds += fmt.Sprintf("; were there not %s, with more in common with the later text, they would be %.2f", strings.Join(c.Rivals, ", "), free)
		}
		why = append(why, odds)
	}
	return strings.Join(why, "; ")
}
